// The help page, part by part. Each part is drawn by the file it is named for.
#pragma once

#include "app/ask/asking_pen.hpp"
#include "app/screens/screens.hpp"

namespace rekindle::app {

// help_people: those a person named themself, to be added, changed and taken out; and those that
// help.toml names, if any.
void draw_supporters(const Screen& screen, HelpUi& ui, const AskingPen& pen);
void draw_contacts(const Content& content, const Pen& pen);

}  // namespace rekindle::app
