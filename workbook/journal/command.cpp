#include "workbook/journal/command.hpp"

#include <fmt/format.h>

#include "workbook/journal/command_held.hpp"

namespace rekindle {

std::string run_of(std::string_view what, const CheckInRef& ref, std::string_view more) {
    return fmt::format("{} {} {} {} {}", what, to_iso(ref.date), ref.person, ref.id, more);
}

std::string run_of(std::string_view what, const CardRef& ref, std::string_view more) {
    return fmt::format("{} {}/{} {}", what, ref.workbook, ref.card, more);
}

std::string run_of(std::string_view what, std::string_view list, std::string_view item) {
    return fmt::format("{} {} {}", what, list, item);
}

std::string_view Command::title() const { return held_->title(); }

std::string Command::run_key() const { return held_->run_key(); }

const CheckInRef* Command::checkin() const { return held_->checkin(); }

const std::string* Command::writing() const { return held_->writing(); }

const void* Command::find(const std::type_info& type) const {
    return held_->type() == type ? held_->address() : nullptr;
}

}  // namespace rekindle
