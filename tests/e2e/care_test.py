"""Nothing lost, nothing leaked, nothing wasted: what happens at the edges of a session."""

import datetime
import os
import pathlib
import signal
import subprocess
import time
import unittest

from support import journal
from support.case import WindowCase, by_the_clock
from support.program import PROGRAM, run_command, wait_until

TODAY = datetime.date(2026, 11, 21)


def threads(process):
    return [path for path in pathlib.Path(f"/proc/{process}/task").iterdir()]


def ticks_used(process):
    """Clock ticks of all threads, in the program and in the kernel on its behalf."""
    total = 0
    for thread in threads(process):
        fields = (thread / "stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total


def wake_ups(process):
    total = 0
    for thread in threads(process):
        for line in (thread / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def seconds_of_children():
    """Processor time of the programs that were run to their end."""
    times = os.times()
    return times.children_user + times.children_system


class Care(WindowCase):
    def type_a_note(self, program, text):
        program.click("nav.today")
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type(text)

    @by_the_clock
    def test_killed_two_seconds_after_the_last_key_nothing_is_lost(self):
        program = self.open()
        self.type_a_note(program, "Written just before the power went.")
        time.sleep(2)
        program.kill()
        note = journal.checkin_of(self.data, TODAY)["note"]
        self.assertEqual(note, "Written just before the power went.")
        program = self.open()
        program.wait_for("today.note")
        self.close_cleanly(program)

    @by_the_clock
    def test_every_polite_signal_saves_the_last_key_and_ends_with_0(self):
        for number, ending in enumerate((signal.SIGTERM, signal.SIGHUP, signal.SIGINT)):
            program = self.open()
            self.type_a_note(program, f"{number}")
            began = time.monotonic()
            self.assertEqual(program.stop(ending), 0, program.errors())
            self.assertLess(time.monotonic() - began, 2.0)
        self.assertEqual(sorted(journal.checkin_of(self.data, TODAY)["note"]), ["0", "1", "2"])

    @by_the_clock
    def test_without_a_display_one_line_and_exit_3_at_once(self):
        nowhere = {name: value for name, value in self.desk.environment.items()
                   if name != "DISPLAY"}
        for changed in ({}, {"DISPLAY": ":93"}, {"XDG_RUNTIME_DIR": ""}):
            used, began = seconds_of_children(), time.monotonic()
            result = subprocess.run([str(PROGRAM), "--data", str(self.data)],
                                    env={**nowhere, **changed}, text=True, capture_output=True,
                                    timeout=20, check=False, cwd=self.desk.home)
            # Its own time, since a busy machine makes it wait; whoever waits for a server that does
            # not answer waits for longer than the second bound.
            self.assertLess(seconds_of_children() - used, 1.0)
            self.assertLess(time.monotonic() - began, 4.0)
            self.assertEqual(result.returncode, 3)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
            self.assertEqual(result.stdout, "")

    def test_an_untouched_window_does_nothing_for_ten_seconds(self):
        self.command("demo", "--weeks", "30")
        program = self.open()
        program.click("nav.today")
        self.desk.run("xdotool", "mousemove", "5", "995")
        time.sleep(3)
        process = program.process.pid
        self.assertTrue(program.rests())
        ticks, woken, frames = ticks_used(process), wake_ups(process), program.frame().number
        time.sleep(10)
        self.assertTrue(program.rests())
        self.assertEqual(program.frame().number, frames)
        self.assertEqual(ticks_used(process) - ticks, 0)
        self.assertLessEqual(wake_ups(process) - woken, 3)
        self.close_cleanly(program)

    def test_only_the_journal_is_written_and_only_its_owner_can_read_it(self):
        os.umask(0o000)
        self.addCleanup(os.umask, 0o022)
        program = self.open()
        self.type_a_note(program, "Mine.")
        program.rate("today.mood", 5)
        self.close_cleanly(program)
        self.assertEqual(journal.open_to_others(self.data), [])
        self.assertEqual([path for path in self.desk.home.rglob("imgui.ini")], [])
        for path in self.desk.home.rglob("*"):
            if path.is_file() and self.data not in path.parents:
                self.assertNotIn(b"Mine.", path.read_bytes(), path)

    def test_the_data_folder_is_in_the_home_by_default(self):
        environment = {**self.desk.environment, "REKINDLE_NOW": "2026-11-21T20:15"}
        subprocess.run([str(PROGRAM), "checkin", "--mood", "4"], env=environment, check=True,
                       stdout=subprocess.DEVNULL, cwd=self.desk.home, timeout=20)
        folder = self.desk.home / ".local" / "share" / "rekindle"
        self.assertEqual(journal.checkin_of(folder, TODAY)["mood"], 4)
        self.assertEqual(journal.open_to_others(folder), [])

    def test_a_damaged_month_is_shown_with_its_place_and_never_written_over(self):
        self.command("checkin", "--mood", "4")
        file = self.data / "checkins" / "2026-11.toml"
        damaged = file.read_text().replace("mood = 4", "mood = = 4")
        file.write_text(damaged)
        program = self.open()
        program.wait_for("nav.today")
        program.click("nav.today")
        time.sleep(0.5)
        control = program.controls().get("today.mood")
        if control:  # it may still be drawn, but it does not answer
            program.click_at(*control.centre)
        time.sleep(1.5)
        self.assertEqual(program.stop(), 0, program.errors())
        self.assertEqual(file.read_text(), damaged)
        result = run_command(self.desk, self.data, "check")
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr + result.stdout, r"2026-11\.toml:\d+:")

    def test_what_cannot_be_saved_at_the_end_comes_back_at_the_next_start(self):
        self.command("checkin", "--mood", "4")
        program = self.open()
        program.click("nav.today")
        elsewhere = self.data.with_name("moved")
        self.data.rename(elsewhere)
        program.rate("today.mood", 9)
        self.assertEqual(program.stop(), 3)
        kept = list((self.desk.home / ".local/state/rekindle/unsaved").glob("*.toml"))
        self.assertEqual(len(kept), 1)
        self.assertIn(str(kept[0]), program.errors())
        self.assertEqual(journal.open_to_others(kept[0].parent), [])

        elsewhere.rename(self.data)
        program = self.open()
        wait_until(lambda: journal.checkin_of(self.data, TODAY)["mood"] == 9, "the save", 10)
        self.close_cleanly(program)
        self.assertFalse(kept[0].exists())

    def test_a_save_that_cannot_be_made_stays_visible_and_is_made_once_it_can(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.command("checkin", "--mood", "4")
        folder = self.data / "checkins"
        program = self.open()
        program.click("nav.today")
        folder.chmod(0o500)
        self.addCleanup(folder.chmod, 0o700)
        program.rate("today.mood", 9)
        time.sleep(2)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["mood"], 4)
        folder.chmod(0o700)
        wait_until(lambda: journal.checkin_of(self.data, TODAY)["mood"] == 9, "the save", 70)
        self.close_cleanly(program)


class WithoutWindowManager(WindowCase):
    window_manager = False

    def test_a_bare_x_server_is_enough(self):
        program = self.open()
        program.click("nav.today")
        program.rate("today.mood", 8)
        self.close_cleanly(program)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["mood"], 8)


if __name__ == "__main__":
    unittest.main()
