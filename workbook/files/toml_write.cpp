#include "workbook/files/toml_write.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <locale>
#include <sstream>

namespace rekindle {
namespace {

class Writing {
  public:
    Writing() { out_.imbue(std::locale::classic()); }

    std::string written() const { return out_.str(); }

    void document(const TomlTable& table) {
        for (const auto& [key, value] : table.entries())
            if (!has_header(value)) key_and_value(key, value);
        for (const auto& [key, value] : table.entries())
            if (has_header(value)) headers(key, value);
    }

  private:
    static bool has_header(const TomlValue& value) {
        return is_table_array(value) || value.as<TomlTable>() != nullptr;
    }

    void headers(const std::string& name, const TomlValue& value) {
        if (const auto* table = value.as<TomlTable>()) {
            header("[", name, "]");
            lines(*table);
            return;
        }
        for (const TomlValue& element : *value.as<TomlArray>()) {
            header("[[", name, "]]");
            lines(*element.as<TomlTable>());
        }
    }

    void header(const char* before, const std::string& name, const char* after) {
        out_ << '\n' << before;
        key(name);
        out_ << after << '\n';
    }

    void lines(const TomlTable& table) {
        for (const auto& [name, value] : table.entries()) key_and_value(name, value);
    }

    void key_and_value(const std::string& name, const TomlValue& value) {
        key(name);
        out_ << " = ";
        const TomlArray* array = value.as<TomlArray>();
        if (is_table_array(value) && array->size() > 1)
            one_a_line(*array);
        else
            inline_value(value);
        out_ << '\n';
    }

    void one_a_line(const TomlArray& array) {
        out_ << "[\n";
        for (const TomlValue& element : array) {
            out_ << "    ";
            inline_value(element);
            out_ << ",\n";
        }
        out_ << ']';
    }

    void inline_value(const TomlValue& value) {
        if (const auto* truth = value.as<bool>()) out_ << (*truth ? "true" : "false");
        if (const auto* whole = value.as<std::int64_t>()) out_ << fmt::format("{}", *whole);
        if (const auto* real = value.as<double>()) number(*real);
        if (const auto* text = value.as<std::string>()) text_value(*text);
        if (const auto* moment = value.as<TomlMoment>()) out_ << moment->text;
        if (const auto* array = value.as<TomlArray>()) inline_array(*array);
        if (const auto* table = value.as<TomlTable>()) inline_table(*table);
    }

    void inline_array(const TomlArray& array) {
        out_ << '[';
        const char* between = "";
        for (const TomlValue& element : array) {
            out_ << between;
            inline_value(element);
            between = ", ";
        }
        out_ << ']';
    }

    void inline_table(const TomlTable& table) {
        if (table.empty()) {
            out_ << "{}";
            return;
        }
        const char* between = "{ ";
        for (const auto& [name, value] : table.entries()) {
            out_ << between;
            key(name);
            out_ << " = ";
            inline_value(value);
            between = ", ";
        }
        out_ << " }";
    }

    void key(const std::string& name) {
        const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == '_';
        });
        if (bare)
            out_ << name;
        else
            text_value(name);
    }

    // The shortest form that reads back as the same number; with a point, or it would be whole.
    void number(double real) {
        const std::string text = fmt::format("{}", real);
        out_ << text;
        if (std::isfinite(real) && text.find_first_of(".e") == std::string::npos) out_ << ".0";
    }

    // toml++'s other string forms lose line breaks and cannot hold ''' with a line break: only the
    // basic form comes back as it went out, whatever was typed.
    void text_value(const std::string& text) {
        constexpr auto flags = toml::toml_formatter::default_flags &
                               ~toml::format_flags::allow_literal_strings &
                               ~toml::format_flags::allow_multi_line_strings;
        const toml::value<std::string> node{text};
        out_ << toml::toml_formatter{node, flags};
    }

    std::ostringstream out_;
};

}  // namespace

std::string to_text(const TomlTable& document) {
    Writing writing;
    writing.document(document);
    return writing.written();
}

}  // namespace rekindle
