#include <charconv>

#include "app/commands/commands.hpp"
#include "app/commands/output.hpp"
#include "app/frame/font_files.hpp"
#include "app/frame/frame.hpp"
#include "app/screens/pages.hpp"
#include "app/session/opening.hpp"
#include "app/window/offscreen.hpp"

namespace rekindle::app {
namespace {

struct ShotOptions {
    std::string screen;
    OutOption out;
    std::string size = "1280x800";
    double scale = 1;
    std::string theme;
    std::string card;
};

struct ShotRequest {
    Page page = Page::today;
    std::optional<CardRef> card;
    int width = 0;
    int height = 0;
    float scale = 1;
};

std::optional<std::pair<int, int>> parse_size(std::string_view text) {
    int width = 0, height = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != 'x') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec != std::errc{} || second.ptr != end) return std::nullopt;
    if (width < 320 || height < 240 || width > 8192 || height > 8192) return std::nullopt;
    return std::pair(width, height);
}

Result<ShotRequest> read_request(const ShotOptions& options) {
    ShotRequest request;
    const auto wrong = [](const char* message, std::string remedy) {
        return fail(ErrorCode::usage, message, std::move(remedy));
    };
    const PageRow* page = find_page(options.screen);
    if (!page)
        return wrong("There is no screen of that name.", "It is " + names_of_pages(" or ") + ".");
    request.page = page->page;
    const auto size = parse_size(options.size);
    if (!size) return wrong("This is not a size.", "Write it like 1280x800, 320x240 to 8192x8192.");
    std::tie(request.width, request.height) = *size;
    if (!(options.scale >= 0.5 && options.scale <= 5))
        return wrong("The scale is outside 0.5 to 5.", "1 is the usual size.");
    request.scale = static_cast<float>(options.scale);
    if (options.card.empty()) return request;
    const std::size_t slash = options.card.find('/');
    if (slash == std::string::npos)
        return wrong("This is not a card.", "Write it like WORKBOOK/CARD.");
    request.card = CardRef{options.card.substr(0, slash), options.card.substr(slash + 1)};
    return request;
}

// Draws until nothing more asks for a frame: glyphs come in with the second.
void draw(Session& session, Frame& frame, GlRenderer& surface, const ShotRequest& request) {
    Frame::Surface size{static_cast<float>(request.width), static_cast<float>(request.height),
                        request.scale, 1};
    bool again = true;
    for (int i = 0; again && i < 10; ++i) {
        if (frame.ready_fonts(session, size)) surface.upload_fonts();
        again = frame.draw(session, size) || i == 0;
        size.seconds += 0.1;
    }
    surface.draw(*ImGui::GetDrawData(), request.width, request.height,
                 session.theme()[Colour::background]);
}

Result<void> take(const ShotOptions& options, const Context& context) {
    const auto request = read_request(options);
    if (!request) return fail(request.error());
    const auto file = output_of(options.out, context);
    if (!file) return fail(file.error());
    Folders folders;
    folders.data = context.data;
    folders.content = context.content;
    folders.assets = context.assets;
    folders.own_themes = context.own_themes;
    folders.pins = context.folders.pins;
    const auto key = key_of_journal(context);
    if (!key) return fail(key.error());
    auto setup = read_setup(folders, std::nullopt, *key);
    if (!setup) return fail(setup.error());
    if (!options.theme.empty()) {
        if (find_theme(setup->themes, options.theme).id != options.theme &&
            options.theme != "light" && options.theme != "dark")
            return fail(ErrorCode::usage, "There is no theme of that name.",
                        "The shipped ones are paper, evening and contrast.");
        setup->preferences.theme = options.theme;
    }
    auto offscreen = Offscreen::make(request->width, request->height);
    if (!offscreen) return fail(offscreen.error());
    Frame frame(Fonts(request->scale * static_cast<float>(setup->preferences.text_scale)));
    if (!frame.fonts.found_any()) return fail(no_font());
    auto surface = GlRenderer::make(Offscreen::loader());
    if (!surface) return fail(surface.error());
    Session session(std::move(*setup));
    session.turn(context.now, 1);
    session.act(GoTo{request->page});
    if (request->card) session.act(ShowCard{*request->card});
    draw(session, frame, **surface, *request);
    return file->write(to_png((*offscreen)->read()));
}

}  // namespace

void add_shot(CommandLine& app, Context& context) {
    CommandLine command = app.add_command("shot", "Render one screen to a picture");
    auto options = std::make_shared<ShotOptions>();
    command.add_option("--screen", options->screen, "Which one: " + names_of_pages()).required();
    add_out(command, options->out, "The PNG file to write").required();
    command.add_option("--size", options->size, "Pixels, like 1280x800");
    command.add_option("--scale", options->scale, "How large everything is; 1 is the usual size");
    command.add_option("--theme", options->theme, "paper, evening, contrast or one of your own");
    command.add_option("--card", options->card, "WORKBOOK/CARD, to be shown open");
    command.when_asked([options, &context] {
        const Result<void> taken = take(*options, context);
        context.exit_code = taken ? 0 : report(taken.error());
    });
}

}  // namespace rekindle::app
