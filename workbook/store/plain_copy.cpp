#include "workbook/store/plain_copy.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "workbook/store/archive.hpp"
#include "workbook/store/envelope.hpp"
#include "workbook/store/journal_file.hpp"
#include "workbook/store/part_files.hpp"
#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;
using std::string_view;

constexpr string_view mark_start = "#: end ";
constexpr string_view sum_start = " sum=";
constexpr string_view format_key = "format = ";
constexpr std::size_t looked_at_for_kind = 4096;  // bytes

// The beginnings of what `export` writes; a table may begin with a byte order mark.
constexpr std::array export_starts{
    string_view{"date,time,person,mood,trust"},
    string_view{"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
                "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                "'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                "<title>Journal</title>"}};

// Letters to write with, and no words.
constexpr std::array starts_of_fonts{string_view{"wOFF"}, string_view{"wOF2"}, string_view{"OTTO"},
                                     string_view{"ttcf"}, string_view{"\0\x01\0\0\0", 5}};
// Pictures, sounds, films: by the first bytes of each kind.
constexpr std::array starts_of_pictures{string_view{"\x89PNG"},   string_view{"\xFF\xD8\xFF"},
                                        string_view{"GIF8"},      string_view{"RIFF"},
                                        string_view{"OggS"},      string_view{"fLaC"},
                                        string_view{"ID3"},       string_view{"\x1A\x45\xDF"},
                                        string_view{"II*\0", 4},  string_view{"MM\0*", 4},
                                        string_view{"8BPS"},      string_view{"gimp xcf"},
                                        string_view{"FORM\0", 5}, string_view{"\xFF\x0A"},
                                        string_view{"\xFF\xFB"},  string_view{"\0\0\0\x0CJXL ", 8}};

template <std::size_t count>
bool begins_with_one(string_view bytes, const std::array<string_view, count>& starts) {
    return std::any_of(starts.begin(), starts.end(),
                       [&](string_view start) { return bytes.starts_with(start); });
}

// A dump of a program's memory is a program's file too, and full of words.
bool is_program(string_view bytes) {
    constexpr char core_dump = 4;
    return bytes.starts_with(
               "\x7F"
               "ELF") &&
           (bytes.size() < 17 || bytes[16] != core_dump);
}

// Of the kind whose size stands before its name: films, and the pictures of telephones.
bool has_box_of_film(string_view bytes) {
    return bytes.substr(std::min<std::size_t>(bytes.size(), 4)).starts_with("ftyp");
}

bool has_zeros(string_view bytes) {
    return bytes.substr(0, looked_at_for_kind).find('\0') != bytes.npos;
}

bool is_text(string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;  // UTF-16
    return !has_zeros(bytes);
}

// What Windows' editors write for plain letters is those letters with zeros between them.
std::string without_zeros(string_view bytes) {
    std::string rest{bytes};
    std::erase(rest, '\0');
    return rest;
}

string_view without_line_end(string_view line) { return line.substr(0, line.size() - 1); }

// "#: end 14 sum=0123456789abcdef" at the beginning of a line.
bool has_end_mark(string_view text) {
    for (std::size_t at = text.find(mark_start); at != text.npos;
         at = text.find(mark_start, at + 1)) {
        if (at > 0 && text[at - 1] != '\n' && text[at - 1] != '\r') continue;
        string_view line = text.substr(at + mark_start.size());
        line = line.substr(0, line.find_first_of("\r\n"));
        const std::size_t figures = line.find_first_not_of("0123456789");
        if (figures == 0 || figures == line.npos) continue;
        line.remove_prefix(figures);
        if (line.starts_with(sum_start) && line.size() == sum_start.size() + 16) return true;
    }
    return false;
}

bool has_first_line(string_view text) {
    constexpr string_view first = about_plain_file;
    return text.find(without_line_end(first)) != text.npos && text.find(format_key) != text.npos;
}

// One of a locked journal is as encrypted as the journal.
bool is_plain_archive(const ArchivedFiles& files) {
    return std::any_of(files.begin(), files.end(), [](const auto& file) {
        return Store::part_of(file.first) && !is_envelope(string_view{file.second});
    });
}

bool is_tar(string_view bytes) { return bytes.substr(0, 300).find("ustar") == 257; }

// A lock.toml kept elsewhere by its person says nothing of what they wrote.
bool is_lock(string_view bytes) {
    return bytes.find("\nkdf = \"argon2id13\"") != bytes.npos && !has_first_line(bytes) &&
           bytes.find("\n[[checkin]]") == bytes.npos;
}

// --- names ---

constexpr std::array decorations{string_view{".~lock."},  string_view{".#"},      string_view{"#"},
                                 string_view{"~$"},       string_view{"~"},       string_view{"."},
                                 string_view{"Copy of "}, string_view{"copy of "}};
constexpr std::array ends_of_copies{string_view{"~"},     string_view{"#"},    string_view{".bak"},
                                    string_view{".orig"}, string_view{".rej"}, string_view{".old"},
                                    string_view{".save"}, string_view{".tmp"}, string_view{".new"},
                                    string_view{".swp"},  string_view{".swo"}, string_view{".swn"},
                                    string_view{".part"}};

string_view undecorated(string_view name) {
    for (bool again = true; again;) {
        again = false;
        for (const string_view decoration : decorations)
            if (name.starts_with(decoration)) {
                name.remove_prefix(decoration.size());
                again = true;
            }
    }
    return name;
}

// ".stversions/checkins" is to a sync tool what "checkins" is to the journal.
fs::path without_hidden_folders(const fs::path& folder) {
    fs::path rest;
    for (const fs::path& step : folder)
        if (!rest.empty() || !step.string().starts_with('.')) rest /= step;
    return rest;
}

bool goes_on_as_copy(string_view name, string_view stem) {
    if (!name.starts_with(stem)) return false;
    const string_view rest = name.substr(stem.size());
    const bool is_longer_word =
        !rest.empty() && (std::isalnum(static_cast<unsigned char>(rest[0])));
    return !is_longer_word && rest.find(".toml") != rest.npos;
}

// In a folder that is the journal's alone less is needed than beside other things.
bool ends_as_copy(string_view name, string_view stem) {
    if (!name.starts_with(stem) || name.size() == stem.size()) return false;
    return std::any_of(ends_of_copies.begin(), ends_of_copies.end(),
                       [&](string_view end) { return name.ends_with(end); });
}

bool is_month(string_view stem) {
    return Store::part_of(fs::path{"checkins"} / (std::string{stem} + ".toml")).has_value();
}

}  // namespace

bool is_without_words(string_view bytes) {
    return is_program(bytes) || begins_with_one(bytes, starts_of_fonts);
}

bool is_picture(string_view bytes) {
    return begins_with_one(bytes, starts_of_pictures) || has_box_of_film(bytes);
}

Seems judge_bytes(string_view bytes, const fs::path& file) {
    if (bytes.empty() || is_without_words(bytes)) return Seems::other;
    if (is_picture(bytes)) return Seems::picture;
    if (is_envelope(bytes)) return Seems::envelope;
    if (is_tar(bytes))
        if (const auto files = read_tar(file))
            return is_plain_archive(*files) ? Seems::copy : Seems::envelope;
    string_view start = bytes;
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    if (begins_with_one(start, export_starts)) return Seems::copy;
    const bool text = is_text(bytes);
    if (text && is_lock(bytes)) return Seems::other;
    const std::string letters = text && !has_zeros(bytes) ? std::string{} : without_zeros(bytes);
    const string_view words = letters.empty() ? bytes : string_view{letters};
    const bool is_copy = has_first_line(words) || (text && has_end_mark(words));
    return is_copy ? Seems::copy : Seems::text;
}

bool is_named_as_copy(const fs::path& journal, const fs::path& relative) {
    const fs::path below = without_hidden_folders(relative.parent_path());
    const std::string whole = relative.filename().string();
    const string_view name = undecorated(whole);
    if (below.empty())
        return goes_on_as_copy(name, "profile") || goes_on_as_copy(name, "practices");
    if (below == "checkins") {
        const string_view month = name.substr(0, std::min<std::size_t>(name.size(), 7));
        return is_month(month) && (goes_on_as_copy(name, month) || ends_as_copy(name, month));
    }
    if (below != "answers") return false;
    const auto workbooks = list_answers(journal);
    return workbooks && std::any_of(workbooks->begin(), workbooks->end(), [&](const auto& each) {
               return goes_on_as_copy(name, each) || ends_as_copy(name, each);
           });
}

}  // namespace rekindle
