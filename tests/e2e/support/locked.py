"""What tests of a locked journal begin with."""

import os
import subprocess

from support.case import WindowCase
from support.program import NOW, PROGRAM

PASSPHRASE = "four plain garden words"


class LockedCase(WindowCase):
    def run_locked(self, *arguments):
        """A command that is given the passphrase; returns what it printed."""
        reader, writer = os.pipe()
        os.write(writer, f"{PASSPHRASE}\n".encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader),
                 *arguments], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                cwd=self.desk.home, text=True, capture_output=True, check=True,
                pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        return result.stdout

    def make_locked(self):
        self.command("checkin", "--mood", "4", "--note", "first")
        self.run_locked("lock", "on")

    def unlock(self, program):
        program.wait_for("lock.passphrase", "focused")
        program.type(PASSPHRASE + "\n")
        program.wait_for("nav.today")

    def assert_locks(self, program):
        program.wait_for("lock.passphrase", "focused")
