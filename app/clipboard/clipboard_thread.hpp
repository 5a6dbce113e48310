// A clipboard with a thread of its own for everything that has to do with other programs. The
// window's thread leaves wishes and takes an answer once it is there.
#pragma once

#include <array>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/clipboard/system_clipboard.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/journal/checks.hpp"

namespace rekindle::app {

using SharedText = std::shared_ptr<const std::string>;

// Seconds that keys wait for what is being pasted; then they go on without it.
inline constexpr double keys_wait = 1;
// Seconds without a sign of life after which nobody is waited for: whoever is asked, and whoever
// takes a text of ours.
inline constexpr double longest_reading_silence = 1;
inline constexpr double longest_writing_silence = 5;
inline constexpr double longest_reading = 10;  // of one that goes on and on
// More than any field takes, by far: line breaks of two bytes, and more, may go while it is
// cleaned.
inline constexpr std::size_t most_pasted = 4 * most_text;

// What the window's thread wishes, in the order in which it is done.
struct ClipboardWishes {
    bool forget = false;
    std::array<SharedText, 2> given{};
    std::optional<Selection> question{};
    bool drop_question = false;
    bool hand_over = false;
    bool end = false;
};

// What both threads know; it lives as long as either. All of it but `woken` needs the mutex.
struct ClipboardTalk {
    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> wake;  // the window; none once it is gone
    ClipboardWishes wishes;
    std::array<SharedText, 2> held{};  // ours, as far as is known: no need to ask anyone for it
    std::unique_ptr<Pasted> answer;    // of its own, so that nothing of it stays here
    bool asked = false;                // and not answered
    double keys_wait_until = 0;        // for the answer
    bool handing_over = false;
    bool ended = false;
    Descriptor woken;  // an eventfd that the thread sleeps on

    ClipboardTalk();
    void wake_thread() const;

    // For the thread.
    ClipboardWishes take_wishes();
    void lost(const SharedText& text);  // another program has put something else in its place
    // Tells the window the answer, or that keys need not wait for it any longer; true when the
    // question is answered.
    bool tell(std::optional<Pasted> said);
    void handed_over();
    void end();

  private:
    double told_of_ = -1;  // the question of which the window heard that keys go on
};

class ThreadClipboard final : public DesktopClipboard {
  public:
    // `run` is the thread's work; it begins with the first use and goes on until it takes the wish
    // to end, then calls `ClipboardTalk::end`.
    using Run = std::function<void(const std::shared_ptr<ClipboardTalk>&)>;
    ThreadClipboard(std::function<void()> wake, bool primary, Run run);
    ~ThreadClipboard() override;

    void begin();

    void give(Selection selection, std::string text) override;
    void ask(Selection selection) override;
    std::optional<Pasted> take_answer() override;
    bool is_asking() const override;
    void stop_asking() override;
    bool has_primary() const override { return primary_; }
    void forget() override;
    void hand_over() override;

  private:
    std::shared_ptr<ClipboardTalk> talk_ = std::make_shared<ClipboardTalk>();
    bool primary_;
    Run run_;
    std::thread thread_;
};

}  // namespace rekindle::app
