"""Runs the classes of a folder's Python tests in processes of their own, several at a time. Each test
has its own display and home; those that go by the clock have the computer to themselves."""

import concurrent.futures
import contextlib
import io
import multiprocessing
import os
import time
import unittest

# They measure how long something takes, or press keys by the clock.
ALONE = ("care_test", "clipboard_test", "clocks_test", "hands_test", "hide_test", "idle_test",
         "lock_ways_test", "memory_test", "others_test", "silent_parties_test")


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


def run_tests(name, tests):
    """Returns what passed, what did not by name, and what was said of it."""
    said = io.StringIO()
    begin = time.monotonic()
    with contextlib.redirect_stdout(said):
        result = unittest.TextTestRunner(stream=said, resultclass=Listener).run(tests)
    skipped = "".join(f"\n  {test.id()}: skipped, {why}" for test, why in result.skipped)
    brief = f"  {name}: {result.passed} good, {time.monotonic() - begin:.1f} s{skipped}"
    return result.passed, result.failed, said.getvalue() if result.failed else brief


def run_class(name, patterns):
    loader = unittest.TestLoader()
    loader.testNamePatterns = patterns
    return run_tests(name, loader.loadTestsFromName(name))


def run_folder(folder, patterns):
    """All tests of a folder whose names match; says a line for each class. Returns what passed and
    what did not by name."""
    loader = unittest.TestLoader()
    loader.testNamePatterns = patterns
    sizes, unread = {}, unittest.TestSuite()
    for test in each_test(loader.discover(folder, pattern="*_test.py", top_level_dir=folder)):
        kind = type(test)
        if kind.__module__.startswith("unittest."):
            unread.addTest(test)  # stands for a file that cannot be imported
        else:
            name = f"{kind.__module__}.{kind.__qualname__}"
            sizes[name] = sizes.get(name, 0) + 1
    passed, failed, said = run_tests("unread", unread)
    if failed:
        print(said, flush=True)
    largest_first = sorted(sizes, key=lambda name: -sizes[name])
    alone = [name for name in largest_first if name.partition(".")[0] in ALONE]
    beside = [name for name in largest_first if name not in alone]
    for names, at_once in ((beside, max(2, os.cpu_count() or 1)), (alone, 1)):
        for more, less in run_classes(names, patterns, at_once):
            passed += more
            failed += less
    return passed, failed


def run_classes(names, patterns, at_once):
    """Gives what passed and what did not of each class as it ends."""
    if not names:
        return
    with concurrent.futures.ProcessPoolExecutor(
            at_once, mp_context=multiprocessing.get_context("fork")) as pool:
        running = {pool.submit(run_class, name, patterns): name for name in names}
        for ended in concurrent.futures.as_completed(running):
            try:
                passed, failed, said = ended.result()
            except Exception as broken:  # the process itself ended: none of its tests is counted
                passed, failed, said = 0, [running[ended]], f"{running[ended]}: {broken!r}"
            print(said, flush=True)
            yield passed, failed
