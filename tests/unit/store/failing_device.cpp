#include "tests/unit/store/failing_device.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rekindle::test {
namespace {

std::vector<int> reasons_of(Call call) {
    switch (call) {
        case Call::open:
            return {ENOSPC, EDQUOT, EROFS, EACCES, EIO, ENOMEM, EMFILE, EINTR};
        case Call::write:
            return {ENOSPC, EDQUOT, EIO, ENOMEM, EINTR};
        case Call::fsync:
            return {EIO, ENOSPC, EDQUOT, EROFS, EINTR};
        case Call::close:
            return {EIO, ENOSPC, EDQUOT, EINTR};
        case Call::rename:  // EINVAL: a file system that cannot exchange
            return {EIO, ENOSPC, EDQUOT, EROFS, EACCES, ENOMEM, EINTR, EINVAL};
    }
    return {};
}

// A disk that is full or write-protected stays so; being out of memory passes.
bool can_last(int reason) { return reason == ENOSPC || reason == EROFS; }

const char* name_of(Call call) {
    constexpr const char* names[] = {"open", "write", "fsync", "close", "rename"};
    return names[static_cast<int>(call)];
}

}  // namespace

std::vector<Fault> faults_of(Call call) {
    std::vector<Fault> faults;
    for (const int reason : reasons_of(call)) {
        faults.push_back({reason});
        if (can_last(reason)) faults.push_back({reason, 0, true});
    }
    if (call == Call::write) {
        for (const std::size_t share : {0, 1, 50, 99}) faults.push_back({0, share});
        faults.push_back({ENOSPC, 50, true});
    }
    return faults;
}

std::string to_string(Call call, const Fault& fault) {
    return fmt::format("{}: {}{}{}", name_of(call),
                       fault.reason != 0 ? std::strerror(fault.reason) : "a part only",
                       fault.share != 0 ? fmt::format(", {} %", fault.share) : "",
                       fault.lasts ? ", from then on" : "");
}

void FailingDevice::fail_at(int at, Fault fault) {
    seen_.clear();
    at_ = at;
    fault_ = fault;
    has_failed_ = false;
}

bool FailingDevice::fails(Call call) {
    const int number = static_cast<int>(seen_.size());
    seen_.push_back(call);
    const bool still = has_failed_ && fault_.lasts && call != Call::close;
    if (number != at_ && !still) return false;
    has_failed_ = true;
    errno = fault_.reason;
    return true;
}

SystemCalls FailingDevice::calls() {
    SystemCalls calls;
    calls.open = [this](const char* path, int flags, mode_t mode) {
        return fails(Call::open) ? -1 : ::open(path, flags, mode);
    };
    calls.write = [this](int file, const void* bytes, std::size_t count) -> ssize_t {
        const bool again = has_failed_;
        if (!fails(Call::write)) return ::write(file, bytes, count);
        const std::size_t part = again ? 0 : count * fault_.share / 100;
        if (part > 0) return ::write(file, bytes, part);
        return fault_.reason == 0 ? 0 : -1;
    };
    calls.fsync = [this](int) { return fails(Call::fsync) ? -1 : 0; };
    calls.close = [this](int file) {
        // As the system does: closed it is all the same.
        const bool failed = fails(Call::close);
        const int reason = errno;
        ::close(file);
        errno = reason;
        return failed ? -1 : 0;
    };
    calls.renameat2 = [this](const char* from, const char* to, unsigned flags) {
        return fails(Call::rename) ? -1 : ::renameat2(AT_FDCWD, from, AT_FDCWD, to, flags);
    };
    return calls;
}

}  // namespace rekindle::test
