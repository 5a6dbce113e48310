#include "app/commands/options.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <utility>

namespace rekindle::app {
namespace {

bool names_path(const CLI::Option& option) {
    return option.check_name("--out") || option.check_name("FILE") ||
           option.get_type_name() == "FILE" || option.get_type_name() == "DIR";
}

// Adds to every option of a path, and to those of all commands below, how it is understood.
void transform_paths(CLI::App& app, const CLI::Validator& understand) {
    for (CLI::Option* option : app.get_options())
        if (names_path(*option)) option->transform(understand);
    for (CLI::App* command : app.get_subcommands({})) transform_paths(*command, understand);
}

bool has_option_with_value(const CLI::App& app, const std::string& name) {
    const CLI::Option* option = app.get_option_no_throw(name);
    return option && option->get_items_expected_max() > 0;
}

std::optional<std::string> first_given_empty(const CLI::App& app) {
    for (const CLI::Option* option : app.get_options()) {
        if (option->count() == 0 || option->get_items_expected_max() == 0) continue;
        const auto& given = option->results();
        if (std::any_of(given.begin(), given.end(), [](const auto& each) { return each.empty(); }))
            return option->get_name();
    }
    return std::nullopt;
}

}  // namespace

// --- one option ---

Option Option::required() {
    inner_->required();
    return *this;
}

Option Option::excludes(const Option& other) {
    inner_->excludes(other.inner_);
    return *this;
}

Option Option::one_of(std::vector<std::string> words) {
    inner_->check(CLI::IsMember(std::move(words)));
    return *this;
}

Option Option::between(int least, int most) {
    inner_->check(CLI::Range(least, most));
    return *this;
}

Option Option::check(std::string (*problem)(const std::string& typed)) {
    inner_->check(problem);
    return *this;
}

Option Option::type_name(const std::string& name) {
    inner_->type_name(name);
    return *this;
}

Option Option::one_value_each() {
    inner_->allow_extra_args(false);
    return *this;
}

// --- one command ---

CommandLine CommandLine::add_command(const std::string& name, const std::string& about) {
    return CommandLine(*app_->add_subcommand(name, about));
}

void CommandLine::take_one_command_at_most() { app_->require_subcommand(0, 1); }

template <class Value>
Option CommandLine::add_option(const std::string& name, Value& value, const std::string& about) {
    return Option(*app_->add_option(name, value, about));
}

using Name = const std::string&;
using Path = std::filesystem::path;
template Option CommandLine::add_option(Name, std::string&, Name);
template Option CommandLine::add_option(Name, int&, Name);
template Option CommandLine::add_option(Name, std::uint64_t&, Name);
template Option CommandLine::add_option(Name, double&, Name);
template Option CommandLine::add_option(Name, std::optional<std::string>&, Name);
template Option CommandLine::add_option(Name, std::optional<int>&, Name);
template Option CommandLine::add_option(Name, std::optional<Path>&, Name);
template Option CommandLine::add_option(Name, std::vector<std::string>&, Name);
template Option CommandLine::add_option(Name, std::vector<Path>&, Name);

Option CommandLine::add_flag(const std::string& name, bool& given, const std::string& about) {
    return Option(*app_->add_flag(name, given, about));
}

void CommandLine::when_asked(std::function<void()> action) { app_->callback(std::move(action)); }

bool CommandLine::has_command() const { return !app_->get_subcommands().empty(); }

// --- all of it ---

Program::Program(const std::string& about, const std::string& name)
    : Program(std::make_unique<CLI::App>(about, name)) {}

Program::Program(std::unique_ptr<CLI::App> app) : CommandLine(*app), owned_(std::move(app)) {
    owned_->fallthrough();
    take_one_command_at_most();
}

Program::~Program() = default;

void Program::add_version(const std::string& name, const std::string& version) {
    owned_->set_version_flag(name, version);
}

void Program::before_commands(std::function<std::optional<int>()> action) {
    owned_->parse_complete_callback([action = std::move(action)] {
        if (const auto code = action()) throw CLI::RuntimeError(*code);
    });
}

void Program::understand_paths(std::function<Result<std::string>(const std::string& typed)> whole) {
    const auto understand = [whole = std::move(whole)](std::string& path) {
        auto understood = whole(path);
        if (!understood) return to_sentence(understood.error());
        path = *std::move(understood);
        return std::string{};
    };
    transform_paths(*owned_, CLI::Validator(understand, std::string{}));
}

bool Program::takes_value(const std::string& name) const {
    if (has_option_with_value(*owned_, name)) return true;
    const auto commands = owned_->get_subcommands([](const CLI::App*) { return true; });
    return std::any_of(commands.begin(), commands.end(), [&](const CLI::App* command) {
        return has_option_with_value(*command, name);
    });
}

std::optional<std::string> Program::given_empty() const {
    if (auto name = first_given_empty(*owned_)) return name;
    for (const CLI::App* command : owned_->get_subcommands())
        if (auto name = first_given_empty(*command)) return name;
    return std::nullopt;
}

std::optional<Ended> Program::parse(std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    try {
        owned_->parse(std::move(words));
    } catch (const CLI::RuntimeError& ended) {
        return Ended{ended.get_exit_code(), {}, {}};
    } catch (const CLI::ParseError& refused) {
        std::ostringstream help;
        std::ostringstream errors;
        const int code = owned_->exit(refused, help, errors);
        return Ended{code == 0 ? 0 : 2, errors.str(), help.str()};
    }
    return std::nullopt;
}

}  // namespace rekindle::app
