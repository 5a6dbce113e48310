// How a Command holds one of the structs, for the update_*.cpp files alone.
#pragma once

#include <utility>

#include "workbook/journal/command.hpp"
#include "workbook/journal/journal.hpp"

namespace rekindle {

struct Command::Held {
    virtual ~Held() = default;
    virtual const std::type_info& type() const = 0;
    virtual const void* address() const = 0;
    virtual std::string_view title() const = 0;
    virtual std::string run_key() const = 0;
    virtual const CheckInRef* checkin() const = 0;
    virtual const std::string* writing() const = 0;
    virtual Result<Journal> carried_out_on(const Journal& journal, const Stamp& stamp) const = 0;
};

// Becomes a T and nothing else: a command without an `update` of its own does not compile, where a
// T would become a Command again and go round for ever.
template <class T>
struct Exactly {
    const T& command;
    operator const T&() const { return command; }
};

template <class T>
struct Command::Holding final : Held {
    explicit Holding(T command) : what(std::move(command)) {}

    const std::type_info& type() const override { return typeid(T); }
    const void* address() const override { return &what; }
    std::string_view title() const override { return T::title; }
    std::string run_key() const override {
        if constexpr (requires { what.run_key(); })
            return what.run_key();
        else
            return {};
    }
    const CheckInRef* checkin() const override {
        if constexpr (requires { what.checkin; })
            return &what.checkin;
        else
            return nullptr;
    }
    const std::string* writing() const override {
        if constexpr (requires { what.note; })
            return &what.note;
        else if constexpr (requires { what.text; })
            return &what.text;
        else
            return nullptr;
    }
    Result<Journal> carried_out_on(const Journal& journal, const Stamp& stamp) const override {
        return update(journal, Exactly<T>{what}, stamp);
    }

    T what;
};

template <IsCommand T>
Command::Command(T command) : held_(std::make_shared<const Holding<T>>(std::move(command))) {}

}  // namespace rekindle
