"""Writing in a real window: the clipboard, long text, undo, and closing by the window's own button."""

import datetime
import subprocess
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

TODAY = datetime.date(2026, 11, 21)


class Words(WindowCase):
    def setUp(self):
        super().setUp()
        self.program = self.open()
        self.program.click("nav.today")
        self.program.click("today.note")
        self.program.wait_for("today.note", "focused")

    def note(self):
        return journal.checkin_of(self.data, TODAY).get("note")

    def wait_for_note(self, text):
        wait_until(lambda: self.note() == text, "the note in the file")

    def put_on_clipboard(self, text):
        holder = subprocess.Popen(["xclip", "-selection", "clipboard", "-loops", "0", "-quiet"],
                                  env=self.desk.environment, stdin=subprocess.PIPE,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(holder.wait)
        self.addCleanup(holder.kill)
        holder.stdin.write(text.encode())
        holder.stdin.close()
        wait_until(lambda: self.clipboard() == text, "the clipboard")

    def clipboard(self):
        result = subprocess.run(["xclip", "-selection", "clipboard", "-o"],
                                env=self.desk.environment, capture_output=True, check=False,
                                timeout=10)
        return result.stdout.decode()

    def test_text_goes_out_by_the_clipboard_and_in_again(self):
        self.program.type("One two three.")
        self.program.key("ctrl+a", "ctrl+c")
        wait_until(lambda: self.clipboard() == "One two three.", "the text on the clipboard")
        self.program.key("End", "ctrl+v")
        self.wait_for_note("One two three.One two three.")
        self.program.key("ctrl+a", "ctrl+x")
        wait_until(lambda: not self.note(), "the note to be gone")
        self.program.key("ctrl+z")
        self.wait_for_note("One two three.One two three.")
        self.close_cleanly(self.program)

    def test_twenty_thousand_characters_from_outside_arrive_whole(self):
        text = "".join(f"Zeile {number}: ein längerer Satz, der umbricht.\n"
                       for number in range(450)).rstrip("\n")
        self.assertGreater(len(text), 19_000)
        self.put_on_clipboard(text)
        self.program.key("ctrl+v")
        self.program.type(" And typed.")
        self.wait_for_note(text + " And typed.")
        self.close_cleanly(self.program)
        self.assertEqual(self.command("show", "--date", "2026-11-21", "--field", "note"),
                         text + " And typed.")

    def test_words_are_walked_over_and_taken_away_as_a_whole(self):
        self.program.type("one two three")
        self.program.key("ctrl+Left", "ctrl+Left")
        self.program.type("and ")
        self.program.key("ctrl+BackSpace", "End")
        self.program.type("!")
        self.wait_for_note("one two three!")
        self.program.key("Home", "shift+End")
        self.program.type("anew")
        self.wait_for_note("anew")
        self.close_cleanly(self.program)

    def test_closing_the_window_saves_the_last_key(self):
        if "WM_DELETE_WINDOW" not in self.desk.run("xprop", "-id", self.program.window,
                                                   "WM_PROTOCOLS"):
            self.fail("the window does not take part in being closed")
        self.program.type("Last words")
        self.program.key("alt+F4")
        self.assertEqual(self.program.process.wait(timeout=10), 0, self.program.errors())
        self.assertEqual(self.note(), "Last words")


if __name__ == "__main__":
    unittest.main()
