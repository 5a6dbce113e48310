// A passphrase or a key while it is in use: kept out of the swap, between guard pages, and wiped as
// soon as it goes.
#pragma once

#include <cstddef>
#include <string_view>

namespace rekindle {

class Secret {
  public:
    static constexpr std::size_t capacity = 1024;  // bytes; nobody types more

    Secret();
    explicit Secret(std::string_view bytes);  // what is beyond the capacity is left out
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    ~Secret();

    std::string_view view() const { return {bytes_, size_}; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    const unsigned char* data() const { return reinterpret_cast<const unsigned char*>(bytes_); }
    unsigned char* data() { return reinterpret_cast<unsigned char*>(bytes_); }

    // False, and nothing done, when there is no room or `at` is beyond the end.
    bool insert(std::size_t at, std::string_view bytes);
    bool append(std::string_view bytes) { return insert(size_, bytes); }
    void erase(std::size_t at, std::size_t count);
    void resize(std::size_t size);  // zeros at the end; at most `capacity`
    void clear() { resize(0); }

    // In a time that does not tell where they differ.
    bool same_as(const Secret& other) const;

  private:
    char* bytes_;  // null after a move
    std::size_t size_ = 0;
};

}  // namespace rekindle
