#include "tests/unit/store/store_support.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "workbook/files/file.hpp"

namespace rekindle::test {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void put_bytes(const fs::path& file, std::string_view bytes) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << bytes;
}

std::vector<std::string> names_in(const fs::path& folder, bool hidden) {
    std::vector<std::string> names;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator{folder, failed}) {
        const std::string name = entry.path().filename().string();
        if (hidden || !name.starts_with('.')) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Date day(int year, int month, int day_of_month) {
    return make_date(year, month, day_of_month).value();
}

CheckIn checkin_on(Date date, std::string id, int mood, std::string note) {
    CheckIn checkin;
    checkin.id = std::move(id);
    checkin.date = date;
    checkin.person = "me";
    checkin.ratings = {{"mood", mood}};
    checkin.note = std::move(note);
    return checkin;
}

Journal with_checkin(const Journal& journal, const CheckIn& checkin) {
    Journal next = without_checkin(journal, checkin.date, checkin.id);
    Month month = *next.months[checkin.date.year_month()];
    month.checkins.push_back(checkin);
    std::sort(month.checkins.begin(), month.checkins.end(),
              [&](const CheckIn& a, const CheckIn& b) {
                  return comes_before(a, b, journal.profile->day_end);
              });
    next.months.insert_or_assign(checkin.date.year_month(), std::move(month));
    return next;
}

Journal without_checkin(const Journal& journal, Date date, std::string_view id) {
    Journal next = journal;
    Month month = *next.months[date.year_month()];
    std::erase_if(month.checkins, [&](const CheckIn& each) { return each.id == id; });
    next.months.insert_or_assign(date.year_month(), std::move(month));
    return next;
}

Journal journal_of(const std::vector<CheckIn>& checkins) {
    Journal journal;
    for (const CheckIn& checkin : checkins) journal = with_checkin(journal, checkin);
    return journal;
}

Journal open_all(const fs::path& folder) {
    const auto opened = Store{folder}.open();
    REQUIRE(opened);
    for (const Error& problem : opened->problems) FAIL_CHECK(to_string(problem));
    return opened->journal;
}

Saved save_all(Store& store, const Journal& base, const Journal& ours) {
    auto saved = store.save(base, ours);
    if (!saved) FAIL(to_string(saved.error()));
    for (const auto& [part, error] : saved->refused) FAIL_CHECK(to_string(error));
    return std::move(*saved);
}

std::string as_file(std::string_view body, int entries) {
    const std::string above = fmt::format("# A file.\nformat = 1\n{}\n", body);
    return fmt::format("{}#: end {} sum={}\n", above, entries, short_hash(above));
}

}  // namespace rekindle::test
