"""Earlier states in a real window: kept by the first change of a day, brought back, undone."""

import datetime
import stat
import tarfile
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

YESTERDAY = datetime.date(2026, 11, 20)
TODAY = datetime.date(2026, 11, 21)


class Backups(WindowCase):
    def mood_of(self, day):
        return journal.checkin_of(self.data, day).get("mood")

    def test_yesterdays_state_is_kept_listed_brought_back_and_undone(self):
        self.command("checkin", "--mood", "3", now="2026-11-20T20:00")
        program = self.open()
        program.click("nav.today")
        program.rate("today.mood", 8)
        wait_until(lambda: self.mood_of(TODAY) == 8, "the first save")
        program.click("nav.settings")
        program.click("settings.backups")
        program.click("settings.backups.1")
        program.click("settings.backups.restore")
        wait_until(lambda: self.mood_of(TODAY) is None, "the earlier state in the file")
        self.assertEqual(self.mood_of(YESTERDAY), 3)
        program.key("ctrl+z")
        wait_until(lambda: self.mood_of(TODAY) == 8, "the undo in the file")
        self.assertEqual(self.mood_of(YESTERDAY), 3)
        self.close_cleanly(program)
        self.assertEqual(journal.open_to_others(self.data), [])

    def test_a_backup_is_a_tar_that_brings_everything_back(self):
        self.command("checkin", "--mood", "3", "--note", "Rain, and a long talk.")
        out = self.desk.home / "kept.tar"
        said = self.command("backup", "--out", str(out))
        self.assertIn("not encrypted", said)
        self.assertEqual(stat.S_IMODE(out.stat().st_mode), 0o600)
        with tarfile.open(out) as tar:
            self.assertIn("checkins/2026-11.toml", tar.getnames())
        self.command("backup", "--out", str(out), code=2)  # never over a file that is there

        self.command("checkin", "--mood", "9", "--date", "2026-11-02")
        self.assertIn("1 check-in goes", self.command("restore", "--dry-run", str(out)))
        self.assertEqual(len(journal.checkins(self.data)), 2)
        said = self.command("restore", str(out))
        self.assertEqual([day["note"] for day in journal.checkins(self.data)],
                         ["Rain, and a long talk."])
        before = said.split("restore ")[-1].strip()
        self.command("restore", before)
        self.assertEqual(len(journal.checkins(self.data)), 2)
        self.assertEqual(journal.open_to_others(self.data), [])
        self.assertFalse((self.data / ".history" / ".restoring").exists())

    def test_what_is_restored_takes_the_place_of_a_damaged_file_which_is_kept(self):
        self.command("checkin", "--mood", "3")
        out = self.desk.home / "kept.tar"
        self.command("backup", "--out", str(out))
        file = self.data / "checkins" / "2026-11.toml"
        damaged = file.read_bytes()[:-40]
        file.write_bytes(damaged)
        self.command("checkin", "--trust", "5", code=1)
        self.command("restore", str(out))
        self.assertEqual(self.mood_of(TODAY), 3)
        kept = self.data / ".history" / "damaged" / "2026-11.toml.1"
        self.assertEqual(kept.read_bytes(), damaged)

    def test_an_archive_that_is_none_changes_nothing(self):
        self.command("checkin", "--mood", "3")
        before = (self.data / "checkins" / "2026-11.toml").read_bytes()
        wrong = self.desk.home / "wrong.tar"
        wrong.write_bytes(b"not a tar" * 200)
        self.command("restore", str(wrong), code=1)
        self.command("restore", str(self.desk.home / "missing.tar"), code=1)
        self.assertEqual((self.data / "checkins" / "2026-11.toml").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
