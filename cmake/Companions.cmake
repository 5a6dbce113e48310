# What every archive holds beside the journal, for whoever opens it without Rekindle: compiled in, so
# that the program needs no file of its own to make one.
set(COMPANIONS_SOURCE ${CMAKE_BINARY_DIR}/companions.cpp)
set(COMPANION_FILES ${CMAKE_SOURCE_DIR}/FORMAT.md ${CMAKE_SOURCE_DIR}/tests/reader/reader.py)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${COMPANION_FILES})
list(GET COMPANION_FILES 0 FORMAT_FILE)
list(GET COMPANION_FILES 1 READER_FILE)
file(READ ${FORMAT_FILE} FORMAT_TEXT)
file(READ ${READER_FILE} READER_TEXT)
file(CONFIGURE OUTPUT ${COMPANIONS_SOURCE} @ONLY CONTENT [==[
#include "workbook/store/companions.hpp"

namespace rekindle {

const std::map<std::filesystem::path, std::string>& companions() {
    static const std::map<std::filesystem::path, std::string> files{
        {"FORMAT.md", R"companion(@FORMAT_TEXT@)companion"},
        {"reader.py", R"companion(@READER_TEXT@)companion"}};
    return files;
}

}  // namespace rekindle
]==])
