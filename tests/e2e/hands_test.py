"""Keys in a real window: where Tab begins, numbers on a slider, days and searches without a mouse."""

import datetime
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

TODAY = datetime.date(2026, 11, 21)


class Hands(WindowCase):
    def focus_after_tab(self, program, name):
        program.key("Tab")
        wait_until(lambda: program.focused() == name, f"Tab to come to {name}")

    def test_a_day_is_rated_by_tab_and_digits_alone(self):
        program = self.open()
        program.click("nav.today")
        self.focus_after_tab(program, "today.mood")
        program.key("1", "0")
        program.wait_for("today.mood", "value=10")
        program.key("ctrl+z")
        program.wait_for("today.mood", "value=none")
        program.key("ctrl+3")
        program.wait_for("nav.timeline", "checked")
        program.key("ctrl+1")
        program.wait_for("today.mood")
        self.focus_after_tab(program, "today.mood")
        for digit in "56789":
            program.key(digit)
            program.wait_for("today.mood", f"value={digit}")
        self.focus_after_tab(program, "today.trust")
        program.key("KP_1", "KP_0")
        program.wait_for("today.trust", "value=10")
        program.key("alt+Left")
        program.wait_for("today.trust", "value=none")
        program.key("4")
        program.wait_for("today.trust", "value=4")
        self.close_cleanly(program)
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"]), (9, 10))
        before = journal.checkin_of(self.data, TODAY - datetime.timedelta(days=1))
        self.assertEqual(before["trust"], 4)

    def test_help_search_and_a_day_of_the_timeline_are_a_key_away(self):
        self.command("demo", "--weeks", "4")
        program = self.open()
        program.key("F1")
        program.wait_for("nav.help", "checked")
        program.key("ctrl+f")
        program.wait_for("workbook.search.text", "focused")
        program.type("why?")
        program.key("Escape")
        program.wait_for("nav.workbook", "checked")
        program.key("question")
        program.wait_for("nav.help", "checked")
        program.key("ctrl+3")
        program.wait_for("timeline.plot")
        program.key("Left", "Left", "Up")
        program.wait_for("timeline.plot", r".*day=2026-11-12")
        program.key("Return")
        program.wait_for("nav.today", "checked")
        program.wait_for("today.now")
        self.close_cleanly(program)


if __name__ == "__main__":
    unittest.main()
