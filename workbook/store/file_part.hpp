// What the files of a journal are put together from: arrays of entries, and what tells the entries
// of each apart. The parts of `practices.toml` stand in practices_parts.hpp, those of the answers
// in answers_parts.hpp.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "workbook/files/toml_read.hpp"
#include "workbook/journal/profile.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {

// The keys that name an entry of an array: what other programs add to it stays with that name.
struct Naming {
    std::string_view array{};
    std::array<std::string_view, 5> keys{};
};

// One array of the file of a `Whole`, with the arrays inside of its entries.
template <class Whole>
struct FilePart {
    void (*write)(const Whole& whole, TomlTable& file);
    void (*read)(const TomlReader& file, const Profile& profile, Whole& out);
    std::array<Naming, 3> names;  // of the array itself first
    // What an id is made of where an entry was written by hand without one; none: entries have
    // none.
    std::array<std::string_view, 2> id_keys{};
};

template <class Whole, std::size_t count>
TomlTable write_parts(const std::array<FilePart<Whole>, count>& parts, const Whole& whole) {
    TomlTable file;
    for (const FilePart<Whole>& part : parts) part.write(whole, file);
    return file;
}

template <class Whole, std::size_t count>
void complete_parts(const std::array<FilePart<Whole>, count>& parts, TomlTable& file) {
    for (const FilePart<Whole>& part : parts) {
        std::vector<std::string_view> keys;
        for (const std::string_view key : part.id_keys)
            if (!key.empty()) keys.push_back(key);
        if (!keys.empty()) complete_ids(file, part.names.front().array, keys);
    }
}

template <class Whole, std::size_t count>
Whole read_parts(const std::array<FilePart<Whole>, count>& parts, const TomlReader& file,
                 const Profile& profile) {
    Whole whole;
    for (const FilePart<Whole>& part : parts) part.read(file, profile, whole);
    return whole;
}

}  // namespace rekindle
