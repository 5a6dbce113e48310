"""A damaged file and a copy that a sync tool left, mended in a real window and by command."""

import datetime
import unittest

from support import journal
from support.case import WindowCase
from support.program import run_command, wait_until

YESTERDAY = datetime.date(2026, 11, 20)
TODAY = datetime.date(2026, 11, 21)
CONFLICT = "2026-11.sync-conflict-20261121-201500-ABCDEFG.toml"


class Repair(WindowCase):
    @property
    def month(self):
        return self.data / "checkins" / "2026-11.toml"

    def mood_of(self, day):
        return journal.checkin_of(self.data, day).get("mood")

    def two_days(self):
        """A journal of yesterday, and what its file holds with today in it as well."""
        self.command("checkin", "--mood", "3", "--date", str(YESTERDAY))
        first = self.month.read_bytes()
        self.command("checkin", "--mood", "6", "--note", "Said twice.")
        second = self.month.read_bytes()
        self.month.write_bytes(first)
        return second

    def test_a_damaged_file_gives_way_to_its_earlier_copy_and_is_kept(self):
        self.two_days()
        self.command("checkin", "--trust", "5")
        damaged = self.month.read_bytes()[:-40]
        self.month.write_bytes(damaged)
        program = self.open()
        program.click("nav.today")
        program.wait_for("earlier.month.2026-11")
        self.assertEqual(self.month.read_bytes(), damaged)  # nothing without a press
        program.click("earlier.month.2026-11")
        wait_until(lambda: self.month.read_bytes() != damaged and self.mood_of(YESTERDAY) == 3,
                   "the earlier copy in its place")
        program.rate("today.mood", 8)  # the day can be written again
        wait_until(lambda: self.mood_of(TODAY) == 8, "the day in the file")
        self.close_cleanly(program)
        kept = self.data / ".history" / "damaged" / "2026-11.toml.1"
        self.assertEqual(kept.read_bytes(), damaged)
        self.assertEqual(journal.open_to_others(self.data), [])

    def test_a_file_damaged_before_the_eyes_of_the_window_comes_back_in_full(self):
        self.command("checkin", "--mood", "3", "--note", "Rain.")
        program = self.open()
        program.click("nav.today")
        program.wait_for("today.mood", "value=3")
        whole = self.month.read_bytes()
        self.month.write_bytes(whole[:-40])
        program.wait_for("earlier.month.2026-11")
        program.click("earlier.month.2026-11")
        wait_until(lambda: self.month.read_bytes() != whole[:-40] and
                   journal.checkin_of(self.data, TODAY).get("note") == "Rain.", "the whole file")
        self.close_cleanly(program)

    def test_a_copy_that_a_sync_tool_leaves_is_brought_in_put_away_and_undone(self):
        theirs = self.two_days()
        program = self.open()
        program.click("nav.today")
        program.wait_for("today.mood", "value=none")
        copy = self.month.with_name(CONFLICT)
        copy.write_bytes(theirs)
        program.wait_for("copies.show")
        program.click("copies.show")
        bring = f"copies.bring.checkins/{CONFLICT}"
        program.wait_for(bring)
        self.assertIsNone(self.mood_of(TODAY))
        program.click(bring)
        wait_until(lambda: self.mood_of(TODAY) == 6, "what the copy has")
        kept = self.data / ".history" / "merged" / f"{CONFLICT}.1"
        wait_until(kept.exists, "the copy in the history")
        self.assertEqual(kept.read_bytes(), theirs)
        self.assertFalse(copy.exists())
        self.assertEqual(self.mood_of(YESTERDAY), 3)
        program.key("ctrl+z")
        wait_until(lambda: self.mood_of(TODAY) is None, "the undo in the file")
        self.close_cleanly(program)
        self.assertEqual(journal.open_to_others(self.data), [])

    def test_check_names_a_copy_and_merge_brings_it_in(self):
        theirs = self.two_days()
        copy = self.month.with_name(CONFLICT)
        copy.write_bytes(theirs)
        checked = run_command(self.desk, self.data, "check")
        self.assertEqual(checked.returncode, 1)
        self.assertIn(f"rekindle merge --dry-run 'checkins/{CONFLICT}'", checked.stderr)
        said = self.command("merge", "--dry-run", f"checkins/{CONFLICT}")
        self.assertIn("1 check-in is added", said)
        self.assertIsNone(self.mood_of(TODAY))
        self.assertTrue(copy.exists())
        self.command("merge", str(copy))
        self.assertEqual((self.mood_of(YESTERDAY), self.mood_of(TODAY)), (3, 6))
        kept = self.data / ".history" / "merged" / f"{CONFLICT}.1"
        self.assertEqual(kept.read_bytes(), theirs)
        self.command("merge", str(copy), code=1)
        self.command("merge", "checkins/2026-11.toml", code=1)
        self.command("check")

    def test_merge_says_where_both_told_the_same_day(self):
        theirs = self.two_days()
        self.month.with_name(CONFLICT).write_bytes(
            theirs.replace(b"Said twice.", b"Told elsewhere."))
        self.month.write_bytes(theirs)
        said = self.command("merge", f"checkins/{CONFLICT}")
        self.assertIn("Look at it: Saturday, 21 November 2026.", said)
        note = journal.checkin_of(self.data, TODAY)["note"]
        self.assertIn("Said twice.", note)
        self.assertIn("Told elsewhere.", note)


if __name__ == "__main__":
    unittest.main()
