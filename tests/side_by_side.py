"""Runs a folder's Python tests in processes of their own, several at a time. Each test has its own
display and home; those that go by the clock have the computer to themselves. With
REKINDLE_TEST_TIMES set it says how long each test took and how much of a processor."""

import concurrent.futures
import contextlib
import io
import multiprocessing
import os
import resource
import time
import unittest

# More than there are processors: a test waits for its window as much as it computes.
AT_ONCE = max(2, os.cpu_count() or 1) + 1
# Files with tests that take long: begun first, so that none of them is the last to end.
FIRST = ("memory_test", "cards_test", "start_test", "values_test", "keyboard_test", "trust_test",
         "care_test")


class Listener(unittest.TextTestResult):
    """Names each test as it ends and counts them."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.passed = 0
        self.failed = []

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.failed.append(test.id())

    def addError(self, test, error):
        super().addError(test, error)
        self.failed.append(test.id())

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.failed.append(subtest.id())


def each_test(tests):
    for test in tests:
        if isinstance(test, unittest.TestSuite):
            yield from each_test(test)
        else:
            yield test


def is_by_the_clock(test):
    """Whether it measures how long something takes (see by_the_clock in e2e/support/case.py)."""
    return getattr(getattr(test, test._testMethodName), "is_by_the_clock", False)


class Outcome:
    """What came of a test, in a form that goes from one process to another."""

    def __init__(self, name):
        self.name = name  # of the test, after that of its class
        self.passed = 0
        self.failed = []
        self.said = ""
        self.skipped = []
        self.seconds = 0.0
        self.processor = 0.0  # seconds of it, the programs it ran among them

    def times(self):
        return f"{self.seconds:.1f} s, {self.processor:.1f} s of a processor"


def processor_seconds():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def run_tests(name, tests):
    outcome = Outcome(name)
    said = io.StringIO()
    begin, used = time.monotonic(), processor_seconds()
    with contextlib.redirect_stdout(said):
        result = unittest.TextTestRunner(stream=said, resultclass=Listener).run(tests)
    outcome.passed, outcome.failed = result.passed, result.failed
    outcome.skipped = [f"{test.id()}: skipped, {why}" for test, why in result.skipped]
    outcome.seconds = time.monotonic() - begin
    outcome.processor = processor_seconds() - used
    outcome.said = said.getvalue()
    return outcome


def run_test(name):
    return run_tests(name, unittest.TestLoader().loadTestsFromName(name))


class Report:
    """Says a line for each class once all of its tests have ended, and what went wrong at once."""

    def __init__(self, tests):
        self.passed, self.failed = 0, []
        self.left = {}  # how many tests have not ended, by class
        self.ended = {}  # outcomes by class
        for test in tests:
            kind = class_of(test.id())
            self.left[kind] = self.left.get(kind, 0) + 1

    def add(self, outcome):
        kind = class_of(outcome.name)
        self.passed += outcome.passed
        self.failed += outcome.failed
        if outcome.failed:
            print(outcome.said, flush=True)
        self.ended.setdefault(kind, []).append(outcome)
        self.left[kind] -= 1
        if self.left[kind] == 0:
            self.say(kind, self.ended[kind])

    @staticmethod
    def say(kind, outcomes):
        good = sum(outcome.passed for outcome in outcomes)
        print(f"  {kind}: {good} good, {sum(outcome.seconds for outcome in outcomes):.1f} s")
        for outcome in outcomes:
            if "REKINDLE_TEST_TIMES" in os.environ:
                print(f"    {outcome.name.rpartition('.')[2]}: {outcome.times()}")
            for skipped in outcome.skipped:
                print(f"  {skipped}")
        print(end="", flush=True)


def class_of(name):
    """What stands before the last dot of a test's name."""
    return name.rpartition(".")[0]


def is_later(test):
    return type(test).__module__ not in FIRST


def run_folder(folder, patterns):
    """All tests of a folder whose names match; says a line for each class. Returns what passed and
    what did not by name."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = patterns
    tests, unread = [], unittest.TestSuite()
    for test in each_test(loader.discover(folder, pattern="*_test.py", top_level_dir=folder)):
        if type(test).__module__.startswith("unittest."):
            unread.addTest(test)  # stands for a file that cannot be imported
        else:
            tests.append(test)
    broken = run_tests("unread", unread)
    if broken.failed:
        print(broken.said, flush=True)
    report = Report(tests)
    alone = [test.id() for test in tests if is_by_the_clock(test)]
    beside = [test.id() for test in sorted(tests, key=is_later) if not is_by_the_clock(test)]
    for names, at_once in ((beside, AT_ONCE), (alone, 1)):
        run_side_by_side(names, at_once, report)
    return report.passed, broken.failed + report.failed


def run_side_by_side(names, at_once, report):
    if not names:
        return
    with concurrent.futures.ProcessPoolExecutor(
            at_once, mp_context=multiprocessing.get_context("fork")) as pool:
        running = {pool.submit(run_test, name): name for name in names}
        for ended in concurrent.futures.as_completed(running):
            try:
                outcome = ended.result()
            except Exception as broken:  # the process itself ended
                outcome = Outcome(running[ended])
                outcome.failed, outcome.said = [outcome.name], f"{outcome.name}: {broken!r}"
            report.add(outcome)
