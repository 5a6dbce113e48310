// A journal of two people with something in every place where a card can hold it.
#pragma once

#include "workbook/content/workbook.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle::tests {

// Up to 2026-11-21, after eight weeks of days.
Journal written_journal(const Content& content);

}  // namespace rekindle::tests
