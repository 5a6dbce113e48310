"""Tables of check-ins out of the program and back, as a person with a spreadsheet would."""

import tomllib
import unittest

from support.commands import CommandCase

OWN = ("date,time,person,mood,trust,sleep,events,note\n"
       "2026-11-10,,one,6,,3,own:a\\; b; own:a\\; b,\"two\nlines\"\n"
       "2026-12-24,20:15,two,4,,,\"own:a\nbreak\",\n")


class Tables(CommandCase):
    def table(self, text, name="table.csv"):
        file = self.home / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    def bring_in(self, text, *options, code=0, data=True):
        return self.run_program("import", "--format", "csv", self.table(text), *options,
                                code=code, data=data).decode()

    def test_a_journal_comes_back_whole_with_its_people_scales_and_later_days(self):
        said = self.bring_in(OWN)
        self.assertIn("2 added, 0 the same, 0 in conflict\n", said)
        self.assertIn("1 of those added dated later than today\n", said)
        for new in ("one", "two", "sleep"):
            self.assertIn(new, said)
        profile = tomllib.loads((self.data / "profile.toml").read_text())
        self.assertEqual([person["id"] for person in profile["person"]], ["one", "two"])
        self.assertEqual([scale["id"] for scale in profile["scale"]], ["sleep"])
        table = self.run_program("export", "--format", "csv")
        other = self.home / "other"
        self.bring_in(table, data=other)
        self.assertEqual(self.run_program("export", "--format", "csv", data=other), table)
        before = self.files()
        self.assertEqual(self.bring_in(table), "0 added, 2 the same, 0 in conflict\n")
        self.assertEqual(self.files(), before)

    def test_a_dry_run_says_what_would_be_and_changes_nothing(self):
        self.run_program("checkin", "--mood", "5")
        before = self.files()
        said = self.bring_in(OWN.replace("two", "me"), "--dry-run")
        self.assertIn("it would be: 2 added", said)
        self.assertEqual(self.files(), before)

    def test_the_state_before_is_kept(self):
        self.run_program("checkin", "--mood", "5")
        self.bring_in("date,mood\n2026-11-10,6\n")
        self.assertTrue(any(".history/backups" in name for name in self.files()))

    def test_the_persons_own_words_for_columns_and_dates(self):
        text = "Tag;Laune, heute;Schlaf\n1/5/2026;6,0;tief\n".encode("utf-16")
        self.bring_in(text, "--columns", "date=Tag,mood=Laune\\, heute", "--dates", "dmy")
        entry = tomllib.loads((self.data / "checkins" / "2026-05.toml").read_text())["checkin"][0]
        self.assertEqual((entry["date"].isoformat(), entry["mood"]), ("2026-05-01", 6))

    def test_what_cannot_be_asked_for_is_a_usage_error(self):
        for options in (["--dates", "dym"], ["--columns", "mood"], ["--columns", "=x"],
                        ["--columns", "weather=x"], ["--columns", "mood=a,mood=b"]):
            self.bring_in("date,mood\n2026-11-10,6\n", *options, code=2)
        self.assertFalse(self.data.exists())

    def test_the_one_thing_that_is_wrong_is_named_and_nothing_comes_in(self):
        said = self.bring_in("Date;Mood\r\n2026-11-10;6\r\n2026-11-11;6.5\r\n", code=1)
        self.assertIn("table.csv:3: Row 3, column B (“Mood”): A rating is a whole number", said)
        said = self.bring_in("date,note\n2026-11-10,caf\xe9\n".encode("latin-1"), code=1)
        self.assertIn("table.csv:2: This file is not UTF-8; it looks like Windows-1252", said)
        self.assertFalse(self.data.exists())


if __name__ == "__main__":
    unittest.main()
