"""Tables of check-ins out of the program and back, as a person with a spreadsheet would."""

import csv
import io
import tomllib
import unittest

from support.commands import CommandCase

OWN = ("date,time,person,mood,trust,sleep,events,note\n"
       "2026-11-10,,one,6,,3,own:a\\; b; own:a\\; b,\"two\nlines\"\n"
       "2026-12-24,20:15,two,4,,,\"own:a\nbreak\",\n")

NOTES = ("=1+1", "'=1+1", "+49 30", "-  a list", " blanks around\t", 'a "word", and; more', "@here",
         "two\nlines", "e\u0301 \U0001f642 \u202e", "NA", "6,0", "sep=;", "\u00a0")


def twelve_hours(time):
    """20:15 as 8:15 PM."""
    if not time:
        return time
    hour, minute = map(int, time.split(":"))
    return f"{hour % 12 or 12}:{minute:02} {'AM' if hour < 12 else 'PM'}"


def changed(rows, time=str, rating=str, date=str):
    """The table with what a spreadsheet makes of its cells."""
    ratings = slice(3, len(rows[0]) - 2)
    for row in rows[1:]:
        row[0] = date(row[0])
        row[1] = time(row[1])
        row[ratings] = [rating(cell) if cell else cell for cell in row[ratings]]
    return rows


def written(rows, encoding="utf-8", before="", **form):
    file = io.StringIO(newline="")
    csv.writer(file, **({"lineterminator": "\r\n"} | form)).writerows(rows)
    return (before + file.getvalue()).encode(encoding)


def by_dots(date):
    year, month, day = date.split("-")
    return f"{int(day)}.{int(month)}.{year}"


def american(date):
    year, month, day = date.split("-")
    return f"{int(month)}/{int(day)}/{year}"


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

    def test_whatever_a_spreadsheet_made_of_it_the_table_is_the_same(self):
        """Each is what the program named saves when it opened our table and saved it again."""
        self.run_program("demo", "--weeks", "3")
        for number, note in enumerate(NOTES):
            self.run_program("checkin", "--date", f"2026-03-{number + 1:02}", "--mood", "6",
                             "--event", f"own:w {note.strip()}".replace("\n", " "),
                             f"--note={note}")
        table = self.run_program("export", "--format", "csv")

        def rows():
            return list(csv.reader(io.StringIO(table.decode(), newline="")))

        width = len(rows()[0])
        made = {
            "Excel, German": (written(changed(rows(), date=by_dots), "utf-8-sig", delimiter=";"),),
            "Excel, French": (written(changed(rows(), rating="{},0".format), "utf-8-sig",
                                      delimiter=";"),),
            "Excel, American": (written(changed(rows(), time=twelve_hours, date=american),
                                        "utf-8-sig"), "--dates", "mdy"),
            "Excel, text": (written(rows(), "utf-16", delimiter="\t"),),
            "Excel, with a line for itself": (written(rows(), "utf-8-sig", "sep=;\r\n",
                                                      delimiter=";"),),
            "LibreOffice, all quoted": (written(rows(), quoting=csv.QUOTE_ALL,
                                                lineterminator="\n"),),
            "LibreOffice, UTF-16 without a mark": (written(rows(), "utf-16-be"),),
            "Numbers": (written([row + ["", ""] for row in rows()] + [[""] * width] * 9),),
            "Google Sheets": (written(changed(rows(), time=lambda time: time and f"{time}:00")),),
            "pandas": (written([["", *row] if number == 0 else [str(number - 1), *row]
                                for number, row in enumerate(
                                    changed(rows(), rating="{}.0".format))],
                               lineterminator="\n"),),
            "R": (written([["", *row] if number == 0 else [str(number), *row]
                           for number, row in enumerate(rows())], lineterminator="\n",
                          quoting=csv.QUOTE_NONNUMERIC),),
            "Power Query": (written(changed(rows(), date="{}T00:00:00".format), "utf-8-sig"),),
            "an old Macintosh": (written(rows(), quoting=csv.QUOTE_ALL, lineterminator="\r"),),
            "by hand": (written([[name.title() for name in rows()[0]], *rows()[1:]]),),
        }
        for program, (text, *options) in made.items():
            with self.subTest(program):
                other = self.home / program.replace(",", "").replace(" ", "-")
                said = self.bring_in(text, *options, data=other)
                self.assertIn(", 0 the same, 0 in conflict\n", said)
                self.assertEqual(self.run_program("export", "--format", "csv", data=other), table)

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
