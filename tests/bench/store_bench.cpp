// Reading and writing ten years against touching the same bytes and doing nothing with them.
// usage: store_bench FOLDER    an empty folder on the disk to be measured
// Prints `NAME MILLISECONDS` a line, and the number of bytes.
#include <cstdio>
#include <filesystem>
#include <string>

#include "tests/bench/timing.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/exchange/sample.hpp"
#include "workbook/files/file.hpp"
#include "workbook/journal/update.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr int ten_years = 522;  // weeks
const Date last_day = *make_date(2026, 11, 21);

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    return files;
}

std::uintmax_t read_bytes(const std::vector<fs::path>& files) {
    std::uintmax_t size = 0;
    for (const fs::path& file : files) {
        const auto text = read_file(file);
        if (text && *text) size += (*text)->size();
    }
    return size;
}

// The journal with one more sentence today: what one autosave has to do.
Journal with_a_sentence(const Journal& journal) {
    const CheckInRef checkin{"benchmarkday", last_day, "me"};
    auto next = update(journal, WriteNote{checkin, "One more sentence for today."},
                       {{last_day, {20 * 60}}, "me"});
    return next ? std::move(*next) : journal;
}

int run(const fs::path& folder) {
    const ReadContent content = read_content(REKINDLE_SOURCE_DIR "/content", {});
    const Journal sample = sample_journal(content.content, last_day, ten_years, 1);
    int number = 0;
    const double save_all = bench::median_ms(3, [&] {
        Store store(folder / std::to_string(number++));
        if (!store.save({}, sample)) std::puts("the save was refused");
    });
    Store store(folder / "0");
    const auto files = files_in(store.folder());
    const std::uintmax_t size = read_bytes(files);
    const double write_all = bench::median_ms(3, [&] {
        const fs::path copies = folder / ("bytes" + std::to_string(number++));
        fs::create_directory(copies);
        int copy = 0;
        for (const fs::path& file : files) {
            const auto text = read_file(file);
            if (text && *text) (void)write_file(copies / std::to_string(copy++), **text);
        }
    });
    const double bytes = bench::median_ms(15, [&] { (void)read_bytes(files); });
    const double load = bench::median_ms(9, [&] { (void)store.open(); });
    const double load_newest = bench::median_ms(9, [&] { (void)store.open(4); });
    const auto opened = store.open();
    if (!opened) return 1;
    const Journal edited = with_a_sentence(opened->journal);
    const double save_day = bench::median_ms(9,
                                             [&] {
                                                 (void)store.save(opened->journal, edited);
                                                 (void)store.save(edited, opened->journal);
                                             }) /
                            2;
    std::printf(
        "bytes %ju\nread-bytes %.2f\nload %.2f\nload-newest %.2f\nwrite-bytes %.2f\n"
        "save-all %.2f\nsave-day %.2f\n",
        size, bytes, load, load_newest, write_all, save_all, save_day);
    return 0;
}

}  // namespace
}  // namespace rekindle

int main(int count, char** arguments) { return count == 2 ? rekindle::run(arguments[1]) : 2; }
