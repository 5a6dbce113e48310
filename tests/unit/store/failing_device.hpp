// A device whose calls are counted and of which one fails, in each way in which it can.
#pragma once

#include <string>
#include <vector>

#include "workbook/files/system_calls.hpp"

namespace rekindle::test {

enum class Call { open, write, fsync, close, rename };

// How a call goes wrong.
struct Fault {
    int reason = 0;         // its errno; 0 for a write that only takes a part
    std::size_t share = 0;  // of a write: how many of its bytes arrive all the same, in percent
    bool lasts = false;     // every later call that needs room or a right fails as well
};
std::vector<Fault> faults_of(Call call);
std::string to_string(Call call, const Fault& fault);

class FailingDevice {
  public:
    static constexpr int never = -1;

    // The real calls, save that nothing is forced onto the disk: that alone takes all the time.
    // They refer to this device.
    SystemCalls calls();

    // From now on counts from 0 and fails at call number `at`.
    void fail_at(int at, Fault fault = {});
    bool has_failed() const { return has_failed_; }
    const std::vector<Call>& seen() const { return seen_; }

  private:
    // True when this call is to fail; errno is set then.
    bool fails(Call call);

    std::vector<Call> seen_;
    int at_ = never;
    Fault fault_;
    bool has_failed_ = false;
};

}  // namespace rekindle::test
