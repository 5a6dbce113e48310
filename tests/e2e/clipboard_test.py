"""Other programs with a clipboard that do not answer, or answer what they should not: nothing in the
window waits for them. And the older ways to copy and paste."""

import datetime
import os
import pathlib
import signal
import subprocess
import time
import unittest

from support import journal
from support.case import WindowCase
from support.program import PROGRAM, run_command, wait_until

OTHER = pathlib.Path(__file__).parent / "support" / "selection_owner.py"
TODAY = datetime.date(2026, 11, 21)
PASSPHRASE = "four plain garden words"


class Clipboard(WindowCase):
    def setUp(self):
        super().setUp()
        self.program = None

    def begin(self):
        self.program = self.open()
        self.program.click("nav.today")
        self.write_from_here()

    def write_from_here(self):
        self.program.click("today.note")
        self.program.wait_for("today.note", "focused")

    def other(self, mode, text=""):
        """Another program at this desk (see selection_owner.py)."""
        process = subprocess.Popen(["/usr/bin/python3", str(OTHER), mode],
                                   env=self.desk.environment, stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   encoding="utf-8")
        process.stdin.write(text)
        process.stdin.close()
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(process.send_signal, signal.SIGCONT)
        self.assertEqual(process.stdout.readline(), "ready\n")
        return process

    def stopped_owner(self):
        owner = self.other("latin1", "never said")
        owner.send_signal(signal.SIGSTOP)
        return owner

    def note(self):
        return journal.checkin_of(self.data, TODAY).get("note")

    def wait_for_note(self, text):
        wait_until(lambda: self.note() == text, "the note in the file")

    def held(self, selection="clipboard"):
        result = subprocess.run(["xclip", "-selection", selection, "-o"],
                                env=self.desk.environment, capture_output=True, check=False,
                                timeout=10)
        return result.stdout.decode()

    def end_quickly(self):
        """It is asked to go and has gone within two seconds."""
        self.assertEqual(self.program.stop(within=2.0), 0, self.program.errors())
        self.assertEqual(self.program.errors(), "")

    def assert_goes_on(self):
        """After a paste that came to nothing: it says so, and what is typed is saved."""
        self.program.wait_for("today.note.notice")
        self.program.type("goes on")
        self.wait_for_note("goes on")
        self.end_quickly()

    def test_a_paste_from_a_program_that_does_not_answer_gives_up_and_says_so(self):
        self.begin()
        self.stopped_owner()
        begun = time.monotonic()
        self.program.key("ctrl+v")
        self.program.type("Typed meanwhile.")
        self.wait_for_note("Typed meanwhile.")
        self.assertLess(time.monotonic() - begun, 6)
        self.program.wait_for("today.note.notice")
        self.end_quickly()

    def test_a_program_that_ends_when_it_is_asked(self):
        self.begin()
        self.other("dies")
        self.program.key("ctrl+v")
        self.assert_goes_on()

    def test_a_program_that_ends_in_the_middle_of_a_long_text(self):
        self.begin()
        self.other("dies-midway")
        self.program.key("ctrl+v")
        self.assert_goes_on()

    def test_a_program_that_stops_in_the_middle_of_a_long_text(self):
        self.begin()
        self.other("stalls")
        self.program.key("ctrl+v")
        self.assert_goes_on()

    def test_a_program_that_never_stops_sending(self):
        self.begin()
        self.other("endless")
        self.program.key("ctrl+v")
        self.assert_goes_on()

    def test_a_program_that_has_no_text(self):
        self.begin()
        self.other("picture")
        self.program.key("ctrl+v")
        self.assert_goes_on()

    def test_a_long_text_in_pieces_arrives_whole_and_before_what_is_typed_after_it(self):
        self.begin()
        text = "Ein längerer Satz. " * 4000
        self.other("pieces", text)
        self.program.key("ctrl+v")
        self.program.type("And typed.")
        self.wait_for_note(text + "And typed.")
        self.end_quickly()

    def test_a_program_with_nothing_but_latin_1(self):
        self.begin()
        self.other("latin1", "Grüße, übermütig")
        self.program.key("ctrl+v")
        self.wait_for_note("Grüße, übermütig")
        self.end_quickly()

    def test_closing_waits_for_no_paste(self):
        self.begin()
        self.program.type("Kept.")
        self.stopped_owner()
        self.program.key("ctrl+v")
        self.end_quickly()
        self.assertEqual(self.note(), "Kept.")

    def test_locking_waits_for_no_clipboard(self):
        reader, writer = os.pipe()
        os.write(writer, (PASSPHRASE + "\n").encode())
        os.close(writer)
        self.command("checkin", "--mood", "5")
        subprocess.run([str(PROGRAM), "--data", str(self.data), "lock", "on",
                        "--new-passphrase-fd", str(reader)], env=self.desk.environment,
                       pass_fds=[reader], check=True, stdout=subprocess.DEVNULL, timeout=60)
        os.close(reader)
        self.program = self.open()
        self.program.wait_for("lock.passphrase", "focused")
        self.program.type(PASSPHRASE + "\n")
        self.program.wait_for("nav.today")
        self.program.click("nav.today")
        self.write_from_here()
        self.program.type("private words")
        self.program.key("ctrl+a", "ctrl+c")
        wait_until(lambda: self.held() == "private words", "the copy")
        self.stopped_owner()
        self.program.key("ctrl+v", "ctrl+l")
        begun = time.monotonic()
        self.program.wait_for("lock.passphrase")
        self.assertLess(time.monotonic() - begun, 4)
        self.end_quickly()

    def test_a_clipboard_manager_that_does_not_answer_keeps_nobody_from_closing(self):
        self.begin()
        self.other("deaf-manager")
        self.program.type("Copied.")
        self.program.key("ctrl+a", "ctrl+c")
        wait_until(lambda: self.held() == "Copied.", "the copy")
        self.end_quickly()

    def test_a_clipboard_manager_is_handed_what_was_copied(self):
        self.begin()
        self.other("manager")
        text = "Ein Satz für später. " * 6000
        self.other("pieces", text)
        self.program.key("ctrl+v")
        self.wait_for_note(text)
        self.program.key("ctrl+a", "ctrl+c")
        wait_until(lambda: self.held() == text, "the copy")
        self.end_quickly()
        self.assertEqual(self.held(), text)

    def test_whoever_does_not_take_what_they_asked_for_is_in_nobodys_way(self):
        self.begin()
        self.other("pieces", "word " * 40_000)
        self.program.key("ctrl+v")
        self.wait_for_note("word " * 40_000)
        self.program.key("ctrl+a", "ctrl+c")
        wait_until(lambda: len(self.held()) == 200_000, "the copy")
        self.other("takes-nothing")
        self.program.key("End")
        self.program.type("!")
        self.wait_for_note("word " * 40_000 + "!")
        self.assertEqual(len(self.held()), 200_000)
        self.end_quickly()

    def test_the_older_keys_for_the_clipboard(self):
        self.begin()
        self.program.type("own words")
        self.program.key("ctrl+a", "ctrl+Insert")
        wait_until(lambda: self.held() == "own words", "the copy")
        self.program.key("End", "shift+Insert")
        self.wait_for_note("own wordsown words")
        self.program.key("ctrl+a", "shift+Delete")
        wait_until(lambda: not self.note(), "the note to be gone")
        self.assertEqual(self.held(), "own wordsown words")
        self.end_quickly()

    def test_what_is_selected_is_pasted_with_the_middle_button(self):
        self.begin()
        self.program.type("one two")
        self.program.key("shift+Home")
        wait_until(lambda: self.held("primary") == "one two", "the selection")
        self.other("primary", " three")
        self.program.click("today.note", button=2)
        self.wait_for_note("one two three")
        self.end_quickly()

    def test_the_menu_of_a_field_by_mouse_and_by_key(self):
        self.begin()
        self.program.type("words")
        self.program.click("today.note", button=3)
        self.program.click("today.note.menu.select-all")
        self.program.wait_for("today.note", "focused")
        self.program.key("shift+F10")
        self.program.wait_for("today.note.menu.copy")
        self.program.key("Down", "Return")
        wait_until(lambda: self.held() == "words", "the copy")
        self.program.wait_for("today.note", "focused")
        self.program.key("Menu")
        self.program.wait_for("today.note.menu.paste")
        self.program.key("Escape")
        wait_until(lambda: "today.note.menu.paste" not in self.program.controls(), "it to close")
        self.program.wait_for("today.note", "focused")
        self.end_quickly()

    def test_a_paste_that_does_not_fit_is_refused_whole_and_that_is_said(self):
        self.begin()
        self.program.type("Kept.")
        self.other("pieces", "0123456789 " * 110_000)
        self.program.key("ctrl+v")
        self.program.wait_for("today.note.notice")
        self.program.type(" On.")
        self.wait_for_note("Kept. On.")
        self.end_quickly()

    def test_commands_take_as_much_as_a_field_does_and_not_more(self):
        longest = "x" * (1 << 20)
        for more, code in (("", 0), ("y", 2)):
            result = run_command(self.desk, self.data, "checkin", "--note", "-",
                                 text=longest + more)
            self.assertEqual(result.returncode, code, result.stderr)
        self.assertIn("longer than one entry can hold", result.stderr)
        with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
            result = subprocess.run([str(PROGRAM), "--data", str(self.data), "checkin", "--note",
                                     "-"], env=self.desk.environment, stdin=endless.stdout,
                                    capture_output=True, text=True, check=False, timeout=20)
            endless.kill()
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertEqual(self.command("show", "--date", str(TODAY), "--field", "note"), longest)


if __name__ == "__main__":
    unittest.main()
