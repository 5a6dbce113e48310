"""What every test in a real window begins with, and what it leaves behind when it goes wrong."""

import shutil
import unittest

from support.desk import Desk
from support.program import NOW, PROGRAM, ROOT, Program, run_command


def by_the_clock(test):
    """For a test that measures how long something takes: nothing else runs meanwhile."""
    test.is_by_the_clock = True
    return test


class WindowCase(unittest.TestCase):
    """A desk, an empty journal folder (not made yet) and the programs opened on it."""

    window_manager = True
    program_file = PROGRAM

    def setUp(self):
        self.desk = Desk(self.window_manager)
        self.addCleanup(self.desk.close)
        self.data = self.desk.home / "journal"
        self.programs = []
        self.addCleanup(self._clear_up)

    def open(self, now=NOW, passphrase_fd=None):
        program = Program(self.desk, self.data, now, self.program_file, passphrase_fd)
        self.programs.append(program)
        return program

    def command(self, *arguments, code=0, **options):
        """Runs a command on the journal and returns what it printed."""
        result = run_command(self.desk, self.data, *arguments, program=self.program_file,
                             **options)
        self.assertEqual(result.returncode, code, result.stderr)
        return result.stdout

    def close_cleanly(self, program):
        self.assertEqual(program.stop(), 0, program.errors())
        self.assertEqual(program.errors(), "")

    def _clear_up(self):
        if self._went_wrong():
            self._keep_traces()
        for program in self.programs:
            if program.process.poll() is None:
                program.kill()

    def _went_wrong(self):
        result = getattr(self._outcome, "result", None)
        wrong = (result.failures + result.errors) if result else []
        return any(test is self for test, _ in wrong) or not self._outcome.success

    def _keep_traces(self):
        """A picture, the probe and what was said on standard error go to build/check/e2e."""
        traces = ROOT / "build" / "check" / "e2e" / self.id()
        shutil.rmtree(traces, ignore_errors=True)
        traces.mkdir(parents=True)
        self.desk.picture(traces / "screen.png")
        for name in ("probe", "stderr"):
            if (self.desk.home / name).exists():
                shutil.copy(self.desk.home / name, traces / name)
        if self.data.exists():
            shutil.copytree(self.data, traces / "journal", dirs_exist_ok=True)
        print(f"Traces of {self.id()}: {traces}")
