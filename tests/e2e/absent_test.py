"""What is not there: a month's file that is gone, a person whose id was changed by hand, and days
that the clock has not come to yet."""

import re
import unittest

from support import journal
from support.case import WindowCase
from support.commands import CommandCase
from support.program import wait_until


class Absent(CommandCase):
    def setUp(self):
        super().setUp()
        self.at("2026-10-05T20:00", "checkin", "--mood", "3", "--note", "October.")
        self.at("2026-11-20T20:00", "checkin", "--mood", "4", "--note", "November.")
        self.at("2026-11-21T20:00", "checkin", "--mood", "5")

    def at(self, now, *arguments, **options):
        return self.run_program(*arguments, environment={"REKINDLE_NOW": now}, **options)

    def test_a_month_that_is_gone_is_named_with_what_it_held(self):
        (self.data / "checkins" / "2026-10.toml").unlink()
        self.assert_sentence(self.run_program("check", code=1), "checkins/2026-10.toml:1:",
                             "1 check-in")

    def test_whatever_is_gone_is_named_and_what_was_deleted_in_the_program_is_not(self):
        self.at("2026-11-22T20:00", "checkin", "--mood", "1")
        self.run_program("check")
        for path in list(self.data.iterdir()):
            if path.name == "checkins":
                for month in path.iterdir():
                    month.unlink()
        said = self.run_program("check", code=1).decode()
        self.assertEqual(len(re.findall(r"checkins/2026-1[01]\.toml:1:", said)), 2, said)

    def test_a_file_emptied_by_another_program_is_named(self):
        (self.data / "checkins" / "2026-10.toml").write_text("format = 1\n#: end 0\n")
        self.assert_sentence(self.run_program("check", code=1), "checkins/2026-10.toml:1:",
                             "1 check-in")

    def test_writing_on_in_a_month_that_is_gone_says_so_and_forgets_nothing(self):
        (self.data / "checkins" / "2026-11.toml").unlink()
        result = self.ask("checkin", "--mood", "6", environment={"REKINDLE_NOW": "2026-11-23T20:00"})
        self.assertEqual(result.returncode, 0)
        self.assert_sentence(result.stderr, "checkins/2026-11.toml", "check")
        for day in range(24, 30):
            self.at(f"2026-11-{day}T20:00", "checkin", "--mood", "6")
        self.assert_sentence(self.run_program("check", code=1), "checkins/2026-11.toml:1:",
                             "check-in")

    def test_a_person_whose_id_was_changed_is_named_and_still_shown(self):
        self.run_program("check")
        (self.data / "profile.toml").write_text(
            'format = 1\n[[person]]\nid = "kim"\nname = "Kim"\n#: end 1\n')
        said = self.run_program("check", code=1)
        self.assert_sentence(said, "“me” is no person of this journal", "3 check-ins")
        line = int(re.search(rb"2026-10\.toml:(\d+):", said)[1])
        text = (self.data / "checkins" / "2026-10.toml").read_text().splitlines()
        self.assertIn("me", text[line - 1])
        shown = self.at("2026-11-21T20:00", "show")
        self.assertIn(b"November.", shown)


class Later(CommandCase):
    def at(self, now, *arguments, **options):
        return self.run_program(*arguments, environment={"REKINDLE_NOW": now}, **options)

    def test_entries_dated_later_are_shown_and_changed(self):
        self.at("2026-11-22T08:00", "checkin", "--mood", "5", "--note", "Before the flight.")
        west = "2026-11-21T15:00"
        self.assertIn(b"Before the flight.", self.at(west, "show"))
        self.at(west, "checkin", "--date", "2026-11-22", "--note", "Before the flight, at the gate.")
        self.assertEqual(len(journal.checkins(self.data)), 1)
        self.assertIn(b"at the gate", self.at(west, "show"))

    def test_new_ones_lie_a_day_ahead_and_no_more(self):
        now = "2026-11-21T15:00"
        self.at(now, "checkin", "--date", "2026-11-22", "--mood", "5")
        self.assert_sentence(self.at(now, "checkin", "--date", "2026-11-23", "--mood", "5", code=2),
                             "has not come yet")
        self.at("2030-01-01T12:00", "checkin", "--mood", "5")
        self.at(now, "checkin", "--date", "2030-01-01", "--trust", "5")
        self.at(now, "checkin", "--date", "2030-01-01", "--trust", "5", "--new", code=2)

    def test_a_clock_that_is_years_behind_hides_nothing(self):
        self.run_program("demo", "--weeks", "6")
        shown = self.at("2015-01-01T00:10", "show").decode()
        self.assertIn("dated later than today (2014-12-31)", shown)
        self.assertIn("November 2026", shown)


class Window(WindowCase):
    def test_a_month_that_went_while_nobody_looked_comes_back_at_a_press(self):
        self.command("checkin", "--mood", "3", "--date", "2026-10-05")
        self.command("checkin", "--mood", "6")
        month = self.data / "checkins" / "2026-10.toml"
        month.unlink()
        program = self.open()
        program.click("nav.today")
        program.wait_for("missing.month.2026-10.back")
        self.assertFalse(month.exists())
        program.click("missing.month.2026-10.back")
        wait_until(month.exists, "the month's file")
        wait_until(lambda: "missing.month.2026-10.back" not in program.controls(), "the notice gone")
        self.close_cleanly(program)
        self.command("check")


if __name__ == "__main__":
    unittest.main()
