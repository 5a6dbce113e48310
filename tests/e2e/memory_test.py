"""What is left in the memory of the program once the journal is locked: nothing. Looked for in the
program as people run it, since a sanitizer keeps copies of its own."""

import csv
import datetime
import os
import subprocess
import time
import unittest

from support.locked import PASSPHRASE, LockedCase, journal_key
from support.memory import KnownTexts, is_sanitized, may_look_into
from support.program import NOW, PROGRAM, ROOT

RELEASE = ROOT / "build" / "release" / "rekindle"
LAST_DAY = datetime.date(2026, 11, 20)
LENGTHS = range(1, 257)
# Letters typed and pasted in each round: short ones stand inside a string, long ones have a block of
# their own; hashes and ciphers work in pieces of 64 and 128.
ROUNDS = ((12, 47, 13, 15), (16, 128, 40, 22), (31, 256, 14, 12))


def unsanitized():
    """The program to look into; nothing where there is none."""
    for program in (PROGRAM, RELEASE):
        if program.exists() and not is_sanitized(program):
            return program
    return None


class Memory(LockedCase):
    program_file = unsanitized()

    def setUp(self):
        if self.program_file is None:
            self.skipTest("the only program here has a sanitizer")
        super().setUp()
        self.known = KnownTexts()

    def write_journal(self):
        """A check-in with a note of every length, a day each."""
        table = self.desk.home / "table.csv"
        with open(table, "w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(("date", "mood", "note"))
            for length in LENGTHS:
                day = LAST_DAY - datetime.timedelta(days=length)
                rows.writerow((day, 5, self.known.text(f"stored {length}", length)))
        self.command("import", "--format", "csv", str(table))
        self.run_locked("lock", "on")

    def paste(self, program, text):
        owner = subprocess.Popen(["xclip", "-selection", "clipboard", "-i", "-quiet"],
                                 env=self.desk.environment, stdin=subprocess.PIPE,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(owner.wait)
        self.addCleanup(owner.kill)
        owner.stdin.write(text.encode())
        owner.stdin.close()
        time.sleep(0.3)
        program.key("ctrl+v")
        time.sleep(0.4)

    def paste_elsewhere(self, selection):
        """Another program takes what was copied or selected."""
        return subprocess.run(["xclip", "-selection", selection, "-o"], check=False, timeout=20,
                              env=self.desk.environment, capture_output=True).stdout.decode()

    def live(self, program, turn, typed, typed_more, pasted, searched):
        """Writes, saves, goes through the pages, searches, undoes, copies."""
        known = self.known
        program.click("nav.today")
        program.click("today.note")
        program.key("ctrl+End")
        program.type(known.text(f"typed {turn}", typed) + "\n")
        time.sleep(1.2)  # it is saved
        self.paste(program, known.text(f"pasted {turn}", pasted))
        program.type("\n" + known.text(f"typed more {turn}", typed_more))
        program.key("ctrl+z")
        program.key("ctrl+y")
        program.key("ctrl+a")
        program.key("ctrl+c")
        self.assertIn(known.texts[f"pasted {turn}"], self.paste_elsewhere("clipboard"))
        self.paste_elsewhere("primary")
        for page in ("timeline", "practices", "settings", "help"):
            program.click(f"nav.{page}")
            program.wait_for(f"nav.{page}", "checked")
        program.key("ctrl+f")
        program.wait_for("workbook.search.text", "focused")
        program.type(known.text(f"searched {turn}", searched))
        time.sleep(0.3)

    def assert_nothing_left(self, program, there_before=()):
        left = self.known.left_in(program.process.pid)
        for piece in sorted(set(left) - set(there_before)):
            for where in left[piece][:3]:
                print(piece, *where)
        self.assertEqual(sorted(set(left) - set(there_before)), [])

    def test_after_ctrl_l_no_piece_of_what_was_written_is_in_memory(self):
        self.write_journal()
        program = self.open()
        if not may_look_into(program.process.pid):
            self.skipTest("only an administrator may look into the memory of another program")
        self.known.also("passphrase", PASSPHRASE)
        self.known.also("key", journal_key(self.data, PASSPHRASE), piece=8)
        there_before = self.known.left_in(program.process.pid)
        self.assertEqual({name for name, _ in there_before} - {"short"}, set())
        for turn, lengths in enumerate(ROUNDS):
            program.wait_for("lock.passphrase", "focused")
            program.type(self.known.text(f"wrong {turn}", 20 + turn) + "\n")
            time.sleep(0.3)
            program.wait_for("lock.unlock")
            program.key("ctrl+a")
            self.unlock(program)
            self.live(program, turn, *lengths)
            if turn % 2 == 1:  # from another page, too
                program.click("nav.today")
                program.click("today.note")
            for name in ("stored 30", f"typed {turn}"):
                self.assertTrue(self.known.is_whole_in(program.process.pid, name), name)
            program.key("ctrl+l")
            program.wait_for("lock.passphrase", "focused")
            time.sleep(0.5)
            self.assert_nothing_left(program, there_before)
        self.close_cleanly(program)

    def test_a_key_that_came_with_the_start_is_gone_after_ctrl_l(self):
        self.command("checkin", "--mood", "4", "--note", self.known.text("stored", 14))
        self.run_locked("lock", "on")
        self.known.also("passphrase", PASSPHRASE)
        self.known.also("key", journal_key(self.data, PASSPHRASE), piece=8)
        reader, writer = os.pipe()
        self.addCleanup(os.close, reader)
        os.write(writer, f"{PASSPHRASE}\n".encode())
        os.close(writer)
        program = self.open(passphrase_fd=reader)
        program.wait_for("nav.today")
        if not may_look_into(program.process.pid):
            self.skipTest("only an administrator may look into the memory of another program")
        self.assertIn(("key", "bytes"), self.known.left_in(program.process.pid))
        program.key("ctrl+l")
        program.wait_for("lock.passphrase", "focused")
        time.sleep(0.5)
        self.assert_nothing_left(program)

    def test_arguments_are_wiped_before_anything_is_waited_for(self):
        self.command("checkin", "--mood", "4")
        self.run_locked("lock", "on")
        reader, writer = os.pipe()
        waiting = subprocess.Popen(
            [str(self.program_file), "--data", str(self.data), "--passphrase-fd", str(reader),
             "checkin", "--mood", "6", "--note=A quiet evening."],
            env={**self.desk.environment, "REKINDLE_NOW": NOW}, cwd=self.desk.home,
            pass_fds=[reader], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(reader)
        self.addCleanup(waiting.wait)
        self.addCleanup(waiting.kill)
        time.sleep(0.5)
        with open(f"/proc/{waiting.pid}/cmdline", "rb") as seen:
            self.assertEqual(seen.read().rstrip(b"\0"), str(self.program_file).encode())
        os.write(writer, f"{PASSPHRASE}\n".encode())
        os.close(writer)
        self.assertEqual(waiting.wait(timeout=20), 0)
        self.assertIn("A quiet evening.", self.run_locked("show", "--field", "note"))


if __name__ == "__main__":
    unittest.main()
