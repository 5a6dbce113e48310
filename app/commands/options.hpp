// What the program and its commands can be given on the command line. CLI11 reads it and writes the
// help; options.cpp alone knows so, for every file that includes CLI11 takes long to compile.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "workbook/base/result.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace rekindle::app {

// One option, flag or argument that was added. Copies stand for the same one; each rule that is
// added gives it back. What breaks a rule is refused with a sentence and is in the help.
class Option {
  public:
    Option required();
    Option excludes(const Option& other);           // not both may be given
    Option one_of(std::vector<std::string> words);  // the value is one of these
    Option between(int least, int most);            // the value is a whole number in this range
    // `problem` gives what is wrong with a value as it was typed, empty for a good one.
    Option check(std::string (*problem)(const std::string& typed));
    Option type_name(const std::string& name);  // what stands for the value in the help
    Option one_value_each();                    // given again for each further value

  private:
    friend class CommandLine;
    explicit Option(CLI::Option& inner) : inner_(&inner) {}

    CLI::Option* inner_;
};

// What can be given to one command, or to the program itself. Copies stand for the same command.
class CommandLine {
  public:
    CommandLine add_command(const std::string& name, const std::string& about);
    // The command, or one of its own, may be left out, and two may not be given. Else what is
    // called as one of them is could not be an argument.
    void take_one_command_at_most();

    // An option, as `--name`, or an argument, as `NAME`, that is known by its place. What is given
    // is put into `value`, which stays as it is otherwise and must outlive the parsing: a
    // std::string, int, std::uint64_t or double, an optional std::string, int or path, or a vector
    // of strings or paths (options.cpp has them one by one).
    template <class Value>
    Option add_option(const std::string& name, Value& value, const std::string& about);
    Option add_flag(const std::string& name, bool& given, const std::string& about);

    // What is done when this command was asked for, after everything was understood.
    void when_asked(std::function<void()> action);
    // Whether one of its own commands was asked for; known once everything was understood.
    bool has_command() const;

  protected:
    explicit CommandLine(CLI::App& app) : app_(&app) {}

    CLI::App* app_;
};

// Why the parsing ended early, with what is to be printed then.
struct Ended {
    int code = 0;         // the program's exit code
    std::string refused;  // for standard error
    std::string help;     // for standard output
};

// The whole command line. Options of the program may stand after its command, too.
class Program : public CommandLine {
  public:
    Program(const std::string& about, const std::string& name);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void add_version(const std::string& name, const std::string& version);
    // What is done when everything was understood, before a command runs. An exit code ends the
    // parsing, without a word.
    void before_commands(std::function<std::optional<int>()> action);
    // How a path is understood that is given to an option or argument, of whatever command, that
    // was added so far and names a file or a folder.
    void understand_paths(std::function<Result<std::string>(const std::string& typed)> whole);

    // Whether a value can follow the option of this name, of the program or of one of its commands.
    bool takes_value(const std::string& name) const;
    // The first option or argument that was given an empty value, by its name; known once
    // everything was understood.
    std::optional<std::string> given_empty() const;

    // Reads what was typed and runs what was asked for. Gives nothing when that was done. What a
    // command throws goes through.
    std::optional<Ended> parse(std::vector<std::string> words);

  private:
    explicit Program(std::unique_ptr<CLI::App> app);

    std::unique_ptr<CLI::App> owned_;
};

}  // namespace rekindle::app
