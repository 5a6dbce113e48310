"""A locked journal whose files are not as they were left, and one whose lock is gone, from outside."""

import os
import shutil
import subprocess
import unittest

from support.case import WindowCase
from support.program import NOW, PROGRAM

PASSPHRASE = "four plain garden words"


class Trust(WindowCase):
    def run_plain(self, *arguments, code=0):
        result = subprocess.run(
            [str(PROGRAM), "--data", str(self.data), *arguments],
            env={**self.desk.environment, "REKINDLE_NOW": NOW}, cwd=self.desk.home, text=True,
            capture_output=True, check=False, timeout=60)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout + result.stderr

    def run_locked(self, *arguments, code=0):
        reader, writer = os.pipe()
        os.write(writer, (PASSPHRASE + "\n").encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader), *arguments],
                env={**self.desk.environment, "REKINDLE_NOW": NOW}, cwd=self.desk.home, text=True,
                capture_output=True, check=False, pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        self.assertEqual(result.returncode, code, result.stdout + result.stderr)
        return result.stdout + result.stderr

    def make_locked(self):
        self.run_plain("checkin", "--mood", "4")
        self.run_plain("checkin", "--mood", "5", "--date", "2026-10-02")
        self.run_locked("lock", "on")

    def test_an_older_file_is_never_saved_over_until_it_is_accepted(self):
        self.make_locked()
        self.run_locked("checkin", "--mood", "6")
        month = next(self.data.glob("checkins/2026-11.toml"))
        old = month.read_bytes()
        self.run_locked("checkin", "--mood", "7", "--new")
        month.write_bytes(old)
        self.assertIn("older than", self.run_locked("check", code=1))
        self.assertIn("older than", self.run_locked("checkin", "--mood", "8", "--new", code=1))
        self.assertEqual(month.read_bytes(), old)
        self.assertIn("older than", self.run_locked("check", code=1))
        self.run_locked("checkin", "--mood", "8", "--date", "2026-10-03")  # another file
        self.assertIn("nothing to accept",
                      self.run_locked("lock", "accept", "checkins/2026-10.toml", code=2))
        self.assertIn("older than", self.run_locked("lock", "accept", "checkins/2026-11.toml"))
        self.run_locked("check")
        self.run_locked("checkin", "--mood", "8", "--new")
        self.run_locked("check")

    def test_all_put_back_at_once_is_told_by_what_this_computer_remembers(self):
        self.make_locked()
        before = self.data.with_name("before")
        shutil.copytree(self.data, before)
        self.run_locked("checkin", "--mood", "6", "--new")
        shutil.rmtree(self.data)
        shutil.copytree(before, self.data)
        said = self.run_locked("check", code=1)
        self.assertIn("older than the one that was saved last", said)
        self.assertIn("older than this computer remembers", said)
        self.run_locked("lock", "accept")
        self.run_locked("check")

    def test_without_its_lock_nothing_plain_is_begun_until_somebody_says_so(self):
        self.make_locked()
        for name in ("lock.toml", ".history/lock.toml"):
            (self.data / name).unlink()
        for command in (("checkin", "--mood", "1", "--note", "PLAINWORD"), ("show",), ("check",),
                        ("demo",), ("lock", "accept", "--in-the-clear")):
            self.assertIn("lock.toml is missing", self.run_plain(*command, code=1))
        shutil.rmtree(self.data)
        said = self.run_plain("checkin", "--mood", "1", "--note", "PLAINWORD", code=1)
        self.assertIn("lock accept --in-the-clear", said)
        self.assertFalse(list(self.data.rglob("*.toml")))
        self.assertIn("plain text", self.run_plain("lock", "accept", "--in-the-clear"))
        self.run_plain("checkin", "--mood", "1", "--note", "PLAINWORD")

    def test_the_lock_taken_off_here_is_forgotten_here(self):
        self.make_locked()
        pins = self.desk.home / ".local/state/rekindle/locked"
        self.assertEqual(len(list(pins.iterdir())), 1)
        self.assertIn("rekindle/locked/", self.run_plain("where"))
        self.run_locked("lock", "off")
        self.assertEqual(list(pins.iterdir()), [])
        self.run_plain("checkin", "--mood", "1", "--new")


if __name__ == "__main__":
    unittest.main()
