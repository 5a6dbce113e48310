# Makes the OpenGL loader at configure time with the glad generator, so that no generated code is
# kept in the tree. The generator is Debian's python3-glad; where the release does not carry it,
# `app/install-packages` unpacks it into build/python3-glad.
find_program(SYSTEM_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
set(GLAD_DIR ${CMAKE_BINARY_DIR}/glad)
set(GLAD_UNPACKED ${CMAKE_SOURCE_DIR}/build/python3-glad/usr/lib/python3/dist-packages)
if(NOT EXISTS ${GLAD_DIR}/src/gl.c)
    execute_process(
        COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${GLAD_UNPACKED}
                ${SYSTEM_PYTHON} -m glad --reproducible --api gl:core=3.3 --extensions ""
                --out-path ${GLAD_DIR} c
        RESULT_VARIABLE GLAD_RESULT ERROR_VARIABLE GLAD_ERROR OUTPUT_QUIET)
    if(NOT GLAD_RESULT EQUAL 0)
        message(FATAL_ERROR "The glad generator did not run: ${GLAD_ERROR}"
                            "Run app/install-packages, which installs it.")
    endif()
endif()
add_library(glad STATIC ${GLAD_DIR}/src/gl.c)
target_include_directories(glad SYSTEM PUBLIC ${GLAD_DIR}/include)
