"""How far a build is, as app/build shows it: on a tree of its own, with a CMake that is a script."""

import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
MINUTE = "minute=60\n"

# What ninja says: a step of CMake's own, a line that comes in two pieces, a last one without an end.
BUILD = """#!/bin/bash
if [[ $1 == --fresh ]]; then
    touch build/check/build.ninja
    echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/check/CMakeCache.txt
    exit
fi
[[ $NINJA_STATUS == '[%f/%t] ' ]] || exit 9
printf '[0/9] Re-checking globbed directories...\\n[1/3] Building one\\n'
sleep "${PAUSE-0}"
printf '[2/3] Buil'
sleep "${PAUSE-0}"
printf 'ding two\\n[3/3] Linking'
exit "${RESULT-0}"
"""
SAID = ("[0/9] Re-checking globbed directories...\n[1/3] Building one\n"
        "[2/3] Building two\n[3/3] Linking\n")


class Progress(unittest.TestCase):
    def setUp(self):
        self.tree = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        self.addCleanup(shutil.rmtree, self.tree, ignore_errors=True)
        (self.tree / "app").mkdir()
        (self.tree / "bin").mkdir()
        shutil.copy(ROOT / "app" / "build", self.tree / "app" / "build")
        (self.tree / "CMakePresets.json").touch()
        cmake = self.tree / "bin" / "cmake"
        cmake.write_text(BUILD)
        cmake.chmod(0o700)
        self.build()  # configures

    def build(self, code=0, errors=subprocess.PIPE, **others):
        """Returns what was said on standard error."""
        environment = {"PATH": f"{self.tree}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", **others}
        result = subprocess.run([str(self.tree / "app" / "build"), "check"], env=environment,
                                stderr=errors, stdout=subprocess.PIPE, check=False, timeout=60)
        self.assertEqual(result.returncode, code, result.stderr)
        self.assertEqual(result.stdout, b"")
        self.assertEqual((self.tree / "build" / "check" / "build.log").read_text(), SAID)
        return (result.stderr or b"").decode()

    def test_what_is_built_in_a_moment_says_nothing(self):
        self.assertEqual(self.build(), "")

    def test_a_log_gets_a_line_a_minute_and_one_at_the_end(self):
        script = (self.tree / "app" / "build").read_text()
        self.assertIn(MINUTE, script)
        (self.tree / "app" / "build").write_text(script.replace(MINUTE, "minute=4\n"))
        lines = self.build(PAUSE="6").splitlines()
        self.assertGreaterEqual(len(lines), 2, lines)
        self.assertRegex(lines[0], r"^build/check: 1 of 3 done, 0 min \d\d s$")
        self.assertRegex(lines[-1], r"^build/check: 3 of 3 done, 0 min \d\d s in all$")

    def test_a_terminal_gets_one_line_that_renews_itself_and_goes(self):
        controller, terminal = pty.openpty()
        self.build(errors=terminal)
        os.close(terminal)
        with os.fdopen(controller, "rb", buffering=0) as screen:
            said = screen.read(4096).decode()
        self.assertIn("\rbuild/check: 2 of 3 done, 0 min", said)
        self.assertNotIn("of 9", said)
        self.assertNotIn("\n", said)
        self.assertTrue(said.endswith("\r\x1b[K"), said)

    def test_a_build_that_fails_shows_all_that_was_said(self):
        said = self.build(code=1, RESULT="1")
        self.assertTrue(said.startswith(SAID), said)
        self.assertIn("did not work", said)


if __name__ == "__main__":
    unittest.main()
