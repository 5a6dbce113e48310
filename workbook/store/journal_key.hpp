// The random key that a locked journal is encrypted with. The passphrase opens a box in which it
// lies, so a passphrase can change without a file of the journal changing.
#pragma once

#include <memory>
#include <string>

#include "workbook/base/secret.hpp"

namespace rekindle {

class JournalKey {
  public:
    static constexpr std::size_t size = 32;  // bytes

    explicit JournalKey(Secret bytes);  // `size` of them

    const unsigned char* bytes() const { return bytes_.data(); }
    // 16 hexadecimal digits that tell keys apart and say nothing about them.
    const std::string& id() const { return id_; }

  private:
    Secret bytes_;
    std::string id_;
};

// Null for a journal that is not locked.
using KeyRef = std::shared_ptr<const JournalKey>;

KeyRef make_key();

}  // namespace rekindle
