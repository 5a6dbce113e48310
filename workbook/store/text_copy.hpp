// A text that someone takes out of the journal into a file of their choosing.
#pragma once

#include <string>
#include <string_view>

#include "workbook/base/result.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/kept_out.hpp"

namespace rekindle {

// Writes `text` to a new file of mode 0600. Nothing is ever written over. Errors: `usage` for a
// path that is not whole, lies in what is kept out, or where a file stands already; `system` for
// what the system refuses.
Result<void> write_text_copy(const std::string& path, std::string_view text,
                             const KeptOut& kept_out, const SystemCalls& calls = {});

}  // namespace rekindle
