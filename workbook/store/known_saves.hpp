// What is known of a locked journal's saves: by its sealed list, by this computer's copy of it, and
// by what has been read since. Says of a file whether it is the one that was saved last.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "workbook/store/distrust.hpp"
#include "workbook/store/lock_pin.hpp"
#include "workbook/store/sealed_list.hpp"

namespace rekindle {

struct KnownSaves {
    SealedList all;                                // the newest of what both know of each file
    std::map<std::string, std::string> or_else{};  // a second hash, where both know another
    std::optional<SealedList> in_journal{};
    std::optional<SealedList> here{};  // this computer's
    bool other_key = false;            // this computer knows the journal with another key

    // What is wrong with a file of that number and hash; nothing where it is the newest known, or
    // newer: a save that was cut off, or another computer's, whose list has not come yet.
    std::optional<DistrustKind> judge(const std::string& name, const ListedFile& file) const;
    // What is wrong with the journal as a whole.
    std::vector<DistrustKind> judge_whole(const LockState& lock) const;
    // How often the file was saved at least.
    int saves_of(const std::string& name) const;
};

// Reads both lists, each again only when its file has changed, and remembers files that were read
// and are newer than listed. From any thread.
class KnownSavesReader {
  public:
    // Without a key nothing is known. This computer's copy is read first and the files last: what
    // another program saves meanwhile then only looks newer. The same object as long as nothing
    // differs.
    std::shared_ptr<const KnownSaves> read(const std::filesystem::path& journal,
                                           const std::filesystem::path& pins, const KeyRef& key);
    void note(const std::string& name, const ListedFile& file);

  private:
    KnownSaves together(const JournalKey& key) const;  // what all of them say
    // A file's text and what was read from it, as long as it has the same identity and times.
    template <class T>
    struct Kept {
        std::string stamp;
        std::string key;
        std::optional<T> value;
    };

    std::mutex mutex_;
    Kept<SealedList> in_journal_;
    Kept<LockPin> pin_;
    Kept<SealedList> here_;
    std::map<std::string, ListedFile> noted_;
    std::string key_;                         // that they were noted with
    std::shared_ptr<const KnownSaves> read_;  // null: something differs since
};

}  // namespace rekindle
