#include "workbook/store/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <optional>

#include "workbook/files/file.hpp"
#include "workbook/store/backup.hpp"
#include "workbook/store/companions.hpp"
#include "workbook/store/journal_place.hpp"
#include "workbook/store/lock_file.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 20'000;
constexpr std::uintmax_t most_bytes = 1024ull * 1024 * 1024;

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Writing = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

Error refused(const fs::path& file, std::string problem) {
    return {ErrorCode::invalid, std::move(problem),
            "Give an archive that “rekindle backup” wrote; nothing was changed.",
            Place{file.string(), 0, 0}};
}

// "checkins/2026-11.toml" and the like: one folder at most, and one that a journal has.
bool belongs_to_journal(const fs::path& name) {
    const fs::path below = name.parent_path();
    const std::string file = name.filename().string();
    const bool known = below.empty() || below == "answers" || below == "checkins" ||
                       below == "themes" || below == "workbooks";
    return known && !file.starts_with('.') && file.ends_with(".toml") &&
           file.find('\0') == std::string::npos;
}

Result<std::string> read_data(archive* reader, const fs::path& file) {
    std::string bytes;
    std::string block(64 * 1024, '\0');
    for (;;) {
        const la_ssize_t count = archive_read_data(reader, block.data(), block.size());
        if (count < 0) return fail(refused(file, "This archive is damaged or was cut short."));
        if (count == 0) return bytes;
        bytes.append(block, 0, static_cast<std::size_t>(count));
        if (bytes.size() > largest_file)
            return fail(refused(file, "A file in this archive is larger than a journal’s can be."));
    }
}

// Appends what libarchive gives out to the string behind `out`.
la_ssize_t append(archive*, void* out, const void* bytes, std::size_t count) {
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

bool is_companion(const fs::path& name) { return companions().contains(name); }

bool write_entry(archive* writer, const fs::path& name, const std::string& bytes) {
    const Entry entry{archive_entry_new(), &archive_entry_free};
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0600);
    archive_entry_set_mtime(entry.get(), 0, 0);
    return archive_write_header(writer, entry.get()) == ARCHIVE_OK &&
           archive_write_data(writer, bytes.data(), bytes.size()) ==
               static_cast<la_ssize_t>(bytes.size());
}

}  // namespace

Result<ArchivedFiles> collect_files(const fs::path& journal) {
    ArchivedFiles files;
    for (const fs::path& file : files_of_journal(journal)) {
        auto bytes = read_file_of(journal, file);
        if (!bytes) return fail(bytes.error());
        if (*bytes) files.emplace(file, std::move(**bytes));
    }
    // What is encrypted is worth nothing without it.
    const auto lock = read_lock(journal);
    if (!lock) return fail(lock.error());
    if (*lock) files.emplace("lock.toml", to_text(**lock));
    return files;
}

Result<std::string> to_tar(const ArchivedFiles& files) {
    std::string out;
    const Writing writer{archive_write_new(), &archive_write_free};
    bool good = archive_write_set_format_ustar(writer.get()) == ARCHIVE_OK &&
                archive_write_set_bytes_in_last_block(writer.get(), 1) == ARCHIVE_OK &&
                archive_write_open(writer.get(), &out, nullptr, &append, nullptr) == ARCHIVE_OK;
    for (auto file = files.begin(); good && file != files.end(); ++file)
        good = write_entry(writer.get(), file->first, file->second);
    // Last: of an archive cut short they are what can be missed.
    for (const auto& [name, text] : companions())
        good = good && write_entry(writer.get(), name, text);
    good = good && archive_write_close(writer.get()) == ARCHIVE_OK;
    if (good) return out;
    const char* why = archive_error_string(writer.get());
    return fail(ErrorCode::system, "The archive could not be made: " +
                                       std::string(why ? why : "no reason given") + ".");
}

Result<ArchivedFiles> read_tar(const fs::path& file) {
    // Opened by name it may be a pipe that never ends: only a plain file is read.
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return fail(refused(file, "There is no such archive."));
    const Reader reader{archive_read_new(), &archive_read_free};
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), file.c_str(), 64 * 1024) != ARCHIVE_OK)
        return fail(refused(file, "This is no archive."));
    ArchivedFiles files;
    std::uintmax_t bytes = 0;
    for (archive_entry* entry = nullptr;;) {
        const int read = archive_read_next_header(reader.get(), &entry);
        if (read == ARCHIVE_EOF) break;
        if (read != ARCHIVE_OK) return fail(refused(file, "This is no archive, or it is damaged."));
        const char* name = archive_entry_pathname(entry);
        if (archive_entry_filetype(entry) == AE_IFDIR) continue;
        const fs::path place = name ? fs::path(name).lexically_normal() : fs::path{};
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
            !(belongs_to_journal(place) || is_companion(place)))
            return fail(refused(file, "This archive holds what is no part of a journal."));
        auto data = read_data(reader.get(), file);
        if (!data) return fail(data.error());
        if (is_companion(place)) continue;  // read to its end: one cut short in it is told
        bytes += data->size();
        if (bytes > most_bytes || files.size() == most_files)
            return fail(refused(file, "This archive is larger than a journal can be."));
        if (!files.emplace(place, std::move(*data)).second)
            return fail(refused(file, "This archive holds a file twice."));
    }
    if (files.empty()) return fail(refused(file, "There is nothing of a journal in this archive."));
    return files;
}

}  // namespace rekindle
