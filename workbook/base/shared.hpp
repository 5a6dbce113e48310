// A value many journals can hold at once. Undo keeps hundreds of journals; those parts that no
// command touched are one and the same object in all of them, and "changed?" is a pointer compared.
#pragma once

#include <memory>
#include <utility>

namespace rekindle {

template <class T>
class Shared {
  public:
    Shared() : value_(std::make_shared<const T>()) {}
    Shared(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }

    // True when both are the very same object: a cheap "nothing changed here".
    bool same(const Shared& other) const { return value_ == other.value_; }
    bool operator==(const Shared& other) const { return same(other) || *value_ == *other.value_; }

  private:
    std::shared_ptr<const T> value_;
};

}  // namespace rekindle
