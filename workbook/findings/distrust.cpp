#include "workbook/findings/distrust.hpp"

namespace rekindle {

bool is_read_only(DistrustKind kind) {
    return kind == DistrustKind::older_file || kind == DistrustKind::exchanged_file ||
           kind == DistrustKind::other_key;
}

}  // namespace rekindle
