// What the tests of the store need: a folder that goes away by itself, files as bytes, and a small
// journal.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temporary_folder.hpp"
#include "workbook/journal/journal.hpp"
#include "workbook/store/store.hpp"

namespace rekindle::test {

using tests::TemporaryFolder;

// Byte for byte; a file that is not there is empty. Folders are made.
std::string bytes_of(const std::filesystem::path& file);
void put_bytes(const std::filesystem::path& file, std::string_view bytes);

// Names in a folder, in order; hidden ones only when asked for.
std::vector<std::string> names_in(const std::filesystem::path& folder, bool hidden = false);

Date day(int year, int month, int day);
CheckIn checkin_on(Date date, std::string id, int mood, std::string note = {});

// A journal with this in its months.
Journal journal_of(const std::vector<CheckIn>& checkins);
// The same journal with one check-in more, or with the one of that id replaced.
Journal with_checkin(const Journal& journal, const CheckIn& checkin);
Journal without_checkin(const Journal& journal, Date date, std::string_view id);

// What is in the folder, in full. The test fails when it cannot be opened or has a problem.
Journal open_all(const std::filesystem::path& folder);
// Saves and fails the test when that is refused.
Saved save_all(Store& store, const Journal& base, const Journal& ours);

// A file's text around `body`, with a right end mark for `entries`.
std::string as_file(std::string_view body, int entries);

}  // namespace rekindle::test
