#include "workbook/store/key_file.hpp"

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>

#include "workbook/files/base64.hpp"
#include "workbook/files/file.hpp"
#include "workbook/files/system_calls.hpp"
#include "workbook/store/journal_key.hpp"

namespace rekindle {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line =
    "# With this file the journal opens. Keep it where nobody else looks.\n";
constexpr std::string_view word = "rekindle-key-1";
constexpr std::size_t base64_size = 44;  // of 32 bytes
constexpr std::size_t sum_size = 16;
constexpr std::size_t line_size = word.size() + 1 + base64_size + 1 + sum_size;

Error not_readable(const fs::path& file) {
    return {ErrorCode::usage, "The key file cannot be read.",
            "Is the stick in, and is this its path?", Place{file.string(), 0, 0}};
}

Error open_to_others(const fs::path& file) {
    return {ErrorCode::invalid,
            "Other accounts on this computer can read this key file; “chmod 600” closes it to "
            "them.",
            {},
            Place{file.string(), 0, 0}};
}

// The line of the key, where there is one.
std::string_view key_line(std::string_view text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (line.starts_with(word)) return line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

// Straight into memory that is wiped; nothing when it is longer than a key file can be.
std::optional<Secret> read_all(int file) {
    Secret text;
    std::array<char, 256> block{};
    for (;;) {
        const ssize_t got = ::read(file, block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        if (!text.append({block.data(), static_cast<std::size_t>(got)})) break;
    }
    sodium_memzero(block.data(), block.size());
    return text;
}

}  // namespace

Secret make_key_file_secret() {
    Secret secret;
    secret.resize(JournalKey::size);
    randombytes_buf(secret.data(), secret.size());
    return secret;
}

Secret key_file_text(const Secret& secret) {
    Secret line(word);
    line.append(" ");
    Secret coded;
    coded.resize(sodium_base64_ENCODED_LEN(JournalKey::size, sodium_base64_VARIANT_ORIGINAL));
    sodium_bin2base64(reinterpret_cast<char*>(coded.data()), coded.size(), secret.data(),
                      secret.size(), sodium_base64_VARIANT_ORIGINAL);
    coded.resize(base64_size);
    line.append(coded.view());
    const std::string sum = short_hash(line.view());
    Secret text(first_line);
    text.append(line.view());
    text.append(" ");
    text.append(sum);
    text.append("\n");
    return text;
}

Result<Secret> parse_key_file(std::string_view text, const fs::path& file) {
    const Place place{file.string(), 0, 0};
    const std::string_view line = key_line(text);
    if (line.empty())
        return fail(ErrorCode::invalid, "This is no key file of Rekindle.",
                    "Give the file that “rekindle lock add key-file” wrote.", place);
    const std::size_t above_sum = line_size - sum_size - 1;
    Secret secret;
    secret.resize(JournalKey::size);
    std::size_t size = 0;
    const bool is_whole =
        line.size() == line_size &&
        short_hash(line.substr(0, above_sum)) == std::string(line.substr(line_size - sum_size)) &&
        sodium_base642bin(secret.data(), secret.size(), line.data() + word.size() + 1, base64_size,
                          nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0 &&
        size == JournalKey::size;
    if (is_whole) return secret;
    return fail(ErrorCode::invalid, "This key file is cut short or damaged.",
                "Use another copy of it, or the passphrase; the journal is as it was.", place);
}

Result<Opener> opener_of_key_file(const fs::path& file) {
    // A pipe that nobody writes into is not waited for.
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat found {};
    if (!opened.is_open() || ::fstat(opened.get(), &found) != 0 || !S_ISREG(found.st_mode))
        return fail(not_readable(file));
    const auto text = read_all(opened.get());
    if (!text) return fail(not_readable(file));
    auto secret = parse_key_file(text->view(), file);
    if (!secret) return fail(secret.error());
    Opener opener{*std::move(secret), true};
    if ((found.st_mode & (S_IRGRP | S_IROTH)) != 0) opener.notices.push_back(open_to_others(file));
    return opener;
}

Result<Secret> read_key_file(const fs::path& file) {
    auto opener = opener_of_key_file(file);
    if (!opener) return fail(opener.error());
    return std::move(opener->secret);
}

}  // namespace rekindle
