#include "app/clipboard/clipboard_thread.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <utility>

#include "app/clock.hpp"
#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {
namespace {

constexpr auto longest_hand_over = std::chrono::milliseconds(500);
constexpr auto longest_ending = std::chrono::milliseconds(300);

std::size_t place_of(Selection selection) { return static_cast<std::size_t>(selection); }

}  // namespace

// --- the thread's side ---

ClipboardTalk::ClipboardTalk() : woken(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void ClipboardTalk::wake_thread() const {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(woken.get(), &one, sizeof one);
}

ClipboardWishes ClipboardTalk::take_wishes() {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t read = ::read(woken.get(), &count, sizeof count);
    const std::lock_guard held_now{mutex};
    return std::exchange(wishes, {});
}

void ClipboardTalk::lost(const SharedText& text) {
    if (!text) return;
    const std::lock_guard held_now{mutex};
    for (SharedText& own : held)
        if (own == text) own.reset();
}

bool ClipboardTalk::tell(std::optional<Pasted> said) {
    const std::lock_guard held_now{mutex};
    if (!asked || wishes.question) return false;  // another question is about to be asked
    const bool answered = said.has_value();
    if (answered) {
        answer = std::make_unique<Pasted>(*std::move(said));
        asked = false;
    } else if (steady_seconds() < keys_wait_until || told_of_ == keys_wait_until) {
        return false;
    }
    told_of_ = keys_wait_until;
    if (wake) wake();
    return answered;
}

void ClipboardTalk::handed_over() {
    const std::lock_guard held_now{mutex};
    if (!handing_over || wishes.hand_over) return;
    handing_over = false;
    changed.notify_all();
}

void ClipboardTalk::end() {
    const std::lock_guard held_now{mutex};
    ended = true;
    changed.notify_all();
}

// --- the window's side ---

ThreadClipboard::ThreadClipboard(std::function<void()> wake, bool primary, Run run)
    : primary_(primary), run_(std::move(run)) {
    talk_->wake = std::move(wake);
}

void ThreadClipboard::begin() {
    if (!thread_.joinable()) thread_ = wiped_thread([run = run_, talk = talk_] { run(talk); });
    talk_->wake_thread();
}

void ThreadClipboard::give(Selection selection, std::string text) {
    if (selection == Selection::primary && !primary_) return;
    {
        const std::lock_guard held{talk_->mutex};
        talk_->held[place_of(selection)] = talk_->wishes.given[place_of(selection)] =
            std::make_shared<const std::string>(std::move(text));
    }
    begin();
}

void ThreadClipboard::ask(Selection selection) {
    {
        const std::lock_guard held{talk_->mutex};
        talk_->answer.reset();
        talk_->asked = false;
        if (const SharedText& own = talk_->held[place_of(selection)]) {
            talk_->answer = std::make_unique<Pasted>(Pasted{Pasted::Outcome::text, *own});
            talk_->wishes.drop_question = true;
        } else {
            talk_->asked = true;
            talk_->keys_wait_until = steady_seconds() + keys_wait;
            talk_->wishes.question = selection;
        }
    }
    begin();
}

std::optional<Pasted> ThreadClipboard::take_answer() {
    const std::lock_guard held{talk_->mutex};
    const std::unique_ptr<Pasted> answer = std::exchange(talk_->answer, nullptr);
    return answer ? std::optional(std::move(*answer)) : std::nullopt;
}

bool ThreadClipboard::is_asking() const {
    const std::lock_guard held{talk_->mutex};
    return talk_->asked && steady_seconds() < talk_->keys_wait_until;
}

void ThreadClipboard::stop_asking() {
    const std::lock_guard held{talk_->mutex};
    talk_->asked = false;
    talk_->answer.reset();
    talk_->wishes.question.reset();
    talk_->wishes.drop_question = true;
}

void ThreadClipboard::forget() {
    if (!thread_.joinable()) return;  // nothing was ever given or asked for
    stop_asking();
    {
        const std::lock_guard held{talk_->mutex};
        for (SharedText& text : talk_->held) text.reset();
        for (SharedText& text : talk_->wishes.given) text.reset();
        talk_->wishes.forget = true;
    }
    talk_->wake_thread();
}

void ThreadClipboard::hand_over() {
    std::unique_lock held{talk_->mutex};
    if (!talk_->held[place_of(Selection::clipboard)]) return;
    talk_->wishes.hand_over = talk_->handing_over = true;
    talk_->wake_thread();
    talk_->changed.wait_for(held, longest_hand_over, [&] { return !talk_->handing_over; });
}

// A display that does not answer keeps the thread; the process ends without it.
ThreadClipboard::~ThreadClipboard() {
    bool ended = false;
    {
        std::unique_lock held{talk_->mutex};
        talk_->wake = nullptr;
        talk_->wishes.end = true;
        talk_->wake_thread();
        if (!thread_.joinable()) return;
        ended = talk_->changed.wait_for(held, longest_ending, [&] { return talk_->ended; });
    }
    ended ? thread_.join() : thread_.detach();
}

}  // namespace rekindle::app
