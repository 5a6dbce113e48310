#include "app/frame/fonts.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "app/frame/font_files.hpp"
#include "workbook/base/utf8_text.hpp"
#include "workbook/base/wiped_stack.hpp"

namespace rekindle::app {

namespace {

constexpr std::array<float, type_count> base_sizes{28, 17, 16, 16, 14, 14, 12};

// A font costs 6 bytes for every code point up to its last one, and icons are far up: the two types
// in which none is ever drawn do without.
bool has_icons(Type type) { return type != Type::title && type != Type::secondary_strong; }

// More than this and the atlas would not fit a texture at the largest scales.
constexpr std::size_t most_added = 3000;

// What the screens themselves say. Every character here is drawn in seven types before the first
// picture; accents and other scripts come with the text that needs them.
std::vector<char32_t> first_characters() {
    std::vector<char32_t> all;
    for (char32_t c = 0x20; c <= 0x7e; ++c) all.push_back(c);
    for (const char32_t c : {0xa0, 0xb7, 0xd7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d,
                             0x2022, 0x2026, 0x2039, 0x203a, 0x2190, 0x2192, 0x2212})
        all.push_back(c);
    return all;
}

// Ranges as Dear ImGui wants them: pairs of first and last, ended by 0.
std::vector<ImWchar> to_ranges(std::vector<char32_t> characters) {
    std::sort(characters.begin(), characters.end());
    std::vector<ImWchar> ranges;
    for (const char32_t c : characters) {
        const auto narrow = static_cast<ImWchar>(c);
        if (!ranges.empty() && ranges.back() + 1 == narrow) {
            ranges.back() = narrow;
        } else if (ranges.empty() || ranges.back() < narrow) {
            ranges.insert(ranges.end(), {narrow, narrow});
        }
    }
    ranges.push_back(0);
    return ranges;
}

std::vector<char32_t> icon_characters() {
    std::vector<char32_t> all;
    for (const icon::Glyph& glyph : icon::glyphs) {
        std::size_t at = 0;
        all.push_back(take_character(glyph.text, at));
    }
    return all;
}

// How long fontconfig may take; what it finds later is used from then on.
constexpr std::chrono::milliseconds patience{1500};

struct Faces {
    explicit Faces(FontPlaces places) : files(places) {}

    FontFiles files;
    const FontFile* regular = files.find("Inter", Weight::regular);
    const FontFile* semibold = files.find("Inter", Weight::semibold);
    const FontFile* icons = files.find("FontAwesome", Weight::regular, true);
    // Inter's cut for large sizes; only together with Inter itself.
    const FontFile* display = files.find("Inter Display", Weight::semibold, true);

    const FontFile* of(Type type) const {
        switch (type) {
            case Type::title:
                return display != nullptr ? display : semibold;
            case Type::heading:
            case Type::strong:
            case Type::secondary_strong:
                return semibold;
            default:
                return regular;
        }
    }
};

}  // namespace

float base_size(Type type) { return base_sizes[static_cast<std::size_t>(type)]; }

namespace {

struct AtlasDeleter {
    void operator()(ImFontAtlas* atlas) const { IM_DELETE(atlas); }
};

// An atlas with the fonts in it.
struct Built {
    std::unique_ptr<ImFontAtlas, AtlasDeleter> atlas;
    std::array<ImFont*, type_count> fonts{};
    float scale = 0;
};

// Which characters each file gives to the types whose face is `main`, as the loader wants them.
using Ranges = std::map<const FontFile*, std::vector<ImWchar>>;

Ranges share_out(Faces& faces, const FontFile* main, const std::vector<char32_t>& characters) {
    std::map<const FontFile*, std::vector<char32_t>> shares;
    for (const char32_t c : characters) {
        const FontFile* file = faces.files.has(main, c) ? main : faces.files.find_for(c);
        if (file != nullptr) shares[file].push_back(c);
    }
    Ranges ranges;
    for (const auto& [file, given] : shares) ranges[file] = to_ranges(given);
    return ranges;
}

ImFont* add_file(ImFontAtlas& atlas, const FontFile& file, float size, const ImWchar* ranges,
                 bool merge) {
    ImFontConfig config;
    config.FontNo = file.face();
    config.MergeMode = merge;
    // Small letters need places between the pixels to be evenly spaced; large ones only need to
    // be sharp.
    config.OversampleH = size < 24 ? 2 : 1;
    config.OversampleV = 1;
    ImFont* font = atlas.AddFontFromMemoryTTF(file.bytes(), file.size(), size, &config, ranges);
    // Of a file that is not the atlas's own it makes a copy for each size; so it is told only now
    // that it has nothing to free.
    atlas.ConfigData.back().FontDataOwnedByAtlas = false;
    return font;
}

ImFont* add_type(ImFontAtlas& atlas, const Faces& faces, Type type, float size,
                 const Ranges& ranges, const std::vector<ImWchar>& icon_ranges) {
    const FontFile* main = faces.of(type);
    ImFont* font = nullptr;
    const auto own = ranges.find(main);
    if (main != nullptr && own != ranges.end()) {
        font = add_file(atlas, *main, size, own->second.data(), false);
    } else {
        ImFontConfig config;
        config.SizePixels = size;
        font = atlas.AddFontDefault(&config);
    }
    for (const auto& [file, given] : ranges) {
        if (file != main) add_file(atlas, *file, size, given.data(), true);
    }
    if (faces.icons != nullptr && has_icons(type))
        add_file(atlas, *faces.icons, size, icon_ranges.data(), true);
    return font;
}

// Needs no ImGui context, so that it can be done where there is none yet.
Built build(Faces& faces, const std::vector<char32_t>& characters, float scale) {
    Built built;
    built.atlas.reset(IM_NEW(ImFontAtlas)());
    built.scale = scale;
    built.atlas->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    std::map<const FontFile*, Ranges> ranges;  // by main file; the atlas only points to them
    for (int i = 0; i < type_count; ++i) {
        const FontFile* main = faces.of(static_cast<Type>(i));
        if (!ranges.contains(main)) ranges[main] = share_out(faces, main, characters);
    }
    const std::vector<ImWchar> icon_ranges = to_ranges(icon_characters());
    for (int i = 0; i < type_count; ++i) {
        const auto type = static_cast<Type>(i);
        const float size = std::round(base_size(type) * scale);
        built.fonts[static_cast<std::size_t>(i)] =
            add_type(*built.atlas, faces, type, size, ranges[faces.of(type)], icon_ranges);
    }
    built.atlas->Build();
    return built;
}

struct Prepared {
    std::unique_ptr<Faces> faces;
    Built first;  // without an atlas when no scale was known
};

// What a thread of its own looks for. Fontconfig reads where it is told to, and a folder on a disk
// that does not answer would hold up whoever waits for it.
class Search {
  public:
    void run(float likely_scale, const std::vector<char32_t>& characters) {
        Prepared made{std::make_unique<Faces>(FontPlaces::configured), {}};
        const std::lock_guard held{mutex_};
        // Dear ImGui counts its allocations without a lock: nothing is drawn before this is done,
        // or it is not done.
        if (likely_scale > 0 && !given_up_)
            made.first = build(*made.faces, characters, likely_scale);
        found_ = std::move(made);
        ended_.notify_all();
    }

    // Nothing when it takes too long; from then on it may come at any time.
    std::optional<Prepared> wait() {
        std::unique_lock held{mutex_};
        given_up_ = !ended_.wait_for(held, patience, [this] { return found_.has_value(); });
        return std::exchange(found_, {});
    }
    std::optional<Prepared> look() {
        const std::lock_guard held{mutex_};
        return std::exchange(found_, {});
    }

  private:
    std::mutex mutex_;
    std::condition_variable ended_;
    std::optional<Prepared> found_;
    bool given_up_ = false;
};

}  // namespace

struct Fonts::Impl {
    std::shared_ptr<Search> search;  // while something is still to come of it
    std::thread thread;
    Prepared prepared;

    std::vector<char32_t> characters = first_characters();
    std::bitset<0x10000> known;  // in `characters`, or asked for and found nowhere
    std::size_t added = 0;
    bool wants_more = false;

    float scale = 0;
    std::array<ImFont*, type_count> fonts{};

    Impl() {
        for (const char32_t c : characters) known.set(c);
        for (const char32_t c : icon_characters()) known.set(c);
    }
    ~Impl() {
        if (search) wait();
        if (thread.joinable()) thread.detach();  // it has nothing of ours
    }

    void begin_search(float likely_scale) {
        search = std::make_shared<Search>();
        thread = wiped_thread([search = search, likely_scale, first = characters] {
            search->run(likely_scale, first);
        });
    }

    void wait() {
        if (!search || prepared.faces) return;
        if (auto found = search->wait()) return take(*std::move(found));
        prepared = {std::make_unique<Faces>(FontPlaces::usual), {}};
    }

    // What fontconfig found after all, in place of the little that was used meanwhile.
    void look_again() {
        if (!search || !prepared.faces) return;
        auto found = search->look();
        if (!found) return;
        take(*std::move(found));
        wants_more = true;
    }

    void take(Prepared found) {
        prepared = std::move(found);
        search.reset();
        thread.join();
    }

    // The atlas made in advance if it is the right one, else one made now.
    Built next_atlas() {
        wait();
        if (prepared.first.atlas && prepared.first.scale == scale && added == 0)
            return std::exchange(prepared.first, {});
        prepared.first = {};
        return build(*prepared.faces, characters, scale);
    }

    void adopt(Built built) {
        ImGuiIO& io = ImGui::GetIO();
        IM_DELETE(io.Fonts);
        io.Fonts = built.atlas.release();  // the context deletes it
        fonts = built.fonts;
        io.FontDefault = fonts[static_cast<std::size_t>(Type::body)];
    }
};

Fonts::Fonts(float likely_scale) : Fonts(std::make_unique<Impl>()) {
    impl_->begin_search(likely_scale);
}
Fonts::Fonts(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Fonts::~Fonts() = default;
Fonts::Fonts(Fonts&&) noexcept = default;
Fonts& Fonts::operator=(Fonts&&) noexcept = default;

void Fonts::wait() const { impl_->wait(); }

bool Fonts::found_any() const {
    wait();
    return impl_->prepared.faces->regular != nullptr;
}

Fonts Fonts::begin_anew() {
    impl_->wait();
    auto anew = std::make_unique<Impl>();
    anew->prepared.faces = std::move(impl_->prepared.faces);
    anew->search = std::move(impl_->search);
    anew->thread = std::move(impl_->thread);
    return Fonts(std::move(anew));
}

bool Fonts::prepare(float scale) {
    impl_->look_again();
    if (impl_->scale == scale && !impl_->wants_more) return false;
    impl_->scale = scale;
    impl_->wants_more = false;
    impl_->adopt(impl_->next_atlas());
    return true;
}

ImFont* Fonts::operator[](Type type) const { return impl_->fonts[static_cast<std::size_t>(type)]; }

float Fonts::size(Type type) const { return std::round(base_size(type) * impl_->scale); }

float Fonts::scale() const { return impl_->scale; }

void Fonts::want(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t next = take_character(text, at);
        if (next < 0x80) continue;
        const char32_t c = next > 0xffff ? no_character : next;
        if (impl_->known.test(c) || impl_->added >= most_added) continue;
        impl_->known.set(c);
        impl_->characters.push_back(c);
        ++impl_->added;
        impl_->wants_more = true;
    }
}

bool Fonts::wants_more() const { return impl_->wants_more; }

}  // namespace rekindle::app
