"""What the tests of the command line in odd surroundings begin with: a home of their own, and the
program run there under any environment."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from support.program import NOW, PROGRAM

KEPT = ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "LOCPATH")


class CommandCase(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.data = self.home / "journal"

    def environment(self, **others):
        """What is None is not set."""
        usual = {name: os.environ[name] for name in KEPT if name in os.environ}
        usual |= {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "REKINDLE_NOW": NOW}
        usual |= others
        return {name: str(value) for name, value in usual.items() if value is not None}

    def ask(self, *arguments, data=True, text=None, environment=None, **options):
        """Runs a command to its end and returns all that came of it, as bytes."""
        folder = self.data if data is True else data
        named = ["--data", str(folder)] if folder else []
        result = subprocess.run([str(PROGRAM), *named, *arguments], input=text, check=False,
                                capture_output=True, timeout=60,
                                env=self.environment(**(environment or {})),
                                **{"cwd": self.home, **options})
        self.assertNotIn(b"Sanitizer", result.stderr)
        self.assertGreaterEqual(result.returncode, 0, result.stderr)
        return result

    def run_program(self, *arguments, code=0, **options):
        """The same; returns what it printed, or what it said when another `code` is expected."""
        result = self.ask(*arguments, **options)
        self.assertEqual(result.returncode, code, (result.stdout, result.stderr))
        return result.stdout if code == 0 else result.stderr

    def assert_sentence(self, said, *words):
        """One line or two for a person, with nothing in it that steers a terminal."""
        text = said.decode()
        self.assertTrue(text.strip())
        self.assertLess(text.count("\n"), 4, text)
        self.assertNotIn("\x1b", text)
        for word in words:
            self.assertIn(word, text)

    def files(self):
        """Every file of the journal with its bytes."""
        return {str(path.relative_to(self.data)): path.read_bytes()
                for path in sorted(self.data.rglob("*")) if path.is_file()}
