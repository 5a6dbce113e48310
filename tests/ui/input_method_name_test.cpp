#include "app/window/input_method_name.hpp"

#include <doctest/doctest.h>

namespace rekindle::app::input_method_name_test {

TEST_CASE("input method: XMODIFIERS names one, or one built into X, or none") {
    CHECK(input_method_named("@im=ibus") == "ibus");
    CHECK(input_method_named("@im=fcitx@other=1") == "fcitx");
    CHECK(input_method_named("@other=1@im=SCIM") == "SCIM");
    for (const char* none : {"", "ibus", "@im=", "@im=none", "@im=local"}) {
        CAPTURE(none);
        CHECK(input_method_named(none) == "");
    }
}

TEST_CASE("input method: it serves a locale by its name, its language or a form between") {
    for (const char* list : {"@locale=de_DE.UTF-8", "@locale=C,de", "@locale=de_DE,ja",
                             "@locale=ja,de.utf-8", "@locale=de@transport=X/"}) {
        CAPTURE(list);
        CHECK(serves_locale(list, "de_DE.UTF-8"));
        CHECK_FALSE(serves_locale(list, "fr_FR.UTF-8"));
    }
    CHECK(serves_locale("@locale=C", "C.UTF-8"));
    CHECK(serves_locale("@locale=de_DE.ISO-8859-15", "de_DE.ISO-8859-15@euro"));
    for (const char* list : {"", "@locale=", "de", "@locale=,", "@locale=d", "@locale=de_AT"}) {
        CAPTURE(list);
        CHECK_FALSE(serves_locale(list, "de_DE.UTF-8"));
    }
}

}  // namespace rekindle::app::input_method_name_test
