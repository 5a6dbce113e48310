"""Random input for long, under the sanitizers: tests/soak.py [SECONDS]. Called by tests/run, which
builds first. Ends with a table of frame times. REKINDLE_SOAK_SEED=N repeats the round of that seed
as its first."""

import os
import subprocess
import sys
import tempfile

from suites import BUILD, sanitizer_environment

AN_HOUR = "3600"
TO_END = 300  # seconds, for the last round and the look for leaks


def main(arguments):
    seconds = arguments[0] if arguments else AN_HOUR
    if not seconds.isdigit():
        print("usage: tests/run soak [SECONDS]", file=sys.stderr)
        return 2
    environment = {**sanitizer_environment(), "LC_ALL": os.environ.get("LC_ALL", "C.UTF-8"),
                   "REKINDLE_SOAK_SECONDS": seconds}
    command = [str(BUILD / "tests" / "ui_tests"), "--no-version", "--no-intro",
               "--test-case=soak: for as long as*"]
    with tempfile.TemporaryDirectory() as folder:
        try:
            result = subprocess.run(command, env=environment, cwd=folder, check=False,
                                    stdin=subprocess.DEVNULL, timeout=int(seconds) + TO_END)
        except subprocess.TimeoutExpired:
            print("The program did not come to its end.")
            return 1
    return 0 if result.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
