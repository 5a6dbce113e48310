// The one main of all test programs. They run under the locale of the environment on purpose, in C
// and in C++ alike: what wrote numbers with a comma under de_DE would be seen here.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <locale>
#include <stdexcept>

#include "tests/support/source_folder.hpp"

namespace {

// Tells the file named by REKINDLE_TEST_REPORT of each case as it begins and ends, a line each and
// at once: what a crash leaves there is still the truth, and names the case that crashed.
class CaseListener : public doctest::IReporter {
  public:
    explicit CaseListener(const doctest::ContextOptions& /*options*/) {
        if (const char* path = std::getenv("REKINDLE_TEST_REPORT")) told_.open(path);
    }
    void test_case_start(const doctest::TestCaseData& test) override {
        current_ = test.m_name;
        tell("begin");
    }
    void test_case_end(const doctest::CurrentTestCaseStats& stats) override {
        tell(stats.testCaseSuccess ? "passed" : "failed");
    }
    void report_query(const doctest::QueryData& /*query*/) override {}
    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats& /*stats*/) override {}
    void test_case_reenter(const doctest::TestCaseData& /*test*/) override {}
    void test_case_exception(const doctest::TestCaseException& /*exception*/) override {}
    void subcase_start(const doctest::SubcaseSignature& /*subcase*/) override {}
    void subcase_end() override {}
    void log_assert(const doctest::AssertData& /*data*/) override {}
    void log_message(const doctest::MessageData& /*message*/) override {}
    void test_case_skipped(const doctest::TestCaseData& /*test*/) override {}

  private:
    void tell(const char* what) { told_ << what << ' ' << current_ << std::endl; }

    std::ofstream told_;
    const char* current_ = "";
};

}  // namespace

REGISTER_LISTENER("cases", 1, CaseListener);

std::filesystem::path rekindle::tests::source_folder() { return REKINDLE_SOURCE_DIR; }

int main(int argc, char** argv) {
    try {
        std::locale::global(std::locale(""));
    } catch (const std::runtime_error&) {
        std::fputs("The locale asked for is not on this machine.\n", stderr);
        return 2;
    }
    return doctest::Context(argc, argv).run();
}
