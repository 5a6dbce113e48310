#include "workbook/exchange/report_practices.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "workbook/content/practice_sources.hpp"
#include "workbook/journal/practice_words.hpp"

namespace rekindle {
namespace {

using Kind = Block::Kind;

struct Span {
    Date from;
    Date to;
    bool has(Date date) const { return date >= from && date <= to; }
};

// What the first card that shows a practice calls it, or its id.
std::string title_of(const Content& content, ExerciseKind kind, const std::string& id) {
    const auto sources = practice_sources(content, kind, id);
    return sources.empty() || sources.front().exercise->title.empty()
               ? id
               : sources.front().exercise->title;
}

// A chapter's sections; the chapter is only there when one of them has something to say.
class Chapter {
  public:
    Chapter(std::string title, std::vector<Block>& blocks)
        : title_(std::move(title)), blocks_(blocks) {}

    void add(const std::string& section, const std::vector<Block>& said) {
        if (said.empty()) return;
        if (!std::exchange(begun_, true)) blocks_.push_back({Kind::chapter, title_});
        blocks_.push_back({Kind::section, section});
        blocks_.insert(blocks_.end(), said.begin(), said.end());
    }

  private:
    std::string title_;
    std::vector<Block>& blocks_;
    bool begun_ = false;
};

bool is_told(const Promise& promise, const Span& span) {
    const bool made = promise.added <= span.to && (!promise.ended || *promise.ended >= span.from);
    return made || std::any_of(promise.marks.begin(), promise.marks.end(),
                               [&](const PromiseMark& mark) { return span.has(mark.due); });
}

void add_promise(const Promise& promise, const Profile& profile, const Span& span,
                 std::vector<Block>& said) {
    if (!is_told(promise, span)) return;
    if (!promise.text.empty()) said.push_back({Kind::words, promise.text});
    std::string about = fmt::format("{}, {}, made on {}", maker_title(profile, promise.who),
                                    to_words(promise.schedule, profile.week_start),
                                    to_words_with_year(promise.added));
    if (promise.ended) about += ", ended on " + to_words_with_year(*promise.ended);
    said.push_back({Kind::paragraph, about});
    for (const PromiseMark& mark : promise.marks)
        if (span.has(mark.due))
            said.push_back({Kind::item, fmt::format("{}: {}", to_words_with_year(mark.due),
                                                    kept_title(mark.kept))});
}

// One without any day is told by its words alone, whatever the span.
std::vector<Block> report_of_ritual(const Ritual& ritual, const Profile& profile,
                                    const Span& span) {
    std::vector<Block> days;
    for (const RitualDay& day : ritual.days) {
        if (!span.has(day.date)) continue;
        std::string words = to_words_with_year(day.date);
        if (profile.people.size() > 1) words += ", " + maker_title(profile, day.person);
        days.push_back({Kind::item, std::move(words)});
    }
    std::vector<Block> said;
    if (!ritual.text.empty() && (!days.empty() || ritual.days.empty()))
        said.push_back({Kind::words, ritual.text});
    said.insert(said.end(), days.begin(), days.end());
    return said;
}

void add_plan(const Plan& plan, const Span& span, std::vector<Block>& said) {
    const bool told =
        plan.added <= span.to && (plan.changed >= span.from || plan.date >= span.from ||
                                  (plan.done && *plan.done >= span.from));
    if (!told) return;
    if (!plan.text.empty()) said.push_back({Kind::words, plan.text});
    std::string about = "For " + to_words_with_year(plan.date);
    if (plan.done) about += ", done on " + to_words_with_year(*plan.done);
    said.push_back({Kind::paragraph, about});
}

// Lists are told by add_lists in report_answers.hpp, the others below.
static_assert(count_entry_maps() == 3, "a map of the practices is not told of in a report");

}  // namespace

void add_practices(const Journal& journal, const Content& content, Date from, Date to,
                   std::vector<Block>& blocks) {
    const Span span{from, to};
    const Profile& profile = *journal.profile;
    const Practices& practices = *journal.practices;
    Chapter promises{"Promises", blocks};
    for (const auto& [ledger, entries] : practices.promises) {
        std::vector<Block> said;
        for (const Promise& promise : entries) add_promise(promise, profile, span, said);
        promises.add(title_of(content, ExerciseKind::promise, ledger), said);
    }
    Chapter rituals{"Rituals", blocks};
    for (const auto& [id, ritual] : practices.rituals)
        rituals.add(title_of(content, ExerciseKind::ritual, id),
                    report_of_ritual(ritual, profile, span));
    Chapter plans{"Plans", blocks};
    for (const auto& [list, entries] : practices.plans) {
        std::vector<Block> said;
        for (const Plan& plan : entries) add_plan(plan, span, said);
        plans.add(title_of(content, ExerciseKind::plan, list), said);
    }
}

}  // namespace rekindle
