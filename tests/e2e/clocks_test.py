"""Days, hours and places: what was written on a day stays on it, whatever a clock or a locale says
later, and the calendar's ends are ends."""

import re
import subprocess
import sys
import time
import tomllib
import unittest

from support import journal
from support.commands import CommandCase
from support.program import ROOT

sys.path.insert(0, str(ROOT / "tests"))
from suites import LOCALES, private_locale  # noqa: E402

ZONES = ("Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin")


class Zones(CommandCase):
    def day_by_the_clock(self, zone):
        """The day that a person means there at this moment."""
        now = time.time() - 4 * 3600
        return subprocess.run(["date", "-d", f"@{now:.0f}", "+%F"], check=True, text=True,
                              env={"TZ": zone, "PATH": "/bin"},
                              capture_output=True).stdout.strip()

    def test_another_time_zone_moves_no_entry(self):
        days = set()
        for zone in ZONES:
            place = {"TZ": zone, "REKINDLE_NOW": None}
            before = self.day_by_the_clock(zone)
            self.run_program("checkin", "--new", "--note", zone, environment=place)
            days |= {before, self.day_by_the_clock(zone)}
        written = self.files()
        found = [str(entry["date"]) for file, text in written.items() if file.startswith("checkins")
                 for entry in tomllib.loads(text.decode())["checkin"]]
        self.assertEqual(len(found), len(ZONES))
        self.assertLessEqual(set(found), days)
        tables = set()
        for zone in ZONES:
            place = {"TZ": zone, "REKINDLE_NOW": None}
            tables.add(self.run_program("export", "--format", "csv", environment=place))
        self.assertEqual(len(tables), 1)
        self.assertEqual(self.files(), written)

    def test_on_the_days_the_clocks_change_every_hour_belongs_to_one_day(self):
        """Half past two is there twice in October and not at all in March."""
        for date, before in (("2026-03-29", "2026-03-28"), ("2026-10-25", "2026-10-24")):
            for hour in ("00:00", "02:30", "03:59", "04:00", "23:59"):
                self.run_program("checkin", "--new", "--note", f"{date} {hour}", environment={
                    "TZ": "Europe/Berlin", "REKINDLE_NOW": f"{date}T{hour}"})
            entries = journal.checkins(self.data, date[:7])
            self.assertEqual([(str(entry["date"]), entry["note"][-5:]) for entry in entries],
                             [(before, "00:00"), (before, "02:30"), (before, "03:59"),
                              (date, "04:00"), (date, "23:59")])

    def test_the_day_ends_when_the_person_says(self):
        for end, expected in (("00:00:00", ["21", "21", "22", "22"]),
                              ("04:00:00", ["21", "21", "21", "22"]),
                              ("11:59:00", ["20", "21", "21", "21"])):
            data = self.home / end.replace(":", "-")
            data.mkdir()
            (data / "profile.toml").write_text(f"format = 1\nday_end = {end}\n#: end 0\n")
            for moment in ("21T05:00", "21T23:59", "22T03:59", "22T04:00"):
                self.run_program("checkin", "--new", "--mood", "4", data=data,
                                 environment={"REKINDLE_NOW": f"2026-11-{moment}"})
            with self.subTest(end=end):
                self.assertEqual([str(entry["date"])[-2:] for entry in journal.checkins(data)],
                                 expected)


class Calendar(CommandCase):
    def at(self, now, *arguments, **options):
        return self.run_program(*arguments, environment={"REKINDLE_NOW": now}, **options)

    def test_what_a_clock_that_was_wrong_made_tomorrow_stays(self):
        self.at("2026-11-22T20:00", "checkin", "--note", "tomorrow")
        self.at("2026-11-20T20:00", "checkin", "--note", "today")
        self.at("2026-11-20T20:30", "checkin", "--note", "later today")
        notes = {str(entry["date"]): entry["note"] for entry in journal.checkins(self.data)}
        self.assertEqual(notes, {"2026-11-20": "later today", "2026-11-22": "tomorrow"})
        self.at("2026-11-20T21:00", "check")
        self.assertIn(b"tomorrow", self.at("2026-11-20T21:00", "export", "--format", "csv"))
        self.at("2026-11-25T20:00", "checkin", "--mood", "4")
        self.at("2026-11-19T20:00", "checkin", "--mood", "4")
        names = [path.name for path in (self.data / ".history" / "backups").iterdir()]
        numbers = sorted(int(name.split("_")[0]) for name in names)
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))
        newest = max(names, key=lambda name: int(name.split("_")[0]))
        self.assertIn("2026-11-19", newest)

    def test_29_february_is_there_when_it_is(self):
        for year, is_there in ((1900, False), (2000, True), (2026, False), (2028, True),
                               (2100, False), (2400, True)):
            with self.subTest(year=year):
                date = f"{year}-02-29"
                self.at(f"{year}-03-01T20:00", "checkin", "--date", date, "--mood", "4",
                        code=0 if is_there else 2)
                self.at(f"{year}-03-01T03:59", "checkin", "--note", "the evening before")
                last = journal.checkins(self.data, f"{year}-02")[-1]
                self.assertEqual(str(last["date"]), date if is_there else f"{year}-02-28")
                self.assertEqual(last["note"], "the evening before")
        self.at("2400-03-01T20:00", "check")

    def test_the_first_and_the_last_day_there_are_can_be_written_and_no_other(self):
        for now in ("1900-01-01T04:00", "9999-12-31T23:59"):
            with self.subTest(now=now):
                self.at(now, "checkin", "--note", now)
                self.assertIn(now.encode(), self.at(now, "show"))
                self.at(now, "check")
                for form in ("csv", "md", "html"):
                    self.assertTrue(self.at(now, "export", "--format", form))
        for date in ("1899-12-31", "10000-01-01"):
            self.at("9999-12-31T23:59", "checkin", "--date", date, "--mood", "4", code=2)
        before = self.files()
        for now in ("1899-12-31T20:00", "10000-01-01T00:00", "1900-01-01T03:59"):
            with self.subTest(now=now):
                self.assert_sentence(self.at(now, "checkin", "--mood", "4", code=2))
        self.assertEqual(self.files(), before)


class Places(CommandCase):
    def bytes_under(self, locale):
        """Everything that a day of commands writes and prints under a locale."""
        data = self.home / locale
        place = private_locale(locale) if locale != "C" else {"LC_ALL": "C"}
        run = lambda *arguments: self.run_program(*arguments, data=data, environment=place)
        run("checkin", "--mood", "7", "--trust", "3", "--feel", "hurt=2", "--note", "I İ ı i 1,5")
        run("checkin", "--new", "--time", "21:05", "--event", "own:first walk")
        printed = [run("show"), run("check"), *(run("export", "--format", form)
                                                for form in ("csv", "md", "html"))]
        table = self.home / "table.csv"
        table.write_bytes(printed[2])
        printed.append(run("import", "--format", "csv", str(table)))
        files = {str(path.relative_to(data)): path.read_bytes()
                 for path in sorted(data.rglob("*")) if path.is_file()}
        by_chance = re.compile(rb'(?m)^id = ".*"|sum=.*')
        return printed, {name: by_chance.sub(b"", text) for name, text in files.items()}

    def test_no_byte_differs_under_a_locale_with_commas_or_a_dotless_i(self):
        plain = self.bytes_under("C")
        for locale in LOCALES:
            with self.subTest(locale=locale):
                self.assertEqual(self.bytes_under(locale), plain)

    def test_without_a_home_there_is_a_sentence(self):
        for home in (None, "", "relative"):
            for command in (["show"], ["checkin", "--mood", "4"]):
                said = self.run_program(*command, data=None, code=3, environment={"HOME": home})
                self.assert_sentence(said, "HOME", "--data")
        self.run_program("checkin", "--mood", "4", environment={"HOME": None})

    def test_folders_of_the_desktop_count_when_they_are_whole_paths(self):
        usual = self.home / ".local" / "share" / "rekindle"
        for set_to in (None, "", "relative/data", "."):
            self.run_program("checkin", "--note", repr(set_to), data=None,
                             environment={"XDG_DATA_HOME": set_to})
            self.assertEqual(journal.checkins(usual)[0]["note"], repr(set_to))
        given = self.home / "given"
        self.run_program("checkin", "--mood", "4", data=None, environment={"XDG_DATA_HOME": given})
        self.assertTrue((given / "rekindle" / "checkins" / "2026-11.toml").exists())
        self.assertEqual(sorted(path.name for path in self.home.iterdir()), [".local", "given"])


if __name__ == "__main__":
    unittest.main()
