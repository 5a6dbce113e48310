#include "workbook/store/preferences.hpp"

#include <doctest/doctest.h>

#include "tests/unit/store/store_support.hpp"

namespace rekindle::test::preferences_test {

TEST_CASE("preferences: what is written is read, in a folder made for it") {
    const TemporaryFolder folder;
    const Preferences preferences{"night", 1.15, WindowGeometry{-40, 12, 960, 600, true}};
    const auto file = folder / "state/rekindle/window.toml";
    CHECK(write_preferences(file, preferences));
    CHECK(read_preferences(file) == preferences);
    CHECK(write_preferences(file, {}));
    CHECK(read_preferences(file) == Preferences{});
}

TEST_CASE("preferences: what cannot be read counts as absent") {
    const TemporaryFolder folder;
    const auto file = folder / "window.toml";
    CHECK(read_preferences(file) == Preferences{});
    put_bytes(file, "theme = ");
    CHECK(read_preferences(file) == Preferences{});
    put_bytes(file, "theme = 3\ntext_scale = 9.0\n[window]\nx = 1\n");
    CHECK(read_preferences(file) == Preferences{"paper", 2.5, std::nullopt});
}

TEST_CASE("preferences: a scale is written with a point under every locale") {
    const TemporaryFolder folder;
    CHECK(write_preferences(folder / "window.toml", {"paper", 1.25, std::nullopt}));
    CHECK(bytes_of(folder / "window.toml") ==
          "theme = \"paper\"\ntext_scale = 1.25\nlock_after = 10\n");
}

}  // namespace rekindle::test::preferences_test
