#include "tests/unit/store/forgetful_disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <set>
#include <stdexcept>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test {
namespace {

namespace fs = std::filesystem;

std::string bytes_left(const std::string& sure, const std::string& bytes, ForgetfulDisk::Kept kept,
                       std::minstd_rand& dice) {
    using Kept = ForgetfulDisk::Kept;
    if (sure == bytes) return sure;
    const std::size_t length = dice() % (bytes.size() + 1);
    switch (kept == Kept::a_throw_of_dice ? static_cast<Kept>(dice() % 5) : kept) {
        case Kept::nothing:
        case Kept::names:
            return sure;
        case Kept::zeros:
            return std::string(bytes.size(), '\0');
        case Kept::halves:
            return bytes.substr(0, kept == Kept::halves ? bytes.size() / 2 : length);
        default:
            return bytes;
    }
}

bool keeps_new_name(ForgetfulDisk::Kept kept, std::minstd_rand& dice) {
    using Kept = ForgetfulDisk::Kept;
    if (kept == Kept::a_throw_of_dice) return dice() % 2 == 0;
    return kept != Kept::nothing && kept != Kept::bytes;
}

}  // namespace

ForgetfulDisk::ForgetfulDisk(fs::path root) : root_(std::move(root)) {
    look();
    for (auto& [number, file] : files_) file.sure = file.bytes;
    for (auto& [number, folder] : folders_) folder.sure = folder.names;
}

void ForgetfulDisk::look() { root_number_ = look_at(root_); }

ino_t ForgetfulDisk::look_at(const fs::path& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0) throw std::runtime_error("gone: " + path.string());
    const bool is_new = !files_.contains(found.st_ino) && !folders_.contains(found.st_ino);
    if (is_new) held_.emplace_back(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!S_ISDIR(found.st_mode)) {
        files_[found.st_ino].bytes = bytes_of(path);
        return found.st_ino;
    }
    Names names;
    for (const auto& entry : fs::directory_iterator{path})
        names[entry.path().filename().string()] = look_at(entry.path());
    folders_[found.st_ino].names = std::move(names);
    return found.st_ino;
}

void ForgetfulDisk::make_sure(int file) {
    look();
    struct stat found {};
    if (::fstat(file, &found) != 0) return;
    if (const auto of = files_.find(found.st_ino); of != files_.end())
        of->second.sure = of->second.bytes;
    if (const auto of = folders_.find(found.st_ino); of != folders_.end())
        of->second.sure = of->second.names;
}

SystemCalls ForgetfulDisk::calls(std::function<void()> at_call, const SystemCalls& under) {
    const auto cut = [at_call = std::move(at_call)] {
        if (at_call) at_call();
    };
    SystemCalls calls = under;
    calls.open = [cut, real = under.open](const char* path, int flags, mode_t mode) {
        cut();
        return real(path, flags, mode);
    };
    calls.write = [cut, real = under.write](int file, const void* bytes, std::size_t count) {
        cut();
        return real(file, bytes, count);
    };
    calls.fsync = [this, cut, real = under.fsync](int file) {
        cut();
        const int done = real(file);
        if (done == 0) make_sure(file);
        return done;
    };
    calls.close = [cut, real = under.close](int file) {
        cut();
        return real(file);
    };
    calls.renameat2 = [cut, real = under.renameat2](const char* from, const char* to,
                                                    unsigned flags) {
        cut();
        return real(from, to, flags);
    };
    return calls;
}

ForgetfulDisk::Left ForgetfulDisk::left_by_cut(Kept kept, std::minstd_rand& dice) {
    look();
    Left left;
    leave(root_number_, {}, kept, dice, left);
    return left;
}

void ForgetfulDisk::leave(ino_t which, const std::string& path, Kept kept, std::minstd_rand& dice,
                          Left& left) {
    if (const auto file = files_.find(which); file != files_.end()) {
        left[path] = bytes_left(file->second.sure, file->second.bytes, kept, dice);
        return;
    }
    if (!path.empty()) left[path] = std::nullopt;
    const Folder& folder = folders_.at(which);
    std::set<std::string> names;
    for (const auto& [name, number] : folder.names) names.insert(name);
    for (const auto& [name, number] : folder.sure) names.insert(name);
    for (const std::string& name : names) {
        const auto now = folder.names.find(name);
        const auto sure = folder.sure.find(name);
        const bool same =
            now != folder.names.end() && sure != folder.sure.end() && now->second == sure->second;
        const bool takes_new = same || keeps_new_name(kept, dice);
        const auto taken = takes_new ? now : sure;
        if (taken == (takes_new ? folder.names.end() : folder.sure.end())) continue;
        leave(taken->second, path.empty() ? name : path + '/' + name, kept, dice, left);
    }
}

void put_left(const ForgetfulDisk::Left& left, const fs::path& folder) {
    for (const auto& [path, bytes] : left) {
        if (bytes)
            put_bytes(folder / path, *bytes);
        else
            fs::create_directories(folder / path);
    }
}

}  // namespace rekindle::test
