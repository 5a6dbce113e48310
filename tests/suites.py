"""Runs the suites against build/check and counts. Called by tests/run, which builds first."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import side_by_side
import tidy

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "check"
LOCALES = ("de_DE.UTF-8", "tr_TR.UTF-8")
# Long ones that no locale reaches: about disks and keys (the faults set one of their own), about
# steps and days that are never made text of, and about what stands in the sources.
SAME_EVERYWHERE = ("faults:*", "power cut:*", "lock change:*", "lock mark:*", "lock presence:*",
                   "lock:*", "history:*", "backup: what was kept by the clock is kept*",
                   "layering:*", "function size:*", "readme:*", "unlocking:*", "lock ways:*",
                   "trust:*", "missing: a month that nobody*", "missing: going on in a month*",
                   "apologies: a good one*", "apologies: all good ones*", "apologies: what makes*")
PARTS = 6  # more than processes, since some tests take longer
SOURCE_FOLDERS = ("app", "workbook", "tests")


class Count:
    """What passed, and what did not by name."""

    def __init__(self):
        self.passed = 0
        self.failed = []

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed


def sanitizer_environment():
    """A report of a sanitizer ends the process with an exit code no program of ours uses."""
    environment = dict(os.environ)
    # libasan takes what stands before a thread's own variables for the header of an old C library
    # and the leak check then reads from wherever that points: it is not to guess. What the dynamic
    # linker has set aside is looked at all the same.
    environment["ASAN_OPTIONS"] = ("exitcode=99:detect_stack_use_after_return=1:"
                                   "intercept_tls_get_addr=0")
    environment["LSAN_OPTIONS"] = f"suppressions={ROOT}/tests/lsan.supp:print_suppressions=0"
    environment["UBSAN_OPTIONS"] = "print_stacktrace=1:exitcode=99"
    return environment


def run_doctest(program, name, filters, extra_environment, left_out=(), options=()):
    """Runs a doctest program; its listener tells case by case, so that a crash loses no count."""
    count = Count()
    with tempfile.TemporaryDirectory() as folder:
        told = pathlib.Path(folder, "told")
        environment = {**sanitizer_environment(), **extra_environment,
                       "REKINDLE_TEST_REPORT": str(told)}
        command = [str(program), "--no-version", "--no-intro", *options,
                   *test_case_options(filters, left_out)]
        result = subprocess.run(command, env=environment, cwd=folder, text=True, errors="replace",
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, check=False)
        lines = told.read_text(errors="replace").splitlines() if told.exists() else []
    running = None
    for line in lines:
        verb, _, case = line.partition(" ")
        running = case if verb == "begin" else None
        if verb == "passed":
            count.passed += 1
        elif verb == "failed":
            count.failed.append(f"{name}: {case}")
    if running is not None:
        count.failed.append(f"{name}: {running} (the program ended here, {result.returncode})")
    elif result.returncode != 0 and not count.failed:
        count.failed.append(f"{name}: the program ended with {result.returncode}")
    if count.failed:
        print(result.stdout)
    return count


def private_locale(locale):
    """Makes a locale in the build folder, so that the tests need no change to the system."""
    home = ROOT / "build" / "locales"
    if not (home / locale).exists():
        home.mkdir(parents=True, exist_ok=True)
        language, charset = locale.split(".")
        draft = pathlib.Path(tempfile.mkdtemp(dir=home), locale)
        subprocess.run(["localedef", "-i", language, "-f", charset, str(draft)], check=True,
                       stdout=subprocess.DEVNULL)
        draft.rename(home / locale)
        draft.parent.rmdir()
    return {"LOCPATH": str(home), "LC_ALL": locale}


def test_case_options(filters, left_out):
    options = []
    if filters:
        options.append("--test-case=" + ",".join(f"*{text}*" for text in filters))
    if left_out:
        options.append("--test-case-exclude=" + ",".join(left_out))
    return options


def number_of_cases(program, options):
    """How many test cases of a doctest program the options leave."""
    command = [str(program), "--no-version", "--no-intro", "--count", *options]
    said = subprocess.run(command, env={**sanitizer_environment(), "LC_ALL": "C.UTF-8"}, text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False).stdout
    found = re.search(r"current filters: (\d+)", said)
    return int(found[1]) if found else None


def run_in_parts(program, filters, runs):
    """Each run (name, environment, what is left out) in parts, two at a time: each part has its own
    process and its own folders."""
    count, parts = Count(), []
    for name, environment, left_out in runs:
        cases = number_of_cases(program, test_case_options(filters, left_out))
        if cases is None:
            count.failed.append(f"{name}: the program does not say how many tests it has")
            continue
        size = max(1, -(-cases // PARTS))
        parts += [(name, min(size, cases - first + 1), environment, left_out,
                   (f"--first={first}", f"--last={min(first + size - 1, cases)}"))
                  for first in range(1, cases + 1, size)]
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        for (name, cases, *_), part in zip(parts, pool.map(
                lambda part: run_doctest(program, part[0], filters, *part[2:]), parts)):
            count.add(part)
            if part.passed < cases and not part.failed:
                count.failed.append(f"{name}: of {cases} tests only {part.passed} were run")
    return count


def run_unit(filters):
    """Under each locale; in others than C without what none reaches."""
    runs = [("unit", {"LC_ALL": "C.UTF-8"}, ())]
    runs += [(f"unit under {locale}", private_locale(locale), SAME_EVERYWHERE)
             for locale in LOCALES]
    return run_in_parts(BUILD / "tests" / "unit_tests", filters, runs)


def run_ui(filters):
    return run_in_parts(BUILD / "tests" / "ui_tests", filters, [("ui", {"LC_ALL": "C.UTF-8"}, ())])


def run_memory(filters):
    count = Count()
    for program in ("memory_tests", "plain_memory_tests"):
        count.add(run_doctest(BUILD / "tests" / program, program.replace("_tests", ""), filters,
                              {"LC_ALL": "C.UTF-8"}))
    return count


def run_python(name, filters):
    """The tests in Python of a folder."""
    count = Count()
    patterns = [f"*{text}*" for text in filters] or None
    count.passed, failed = side_by_side.run_folder(str(ROOT / "tests" / name), patterns)
    count.failed = [f"{name}: {test}" for test in failed]
    return count


def run_e2e(filters):
    os.environ.update(sanitizer_environment())
    return run_python("e2e", filters)


def run_reader(filters):
    """The second reader, written from FORMAT.md alone, over the frozen files."""
    return run_python("reader", filters)


def of_version_14(tool):
    """The program of Clang's whose taste the tree follows; others differ in small things."""
    for name in (f"{tool}-14", tool):
        program = shutil.which(name)
        if program:
            version = subprocess.run([program, "--version"], text=True, capture_output=True,
                                     check=True).stdout
            if re.search(r"\bversion 14\.", version):
                return program
    return None


def run_tidy():
    """One test: clang-tidy finds nothing in any source file."""
    count = Count()
    program = of_version_14("clang-tidy")
    if program is None:
        print("lint: sources not checked, there is no clang-tidy 14 here")
        return count
    said = tidy.findings(program)
    if said:
        print(said)
        count.failed.append("lint: clang-tidy finds what is named above")
    else:
        count.passed += 1
    return count


def run_lint(_filters):
    """Each content file is a test, that the program finds nothing to say about it; the sources are
    one test together."""
    count = Count()
    for file in sorted((ROOT / "content").glob("*.toml")):
        result = subprocess.run([str(BUILD / "rekindle"), "lint", str(file)], text=True,
                                env=sanitizer_environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        if result.returncode == 0:
            count.passed += 1
        else:
            print(result.stdout)
            count.failed.append(f"lint: content/{file.name}")
    count.add(run_tidy())
    return count


def run_format(_filters):
    """One test: no source file would be changed by clang-format."""
    count = Count()
    program = of_version_14("clang-format")
    if program is None:
        print("format: not checked, there is no clang-format 14 here")
        return count
    files = [str(file) for folder in SOURCE_FOLDERS for file in sorted((ROOT / folder).rglob("*"))
             if file.suffix in (".cpp", ".hpp")]
    result = subprocess.run([program, "--dry-run", "-Werror", *files], text=True, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode == 0:
        count.passed += 1
    else:
        print(result.stdout)
        count.failed.append("format: clang-format would change the files named above")
    return count


SUITES = {"format": run_format, "lint": run_lint, "memory": run_memory, "unit": run_unit,
          "reader": run_reader, "ui": run_ui, "e2e": run_e2e}
FILTERED = ("memory", "unit", "reader", "ui", "e2e")


def main(arguments):
    filters = [text for text in arguments if text not in SUITES]
    names = [name for name in SUITES if name in arguments]
    if not names:
        names = list(FILTERED if filters else SUITES)
    total = Count()
    for name in names:
        start = time.monotonic()
        count = SUITES[name](filters)
        print(f"{name}: {count.passed} good, {len(count.failed)} not, "
              f"{time.monotonic() - start:.1f} s", flush=True)
        total.add(count)
    for failure in total.failed:
        print(f"FAILED {failure}")
    print(f"{total.passed} passed, {len(total.failed)} failed")
    return 1 if total.failed or total.passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
