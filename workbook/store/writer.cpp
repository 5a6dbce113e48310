#include "workbook/store/writer.hpp"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "workbook/base/wiped_stack.hpp"
#include "workbook/store/copies.hpp"
#include "workbook/store/folder_watch.hpp"
#include "workbook/store/missing.hpp"

namespace rekindle {
namespace {

// Which of what was asked for comes first; the last of them is left undone when it is time to end.
enum class Turn { save, text, other };
Turn turn_of(const StoreWork& work) {
    if (std::holds_alternative<SaveJournal>(work)) return Turn::save;
    return std::holds_alternative<WriteText>(work) ? Turn::text : Turn::other;
}

// What only reads, or writes elsewhere, waits for no save, and no save waits for it.
bool is_beside_saves(const StoreWork& work) {
    return std::holds_alternative<WriteText>(work) || std::holds_alternative<FindBackups>(work) ||
           std::holds_alternative<OpenBackup>(work);
}

// What nobody wants twice.
bool only_last_counts(const StoreWork& work) {
    return std::holds_alternative<FindBackups>(work) || std::holds_alternative<OpenBackup>(work);
}

}  // namespace

// Two threads: `worker` saves and reads, `watcher` sleeps in the kernel until a file changes. All
// that they share with the caller is behind `mutex`; the store saves for one of them at a time.
struct Writer::Impl {
    Impl(Store given, const std::vector<YearMonth>& rest, std::function<void()> woken,
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

    using Asked = std::deque<StoreWork>;

    bool has_to_do();
    Asked::iterator next_asked();
    bool is_saving_or_about_to() const;
    void work();
    bool do_next(std::unique_lock<std::mutex>& held);
    void hear();
    void do_asked(Asked::iterator at, std::unique_lock<std::mutex>& held);
    void note_done(const StoreNews& done);
    void tell(StoreNews told, std::unique_lock<std::mutex>& held);
    void read_next(std::unique_lock<std::mutex>& held);
    void look_at_next(std::unique_lock<std::mutex>& held);
    void read_part(const Part& part, std::optional<std::string> hash,
                   std::unique_lock<std::mutex>& held);
    void look_for_copies(std::unique_lock<std::mutex>& held);
    void look_for_missing(std::unique_lock<std::mutex>& held);
    void remember_saved(const SaveEnded& ended);

    Store store;
    std::function<void()> wake;
    FolderWatch watch;

    std::mutex mutex;
    std::condition_variable something;  // to do, or done
    Asked asked;
    bool saving = false;
    bool closing = false;
    bool copies_wanted = true;   // to be looked for; at the beginning once
    bool copies_told = false;    // some were there
    bool missing_wanted = true;  // the same for files that are gone
    bool missing_told = false;
    std::deque<Part> to_read;
    std::deque<Part> to_look_at;       // perhaps changed
    std::map<Part, std::string> seen;  // the files' hashes as we last knew them
    std::vector<StoreNews> news;

    std::thread worker;
    std::thread watcher;
};

Writer::Impl::Asked::iterator Writer::Impl::next_asked() {
    auto next = asked.end();
    for (auto at = asked.begin(); at != asked.end(); ++at) {
        if (saving && !is_beside_saves(*at)) continue;
        if (closing && turn_of(*at) == Turn::other) continue;
        if (next == asked.end() || turn_of(*at) < turn_of(*next)) next = at;
    }
    return next;
}

bool Writer::Impl::is_saving_or_about_to() const {
    return saving || std::any_of(asked.begin(), asked.end(),
                                 [](const StoreWork& work) { return turn_of(work) == Turn::save; });
}

bool Writer::Impl::has_to_do() {
    return closing || next_asked() != asked.end() || !to_read.empty() || !to_look_at.empty() ||
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
    const auto next = next_asked();
    if (next != asked.end())
        do_asked(next, held);  // what is to be done at the end also while closing
    else if (closing)
        return false;
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

// What may write into the journal counts as a save for everyone who waits for one to end.
void Writer::Impl::do_asked(Asked::iterator at, std::unique_lock<std::mutex>& held) {
    StoreWork work = std::move(*at);
    asked.erase(at);
    const bool alone = !is_beside_saves(work);
    saving = saving || alone;
    held.unlock();
    StoreNews done = do_work(store, std::move(work));
    held.lock();
    if (alone) {
        saving = false;
        missing_wanted = missing_wanted || missing_told;
    }
    note_done(done);
    tell(std::move(done), held);
}

void Writer::Impl::note_done(const StoreNews& done) {
    if (const auto* ended = std::get_if<SaveEnded>(&done)) {
        missing_wanted = missing_wanted || (ended->result && !ended->result->gone.empty());
        remember_saved(*ended);
    }
    if (const auto* accepted = std::get_if<DistrustAccepted>(&done))
        for (const Distrust& each : accepted->told)
            if (each.part) to_look_at.push_back(*each.part);
}

void Writer::Impl::tell(StoreNews told, std::unique_lock<std::mutex>& held) {
    news.push_back(std::move(told));
    held.unlock();
    something.notify_all();
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
    tell(CopiesFound{std::move(copies)}, held);
}

// Told once there is something, and then also when there is nothing any more.
void Writer::Impl::look_for_missing(std::unique_lock<std::mutex>& held) {
    missing_wanted = false;
    held.unlock();
    auto missing = find_missing(store);
    held.lock();
    if (!missing || (missing->empty() && !missing_told)) return;
    missing_told = !missing->empty();
    tell(MissingFound{std::move(*missing)}, held);
}

// Our own saves are heard of like those of others, and are told apart by what the file holds.
void Writer::Impl::remember_saved(const SaveEnded& ended) {
    for (const Part& part : changed_parts(ended.base, ended.ours))
        if (const auto hash = store.left_by_save(part)) seen[part] = *hash;
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
    tell(PartRead{part, std::move(read)}, held);
}

Writer::Writer(Store store, const std::vector<YearMonth>& rest, std::function<void()> wake,
               std::map<Part, std::string> seen)
    : impl_(std::make_unique<Impl>(std::move(store), rest, std::move(wake), std::move(seen))) {}

Writer::~Writer() = default;

void Writer::ask(StoreWork work) {
    {
        const std::lock_guard held{impl_->mutex};
        if (only_last_counts(work))
            std::erase_if(impl_->asked,
                          [&](const StoreWork& each) { return each.index() == work.index(); });
        impl_->asked.push_back(std::move(work));
    }
    impl_->something.notify_all();
}

std::vector<StoreNews> Writer::poll() {
    const std::lock_guard held{impl_->mutex};
    return std::exchange(impl_->news, {});
}

Result<Saved> Writer::save_and_wait(SaveJournal save) {
    Impl& impl = *impl_;
    std::unique_lock held{impl.mutex};
    impl.something.wait(held, [&] { return !impl.is_saving_or_about_to(); });
    impl.saving = true;
    held.unlock();
    auto ended = std::get<SaveEnded>(do_work(impl.store, std::move(save)));
    held.lock();
    impl.saving = false;
    impl.remember_saved(ended);
    held.unlock();
    impl.something.notify_all();
    return std::move(ended.result);
}

}  // namespace rekindle
