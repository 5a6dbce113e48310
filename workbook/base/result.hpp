// How a function of the domain says that the world went wrong: as a value, with a sentence for the
// person, something to do about it, and a place. A message never quotes what the person wrote.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace rekindle {

enum class ErrorCode {
    invalid,       // a file or a value given does not say what it has to: exit code 1
    later_format,  // written by a later version: can be read about, not written
    usage,         // the request makes no sense: exit code 2
    system,        // the system refused (space, permission, display): exit code 3
    busy,          // another process holds the journal
    locked,        // encrypted, and the key is not at hand or not this one: exit code 1
    lock_gone,     // it was locked, and its lock.toml is not there: nothing plain is begun
    distrusted,    // reads well, and is not what was saved last: not written until accepted
};

// Where a problem stands. Line and column count from 1; 0 means the file as a whole.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    bool operator==(const Place&) const = default;
};

struct Error {
    ErrorCode code = ErrorCode::invalid;
    std::string message;  // one sentence
    std::string remedy;   // what to do now; may be empty
    Place place;
    bool operator==(const Error&) const = default;
};

using Problems = std::vector<Error>;

// A T, or the error that kept it from being made.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
};

// `return fail(ErrorCode::invalid, "This is not a date.", "Write it like 2026-03-09.", place);`
inline tl::unexpected<Error> fail(Error error) { return tl::unexpected<Error>(std::move(error)); }
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string remedy = {},
                                  Place place = {}) {
    return fail(Error{code, std::move(message), std::move(remedy), std::move(place)});
}

// "PATH:LINE: message remedy", without the parts that are unknown. What is said of a file as a
// whole stands at its first line, where an editor that is sent there opens it.
std::string to_string(const Error& error);
// "message remedy": for a place where the file is named already, or of no use.
std::string to_sentence(const Error& error);

}  // namespace rekindle
