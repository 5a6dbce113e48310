// How a field pastes: it asks what there is, and the answer comes with a later frame, to the very
// place that asked or not at all. And what a field says to whoever writes in it: that nothing came,
// or that there is no room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "app/frame/canvas.hpp"
#include "app/frame/text_fields.hpp"

namespace rekindle::app {

void ask_to_paste(Canvas& canvas, std::string_view field, const FieldSelection& place,
                  Selection selection);

// The text for this field, as it came, in the frame in which it is there. Where there is none the
// field says why.
std::optional<std::string> take_pasted(Canvas& canvas, std::string_view field,
                                       const FieldSelection& place);

void remark(Canvas& canvas, std::string_view field, std::string words);
// That so many bytes do not fit; none of them was taken in.
void remark_no_room(Canvas& canvas, std::string_view field, std::size_t most_bytes);
// That what was typed does not fit.
void remark_full(Canvas& canvas, std::string_view field, std::size_t most_bytes);

// Before a field takes its keys: what it said before is old.
void outlive_remark(Canvas& canvas, std::string_view field, bool focused);
// Draws what it has to say, if anything, and moves the column below it.
void draw_remark(const Pen& pen, std::string_view field);

}  // namespace rekindle::app
