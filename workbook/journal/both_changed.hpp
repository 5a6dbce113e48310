// Where two sides changed the same entry, each in its own way: what a merge then made of it is for
// a person to look at.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbook/journal/journal.hpp"

namespace rekindle {

// One place of the journal: a day of one person's, a card, or a practice.
struct BothChanged {
    std::optional<Date> day;  // of check-ins
    std::string workbook;     // of a card; with neither: among the practices
    std::string card;
    std::string person;  // whose entry it is; empty: everyone's
    int texts = 0;       // that were written on both sides
    struct Rating {
        std::string scale;
        int kept = 0;
        int other = 0;
        bool operator==(const Rating&) const = default;
    };
    std::vector<Rating> ratings;  // given on both sides: one of them stands
    bool operator==(const BothChanged&) const = default;
};

// The places in which both `ours` and `theirs` changed the same text or rating of `base`, and
// neither holds what the other says. A merge keeps both texts, and of two ratings that of `ours`.
std::vector<BothChanged> both_changed(const Journal& base, const Journal& ours,
                                      const Journal& theirs);

}  // namespace rekindle
