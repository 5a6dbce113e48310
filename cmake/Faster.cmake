# What makes a build faster and changes nothing in what is built.

# A compiler cache where there is one. It is told that what a precompiled header defines need not be
# looked at again (the header itself is), and to take what a file includes from the compiler: else
# each file that is not in the cache would be preprocessed twice.
find_program(CCACHE ccache)
if(CCACHE)
    set(LAUNCHER /usr/bin/env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${LAUNCHER})
    set(CMAKE_C_COMPILER_LAUNCHER ${LAUNCHER})
endif()

# Headers of others that most files read, read once. Every file includes what it uses all the same:
# the presets bench and fuzz are built without these, and so is what stands by itself in tests/.
set(OFTEN_INCLUDED
    <algorithm> <array> <charconv> <chrono> <cmath> <cstddef> <cstdint> <filesystem> <functional>
    <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <utility> <variant>
    <vector> <fmt/format.h> <tl/expected.hpp>)

# A target that holds nothing but precompiled headers. Whatever reuses them may define more than it
# does, never less: so it links what the headers themselves need and nothing else.
function(add_precompiled name libraries)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE rekindle_options ${libraries})
    target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()
