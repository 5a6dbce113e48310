// The calls by which the store changes the disk, as a value: a test gives others and has a device
// that fails at the byte it wants. Each behaves as the system call of the same name (-1 and errno).
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>

#include <sys/types.h>

#include "workbook/base/result.hpp"

namespace rekindle {

struct SystemCalls {
    std::function<int(const char* path, int flags, mode_t mode)> open;
    std::function<ssize_t(int file, const void* bytes, std::size_t count)> write;
    std::function<int(int file)> fsync;
    std::function<int(int file)> close;
    std::function<int(const char* from, const char* to, unsigned flags)> renameat2;

    SystemCalls();  // the real ones
};

// An open file that closes itself. What was written to is closed by hand, since closing can fail.
class Descriptor {
  public:
    explicit Descriptor(int file = -1) : file_(file) {}
    Descriptor(Descriptor&& other) noexcept : file_(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();

    int get() const { return file_; }
    bool is_open() const { return file_ >= 0; }
    int release();

  private:
    int file_;
};

// An error with the system's own reason: "Cannot write this file: No space left on device."
// `trying` is what was attempted ("write this file"), `reason` an errno.
Error system_error(const std::string& trying, int reason, const std::filesystem::path& file);

}  // namespace rekindle
