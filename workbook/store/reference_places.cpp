#include "workbook/store/reference_places.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "workbook/store/part_files.hpp"

namespace rekindle {
namespace {

// Keys with what they have to say for a table to be the one that is looked for.
using Signs = std::vector<std::pair<std::string_view, std::string_view>>;

// In which of several ways a reference can stand in a file: the last sign of each is the reference.
std::vector<Signs> signs_of(const Dangling& dangling) {
    const std::string_view id = dangling.id;
    const std::string_view card = dangling.card;
    switch (dangling.kind) {
        case ReferenceKind::person:
            return {{{"person", id}}, {{"who", id}}};
        case ReferenceKind::daily_scale:
        case ReferenceKind::workbook:
            return {};
        case ReferenceKind::card:
            return {{{"card", id}}};
        case ReferenceKind::exercise:
            return {{{"card", card}, {"exercise", id}}};
        case ReferenceKind::card_scale:
            return {{{"card", card}, {"scale", id}}};
        case ReferenceKind::choice:
            return {{{"item", id}}, {{"part", id}}, {{"status", id}}};
        case ReferenceKind::practice:
            return {{{"list", id}}, {{"ledger", id}}, {{"ritual", id}}, {{"id", id}}};
    }
    return {};
}

// Where a value stands in a file.
struct Spot {
    int line = 0;
    int column = 0;
};

std::optional<Spot> spot_in(const TomlTable& table, const Signs& looks) {
    const TomlValue* last = nullptr;
    for (const auto& [key, text] : looks) {
        last = table.find(key);
        const auto* said = last ? last->as<std::string>() : nullptr;
        if (!said || *said != text) return std::nullopt;
    }
    if (!last) return std::nullopt;
    return Spot{last->line, last->column};
}

// Looks through a document in the order in which it is kept; the earliest line is what counts.
template <class Look>
void look_through(const TomlTable& table, Look look) {
    look(table);
    for (const auto& entry : table.entries()) {
        if (const auto* below = entry.value.as<TomlTable>()) look_through(*below, look);
        if (const auto* array = entry.value.as<TomlArray>())
            for (const TomlValue& each : *array)
                if (const auto* below = each.as<TomlTable>()) look_through(*below, look);
    }
}

std::optional<Spot> rating_in(const TomlTable& table, std::string_view scale) {
    const TomlValue* feelings = table.find("feelings");
    const auto* below = feelings ? feelings->as<TomlTable>() : nullptr;
    const TomlValue* rating = below ? below->find(scale) : nullptr;
    return rating ? std::optional(Spot{rating->line, rating->column}) : std::nullopt;
}

std::optional<Spot> find_spot(const TomlTable& document, const Dangling& dangling) {
    std::optional<Spot> first;
    const auto take = [&](std::optional<Spot> spot) {
        if (spot && spot->line > 0 && (!first || spot->line < first->line)) first = spot;
    };
    look_through(document, [&](const TomlTable& table) {
        if (dangling.kind == ReferenceKind::daily_scale) take(rating_in(table, dangling.id));
        for (const Signs& looks : signs_of(dangling)) take(spot_in(table, looks));
    });
    return first;
}

}  // namespace

Place place_of(const Dangling& dangling, const Store& store) {
    if (dangling.entries.empty()) return {};
    const Part& part = dangling.entries.begin()->first;
    const PartFile file = read_part_file(store.folder(), part, Journal{}, store.key());
    const std::optional<Spot> spot = find_spot(file.document, dangling);
    return {(store.folder() / Store::file_of(part)).string(), spot ? spot->line : 1,
            spot ? spot->column : 1};
}

}  // namespace rekindle
