// The session's way to the disk: the store's writer, begun only after the first picture, since
// what it reads in the background is needed by nobody before that.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session/save_target.hpp"
#include "workbook/store/writer.hpp"

namespace rekindle::app {

class SaveToStore final : public SaveTarget {
  public:
    // `wake` is called from another thread when `poll` has something to tell. `seen` is what the
    // files read so far held (see Opened): those that changed since are read again. No text is
    // written into `kept_out`, places of the program, nor into the journal.
    SaveToStore(Store store, std::vector<YearMonth> rest, std::function<void()> wake,
                std::map<Part, std::string> seen = {},
                std::vector<std::filesystem::path> kept_out = {});

    // Begins to read what was not read yet and to watch the folder. Asking begins it as well.
    void begin();

    void ask(StoreWork work) override;
    std::vector<StoreNews> poll() override;
    Result<Saved> save_and_wait(SaveJournal save) override;

  private:
    Writer& writer();

    Store store_;
    std::vector<YearMonth> rest_;
    std::function<void()> wake_;
    std::map<Part, std::string> seen_;
    std::vector<std::filesystem::path> kept_out_;
    std::optional<Writer> writer_;
};

}  // namespace rekindle::app
