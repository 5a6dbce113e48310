// A model of what a disk may hold when the power goes. Under a folder, the content of a file is
// sure only as it was at the file's last fsync; what was written since may be there, in part, as
// zeros, or not at all. A name is sure only as it was at its folder's last fsync; otherwise it may
// stand for what it stood for then or for what it stands for now, each name by itself.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "workbook/files/system_calls.hpp"

namespace rekindle::test {

class ForgetfulDisk {
  public:
    // Everything under `root` is taken to be there for good.
    explicit ForgetfulDisk(std::filesystem::path root);

    // The real calls, and fsync as the model has it; `at_call` is asked before each of them, for a
    // cut at that moment. They refer to this disk. Those of `under` are called in the end.
    SystemCalls calls(std::function<void()> at_call = {}, const SystemCalls& under = {});

    // How a disk chooses among what it may hold.
    enum class Kept {
        nothing,  // neither a name nor a byte that was not made sure
        names,    // all names, but no bytes
        zeros,    // all names, and files of their length in zeros
        halves,   // all names, and the first half of the bytes
        bytes,    // no names, but all bytes
        a_throw_of_dice,
    };
    static constexpr int kinds = 6;

    // By path from the root what would be found afterwards: a file's bytes, nothing for a folder.
    using Left = std::map<std::string, std::optional<std::string>>;
    Left left_by_cut(Kept kept, std::minstd_rand& dice);

  private:
    using Names = std::map<std::string, ino_t>;
    struct File {
        std::string bytes;
        std::string sure;
    };
    struct Folder {
        Names names;
        Names sure;
    };

    // What changed since the last look: folders are made and links set past the store's calls.
    void look();
    ino_t look_at(const std::filesystem::path& path);
    void make_sure(int file);
    void leave(ino_t which, const std::string& path, Kept kept, std::minstd_rand& dice, Left& left);

    std::filesystem::path root_;
    ino_t root_number_ = 0;
    std::map<ino_t, File> files_;
    std::map<ino_t, Folder> folders_;
    std::vector<Descriptor> held_;  // so that no number is given to another file
};

// Puts what was left into an empty folder.
void put_left(const ForgetfulDisk::Left& left, const std::filesystem::path& folder);

}  // namespace rekindle::test
