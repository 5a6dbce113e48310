// The laws of a merge (merge_rules.hpp), on journals of every kind: two sides that went on from one
// journal, and three that never had anything to do with each other.
#include <algorithm>
#include <vector>

#include "tests/unit/support/builders.hpp"
#include "tests/unit/support/facts.hpp"
#include "tests/unit/support/generators.hpp"
#include "workbook/journal/merge_text.hpp"

using namespace rekindle;
using namespace rekindle::test;

namespace merge_laws_test {

namespace {

struct Three {
    Journal base;
    Journal ours;
    Journal theirs;
};

// A few changes of any kind.
Journal changed(Journal journal) {
    for (int i = *rc::gen::inRange(1, 12); i > 0; --i)
        if (auto next = update(journal, *any_command(journal), end_of_time())) journal = *next;
    return journal;
}

Three any_three() {
    Three three{*any_journal(), {}, {}};
    const bool akin = *rc::gen::inRange(0, 3) != 0;
    three.ours = akin ? changed(three.base) : *any_journal();
    three.theirs = akin ? changed(three.base) : *any_journal();
    return three;
}

std::string at(const Facts& facts, const FactName& name) {
    const auto found = facts.find(name);
    return found == facts.end() ? std::string{} : found->second;
}

bool has_entry(const Facts& facts, const FactName& name) {
    return facts.contains({name.first, ""}) || name.first.find('\n') == std::string::npos;
}

// Entries whose fields are brought together one by one also where a side took out the entry.
bool is_always_there(const FactName& name) {
    return name.first.find("\ncheckin\t") != std::string::npos ||
           name.first.find("\nritual\t") != std::string::npos;
}

// A check-in that one side took out says no longer when it was and whose.
bool is_about_nothing(const FactName& name, const Facts& other) {
    return !has_entry(other, name) && (name.second == "time" || name.second == "person");
}

// What has to be there of something that `mine` added or changed; none where the other side stands.
std::optional<std::string> claim(const FactName& name, const Facts& base, const Facts& mine,
                                 const Facts& other, bool mine_stands) {
    const std::string before = at(base, name);
    const std::string now = at(mine, name);
    if (now == before) return std::nullopt;
    if (at(other, name) == before) return now;
    if (!has_entry(other, name) && !is_always_there(name)) return now;
    if (is_long_text(name))
        return mine_stands ? merge_text(before, now, at(other, name))
                           : merge_text(before, at(other, name), now);
    return mine_stands && !is_about_nothing(name, other) ? std::optional{now} : std::nullopt;
}

// Rituals and what was felt are there as long as something is said in them: whether they are, and
// what they are called, follows from their values.
bool is_held_by_values(const FactName& name) {
    const bool is_name = name.second.empty() || name.second == "id" || name.second == "person";
    return is_name && (name.first.find("\nritual\t") != std::string::npos ||
                       name.first.find("\nfelt\t") != std::string::npos);
}

// The texts that were brought together, in one order.
std::vector<std::string> blocks_of(std::string text) {
    const std::string line = "\n\n———\n\n";
    std::vector<std::string> blocks;
    for (std::size_t found; (found = text.find(line)) != std::string::npos;) {
        blocks.push_back(text.substr(0, found));
        text = text.substr(found + line.size());
    }
    blocks.push_back(std::move(text));
    std::sort(blocks.begin(), blocks.end());
    return blocks;
}

// One letter or word of few, so that the same is often written twice.
std::string some_words(int most) {
    std::string text;
    for (int i = *rc::gen::inRange(0, most + 1); i > 0; --i)
        text += *rc::gen::element<std::string>("a", "b", " ", "é", "è", "ab ", "\n");
    return text;
}

std::size_t some_letter_of(const std::string& text) {
    auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(text.size()) + 1));
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}

// The text with some of it replaced.
std::string edited(const std::string& text, const std::string& by) {
    const std::size_t one = some_letter_of(text);
    const std::size_t other = some_letter_of(text);
    return text.substr(0, std::min(one, other)) + by + text.substr(std::max(one, other));
}

}  // namespace

TEST_CASE("merge laws: nothing that either side added is lost") {
    CHECK(rc::check([] {
        const Three all = any_three();
        const Facts base = facts_of(all.base);
        const Facts ours = facts_of(all.ours);
        const Facts theirs = facts_of(all.theirs);
        const Facts merged = facts_of(merge(all.base, all.ours, all.theirs));
        const auto check = [&](const Facts& mine, const Facts& other, bool mine_stands) {
            for (const auto& [name, value] : mine) {
                const auto expected = claim(name, base, mine, other, mine_stands);
                if (!expected || at(merged, name) == *expected) continue;
                RC_FAIL(name.first + " / " + name.second + ": " + *expected + " is " +
                        at(merged, name));
            }
        };
        check(ours, theirs, true);
        check(theirs, ours, false);
    }));
}

TEST_CASE("merge laws: merging with either side once more changes nothing") {
    CHECK(rc::check([] {
        const Three all = any_three();
        const Journal merged = merge(all.base, all.ours, all.theirs);
        RC_ASSERT(merge(all.base, merged, all.theirs) == merged);
        RC_ASSERT(merge(all.base, all.ours, merged) == merged);
    }));
}

TEST_CASE("merge laws: with the sides swapped the same is there, but for what both gave anew") {
    CHECK(rc::check([] {
        const Three all = any_three();
        const Facts base = facts_of(all.base);
        const Facts ours = facts_of(all.ours);
        const Facts theirs = facts_of(all.theirs);
        Facts one = facts_of(merge(all.base, all.ours, all.theirs));
        Facts other = facts_of(merge(all.base, all.theirs, all.ours));
        Facts names = one;
        names.insert(other.begin(), other.end());
        for (const auto& [name, ignored] : names) {
            if (at(one, name) == at(other, name) || is_held_by_values(name)) continue;
            if (is_long_text(name)) {
                RC_ASSERT(blocks_of(at(one, name)) == blocks_of(at(other, name)));
                continue;
            }
            RC_ASSERT(at(ours, name) != at(base, name));
            RC_ASSERT(at(theirs, name) != at(base, name));
            RC_ASSERT(at(one, name) == at(ours, name));
            RC_ASSERT(at(other, name) == at(theirs, name));
        }
    }));
}

TEST_CASE("merge laws: texts merged with either side once more stay as they are") {
    CHECK(rc::check([] {
        const std::string base = some_words(6);
        const std::string ours = edited(base, some_words(4));
        const std::string theirs = edited(base, some_words(4));
        const std::string merged = merge_text(base, ours, theirs);
        RC_LOG() << '[' << base << "] [" << ours << "] [" << theirs << "] [" << merged << "]\n";
        RC_ASSERT(merge_text(base, merged, theirs) == merged);
        RC_ASSERT(merge_text(base, ours, merged) == merged);
        RC_ASSERT(blocks_of(merged) == blocks_of(merge_text(base, theirs, ours)));
        RC_ASSERT(merge_text(base, base, theirs) == theirs);
        RC_ASSERT(merge_text(base, ours, base) == ours);
    }));
}

TEST_CASE("merge laws: what was written into a text on either side is in it afterwards") {
    CHECK(rc::check([] {
        const std::string base = some_words(8);
        const std::string merged = merge_text(base, edited(base, "OURS"), edited(base, "THEIRS"));
        RC_ASSERT(merged.find("OURS") != std::string::npos);
        RC_ASSERT(merged.find("THEIRS") != std::string::npos);
    }));
}

}  // namespace merge_laws_test
