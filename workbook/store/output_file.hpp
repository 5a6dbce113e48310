// A file that someone asked for: an export, a picture, an archive. It is looked at before anything
// is written, and is never a file of the journal or of the program.
#pragma once

#include <filesystem>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/kept_out.hpp"

namespace rekindle {

// What to do where there is a file of that name.
enum class Existing { refuse, replace };

class OutputFile {
  public:
    // Looks at the place. `-` is standard output, as are /dev/stdout and the other names of it. A
    // pipe, a terminal and other devices are opened: they are written to, never replaced. Errors:
    // `usage` for a place that cannot be meant (a folder, the journal, a file that is there and
    // shall stay, a link that another account put there, whatever `existing` says), `system` for
    // one that the system refuses.
    static Result<OutputFile> find(const std::filesystem::path& file, Existing existing,
                                   const KeptOut& kept_out);

    // Writes all of it: into the pipe or device, or as a file that is 0600 and there in full, on
    // disk for good, or not at all. Errors: as above, since a file may have come meanwhile.
    Result<void> write(std::string_view bytes, const SystemCalls& calls = {}) const;

    // A pipe or a device: what was written cannot be read again.
    bool is_stream() const { return stream_.is_open(); }
    const std::filesystem::path& path() const { return path_; }

  private:
    OutputFile(std::filesystem::path path, Existing existing, Descriptor stream);

    std::filesystem::path path_;  // whole
    Existing existing_;
    Descriptor stream_;
};

}  // namespace rekindle
