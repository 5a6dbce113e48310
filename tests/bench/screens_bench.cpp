// ImGui's time for one frame of each screen with ten years of entries, without a window: from the
// journal to the lists of triangles. Prints `NAME MILLISECONDS VERTICES` a line.
#include <cstdio>
#include <string>
#include <utility>

#include "app/frame/frame.hpp"
#include "app/session/opening.hpp"
#include "tests/bench/timing.hpp"
#include "workbook/content/read_content.hpp"
#include "workbook/exchange/sample.hpp"

namespace rekindle::app {
namespace {

constexpr int ten_years = 522;  // weeks
const LocalTime now{*make_date(2026, 11, 21), {20 * 60 + 15}};

SessionSetup ten_years_of_entries() {
    Folders folders;
    folders.data = "/nonexistent";
    folders.content = REKINDLE_SOURCE_DIR "/content";
    folders.assets = REKINDLE_SOURCE_DIR "/assets";
    auto setup = read_setup(folders, std::nullopt);
    setup->opened.journal = sample_journal(setup->content, now.date, ten_years, 1);
    return std::move(*setup);
}

class Bench {
  public:
    Bench() : session_(ten_years_of_entries()) { session_.turn(now, 0); }

    void measure(const std::string& name, Page page) {
        session_.act(GoTo{page});
        for (int i = 0; i < 10; ++i) frame();  // heights and glyphs settle
        const double took = bench::median_ms(200, [this] { frame(); });
        std::printf("%s %.3f %d\n", name.c_str(), took, ImGui::GetDrawData()->TotalVtxCount);
    }

    Session& session() { return session_; }

  private:
    void frame() {
        seconds_ += 0.02;
        const Frame::Surface surface{.seconds = seconds_};
        if (frame_.ready_fonts(session_, surface)) ImGui::GetIO().Fonts->ClearTexData();
        (void)frame_.draw(session_, surface);
    }

    Session session_;
    Frame frame_;
    double seconds_ = 0;
};

void open_every_card(Session& session) {
    const ReadContent read = read_content(REKINDLE_SOURCE_DIR "/content", {});
    for (const Workbook& workbook : read.content.workbooks)
        for (const Card& card : workbook.cards)
            session.ui.workbook.open.insert(workbook.id + '/' + card.id);
}

void run() {
    Bench bench;
    bench.measure("today", Page::today);
    bench.measure("workbook", Page::workbook);
    open_every_card(bench.session());
    bench.measure("workbook-all-open", Page::workbook);
    for (const auto& [name, range] : {std::pair{"timeline-12-weeks", TimelineRange::twelve_weeks},
                                      std::pair{"timeline-all", TimelineRange::all}}) {
        bench.session().ui.timeline.range = range;
        bench.measure(name, Page::timeline);
    }
    bench.measure("practices", Page::practices);
    bench.measure("settings", Page::settings);
    bench.measure("help", Page::help);
    bench.measure("welcome", Page::welcome);
}

}  // namespace
}  // namespace rekindle::app

int main() { rekindle::app::run(); }
