// The one main of all test programs. They run under the locale of the environment on purpose, in C
// and in C++ alike: what wrote numbers with a comma under de_DE would be seen here.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <locale>
#include <stdexcept>

int main(int argc, char** argv) {
    try {
        std::locale::global(std::locale(""));
    } catch (const std::runtime_error&) {
        std::fputs("The locale asked for is not on this machine.\n", stderr);
        return 2;
    }
    return doctest::Context(argc, argv).run();
}
