// Which workbook to begin with, going by the little that people say about themselves. It is no
// more than a suggestion: every workbook stays open to everyone.
#pragma once

#include <string>

#include "workbook/journal/profile.hpp"

namespace rekindle {

struct Proposal {
    std::string workbook;  // the id of one that comes with the program
    std::string reason;    // one sentence, to the person or the two of them
};

// Always one, also where nothing was said: then the short start.
//   alone and hurt: twelve-steps            alone and broke trust: twenty-five-practices
//   partners: seven-steps                   partners who were both hurt and broke trust: guide
//   two friends, two of a family: guide     at work, or nothing said: five-steps
Proposal propose_workbook(const Profile& profile);

}  // namespace rekindle
