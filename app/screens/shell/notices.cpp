// What went wrong, said where it cannot be overlooked, with what to do about it.
#include <fmt/format.h>

#include <algorithm>

#include "app/screens/shell/parts.hpp"
#include "app/widgets/button.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {
namespace {

constexpr std::size_t most_problems = 4;  // more are counted only

std::string place_of(const Error& error) {
    const Place& place = error.place;
    if (place.line == 0) return place.file;
    if (place.column == 0) return fmt::format("{}:{}", place.file, place.line);
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

void draw_problem(const Error& error, const Pen& pen) {
    draw_wrapped(pen, Type::secondary, Colour::ink, to_sentence(error));
    if (!error.place.file.empty()) draw_wrapped(pen, Type::label, Colour::muted, place_of(error));
    pen.skip(8);
}

// What could not be read. What was read and is not written over is told for itself.
ReadOnlyParts unread_parts(const Screen& screen) {
    ReadOnlyParts unread = screen.read_only;
    std::erase_if(unread,
                  [](const auto& part) { return part.second.code == ErrorCode::distrusted; });
    return unread;
}

// What no part is read-only for: what makes one so stands with that part.
Problems further_problems(const Screen& screen) {
    Problems further;
    for (const Error& problem : screen.problems) {
        const bool said = std::any_of(screen.read_only.begin(), screen.read_only.end(),
                                      [&](const auto& part) { return part.second == problem; });
        if (!said && problem.code != ErrorCode::distrusted) further.push_back(problem);
    }
    return further;
}

// As many as there is room for; gives how many were left out.
std::size_t draw_first_problems(const Screen& screen, const AskingPen& pen) {
    std::size_t met = 0;
    for (const auto& [part, error] : unread_parts(screen)) {
        if (++met > most_problems) continue;
        draw_problem(error, pen);
        const auto earlier = screen.notices.earlier.find(part);
        if (earlier != screen.notices.earlier.end())
            draw_earlier(screen, part, earlier->second, pen);
    }
    for (const Error& problem : further_problems(screen))
        if (++met <= most_problems) draw_problem(problem, pen);
    return met - std::min(met, most_problems);
}

}  // namespace

void draw_notice_heading(const Pen& pen, std::string_view words) {
    const float y =
        pen.column.y +
        (line_height(pen.canvas, Type::strong) - pen.canvas.fonts[Type::strong]->FontSize) / 2;
    draw_text(pen.canvas, pen.column.x, y, Type::strong, Colour::notice, icon::warning);
    Column beside{pen.column.x + pen.px(26), pen.column.y, pen.column.width - pen.px(26)};
    draw_wrapped(pen.in(beside), Type::strong, Colour::ink, words);
    pen.column.y = beside.y + pen.px(4);
}

void draw_refused_save(const Screen& screen, Rect& page, float margin, Canvas& canvas,
                       Actions& out) {
    if (screen.save.kind != SaveState::Kind::refused) return;
    const ButtonSpec retry{.name = "save.retry", .label = "Try again"};
    const float right = button_width(canvas, retry) + canvas.px(16);
    Column words{page.x + margin, page.y + canvas.px(12), page.w - 2 * margin - right};
    draw_notice_heading({canvas, words}, "Your last changes are not saved yet");
    draw_wrapped({canvas, words}, Type::secondary, Colour::ink, screen.save.problem);
    if (button(canvas, page.right() - margin - button_width(canvas, retry), page.y + canvas.px(14),
               retry))
        out.add(RetrySave{});
    const float bottom = std::max(words.y, page.y + canvas.px(50)) + canvas.px(10);
    canvas.list()->AddLine({page.x, bottom}, {page.right(), bottom}, canvas.colour(Colour::notice),
                           std::max(1.0f, canvas.scale));
    page.h = std::max(1.0f, page.bottom() - bottom);
    page.y = bottom;
}

void draw_surroundings(const FileNotices& notices, const Pen& pen) {
    for (const Error& amiss : notices.surroundings) {
        {
            CardGround card{pen};
            const Pen inside = pen.in(card.inside);
            draw_notice_heading(inside, amiss.message);
            draw_wrapped(inside, Type::secondary, Colour::ink, amiss.remedy);
            if (!amiss.place.file.empty())
                draw_wrapped(inside, Type::label, Colour::muted, place_of(amiss));
        }
        pen.skip(20);
    }
}

void draw_problems(const Screen& screen, const AskingPen& pen) {
    const bool read_only = !unread_parts(screen).empty();
    if (!read_only && further_problems(screen).empty()) return;
    {
        CardGround card{pen};
        const AskingPen inside = pen.in(card.inside);
        draw_notice_heading(inside, read_only ? "Something could not be read; it is left as it is"
                                              : "Something could not be read");
        if (read_only)
            draw_wrapped(inside, Type::secondary, Colour::muted,
                         "What belongs to it can be looked at and not changed for now. "
                         "Everything else is saved as always.");
        inside.skip(8);
        const std::size_t left_out = draw_first_problems(screen, inside);
        if (left_out > 0)
            draw_wrapped(inside, Type::secondary, Colour::muted,
                         fmt::format("And {} more; “rekindle check” names them all.", left_out));
    }
    pen.skip(20);
}

}  // namespace rekindle::app
