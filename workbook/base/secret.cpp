#include "workbook/base/secret.hpp"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

namespace rekindle {
namespace {

char* locked_memory() {
    // Without memory there is nothing to go on with, as with any `new`.
    if (sodium_init() < 0) throw std::bad_alloc();
    void* bytes = sodium_malloc(Secret::capacity);
    if (!bytes) throw std::bad_alloc();
    sodium_memzero(bytes, Secret::capacity);
    return static_cast<char*>(bytes);
}

}  // namespace

Secret::Secret() : bytes_(locked_memory()) {}

Secret::Secret(std::string_view bytes) : Secret() { append(bytes.substr(0, capacity)); }

Secret::Secret(Secret&& other) noexcept
    : bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    std::swap(size_, other.size_);
    return *this;
}

Secret::~Secret() { sodium_free(bytes_); }  // which wipes it

bool Secret::insert(std::size_t at, std::string_view bytes) {
    if (at > size_ || bytes.size() > capacity - size_) return false;
    std::memmove(bytes_ + at + bytes.size(), bytes_ + at, size_ - at);
    std::memcpy(bytes_ + at, bytes.data(), bytes.size());
    size_ += bytes.size();
    return true;
}

void Secret::erase(std::size_t at, std::size_t count) {
    if (at >= size_) return;
    count = std::min(count, size_ - at);
    std::memmove(bytes_ + at, bytes_ + at + count, size_ - at - count);
    resize(size_ - count);
}

void Secret::resize(std::size_t size) {
    size = std::min(size, capacity);
    if (size < size_) sodium_memzero(bytes_ + size, size_ - size);
    size_ = size;
}

bool Secret::same_as(const Secret& other) const {
    return size_ == other.size_ && sodium_memcmp(bytes_, other.bytes_, size_) == 0;
}

}  // namespace rekindle
