"""What could not be saved where it belongs: where it comes back, and where it is only offered."""

import datetime
import os
import subprocess
import time
import unittest

from support import journal
from support.case import WindowCase
from support.program import NOW, PROGRAM, wait_until

TODAY = datetime.date(2026, 11, 21)
PASSPHRASE = "four plain garden words"


class Unsaved(WindowCase):
    def setUp(self):
        super().setUp()
        self.kept = self.desk.home / ".local/state/rekindle/unsaved"

    def run_locked(self, *arguments, code=0):
        """A command that is given the passphrase."""
        reader, writer = os.pipe()
        os.write(writer, (PASSPHRASE + "\n").encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader),
                 *arguments], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                cwd=self.desk.home, text=True, capture_output=True, check=False,
                pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        self.assertEqual(result.returncode, code, result.stderr)
        return result.stdout + result.stderr

    def leave_unsaved(self):
        """The journal is gone while a window has it open; gives the file that is kept."""
        self.command("checkin", "--mood", "4")
        program = self.open()
        program.click("nav.today")
        elsewhere = self.data.with_name("elsewhere")
        self.data.rename(elsewhere)
        program.rate("today.mood", 9)
        self.assertEqual(program.stop(), 3)
        elsewhere.rename(self.data)
        kept = list(self.kept.iterdir())
        self.assertEqual(len(kept), 1)
        return kept[0]

    def unlock(self, program):
        program.wait_for("lock.passphrase", "focused")
        program.type(PASSPHRASE)
        program.key("Return")
        program.wait_for("nav.today")

    def test_it_comes_back_where_the_journal_was_moved_to(self):
        kept = self.leave_unsaved()
        said = self.command("check")
        self.assertIn("What could not be saved on 21 November 2026 is kept here.", said)
        self.data.rename(self.data.with_name("moved"))
        self.data = self.data.with_name("moved")
        program = self.open()
        wait_until(lambda: journal.checkin_of(self.data, TODAY)["mood"] == 9, "the save", 20)
        self.close_cleanly(program)
        self.assertFalse(kept.exists())

    def test_a_lock_set_later_seals_it_and_it_comes_back_behind_the_lock(self):
        kept = self.leave_unsaved()
        self.assertIn(b"mood", kept.read_bytes())
        self.run_locked("lock", "on")
        self.assertEqual([file.name for file in self.kept.iterdir()], [kept.name])
        self.assertNotIn(b"mood", kept.read_bytes())
        program = self.open()
        self.unlock(program)
        wait_until(lambda: not kept.exists(), "the save", 20)
        self.close_cleanly(program)
        self.assertIn("mood 9", self.run_locked("show").lower())

    def test_plain_text_beside_a_lock_comes_in_only_at_a_press(self):
        kept = self.leave_unsaved()
        plain = kept.read_bytes()
        kept.unlink()
        self.run_locked("lock", "on")
        kept.write_bytes(plain)
        said = self.run_locked("check", code=1)
        self.assertIn("is kept as plain text, beside this locked journal", said)
        program = self.open()
        self.unlock(program)
        bring = "kept.bring." + kept.name
        program.wait_for(bring)
        time.sleep(1.5)
        self.assertIn("mood 4", self.run_locked("show").lower())
        self.assertEqual(kept.read_bytes(), plain)
        program.click(bring)
        wait_until(lambda: not kept.exists(), "the save", 20)
        self.close_cleanly(program)
        self.assertIn("mood 9", self.run_locked("show").lower())


if __name__ == "__main__":
    unittest.main()
