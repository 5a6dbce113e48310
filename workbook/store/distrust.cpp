#include "workbook/store/distrust.hpp"

#include <fmt/format.h>

#include "workbook/store/store.hpp"

namespace rekindle {
namespace {

struct Words {
    const char* message;
    const char* remedy;
};

Words words_of(DistrustKind kind) {
    switch (kind) {
        case DistrustKind::older_file:
            return {"This file is older than the one that was saved last.",
                    "It is shown and not written over. A copy may have been put back, by you, by a "
                    "sync tool or by somebody else."};
        case DistrustKind::exchanged_file:
            return {"This file is not the one that was saved last, though it has its number.",
                    "It is shown and not written over. Two computers may have written at the same "
                    "time, or it was exchanged for one from another state."};
        case DistrustKind::file_gone:
            return {
                "This file was saved here before and is gone.",
                "A sync tool may still be bringing it; otherwise something removed it. Settings "
                "lists earlier states."};
        case DistrustKind::older_state:
            return {
                "The list of what was saved here is gone, or older than this computer "
                "remembers.",
                "The whole journal may have been put back as it was before, or another "
                "computer wrote at the same time. Files that are older are told one by one; "
                "the next save writes the list anew."};
        case DistrustKind::older_lock:
            return {
                "The lock is one that this journal had before.",
                "A passphrase or code that was replaced or taken out since may open it again. If "
                "it was not you who put it back: rekindle lock change --new-key."};
        case DistrustKind::other_key:
            return {"This journal has another key than when it was opened here last.",
                    "It is shown and not written. The key may have been changed on another "
                    "computer; or this is the journal as it was before its key was changed, or "
                    "another one in its place."};
    }
    return {"", ""};
}

}  // namespace

Distrust distrust_of(DistrustKind kind, const std::filesystem::path& folder,
                     const std::optional<Part>& part) {
    const Words words = words_of(kind);
    std::string command = "rekindle lock accept";
    Place place{folder.string(), 0, 0};
    if (part) {
        command += " " + Store::file_of(*part).generic_string();
        place.file = (folder / Store::file_of(*part)).string();
    } else if (kind == DistrustKind::older_lock) {
        place.file = (folder / "lock.toml").string();
    }
    return {
        kind, part,
        Error{ErrorCode::distrusted, words.message,
              fmt::format("{} If this is as it should be, accept it: in the window, or with “{}”.",
                          words.remedy, command),
              std::move(place)}};
}

}  // namespace rekindle
