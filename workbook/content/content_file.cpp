#include "workbook/content/content_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <utility>

#include "workbook/files/file.hpp"

namespace rekindle {

namespace {

constexpr int known_format = 1;

constexpr std::array audiences{Audience::hurt, Audience::broke, Audience::both, Audience::self};
constexpr std::array rhythms{Rhythm::none, Rhythm::daily, Rhythm::weekly};
// The others hold a kind of their own.
constexpr std::array sections{PracticeSection::agreements, PracticeSection::triggers,
                              PracticeSection::questions,  PracticeSection::rituals,
                              PracticeSection::strengths,  PracticeSection::lists};

std::array<ExerciseKind, kind_count> all_kinds() {
    std::array<ExerciseKind, kind_count> all{};
    std::transform(exercise_kinds.begin(), exercise_kinds.end(), all.begin(),
                   [](const KindRow& row) { return row.kind; });
    return all;
}

// The value called `word`; reported when there is none of that name.
template <class All>
std::optional<typename All::value_type> read_word(const All& all, Fields& fields,
                                                  std::string_view key) {
    const std::string word = fields.word_if_any(key);
    std::string known;
    for (const auto one : all) {
        if (to_word(one) == word) return one;
        if (!to_word(one).empty()) known += (known.empty() ? "" : ", ") + std::string(to_word(one));
    }
    if (fields.has(key)) {
        fields.report(key, fmt::format("This {} is not known.", key),
                      fmt::format("Write one of {}.", known));
    }
    return std::nullopt;
}

// Ids seen so far in one place; says when one stands twice.
class Ids {
  public:
    // True for an id that can be used.
    bool is_new(const std::string& id, Fields& fields) {
        if (id.empty()) return false;
        if (seen_.insert(id).second) return true;
        fields.report("id", "This id stands twice.",
                      "Give each its own, so that answers stay apart.");
        return false;
    }

  private:
    std::set<std::string> seen_;
};

enum class Asked { on_a_card, daily };

std::optional<Scale> read_scale(const TomlReader& table, Ids& ids, FileReading& reading,
                                Asked asked) {
    Fields fields(table, "The scale", reading);
    Scale scale{fields.id(), fields.text("title"), fields.text("low"), fields.text("high")};
    if (asked == Asked::daily) scale.watched = fields.truth_or_false("watched");
    if (!ids.is_new(scale.id, fields)) return std::nullopt;
    return scale;
}

std::vector<Scale> read_scales(Fields& parent, Ids& ids, FileReading& reading, Asked asked) {
    std::vector<Scale> scales;
    for (const TomlReader& table : parent.tables("scale")) {
        if (auto scale = read_scale(table, ids, reading, asked))
            scales.push_back(*std::move(scale));
    }
    return scales;
}

std::vector<Choice> read_items(Fields& exercise, FileReading& reading) {
    std::vector<Choice> items;
    Ids ids;
    for (const TomlReader& table : exercise.tables("items")) {
        Fields fields(table, "The item", reading);
        Choice item{fields.id(), fields.text("title"), fields.text_if_any("hint")};
        item.quiet = fields.truth_or_false("quiet");
        if (ids.is_new(item.id, fields)) items.push_back(std::move(item));
    }
    return items;
}

std::string read_uses(Fields& fields) {
    std::string uses = fields.word_if_any("uses");
    if (uses.empty() || is_id(uses)) return uses;
    fields.report("uses", "This name cannot be used.",
                  "Write it with small letters a to z, figures and hyphens only.");
    return {};
}

// The ids of the scales this exercise rates; those the card does not have are reported.
std::vector<std::string> read_rates(Fields& fields, const std::vector<Scale>& scales) {
    std::vector<std::string> rates;
    for (std::string& id : fields.words("rates")) {
        const bool known = std::any_of(scales.begin(), scales.end(),
                                       [&id](const Scale& scale) { return scale.id == id; });
        if (known) {
            rates.push_back(std::move(id));
        } else {
            fields.report("rates", "The card has no scale of that id.",
                          "Name ids from its [[card.scale]] tables.");
        }
    }
    return rates;
}

std::optional<Exercise> read_exercise(const TomlReader& table, const std::vector<Scale>& scales,
                                      Ids& ids, FileReading& reading) {
    Fields fields(table, "The exercise", reading);
    Exercise exercise;
    exercise.id = fields.id();
    if (!fields.has("kind")) {
        fields.report("kind", "The exercise has no kind.",
                      "Add a line such as kind = \"reflect\".");
    }
    const auto kind = read_word(all_kinds(), fields, "kind");
    exercise.title = fields.text("title");
    exercise.prompt = fields.text("prompt");
    exercise.uses = read_uses(fields);
    exercise.items = read_items(fields, reading);
    exercise.rates = read_rates(fields, scales);
    exercise.rhythm = read_word(rhythms, fields, "rhythm").value_or(Rhythm::none);
    exercise.minutes = fields.number_or_zero("minutes");
    exercise.topics = fields.texts("topics");
    exercise.notices = fields.truth_or_false("notices");
    exercise.section = read_word(sections, fields, "section");
    if (!ids.is_new(exercise.id, fields) || !kind) return std::nullopt;
    exercise.kind = *kind;
    return exercise;
}

std::optional<Card> read_card(const TomlReader& table, Ids& ids, ContentFile& file) {
    Fields fields(table, "The card", file.reading);
    Card card;
    card.id = fields.id();
    card.title = fields.text("title");
    card.summary = fields.text("summary");
    card.guidance = fields.text("guidance");
    card.audience = read_word(audiences, fields, "for").value_or(Audience::both);
    card.for_hurt = fields.text_if_any("for_hurt");
    card.for_broke = fields.text_if_any("for_broke");
    Ids scale_ids;
    card.scales = read_scales(fields, scale_ids, file.reading, Asked::on_a_card);
    PlacedCard placed{fields.place(), {}};
    Ids exercise_ids;
    for (const TomlReader& one : fields.tables("exercise")) {
        auto exercise = read_exercise(one, card.scales, exercise_ids, file.reading);
        if (!exercise) continue;
        card.exercises.push_back(*std::move(exercise));
        placed.exercises.push_back(one.place());
    }
    if (!ids.is_new(card.id, fields)) return std::nullopt;
    file.cards.push_back(std::move(placed));
    return card;
}

void read_workbook_table(Fields& fields, ContentFile& file) {
    Workbook workbook;
    workbook.id = fields.id();
    workbook.title = fields.text("title");
    workbook.about = fields.text("about");
    workbook.audience = read_word(audiences, fields, "for").value_or(Audience::both);
    workbook.source = fields.text_if_any("source");
    workbook.order = fields.number_or_zero("order");
    file.place = fields.place("id");
    Ids ids;
    for (const TomlReader& table : fields.tables("card")) {
        if (auto card = read_card(table, ids, file)) workbook.cards.push_back(*std::move(card));
    }
    if (workbook.cards.empty()) {
        fields.report("card", "The workbook has no card.", "Begin one with a line [[card]].");
    }
    if (!workbook.id.empty()) file.workbook = std::move(workbook);
}

void read_feelings_table(Fields& fields, ContentFile& file) {
    Ids group_ids;
    Ids scale_ids;  // one for all groups: a feeling is known by its id alone
    for (const TomlReader& table : fields.tables("group")) {
        Fields group_fields(table, "The group", file.reading);
        FeelingGroup group;
        group.id = group_fields.id();
        group.title = group_fields.text("title");
        group.folded = group_fields.truth_or_false("folded");
        group.scales = read_scales(group_fields, scale_ids, file.reading, Asked::daily);
        if (group_ids.is_new(group.id, group_fields)) file.feelings.push_back(std::move(group));
    }
}

void read_help_table(Fields& fields, ContentFile& file) {
    Ids ids;
    for (const TomlReader& table : fields.tables("section")) {
        Fields section_fields(table, "The section", file.reading);
        HelpSection section{section_fields.id(), section_fields.text("title"),
                            section_fields.text("text")};
        section.first = section_fields.truth_or_false("first");
        if (ids.is_new(section.id, section_fields)) file.help.push_back(std::move(section));
    }
    for (const TomlReader& table : fields.tables("contact")) {
        Fields contact_fields(table, "The contact", file.reading);
        HelpContact contact{contact_fields.text("country"), contact_fields.text("name"),
                            contact_fields.text("number"), contact_fields.day("checked")};
        // A number nobody vouches for is not shown to someone in need of it.
        if (!contact.checked.empty()) file.contacts.push_back(std::move(contact));
    }
}

void read_phrases_table(Fields& fields, ContentFile& file) {
    file.every_phrase.unless = fields.words("unless");
    file.every_phrase.turns = fields.words("turns");
    file.every_phrase_place = fields.has("unless") ? fields.place("unless") : fields.place("turns");
    for (const TomlReader& table : fields.tables("phrase")) {
        Fields phrase_fields(table, "The phrase", file.reading);
        Phrase phrase{phrase_fields.words("words"), phrase_fields.text("why"),
                      phrase_fields.words("unless")};
        if (!phrase_fields.has("words")) {
            phrase_fields.report("words", "The phrase has no words.",
                                 "Add a line words = [\"…\"].");
        }
        file.phrases.push_back(std::move(phrase));
        file.phrase_places.push_back(table.place());
    }
}

// A file of a later form is read as far as it goes, and said to be one.
void read_format(Fields& fields) {
    const int format = fields.number_or_zero("format");
    if (!fields.has("format")) {
        fields.report("format", "The file does not say its format.",
                      "Begin it with the line format = 1.");
    } else if (format != known_format) {
        fields.report("format", "This file is written in a form this version does not know.",
                      "This version reads format = 1.");
    }
}

void read_table(const TomlTable& table, ContentKind kind, ContentFile& file) {
    Fields fields(TomlReader(table, file.reading.file, file.reading.problems), "The file",
                  file.reading);
    read_format(fields);
    switch (kind) {
        case ContentKind::workbook:
            return read_workbook_table(fields, file);
        case ContentKind::feelings:
            return read_feelings_table(fields, file);
        case ContentKind::help:
            return read_help_table(fields, file);
        case ContentKind::phrases:
            return read_phrases_table(fields, file);
    }
}

void sort_by_line(Problems& problems) {
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Error& a, const Error& b) { return a.place.line < b.place.line; });
}

std::vector<std::string_view> to_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace

ContentKind content_kind(std::string_view file) {
    const std::string name = std::filesystem::path(file).filename().string();
    if (name == "feelings.toml") return ContentKind::feelings;
    if (name == "help.toml") return ContentKind::help;
    if (name == "phrases.toml") return ContentKind::phrases;
    return ContentKind::workbook;
}

ContentFile read_content_text(std::string_view text, const std::string& name, ContentKind kind) {
    ContentFile file;
    file.reading.file = name;
    file.reading.lines = to_lines(text);
    const Result<TomlTable> table = parse_toml(text, name);
    if (table) {
        read_table(*table, kind, file);
    } else {
        file.reading.problems.push_back(table.error());
    }
    file.reading.lines.clear();
    sort_by_line(file.reading.problems);
    return file;
}

ContentFile read_content_file(const std::string& name, ContentKind kind) {
    const Result<std::string> text = read_text(name);
    if (text) return read_content_text(*text, name, kind);
    ContentFile file;
    file.reading.file = name;
    file.reading.problems.push_back(text.error());
    return file;
}

Result<std::string> read_text(const std::filesystem::path& file) {
    Result<std::optional<std::string>> text = read_file(file);
    if (!text) return fail(text.error());
    if (!*text) {
        return fail(ErrorCode::system, "There is no such file.", "Check its name.",
                    {file.string(), 0, 0});
    }
    return **std::move(text);
}

}  // namespace rekindle
