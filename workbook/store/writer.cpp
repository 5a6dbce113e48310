#include "workbook/store/writer.hpp"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <thread>

#include "workbook/base/wiped_stack.hpp"
#include "workbook/store/folder_watch.hpp"
#include "workbook/store/text_copy.hpp"
#include "workbook/store/unsaved.hpp"

namespace rekindle {

// Two threads: `worker` saves and reads, `watcher` sleeps in the kernel until a file changes. All
// that they share with the caller is behind `mutex`; the store saves for one of them at a time.
struct Writer::Impl {
    struct TextWanted {
        std::string path;
        std::string text;
        std::vector<std::filesystem::path> others;  // where it may not go, beside the journal
    };
    struct Request {
        Journal base;
        Journal ours;
    };
    // What is to be done with the store while nobody saves; gives what is to be told of it.
    using Errand = std::function<std::function<void(StoreNews&)>(Store&)>;

    Impl(Store given, std::vector<YearMonth> rest, std::function<void()> woken,
         std::map<Part, std::string> seen_before)
        : store(std::move(given)),
          wake(std::move(woken)),
          watch(store.folder()),
          seen(std::move(seen_before)) {
        // What was read before the watch began is looked at once more.
        for (const auto& [part, hash] : seen) to_look_at.push_back(part);
        for (const YearMonth month : rest) to_read.push_back(Part{PartKind::month, month});
        worker = wiped_thread([this] { work(); });
        watcher = wiped_thread([this] { hear(); });
    }

    ~Impl() {
        {
            const std::lock_guard held{mutex};
            closing = true;
        }
        something.notify_all();
        watch.stop();
        worker.join();
        watcher.join();
    }

    bool has_to_do() const;
    void work();
    bool do_next(std::unique_lock<std::mutex>& held);
    void hear();
    void save_next(std::unique_lock<std::mutex>& held);
    void write_next_text(std::unique_lock<std::mutex>& held);
    void list_next_backups(std::unique_lock<std::mutex>& held);
    void read_next_backup(std::unique_lock<std::mutex>& held);
    void read_next(std::unique_lock<std::mutex>& held);
    void look_at_next(std::unique_lock<std::mutex>& held);
    void read_part(const Part& part, std::optional<std::string> hash,
                   std::unique_lock<std::mutex>& held);
    void look_for_copies(std::unique_lock<std::mutex>& held);
    void look_for_missing(std::unique_lock<std::mutex>& held);
    void run_next_errand(std::unique_lock<std::mutex>& held);
    void send(Errand errand);
    void remember_saved(const Journal& base, const Journal& ours);
    void hand_over_kept();

    Store store;
    std::function<void()> wake;
    FolderWatch watch;

    std::mutex mutex;
    std::condition_variable something;  // to do, or done
    std::optional<Request> next;
    bool saving = false;
    bool closing = false;
    std::deque<TextWanted> texts;
    bool backups_wanted = false;
    std::optional<Backup> backup_wanted;
    std::deque<Errand> errands;
    std::vector<std::filesystem::path> to_take_away;  // not told to the store yet
    bool copies_wanted = true;                        // to be looked for; at the beginning once
    bool copies_told = false;                         // some were there
    bool missing_wanted = true;                       // the same for files that are gone
    bool missing_told = false;
    std::deque<Part> to_read;
    std::deque<Part> to_look_at;       // perhaps changed
    std::map<Part, std::string> seen;  // the files' hashes as we last knew them
    StoreNews news;

    std::thread worker;
    std::thread watcher;
};

bool Writer::Impl::has_to_do() const {
    return closing || (next && !saving) || !texts.empty() || backups_wanted || backup_wanted ||
           (!errands.empty() && !saving) || !to_read.empty() || !to_look_at.empty() ||
           copies_wanted || missing_wanted;
}

void Writer::Impl::work() {
    std::unique_lock held{mutex};
    do {
        if (!has_to_do()) wipe_stack();  // it may be long until there is
        something.wait(held, [this] { return has_to_do(); });
    } while (do_next(held));
}

// False when it is time to end. Not a part of the loop, whose own place on the stack stays.
[[gnu::noinline]] bool Writer::Impl::do_next(std::unique_lock<std::mutex>& held) {
    if (next && !saving)
        save_next(held);  // also while closing: what was asked for is done
    else if (!texts.empty())
        write_next_text(held);
    else if (closing)
        return false;
    else if (backups_wanted)
        list_next_backups(held);
    else if (backup_wanted)
        read_next_backup(held);
    else if (!errands.empty() && !saving)
        run_next_errand(held);
    else if (!to_look_at.empty())
        look_at_next(held);
    else if (!to_read.empty())
        read_next(held);
    else if (copies_wanted)
        look_for_copies(held);
    else if (missing_wanted)
        look_for_missing(held);
    return true;
}

void Writer::Impl::hear() {
    while (const auto changed = watch.wait()) {
        {
            const std::lock_guard held{mutex};
            to_look_at.insert(to_look_at.end(), changed->parts.begin(), changed->parts.end());
            copies_wanted = copies_wanted || changed->others;
            missing_wanted = missing_wanted || missing_told || changed->others;
        }
        something.notify_all();
        wipe_stack();
    }
}

void Writer::Impl::save_next(std::unique_lock<std::mutex>& held) {
    const Request request = std::move(*next);
    next.reset();
    saving = true;
    hand_over_kept();
    held.unlock();
    auto result = store.save(request.base, request.ours);
    held.lock();
    saving = false;
    missing_wanted = missing_wanted || missing_told || (result && !result->gone.empty());
    remember_saved(request.base, request.ours);
    news.saves.push_back({request.base, request.ours, std::move(result)});
    held.unlock();
    something.notify_all();
    wake();
    held.lock();
}

void Writer::Impl::write_next_text(std::unique_lock<std::mutex>& held) {
    auto [path, text, others] = std::move(texts.front());
    texts.pop_front();
    held.unlock();
    auto result = write_text_copy(path, text, KeptOut({store.folder()}, others));
    held.lock();
    news.texts.push_back({path, std::move(result)});
    held.unlock();
    wake();
    held.lock();
}

void Writer::Impl::list_next_backups(std::unique_lock<std::mutex>& held) {
    backups_wanted = false;
    held.unlock();
    Result<std::vector<BackupSummary>> summaries;
    auto listed = rekindle::list_backups(store.folder());
    if (listed)
        for (CountedFiles counted; Backup & backup : *listed) {
            const std::int64_t checkins = count_checkins(backup.folder, store.key(), counted);
            summaries->push_back({std::move(backup), checkins});
        }
    else
        summaries = fail(listed.error());
    held.lock();
    news.backups = std::move(summaries);
    held.unlock();
    wake();
    held.lock();
}

void Writer::Impl::read_next_backup(std::unique_lock<std::mutex>& held) {
    const Backup backup = *std::exchange(backup_wanted, std::nullopt);
    held.unlock();
    Store earlier(backup.folder);
    earlier.use_key(store.key());
    auto read = earlier.open();
    held.lock();
    news.backup = StoreNews::BackupRead{backup, std::move(read)};
    held.unlock();
    wake();
    held.lock();
}

void Writer::Impl::look_for_copies(std::unique_lock<std::mutex>& held) {
    copies_wanted = false;
    held.unlock();
    auto copies = read_copies(store);
    held.lock();
    if (copies.empty() && !copies_told) return;
    copies_told = !copies.empty();
    news.copies = std::move(copies);
    held.unlock();
    wake();
    held.lock();
}

// Told once there is something, and then also when there is nothing any more.
void Writer::Impl::look_for_missing(std::unique_lock<std::mutex>& held) {
    missing_wanted = false;
    held.unlock();
    auto missing = find_missing(store);
    held.lock();
    if (!missing || (missing->empty() && !missing_told)) return;
    missing_told = !missing->empty();
    news.missing = std::move(*missing);
    held.unlock();
    wake();
    held.lock();
}

void Writer::Impl::send(Errand errand) {
    {
        const std::lock_guard held{mutex};
        errands.push_back(std::move(errand));
    }
    something.notify_all();
}

// An errand may save: it counts as a save for everyone who waits for one to end.
void Writer::Impl::run_next_errand(std::unique_lock<std::mutex>& held) {
    const Errand errand = std::move(errands.front());
    errands.pop_front();
    saving = true;
    held.unlock();
    const auto tell = errand(store);
    held.lock();
    saving = false;
    missing_wanted = missing_wanted || missing_told;
    tell(news);
    held.unlock();
    something.notify_all();
    wake();
    held.lock();
}

// Our own saves are heard of like those of others, and are told apart by what the file holds.
void Writer::Impl::remember_saved(const Journal& base, const Journal& ours) {
    for (const Part& part : changed_parts(base, ours))
        if (const auto hash = store.left_by_save(part)) seen[part] = *hash;
}

// While nobody else uses the store, just before the save that they are meant for.
void Writer::Impl::hand_over_kept() {
    for (std::filesystem::path& kept : std::exchange(to_take_away, {}))
        store.take_away_after_save(std::move(kept));
}

void Writer::Impl::look_at_next(std::unique_lock<std::mutex>& held) {
    const Part part = to_look_at.front();
    to_look_at.pop_front();
    held.unlock();
    const std::optional<std::string> hash = store.hash_of(part);
    held.lock();
    const auto known = seen.find(part);
    const bool same = known == seen.end() ? !hash : hash && *hash == known->second;
    if (!same && !saving) read_part(part, hash, held);
    // During a save it may well be the save itself: looked at again when that has ended.
    if (!same && saving) {
        something.wait(held, [this] { return closing || !saving; });
        to_look_at.push_back(part);
    }
}

void Writer::Impl::read_next(std::unique_lock<std::mutex>& held) {
    const Part part = to_read.front();
    to_read.pop_front();
    held.unlock();
    // The hash first: what changes in between is then told twice rather than never.
    const std::optional<std::string> hash = store.hash_of(part);
    held.lock();
    read_part(part, hash, held);
}

void Writer::Impl::read_part(const Part& part, std::optional<std::string> hash,
                             std::unique_lock<std::mutex>& held) {
    if (hash)
        seen[part] = std::move(*hash);
    else
        seen.erase(part);
    missing_wanted = missing_wanted || missing_told || !hash;
    held.unlock();
    auto read = store.read(part);
    held.lock();
    news.parts.emplace_back(part, std::move(read));
    held.unlock();
    wake();
    held.lock();
}

Writer::Writer(Store store, std::vector<YearMonth> rest, std::function<void()> wake,
               std::map<Part, std::string> seen)
    : impl_(std::make_unique<Impl>(std::move(store), std::move(rest), std::move(wake),
                                   std::move(seen))) {}

Writer::~Writer() = default;

void Writer::save(Journal base, Journal ours) {
    {
        const std::lock_guard held{impl_->mutex};
        impl_->next = Impl::Request{std::move(base), std::move(ours)};
    }
    impl_->something.notify_all();
}

void Writer::write_text(std::string path, std::string text,
                        std::vector<std::filesystem::path> others) {
    {
        const std::lock_guard held{impl_->mutex};
        impl_->texts.push_back({std::move(path), std::move(text), std::move(others)});
    }
    impl_->something.notify_all();
}

void Writer::list_backups() {
    {
        const std::lock_guard held{impl_->mutex};
        impl_->backups_wanted = true;
    }
    impl_->something.notify_all();
}

void Writer::read_backup(Backup backup) {
    {
        const std::lock_guard held{impl_->mutex};
        impl_->backup_wanted = std::move(backup);
    }
    impl_->something.notify_all();
}

void Writer::find_earlier(Part part) {
    impl_->send([part = std::move(part)](Store& store) {
        auto result = rekindle::find_earlier(store, part);
        return [part, result](StoreNews& news) { news.earlier_found.push_back({part, result}); };
    });
}

void Writer::use_earlier(EarlierPart earlier) {
    impl_->send([earlier = std::move(earlier)](Store& store) {
        auto result = rekindle::use_earlier(store, earlier);
        return [earlier, result](StoreNews& news) {
            news.earlier_used.push_back({earlier, result});
        };
    });
}

void Writer::put_away(ConflictCopy copy) {
    impl_->send([copy = std::move(copy)](Store& store) {
        auto result = rekindle::put_away(store, copy);
        return [copy, result](StoreNews& news) { news.put_away.push_back({copy, result}); };
    });
}

void Writer::settle_missing(Part part) {
    impl_->send([part = std::move(part)](Store& store) {
        auto result = rekindle::settle_missing(store, part);
        return [part, result](StoreNews& news) { news.settled.push_back({part, result}); };
    });
}

void Writer::leave_out(Part part) {
    impl_->send([part = std::move(part)](Store& store) {
        auto result = rekindle::leave_out(store, part);
        return [part, result](StoreNews& news) { news.settled.push_back({part, result}); };
    });
}

void Writer::accept(std::vector<Distrust> told) {
    impl_->send([told = std::move(told), impl = impl_.get()](Store& store) {
        auto result = store.accept(told);
        return [told, result, impl](StoreNews& news) {
            news.accepted.push_back({told, result});
            for (const Distrust& each : told)
                if (each.part) impl->to_look_at.push_back(*each.part);
        };
    });
}

void Writer::take_away_after_save(std::filesystem::path kept) {
    const std::lock_guard held{impl_->mutex};
    impl_->to_take_away.push_back(std::move(kept));
}

void Writer::take_away(std::filesystem::path kept) {
    impl_->send([kept = std::move(kept)](Store&) {
        const bool gone = remove_unsaved(kept);
        return [kept, gone](StoreNews& news) { news.taken_away.push_back({kept, gone}); };
    });
}

StoreNews Writer::poll() {
    const std::lock_guard held{impl_->mutex};
    return std::exchange(impl_->news, {});
}

Result<Saved> Writer::save_and_wait(const Journal& base, const Journal& ours) {
    Impl& impl = *impl_;
    std::unique_lock held{impl.mutex};
    impl.something.wait(held, [&] { return !impl.next && !impl.saving; });
    impl.saving = true;
    impl.hand_over_kept();
    held.unlock();
    auto result = impl.store.save(base, ours);
    held.lock();
    impl.saving = false;
    impl.remember_saved(base, ours);
    held.unlock();
    impl.something.notify_all();
    return result;
}

}  // namespace rekindle
