#include "workbook/store/text_copy.hpp"

#include <filesystem>

#include "workbook/files/folder.hpp"
#include "workbook/store/output_file.hpp"

namespace rekindle {

Result<void> write_text_copy(const std::string& path, std::string_view text,
                             const KeptOut& kept_out, const SystemCalls& calls) {
    namespace fs = std::filesystem;
    const fs::path file(path);
    if (!file.is_absolute() || !file.has_filename())
        return fail(ErrorCode::usage, "This does not name a file.",
                    "Write its whole path, from the first slash to its name.");
    std::error_code failed;
    if (!fs::is_directory(file.parent_path(), failed))
        return fail(ErrorCode::usage, "There is no such folder.",
                    "Choose one that is there already.");
    if (is_there(file))
        return fail(ErrorCode::usage, "There is a file of that name already.",
                    "Choose another name; nothing was written over.");
    const auto out = OutputFile::find(file, Existing::refuse, kept_out);
    if (!out) return fail(out.error());
    return out->write(text, calls);
}

}  // namespace rekindle
