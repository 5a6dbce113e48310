"""Quick hide in a real window: what stands on the screen, what the task bar is told, the way back."""

import datetime
import subprocess
import time
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

TODAY = datetime.date(2026, 11, 21)
NOTE = "This is nobody else's business."


class HideCase(WindowCase):
    def begin(self):
        """A window in which something private was just typed."""
        program = self.open()
        program.click("nav.today")
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type(NOTE)
        return program

    def property_of(self, program, *names):
        return self.desk.run("xprop", "-id", program.window, *names)

    def is_minimised(self, program):
        return "Iconic" in self.property_of(program, "WM_STATE")

    def tap_shift(self, program, times=3):
        self.desk.run("xdotool", "key", "--delay", "80", *["shift"] * times)

    def wait_hidden(self, program):
        wait_until(lambda: list(program.controls()) == ["hidden.page"], "the neutral page alone")

    def restore(self, program):
        self.desk.run("xdotool", "windowmap", program.window)
        wait_until(lambda: not self.is_minimised(program), "the window to come back")
        self.desk.run("xdotool", "windowfocus", "--sync", program.window)

    def colours(self, program):
        """The colours of the window's picture, each as (red, green, blue)."""
        picture = self.desk.home / "picture.png"
        subprocess.run(["import", "-window", program.window, str(picture)], check=True,
                       env=self.desk.environment, stderr=subprocess.DEVNULL, timeout=30)
        # As plain PPM every version of ImageMagick writes three numbers also where all is grey.
        words = self.desk.run("convert", str(picture), "-depth", "8", "-unique-colors", "-compress",
                              "none", "ppm:-").split()
        numbers = [int(word) for word in words[4:]]
        return set(zip(numbers[0::3], numbers[1::3], numbers[2::3]))


class Hide(HideCase):
    def test_shift_three_times_hides_minimises_and_saves_and_three_more_come_back(self):
        program = self.begin()
        self.tap_shift(program)
        self.wait_hidden(program)
        wait_until(lambda: self.is_minimised(program), "the window to be minimised")
        wait_until(lambda: journal.checkin_of(self.data, TODAY).get("note") == NOTE, "the save")
        self.restore(program)
        time.sleep(0.5)
        self.assertEqual(list(program.controls()), ["hidden.page"])
        self.assertTrue(all(red == green == blue for red, green, blue in self.colours(program)))
        program.key("a", "Return", "Escape", "Tab", "space", "ctrl+1", "ctrl+z")
        program.type("let me see")
        program.click_at(400, 300)
        time.sleep(0.5)
        self.assertEqual(list(program.controls()), ["hidden.page"])
        time.sleep(2.2)
        self.tap_shift(program)
        program.wait_for("today.note")
        self.close_cleanly(program)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], NOTE)

    def test_the_button_does_the_same_and_the_page_number_is_the_way_back_by_mouse(self):
        program = self.begin()
        program.click("hide")
        self.wait_hidden(program)
        wait_until(lambda: self.is_minimised(program), "the window to be minimised")
        self.restore(program)
        program.click("hidden.page")
        program.wait_for("today.note")
        self.close_cleanly(program)

    def test_typing_capitals_hides_nothing(self):
        program = self.begin()
        program.type(" AND THIS IS LOUD")
        for _ in range(4):
            self.desk.run("xdotool", "keydown", "shift", "key", "a", "keyup", "shift")
        time.sleep(1)
        self.assertIn("today.note", program.controls())
        self.close_cleanly(program)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"],
                         NOTE + " AND THIS IS LOUD" + "AAAA")

    def test_the_window_is_called_by_a_neutral_name_at_all_times(self):
        program = self.open()
        names = ("WM_NAME", "_NET_WM_NAME", "WM_CLASS", "WM_ICON_NAME", "_NET_WM_ICON_NAME")
        before = self.property_of(program, *names)
        self.assertNotIn("ekindle", before)
        self.assertIn("Notes", before)
        program.click("hide")
        self.wait_hidden(program)
        self.assertEqual(self.property_of(program, *names), before)
        self.close_cleanly(program)


class HideWithoutWindowManager(HideCase):
    window_manager = False

    def test_where_nobody_can_minimise_the_neutral_page_stands_there_all_the_same(self):
        program = self.begin()
        program.click("hide")
        self.wait_hidden(program)
        time.sleep(0.3)
        self.assertTrue(all(red == green == blue for red, green, blue in self.colours(program)))
        time.sleep(2)
        self.tap_shift(program)
        program.wait_for("today.note")
        self.close_cleanly(program)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], NOTE)


if __name__ == "__main__":
    unittest.main()
