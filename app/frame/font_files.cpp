#include "app/frame/font_files.hpp"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

namespace rekindle::app {

namespace {

// The numbers of a font file, which are big-endian, read and written within its bounds.
class Bytes {
  public:
    Bytes(void* bytes, std::size_t size) : at_(static_cast<std::uint8_t*>(bytes)), size_(size) {}

    std::uint32_t u16(std::size_t place) const {
        return place + 2 <= size_ ? (std::uint32_t{at_[place]} << 8) | at_[place + 1] : 0;
    }
    std::uint32_t u32(std::size_t place) const { return (u16(place) << 16) | u16(place + 2); }
    int i16(std::size_t place) const { return static_cast<std::int16_t>(u16(place)); }
    void set_i16(std::size_t place, int value) {
        if (place + 2 > size_) return;
        at_[place] = static_cast<std::uint8_t>((value >> 8) & 0xff);
        at_[place + 1] = static_cast<std::uint8_t>(value & 0xff);
    }

  private:
    std::uint8_t* at_;
    std::size_t size_;
};

constexpr std::uint32_t tag(const char (&name)[5]) {
    return (static_cast<std::uint32_t>(name[0]) << 24) |
           (static_cast<std::uint32_t>(name[1]) << 16) |
           (static_cast<std::uint32_t>(name[2]) << 8) | static_cast<std::uint32_t>(name[3]);
}

// Where the face's table of tables begins; nothing for a file that is no plain OpenType font
// (compressed, Type 1), which the loader could not use.
std::optional<std::size_t> find_face(const Bytes& font, int face) {
    const std::uint32_t kind = font.u32(0);
    if (kind == 0x00010000 || kind == tag("OTTO") || kind == tag("true"))
        return face == 0 ? std::optional<std::size_t>{0} : std::nullopt;
    if (kind == tag("ttcf") && face >= 0 && static_cast<std::uint32_t>(face) < font.u32(8))
        return font.u32(12 + 4 * static_cast<std::size_t>(face));
    return std::nullopt;
}

std::optional<std::size_t> find_table(const Bytes& font, std::size_t face, std::uint32_t name) {
    for (std::size_t i = 0; i < font.u16(face + 4); ++i) {
        const std::size_t entry = face + 12 + 16 * i;
        if (font.u32(entry) == name) return font.u32(entry + 8);
    }
    return std::nullopt;
}

// The loader makes a font's line box (ascent less descent) as high as the size asked for, which
// differs from font to font. With a box of one em, placed around the middle of the old one, sizes
// are ems and capitals stand in the middle of their line.
bool make_line_box_one_em(Bytes& font, std::size_t face) {
    const auto head = find_table(font, face, tag("head"));
    const auto hhea = find_table(font, face, tag("hhea"));
    if (!head || !hhea || !find_table(font, face, tag("cmap"))) return false;
    const int em = static_cast<int>(font.u16(*head + 18));
    const int ascent = font.i16(*hhea + 4);
    const int descent = font.i16(*hhea + 6);
    if (em == 0 || ascent <= descent) return false;
    const int new_ascent = ascent - (ascent - descent - em) / 2;
    font.set_i16(*hhea + 4, new_ascent);
    font.set_i16(*hhea + 6, new_ascent - em);
    return true;
}

std::unique_ptr<FontFile> open_font(const char* path, int face) {
    const int opened = ::open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (opened < 0) return nullptr;
    struct stat facts {};
    const bool usable = ::fstat(opened, &facts) == 0 && S_ISREG(facts.st_mode) &&
                        facts.st_size >= 512 && facts.st_size < (std::int64_t{1} << 31);
    const auto size = static_cast<std::size_t>(facts.st_size);
    // Private: the page that is changed is ours, all others stay those of the file.
    void* bytes =
        usable ? ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, opened, 0) : MAP_FAILED;
    ::close(opened);
    if (bytes == MAP_FAILED) return nullptr;
    auto file = std::make_unique<FontFile>(bytes, size, face);
    Bytes font(bytes, size);
    const auto place = find_face(font, face);
    if (!place || !make_line_box_one_em(font, *place)) return nullptr;
    return file;
}

struct PatternDeleter {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

// A request for a family; outlines only, since bitmaps cannot be scaled.
Pattern ask_for(FcConfig* config, std::string_view family, Weight weight) {
    Pattern wanted(FcPatternCreate());
    const std::string name(family);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(name.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT,
                        weight == Weight::semibold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddBool(wanted.get(), FC_OUTLINE, FcTrue);
    FcPatternAddBool(wanted.get(), FC_VARIABLE, FcFalse);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    return wanted;
}

// Of the packages that this program asks for, and of the one that nearly every desktop has.
constexpr std::array usual_files{
    "/usr/share/fonts/opentype/inter/Inter-Regular.otf",
    "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",
    "/usr/share/fonts/opentype/inter/InterDisplay-SemiBold.otf",
    "/usr/share/fonts/opentype/font-awesome/FontAwesome.otf",
    "/usr/share/fonts/truetype/font-awesome/fontawesome-webfont.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
};

FcConfig* make_config(FontPlaces places) {
    if (places == FontPlaces::configured) return FcInitLoadConfigAndFonts();
    FcConfig* config = FcConfigCreate();
    for (const char* file : usual_files)
        FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file));
    return config;
}

bool is_family(FcPattern* pattern, std::string_view family) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
        if (family == reinterpret_cast<const char*>(name)) return true;
    }
    return false;
}

}  // namespace

Error no_font() {
    return {
        ErrorCode::system,
        "No font was found on this computer.",
        "Only English letters can be shown, and they are small. Install the packages fonts-inter "
        "and fonts-font-awesome, or see whether fontconfig knows where the fonts are (fc-list "
        "lists them).",
        {}};
}

FontFile::FontFile(void* bytes, std::size_t size, int face)
    : bytes_(bytes), size_(size), face_(face) {}
FontFile::~FontFile() { ::munmap(bytes_, size_); }

struct FontFiles::Impl {
    struct Opened {
        std::string path;
        int face = 0;
        std::unique_ptr<FontFile> file;  // null: cannot be used, not tried again
        FcCharSet* characters = nullptr;
    };
    FcConfig* config = nullptr;
    FcFontSet* sorted = nullptr;  // every font, best sans first; made when first needed
    std::vector<Opened> opened;

    explicit Impl(FontPlaces places) : config(make_config(places)) {}
    ~Impl() {
        for (const Opened& one : opened) FcCharSetDestroy(one.characters);
        if (sorted != nullptr) FcFontSetDestroy(sorted);
        if (config != nullptr) FcConfigDestroy(config);
    }

    const FontFile* open(FcPattern* pattern) {
        FcChar8* name = nullptr;
        int face = 0;
        FcCharSet* characters = nullptr;
        if (FcPatternGetString(pattern, FC_FILE, 0, &name) != FcResultMatch) return nullptr;
        if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) != FcResultMatch)
            return nullptr;
        FcPatternGetInteger(pattern, FC_INDEX, 0, &face);
        const std::string path(reinterpret_cast<const char*>(name));
        for (const Opened& one : opened) {
            if (one.path == path && one.face == face) return one.file.get();
        }
        opened.push_back({path, face, open_font(path.c_str(), face), FcCharSetCopy(characters)});
        return opened.back().file.get();
    }

    FcFontSet* all_sorted() {
        if (sorted != nullptr || config == nullptr) return sorted;
        const Pattern wanted = ask_for(config, "sans-serif", Weight::regular);
        FcResult result = FcResultNoMatch;
        sorted = FcFontSort(config, wanted.get(), FcFalse, nullptr, &result);
        return sorted;
    }
};

FontFiles::FontFiles(FontPlaces places) : impl_(std::make_unique<Impl>(places)) {}
FontFiles::~FontFiles() = default;

const FontFile* FontFiles::find(std::string_view family, Weight weight, bool exact) {
    if (impl_->config == nullptr) return nullptr;
    const Pattern wanted = ask_for(impl_->config, family, weight);
    FcResult result = FcResultNoMatch;
    const Pattern match(FcFontMatch(impl_->config, wanted.get(), &result));
    if (match && (!exact || is_family(match.get(), family))) {
        if (const FontFile* file = impl_->open(match.get())) return file;
    }
    return exact ? nullptr : find_for(U'a');
}

const FontFile* FontFiles::find_for(char32_t character) {
    const FcFontSet* all = impl_->all_sorted();
    for (int i = 0; all != nullptr && i < all->nfont; ++i) {
        FcCharSet* characters = nullptr;
        if (FcPatternGetCharSet(all->fonts[i], FC_CHARSET, 0, &characters) != FcResultMatch ||
            !FcCharSetHasChar(characters, character))
            continue;
        if (const FontFile* file = impl_->open(all->fonts[i])) return file;
    }
    return nullptr;
}

bool FontFiles::has(const FontFile* file, char32_t character) const {
    for (const auto& one : impl_->opened) {
        if (one.file.get() == file && file != nullptr)
            return FcCharSetHasChar(one.characters, character) != FcFalse;
    }
    return false;
}

}  // namespace rekindle::app
