// The rituals and plans of `practices.toml`.
#include "workbook/store/practices_parts.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "workbook/files/toml_moments.hpp"
#include "workbook/store/entry_ids.hpp"

namespace rekindle {
namespace {

// How the file says each rhythm; `Rhythm::none` stands for "whenever it fits".
std::string word_for(Rhythm rhythm) {
    return rhythm == Rhythm::none ? "none" : std::string{to_word(rhythm)};
}

std::optional<Rhythm> read_rhythm(const TomlReader& entry) {
    const auto word = entry.text("rhythm");
    if (!word) return std::nullopt;
    for (const Rhythm rhythm : {Rhythm::none, Rhythm::daily, Rhythm::weekly})
        if (word_for(rhythm) == *word) return rhythm;
    entry.problem("rhythm", "`rhythm` is none that Rekindle knows.", "Use none, daily or weekly.");
    return std::nullopt;
}

void read_descriptions(const TomlReader& file, Practices& out) {
    std::set<std::string> ids;
    for (const TomlReader& entry : file.tables("ritual")) {
        const std::string id = entry.require_text("id");
        if (!ids.insert(id).second) report_second_id(entry);
        if (id.empty()) continue;
        Ritual& ritual = out.rituals[id];
        ritual.text = entry.text("text").value_or(std::string{});
        ritual.rhythm = read_rhythm(entry);
    }
}

auto moment_of(const RitualDay& day) { return std::tie(day.date, day.person); }

// By date, then person; a day that stands there twice counts once.
void put_in_order(std::vector<RitualDay>& days) {
    std::sort(days.begin(), days.end(),
              [](const RitualDay& a, const RitualDay& b) { return moment_of(a) < moment_of(b); });
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

TomlTable to_toml(const std::string& list, const Plan& plan) {
    TomlTable table{{"list", list},
                    {"id", plan.id},
                    {"text", plan.text},
                    {"date", to_moment(plan.date)},
                    {"person", plan.person},
                    {"added", to_moment(plan.added)},
                    {"changed", to_moment(plan.changed)}};
    if (plan.done) table.set("done", to_moment(*plan.done));
    return table;
}

Plan read_plan(const TomlReader& entry, const Profile& profile) {
    Plan plan;
    plan.id = entry.require_text("id");
    plan.text = entry.text("text").value_or(std::string{});
    plan.date = entry.require_date("date").value_or(Date{});
    plan.done = entry.date("done");
    plan.person = entry.text("person").value_or(profile.people.front().id);
    plan.added = entry.date("added").value_or(plan.date);
    plan.changed = entry.date("changed").value_or(plan.added);
    return plan;
}

}  // namespace

void write_rituals(const Practices& practices, TomlTable& file) {
    TomlArray rituals;
    TomlArray done;
    for (const auto& [id, ritual] : practices.rituals) {
        if (!ritual.text.empty() || ritual.rhythm) {
            TomlTable table{{"id", id}, {"text", ritual.text}};
            if (ritual.rhythm) table.set("rhythm", word_for(*ritual.rhythm));
            rituals.emplace_back(std::move(table));
        }
        for (const RitualDay& day : ritual.days)
            done.emplace_back(
                TomlTable{{"ritual", id}, {"date", to_moment(day.date)}, {"person", day.person}});
    }
    if (!rituals.empty()) file.set("ritual", std::move(rituals));
    if (!done.empty()) file.set("done", std::move(done));
}

void read_rituals(const TomlReader& file, const Profile& profile, Practices& out) {
    read_descriptions(file, out);
    for (const TomlReader& entry : file.tables("done")) {
        const std::string id = entry.require_text("ritual");
        const auto date = entry.require_date("date");
        if (id.empty() || !date) continue;
        out.rituals[id].days.push_back(
            {*date, entry.text("person").value_or(profile.people.front().id)});
    }
    for (auto& [id, ritual] : out.rituals) put_in_order(ritual.days);
    std::erase_if(out.rituals, [](const auto& entry) { return entry.second == Ritual{}; });
}

void write_plans(const Practices& practices, TomlTable& file) {
    TomlArray plans;
    for (const auto& [list, entries] : practices.plans)
        for (const Plan& plan : entries) plans.emplace_back(to_toml(list, plan));
    if (!plans.empty()) file.set("plan", std::move(plans));
}

void read_plans(const TomlReader& file, const Profile& profile, Practices& out) {
    std::set<std::pair<std::string, std::string>> ids;
    for (const TomlReader& entry : file.tables("plan")) {
        const std::string list = entry.require_text("list");
        Plan plan = read_plan(entry, profile);
        if (!ids.emplace(list, plan.id).second) report_second_id(entry);
        if (!list.empty()) out.plans[list].push_back(std::move(plan));
    }
}

}  // namespace rekindle
