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

# GCC tidies its memory from 128 MB on, and spends a twelfth of its time on it with joined files.
add_compile_options($<$<CXX_COMPILER_ID:GNU>:--param=ggc-min-heapsize=262144>)

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

# Compiles the files of a folder some at a time, each few in one run, so that what they include is
# read and what they share is made once. It asks that names a file keeps to itself differ within a
# folder. The folders named after `target` are left as they are: a file that is changed and looked at
# many times a day is compiled sooner by itself. Nothing is joined without precompiled headers,
# so that two presets show that every file stands by itself.
set(JOINED_AT_ONCE 8)
function(join_sources target)
    if(CMAKE_DISABLE_PRECOMPILE_HEADERS)
        return()
    endif()
    get_target_property(files ${target} SOURCES)
    get_target_property(home ${target} SOURCE_DIR)
    foreach(file IN LISTS files)
        if(NOT file MATCHES "[.]cpp$")
            continue()
        endif()
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY ${home} OUTPUT_VARIABLE whole)
        cmake_path(IS_PREFIX CMAKE_BINARY_DIR ${whole} is_made)
        cmake_path(RELATIVE_PATH whole BASE_DIRECTORY ${CMAKE_SOURCE_DIR} OUTPUT_VARIABLE below)
        cmake_path(GET below PARENT_PATH folder)
        if(is_made OR folder IN_LIST ARGN)
            continue()
        endif()
        string(MAKE_C_IDENTIFIER ${folder} name)
        math(EXPR number "0${count_${name}} / ${JOINED_AT_ONCE}")
        math(EXPR count_${name} "0${count_${name}} + 1")
        set_source_files_properties(${file} TARGET_DIRECTORY ${target}
                                    PROPERTIES UNITY_GROUP ${name}_${number})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # GCC takes what is included for a header, where a type of one file alone would be a mistake.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
