"""The window beside others who write: the command line, an editor, a second window."""

import datetime
import subprocess
import time
import unittest

from support import journal
from support.case import WindowCase, by_the_clock
from support.program import NOW, PROGRAM, wait_until

TODAY = datetime.date(2026, 11, 21)


class Others(WindowCase):
    @by_the_clock
    def test_a_check_in_by_command_shows_in_the_window_within_a_second(self):
        program = self.open()
        program.click("nav.today")
        program.rate("today.trust", 5)
        wait_until(lambda: journal.checkin_of(self.data, TODAY).get("trust") == 5, "the first save")
        self.command("checkin", "--mood", "3", "--note", "From the command line.")
        began = time.monotonic()
        program.wait_for("today.mood", "value=3")
        self.assertLess(time.monotonic() - began, 1.0)
        program.wait_for("today.trust", "value=5")
        self.close_cleanly(program)
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"]), (3, 5))
        self.assertEqual(day["note"], "From the command line.")

    def test_neither_loses_what_the_other_writes_meanwhile(self):
        program = self.open()
        program.click("nav.today")
        program.click("today.note")
        program.wait_for("today.note", "focused")
        for day in range(1, 13):
            command = subprocess.Popen(
                [str(PROGRAM), "--data", str(self.data), "checkin", "--date", f"2026-11-{day:02}",
                 "--mood", str(day % 11)], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=self.desk.home)
            program.type(f"line {day}, ")
            _, errors = command.communicate(timeout=20)
            self.assertEqual(command.returncode, 0, errors)
        self.close_cleanly(program)
        typed = "".join(f"line {day}, " for day in range(1, 13))
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], typed)
        for day in range(1, 13):
            date = datetime.date(2026, 11, day)
            self.assertEqual(journal.checkin_of(self.data, date)["mood"], day % 11)

    def test_a_file_changed_by_an_editor_is_taken_in(self):
        self.command("checkin", "--mood", "3")
        program = self.open()
        program.click("nav.today")
        program.wait_for("today.mood", "value=3")
        file = self.data / "checkins" / "2026-11.toml"
        file.write_text(file.read_text().replace("mood = 3", "mood = 8"))
        program.wait_for("today.mood", "value=8")
        program.rate("today.trust", 6)
        self.close_cleanly(program)
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"]), (8, 6))

    def test_two_windows_on_one_journal_keep_what_both_say(self):
        first = self.open()
        first.click("nav.today")
        first.rate("today.mood", 7)
        wait_until(first.rests, "the first save")
        self.assertEqual(journal.checkin_of(self.data, TODAY)["mood"], 7)
        second_probe = self.desk.home / "probe-2"
        second = subprocess.Popen(
            [str(PROGRAM), "--data", str(self.data), "--probe", str(second_probe)],
            env={**self.desk.environment, "REKINDLE_NOW": NOW}, cwd=self.desk.home,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(second.kill)
        wait_until(lambda: second_probe.exists() and "today.mood" in second_probe.read_text(),
                   "the second window")
        self.assertIn("value=7", second_probe.read_text())
        self.desk.run("xdotool", "windowactivate", "--sync", first.window)
        first.rate("today.trust", 2)
        wait_until(lambda: "value=2" in second_probe.read_text(), "the second window to follow")
        second.terminate()
        self.assertEqual(second.wait(timeout=5), 0)
        self.close_cleanly(first)
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"]), (7, 2))


if __name__ == "__main__":
    unittest.main()
