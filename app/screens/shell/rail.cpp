// The rail at the left: where one can go, what can be taken back, whether all is saved, and the way
// to hide.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/screens/pages.hpp"
#include "app/screens/shell/parts.hpp"
#include "app/widgets/text.hpp"
#include "app/widgets/tooltip.hpp"
#include "app/words/people.hpp"

namespace rekindle::app {
namespace {

struct Entry {
    std::string_view name;
    const char* icon;
    std::string_view word;
    std::string_view hint = {};
    bool selected = false;
    bool marked = false;  // something waits there
};

constexpr float wordmark_height = 71;
constexpr float entry_step = 47;
constexpr float entry_height = 43;
constexpr float compact_step = 39;      // six of them fit into 960 × 600 at 200 %
constexpr float compact_gap = 2;        // of it, below the entry
constexpr float step_back_height = 36;  // of the undo and redo rows
constexpr float saved_height = 46;
constexpr float compact_saved_height = 22;
constexpr float hide_height = 44;  // down to the window's very corner
constexpr float compact_hide_height = 34;

constexpr float before_word = 42;  // of a wide entry
constexpr float after_word = 12;
constexpr float beside_word = before_word + after_word;

void draw_wide_entry(Canvas& canvas, const Rect& rect, const Entry& entry, Type type) {
    const float middle = rect.centre().y;
    const auto top = [&](Type of) { return middle - canvas.fonts[of]->FontSize / 2; };
    const Colour colour = entry.selected ? Colour::ink : Colour::muted;
    const float word = rect.x + canvas.px(before_word);
    float right = rect.right() - canvas.px(after_word);
    draw_text(canvas, rect.x + canvas.px(12), top(type), type, colour, entry.icon);
    if (entry.marked)
        draw_text_right(canvas, right, top(Type::label), Type::label, Colour::notice,
                        icon::warning);
    if (!entry.hint.empty()) {
        draw_text_right(canvas, right, top(Type::label), Type::label, Colour::faint, entry.hint);
        right -= text_width(canvas, Type::label, entry.hint) + canvas.px(8);
    }
    draw_text_cut(canvas, {word, top(type)}, right - word, type, colour, entry.word);
}

void draw_compact_entry(Canvas& canvas, const Rect& rect, const Entry& entry) {
    const Colour colour = entry.selected ? Colour::ink : Colour::muted;
    const float half = std::round(rect.h / 2);
    const float up = canvas.px(3);
    draw_text_centred(canvas, {rect.x, rect.y + up, rect.w, half}, Type::body, colour, entry.icon);
    if (entry.marked)
        draw_text_right(canvas, rect.right() - canvas.px(8), rect.y + canvas.px(4), Type::label,
                        Colour::notice, icon::warning);
    const float width = std::min(text_width(canvas, Type::label, entry.word), rect.w);
    draw_text_cut(canvas, {rect.x + (rect.w - width) / 2, rect.y + half + canvas.px(2)}, rect.w,
                  Type::label, colour, entry.word);
}

// One entry of the rail; true when it was pressed.
bool draw_entry(Canvas& canvas, const Rect& rect, const Entry& entry, bool compact,
                Type type = Type::body) {
    const Interaction seen = interact(canvas, {.name = entry.name,
                                               .hit = rect,
                                               .state = entry.selected ? "checked" : "-",
                                               .rounding = 10});
    const float rounding = canvas.px(10);
    if (entry.selected)
        canvas.list()->AddRectFilled(rect.min(), rect.max(), canvas.colour(Colour::accent_soft),
                                     rounding);
    else if (seen.hovered)
        canvas.list()->AddRectFilled(rect.min(), rect.max(),
                                     faded(canvas.colour(Colour::ink), 0.05f), rounding);
    if (compact)
        draw_compact_entry(canvas, rect, entry);
    else
        draw_wide_entry(canvas, rect, entry,
                        type == Type::body && entry.selected ? Type::strong : type);
    return seen.pressed;
}

float step_of(const Canvas& canvas, bool compact) {
    return canvas.px(compact ? compact_step : entry_step);
}
float entry_height_of(const Canvas& canvas, bool compact) {
    return canvas.px(compact ? compact_step - compact_gap : entry_height);
}

// The next entry's place, one step further down.
Rect take_entry(const Pen& pen, bool compact) {
    Rect rect = pen.column.take(step_of(pen.canvas, compact));
    rect.h = entry_height_of(pen.canvas, compact);
    return rect;
}

// How the entries for pages look just now.
struct PlacesLook {
    Page shown = Page::today;
    bool compact = false;
    bool settings_wait = false;  // what became of earlier states and of copies is said there
};

PlacesLook look_of(const Screen& screen, const UiState& ui, bool compact) {
    const FileNotices& notices = screen.notices;
    return {ui.page, compact, !notices.backup_problem.empty() || !notices.copies.empty()};
}

void draw_way_to(const PageRow& page, const PlacesLook& look, const AskingPen& pen) {
    const std::string name = "nav." + std::string(page.name);
    const std::string hint = key_in_words(page);
    const Entry entry{name,
                      page.icon,
                      page.title,
                      hint,
                      page.page == look.shown,
                      look.settings_wait && page.page == Page::settings};
    if (!draw_entry(pen.canvas, take_entry(pen, look.compact), entry, look.compact)) return;
    pen.canvas.controls.clear_focus();  // Tab begins with the page, also where one is there already
    pen.out.add(GoTo{page.page});
}

// With two people in the journal: who is writing, and a way to hand over.
void draw_person(const Screen& screen, bool compact, const AskingPen& pen) {
    const Person* other = other_person(*screen.journal.profile, screen.person);
    if (!other) return;
    const std::string name = name_of(*screen.journal.profile, screen.person);
    const Entry entry{"nav.person", icon::people, name, "switch"};
    const Rect rect = take_entry(pen, compact);
    if (draw_entry(pen.canvas, rect, entry, compact)) pen.out.add(SwitchPerson{other->id});
    if (ImGui::IsMouseHoveringRect(rect.min(), rect.max()))
        tooltip(pen.canvas, fmt::format("You are writing as {}. Click to switch to {}.", name,
                                        name_of(*screen.journal.profile, other->id)));
}

// Undo and redo, only while there is something to take back, saying what it is; true when it was
// pressed. `end` is where the last row ends that can be seen.
bool draw_step_back(const Pen& pen, bool compact, Entry entry, const std::string& what,
                    float& end) {
    if (what.empty() && compact) return false;  // the wide rail keeps the room: nothing moves
    const Rect row = pen.column.take(pen.px(compact ? compact_step : step_back_height));
    if (what.empty()) return false;
    const std::string words = fmt::format("{} {}", entry.word, what);
    if (!compact) entry.word = words;
    end = row.bottom();
    const bool pressed = draw_entry(pen.canvas, row, entry, compact, Type::secondary);
    const bool is_cut =
        compact || text_width(pen.canvas, Type::secondary, words) > row.w - pen.px(beside_word);
    if (is_cut && ImGui::IsMouseHoveringRect(row.min(), row.max())) tooltip(pen.canvas, words);
    return pressed;
}

void draw_steps_back(const Screen& screen, bool compact, float& end, const AskingPen& pen) {
    const bool undo =
        draw_step_back(pen, compact, {"undo", icon::undo, "Undo"}, screen.undo_title, end);
    const bool redo =
        draw_step_back(pen, compact, {"redo", icon::redo, "Redo"}, screen.redo_title, end);
    if (undo) pen.out.add(Undo{});
    if (redo) pen.out.add(Redo{});
}

// What always stands at the bottom of the rail: whether all is saved, and the way to hide.
float foot_height(const Canvas& canvas, bool compact) {
    return compact ? canvas.px(compact_saved_height) + canvas.px(compact_hide_height)
                   : canvas.px(saved_height) + canvas.px(hide_height);
}

std::string saved_words(const SaveState& save, bool compact) {
    const std::string at = to_iso(save.at);
    switch (save.kind) {
        case SaveState::Kind::nothing_yet:
            return compact ? "Kept here" : "On this computer only";
        case SaveState::Kind::unsaved:
            return "Unsaved";
        case SaveState::Kind::refused:
            return "Not saved";
        case SaveState::Kind::saved:
            break;
    }
    return compact ? "Saved " + at : "Saved " + at + " · on this computer only";
}

void draw_saved(const SaveState& save, const Rect& rail, bool compact, Canvas& canvas) {
    const bool refused = save.kind == SaveState::Kind::refused;
    const Colour colour = refused ? Colour::notice : Colour::muted;
    const float side = canvas.px(compact ? 8 : 24);
    const float y = rail.bottom() - foot_height(canvas, compact);
    Column column{rail.x + side, y, rail.w - side - canvas.px(8)};
    if (compact)
        draw_text_cut(canvas, {column.x, y + canvas.px(4)}, column.width, Type::label, colour,
                      saved_words(save, compact));
    else
        draw_wrapped({canvas, column}, Type::label, colour, saved_words(save, compact));
}

// A word with its icon at the foot of the rail; true when it was pressed.
bool draw_corner(Canvas& canvas, const Rect& rect, const Entry& entry, std::string_view about,
                 bool stacked, Type type) {
    const Interaction seen = interact(canvas, {.name = entry.name, .hit = rect, .rounding = 0});
    if (seen.hovered) {
        canvas.list()->AddRectFilled(rect.min(), rect.max(),
                                     faded(canvas.colour(Colour::ink), 0.05f));
        tooltip(canvas, about);
    }
    if (stacked) {
        draw_compact_entry(canvas, rect, entry);
        return seen.pressed;
    }
    const bool small = type == Type::label;
    const float left = rect.x + canvas.px(small ? 10 : 24);
    const float word = left + canvas.px(small ? 22 : 30);
    const float y = rect.centre().y - canvas.fonts[type]->FontSize / 2;
    draw_text(canvas, left, y, type, Colour::muted, entry.icon);
    draw_text(canvas, word, y, type, Colour::muted, entry.word);
    if (!entry.hint.empty())
        draw_text_right(canvas, rect.right() - canvas.px(24),
                        rect.centre().y - canvas.fonts[Type::label]->FontSize / 2, Type::label,
                        Colour::faint, entry.hint);
    return seen.pressed;
}

// In the window's corner on every page, where a hand finds it without looking: its reach goes to
// the very edges. Beside it the lock, where there is one.
void draw_corners(const Screen& screen, const Rect& rail, bool compact, Canvas& canvas,
                  Actions& out) {
    const float height = canvas.px(compact ? compact_hide_height : hide_height);
    const float width = rail.w - canvas.px(1);
    Rect rect{rail.x, rail.bottom() - height, width, height};
    if (screen.locked) rect.w = std::round(width / 2);
    const bool stacked = compact && screen.locked;
    const Type type = compact ? Type::label : Type::secondary;
    const std::string_view hint = compact || screen.locked ? "" : "3 × Shift";
    if (draw_corner(canvas, rect, {"hide", icon::hide, "Hide", hint},
                    "A blank page at once. Shift three times does the same, and brings this back.",
                    stacked, type))
        out.add(Hide{});
    if (!screen.locked) return;
    const Rect beside{rect.right(), rect.y, width - rect.w, height};
    if (draw_corner(canvas, beside, {"nav.lock", icon::lock, "Lock"},
                    "Saves, and closes the journal until its passphrase is given. Ctrl L does the "
                    "same.",
                    stacked, type))
        out.add(LockNow{});
}

// What has to stand at the bottom, as far as the height allows, in pixels. Each step is rounded as
// it is when it is taken: a sum that is rounded at its end differs from it at odd scales.
float lower_part_height(const Screen& screen, bool compact, const Canvas& canvas) {
    const float step = step_of(canvas, compact);
    const float entries = screen.journal.profile->people.size() < 2 ? 2 : 3;
    if (!compact) return entries * step + 2 * canvas.px(step_back_height) + canvas.px(8);
    const int steps_back =
        (screen.undo_title.empty() ? 0 : 1) + (screen.redo_title.empty() ? 0 : 1);
    return (entries + static_cast<float>(steps_back)) * step;
}

}  // namespace

void draw_rail(const Screen& screen, const UiState& ui, const ShellLayout& at, Canvas& canvas,
               Actions& out) {
    const bool compact = at.compact;
    const float foot = foot_height(canvas, compact);
    const float edge = canvas.px(compact ? 8 : 12);
    const float line = std::max(1.0f, std::floor(canvas.scale));
    canvas.list()->AddRectFilled({at.rail.right() - line, at.rail.y}, at.rail.max(),
                                 canvas.colour(Colour::line));
    ImGui::SetCursorScreenPos(at.rail.min());
    // However large the letters, there is a strip to scroll in.
    const float height = std::max(canvas.px(compact_step), at.rail.h - foot);
    ImGui::BeginChild("rail", {at.rail.w - canvas.px(1), height}, false,
                      ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
                          ImGuiWindowFlags_NoBackground);
    const float top = at.rail.y - ImGui::GetScrollY();
    const bool scrolls = ImGui::GetContentRegionMax().x < ImGui::GetWindowWidth() - 1;
    const float bar = scrolls ? ImGui::GetStyle().ScrollbarSize + canvas.px(2) : 0;
    Column column{at.rail.x + edge, top + canvas.px(compact ? 6 : wordmark_height),
                  at.rail.w - edge - std::max(bar, canvas.px(compact ? 8 : 13))};
    if (!compact)
        draw_text(canvas, at.rail.x + canvas.px(24), top + canvas.px(27), Type::heading,
                  Colour::ink, "Rekindle");
    const AskingPen pen{canvas, column, out};
    const PlacesLook look = look_of(screen, ui, compact);
    for (const PageRow& each : pages)
        if (each.in_rail == InRail::above) draw_way_to(each, look, pen);
    const float lower = at.rail.h - foot - lower_part_height(screen, compact, canvas);
    column.y = std::max(column.y, top + lower);
    draw_person(screen, compact, pen);
    for (auto each = pages.rbegin(); each != pages.rend(); ++each)
        if (each->in_rail == InRail::below) draw_way_to(*each, look, pen);
    float end = column.y - step_of(canvas, compact) + entry_height_of(canvas, compact);
    draw_steps_back(screen, compact, end, pen);
    ImGui::SetCursorScreenPos({at.rail.x, top});
    ImGui::Dummy({1, end - top});
    // Dear ImGui knows it a frame later, and counts whole pixels: a part of one would ask for ever.
    if ((std::floor(end - top) > ImGui::GetWindowHeight()) != scrolls) canvas.draw_again();
    scroll_by_wheel(canvas);
    ImGui::EndChild();
    draw_saved(screen.save, at.rail, compact, canvas);
    draw_corners(screen, at.rail, compact, canvas, out);
}

}  // namespace rekindle::app
