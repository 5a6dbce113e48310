#include "app/clipboard/wayland_pipes.hpp"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace rekindle::app {
namespace {

void never_wait(int file) {
    const int flags = ::fcntl(file, F_GETFL);
    if (flags >= 0) ::fcntl(file, F_SETFL, flags | O_NONBLOCK);
}

}  // namespace

PipeReading::PipeReading(Descriptor pipe, double now)
    : pipe_(std::move(pipe)), since_(now), last_sign_(now) {
    if (pipe_.get() < 0)
        finish(Pasted::Outcome::nothing);
    else
        never_wait(pipe_.get());
}

void PipeReading::go_on(double now) {
    std::array<char, 16 * 1024> block{};
    while (!result_) {
        const ssize_t got = ::read(pipe_.get(), block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && errno == EAGAIN) break;
        if (got < 0) finish(Pasted::Outcome::no_answer);
        if (got == 0) finish(text_.empty() ? Pasted::Outcome::nothing : Pasted::Outcome::text);
        if (got <= 0) break;
        last_sign_ = now;
        text_.append(block.data(), static_cast<std::size_t>(got));
        if (text_.size() > most_pasted) finish(Pasted::Outcome::too_long);
    }
    explicit_bzero(block.data(), block.size());
    if (!result_ && now >= deadline()) finish(Pasted::Outcome::no_answer);
}

double PipeReading::deadline() const {
    return std::min(last_sign_ + longest_reading_silence, since_ + longest_reading);
}

void PipeReading::finish(Pasted::Outcome outcome) {
    result_ = Pasted{outcome};
    if (outcome == Pasted::Outcome::text) result_->text = std::move(text_);
    text_.clear();
}

PipeWriting::PipeWriting(Descriptor pipe, SharedText text, double now)
    : pipe_(std::move(pipe)), text_(std::move(text)), last_sign_(now) {
    never_wait(pipe_.get());
}

// A reader that is gone would be a signal: it is ignored throughout the program.
void PipeWriting::go_on(double now) {
    while (!over_) {
        if (at_ == text_->size()) {
            over_ = true;
            break;
        }
        const ssize_t written = ::write(pipe_.get(), text_->data() + at_, text_->size() - at_);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) break;
        if (written < 0) {
            over_ = true;
            break;
        }
        at_ += static_cast<std::size_t>(written);
        last_sign_ = now;
    }
    if (now >= deadline()) over_ = true;
}

}  // namespace rekindle::app
