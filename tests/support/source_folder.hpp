// Where the project's own files lie, for tests that read what it ships. The path is known to
// main.cpp alone, so that what is compiled does not depend on the folder of the clone.
#pragma once

#include <filesystem>

namespace rekindle::tests {

std::filesystem::path source_folder();

}  // namespace rekindle::tests
