// The program's own folders inside a journal (its history, what a change of the lock stages) and
// beside one (drafts): reached step by step through no link, so that nobody who can write there
// leads a save elsewhere, or has a file elsewhere read or taken away.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workbook/base/result.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/system_calls.hpp"

namespace rekindle {

// Held open for as long as it lives: what others rename or link meanwhile leads it nowhere else.
// Every error names the place as the person knows it; `invalid` is one of a link that stands where
// a folder or file of the program's own belongs, `system` what the system refuses.
class OwnFolder {
  public:
    // BASE/BELOW, made where it is missing: 0700 and made to last, step by step. `base` is a place
    // of the person's choice and may be reached through links; no step of `below` may be one.
    static Result<OwnFolder> make(const std::filesystem::path& base,
                                  const std::filesystem::path& below,
                                  const SystemCalls& calls = {});
    // The same where it is there already; nothing when it is not. Nothing is made.
    static Result<std::optional<OwnFolder>> open(const std::filesystem::path& base,
                                                 const std::filesystem::path& below);

    // As the person knows it, for words.
    const std::filesystem::path& path() const { return path_; }
    // By which any call reaches the folder, or `name` in it, whatever stands at path() by now. Only
    // the last step of it, `name`, could be a link. Not for words, nor for longer than this lives.
    std::filesystem::path way() const;
    std::filesystem::path way(const std::filesystem::path& name) const { return way() / name; }
    int descriptor() const { return folder_.get(); }

    // The file's bytes; nothing when it is not there. A link is refused.
    Result<std::optional<std::string>> read(const std::string& name,
                                            std::uintmax_t most = largest_file) const;
    // Makes `text` what the file holds (see write_file). A link in its place is itself replaced:
    // what it leads to stays as it is.
    Result<void> write(const std::string& name, std::string_view text,
                       const SystemCalls& calls = {}) const;
    // Moves a name, a link as the link that it is. `flags` as renameat2; the errno when refused.
    int move(const std::string& name, const OwnFolder& to, const std::string& new_name,
             unsigned flags, const SystemCalls& calls = {}) const;
    // Every name in it, in order. Errors: `system`.
    Result<std::vector<std::string>> names() const;
    // Whether `name` is a true file, or a true folder: no link to one.
    bool has_file(const std::string& name) const;
    bool has_folder(const std::string& name) const;
    // Whether anything has that name, a link that leads nowhere as well.
    bool has(const std::string& name) const;
    // Gives a file the mode 0600, where it is one of one's own.
    void make_file_private(const std::string& name) const;
    // Takes a name away: of a link the link, of a folder all below it. What cannot go stays.
    void remove(const std::string& name) const;
    // Makes the names in it last. Errors: `system`.
    Result<void> sync(const SystemCalls& calls = {}) const;

  private:
    OwnFolder(Descriptor folder, std::filesystem::path path)
        : folder_(std::move(folder)), path_(std::move(path)) {}
    Error said(Error error, const std::string& name) const;

    Descriptor folder_;
    std::filesystem::path path_;
};

// One file of the program's own, BASE/RELATIVE, read and written as above; folders that are missing
// are made for writing. Nothing when it is not there.
Result<std::optional<std::string>> read_own_file(const std::filesystem::path& base,
                                                 const std::filesystem::path& relative,
                                                 std::uintmax_t most = largest_file);
Result<void> write_own_file(const std::filesystem::path& base,
                            const std::filesystem::path& relative, std::string_view text,
                            const SystemCalls& calls = {});
// Takes it away, a link as the link that it is; what cannot go stays.
void remove_own_file(const std::filesystem::path& base, const std::filesystem::path& relative);
// Gives it the mode 0600, where it is there.
void make_own_file_private(const std::filesystem::path& base,
                           const std::filesystem::path& relative);

}  // namespace rekindle
