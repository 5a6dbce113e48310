// What was in a file of the journal that is gone. See store/missing.hpp for how it is found and
// offered back.
#pragma once

#include "workbook/findings/difference.hpp"
#include "workbook/findings/earlier_part.hpp"

namespace rekindle {

struct MissingPart {
    EarlierPart earlier;      // what was there; holds nothing when none of it can be read
    bool readable = true;     // false: something is kept of it and cannot be read
    bool begun_anew = false;  // there is a file again, without what was in the one before
    // What bringing it in adds to what the file has now.
    Difference added{};
};

}  // namespace rekindle
