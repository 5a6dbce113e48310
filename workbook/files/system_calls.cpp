#include "workbook/files/system_calls.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace rekindle {

SystemCalls::SystemCalls()
    : open([](const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); }),
      write([](int file, const void* bytes, std::size_t count) {
          return ::write(file, bytes, count);
      }),
      fsync([](int file) { return ::fsync(file); }),
      close([](int file) { return ::close(file); }),
      renameat2([](const char* from, const char* to, unsigned flags) {
          return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
      }) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this == &other) return *this;
    if (file_ >= 0) ::close(file_);
    file_ = other.release();
    return *this;
}

Descriptor::~Descriptor() {
    if (file_ >= 0) ::close(file_);
}

int Descriptor::release() { return std::exchange(file_, -1); }

namespace {

std::string remedy_for(int reason) {
    switch (reason) {
        case ENOSPC:
        case EDQUOT:
            return "Make some room on this disk, then try again.";
        case EACCES:
        case EPERM:
            return "Allow yourself to read and write there, then try again.";
        case EROFS:
            return "Make the disk writable, or keep the journal in another folder.";
        case EIO:
            return "The disk may be damaged: copy your journal to another one.";
        case ENOENT:
        case ENOTDIR:
            return "See whether the folder was moved or its disk taken out.";
        default:
            return "Try again; if it stays so, keep the journal in another folder.";
    }
}

}  // namespace

Error system_error(const std::string& trying, int reason, const std::filesystem::path& file) {
    return Error{ErrorCode::system,
                 fmt::format("Cannot {}: {}.", trying, std::generic_category().message(reason)),
                 remedy_for(reason), Place{file.string(), 0, 0}};
}

}  // namespace rekindle
