#include "app/frame/clipboard.hpp"

#include <imgui.h>

#include <utility>

namespace rekindle::app {

void InnerClipboard::give(Selection selection, std::string text) {
    if (selection == Selection::clipboard)
        ImGui::SetClipboardText(text.c_str());
    else
        primary_ = std::move(text);
}

void InnerClipboard::ask(Selection selection) {
    const char* held = nullptr;
    if (selection == Selection::clipboard) held = ImGui::GetClipboardText();
    std::string text = selection == Selection::primary ? primary_ : held ? held : "";
    const auto outcome = text.empty() ? Pasted::Outcome::nothing : Pasted::Outcome::text;
    answer_ = Pasted{outcome, std::move(text)};
}

std::optional<Pasted> InnerClipboard::take_answer() { return std::exchange(answer_, {}); }

void InnerClipboard::forget() {
    primary_.clear();
    answer_.reset();
    ImGui::SetClipboardText("");
}

}  // namespace rekindle::app
