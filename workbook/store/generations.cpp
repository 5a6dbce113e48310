#include "workbook/store/generations.hpp"

#include "workbook/store/sealed_list.hpp"

namespace rekindle {

Generations read_generations(const std::filesystem::path& journal, const KeyRef& key) {
    Generations generations;
    const auto list = read_list(journal, key);
    if (!list) return generations;
    for (const auto& [name, file] : list->files) generations[name] = file.saves;
    return generations;
}

std::string generations_text(const JournalKey& key, const Generations& generations) {
    SealedList list;
    for (const auto& [name, saves] : generations) list.files[name] = {saves, {}};
    return list_text(list, key);
}

}  // namespace rekindle
