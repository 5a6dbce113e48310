#include "app/frame/fonts.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <set>
#include <utility>

namespace rekindle::app::fonts_test {
namespace {

struct Atlas {
    ImGuiContext* context = ImGui::CreateContext();
    Fonts fonts;
    ~Atlas() { ImGui::DestroyContext(context); }

    bool has(ImWchar character, Type type = Type::body) {
        return fonts[type]->FindGlyphNoFallback(character) != nullptr;
    }
};

// The code point of an icon, whose name is three bytes of UTF-8.
ImWchar code_point(const char* name) {
    const auto byte = [name](int i) { return static_cast<unsigned>(name[i]); };
    return static_cast<ImWchar>(((byte(0) & 0xf) << 12) | ((byte(1) & 0x3f) << 6) |
                                (byte(2) & 0x3f));
}

}  // namespace

TEST_CASE("fonts: sizes are whole pixels of the design at every scale") {
    Atlas atlas;
    for (const float scale : {0.75F, 1.0F, 1.25F, 2.5F}) {
        CHECK(atlas.fonts.prepare(scale));
        for (int i = 0; i < type_count; ++i) {
            const auto type = static_cast<Type>(i);
            CHECK(atlas.fonts.size(type) == std::round(base_size(type) * scale));
            CHECK(atlas.fonts[type]->FontSize == atlas.fonts.size(type));
        }
    }
}

TEST_CASE("fonts: the same scale again builds nothing") {
    Atlas atlas;
    CHECK(atlas.fonts.prepare(1));
    CHECK_FALSE(atlas.fonts.prepare(1));
}

TEST_CASE("fonts: every icon can be drawn in every type that icons are drawn in") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    for (const char* name :
         {icon::today,    icon::workbook, icon::timeline, icon::practices, icon::help,
          icon::settings, icon::hide,     icon::lock,     icon::search,    icon::export_out,
          icon::undo,     icon::redo,     icon::unticked, icon::ticked,    icon::folded,
          icon::open,     icon::talk,     icon::bolt,     icon::people,    icon::flag,
          icon::cloud,    icon::star,     icon::plus,     icon::remove,    icon::warning,
          icon::calendar}) {
        for (const Type type :
             {Type::heading, Type::strong, Type::body, Type::secondary, Type::label})
            CHECK(atlas.has(code_point(name), type));
    }
}

TEST_CASE(
    "fonts: a file is not copied for each size, nor is a table held for the whole of Unicode") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    std::set<const void*> files;
    for (const ImFontConfig& config : ImGui::GetIO().Fonts->ConfigData)
        files.insert(config.FontData);
    CHECK(files.size() <= 4);  // three cuts of Inter, and the icons
    CHECK(atlas.fonts[Type::title]->IndexLookup.Size < 0x3000);
}

TEST_CASE("fonts: what the screens say needs no second atlas") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    atlas.fonts.want("3 of 7 · worked through – so far … ‘so’ “so” • ‹ › −1");
    CHECK_FALSE(atlas.fonts.wants_more());
}

TEST_CASE("fonts: characters are added when they are first wanted") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    CHECK_FALSE(atlas.has(0x3a9));
    atlas.fonts.want("Ω Ж");
    CHECK(atlas.fonts.wants_more());
    CHECK(atlas.fonts.prepare(1));
    CHECK_FALSE(atlas.fonts.wants_more());
    CHECK(atlas.has(0x3a9));
    CHECK(atlas.has(0x416, Type::title));
    atlas.fonts.want("Ω");
    CHECK_FALSE(atlas.fonts.wants_more());
}

TEST_CASE("fonts: an atlas built ahead is used for its scale and for no other") {
    Fonts ahead(1.5F);
    ahead.wait();
    Atlas atlas;
    atlas.fonts = std::move(ahead);
    CHECK(atlas.fonts.prepare(1.5F));
    CHECK(atlas.fonts[Type::body]->FontSize == 24);
    CHECK(atlas.fonts.prepare(1));
    CHECK(atlas.fonts[Type::body]->FontSize == 16);
}

TEST_CASE("fonts: what no font has is asked for once only") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    const char* unassigned = "\xee\x84\xa3";  // U+E123
    atlas.fonts.want(unassigned);
    CHECK(atlas.fonts.prepare(1));
    atlas.fonts.want(unassigned);
    CHECK_FALSE(atlas.fonts.wants_more());
}

TEST_CASE("fonts: what is beyond 16 bits or no UTF-8 shows the replacement mark") {
    Atlas atlas;
    atlas.fonts.prepare(1);
    atlas.fonts.want("\xf0\x9f\x8c\xb1");
    CHECK(atlas.fonts.prepare(1));
    atlas.fonts.want("\xff\xfe\xc3");
    CHECK_FALSE(atlas.fonts.wants_more());
    CHECK(atlas.has(0xfffd));
}

}  // namespace rekindle::app::fonts_test
