"""The command line, as another program would use it. Needs no display."""

import csv
import datetime
import io
import pathlib
import shutil
import struct
import subprocess
import tempfile
import unittest

from support import journal
from support.program import NOW, PROGRAM, ROOT

TODAY = datetime.date(2026, 11, 21)


class Commands(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.data = self.home / "journal"

    def run_program(self, *arguments, data=None, text=None, now=NOW, code=0):
        """Runs a command and returns what it printed, as bytes."""
        result = subprocess.run(
            [str(PROGRAM), "--data", str(data or self.data), *arguments],
            env={"PATH": "/usr/bin:/bin", "HOME": str(self.home), "REKINDLE_NOW": now},
            input=text, capture_output=True, check=False, timeout=60, cwd=self.home)
        self.assertEqual(result.returncode, code, result.stderr.decode())
        self.assertNotIn(b"Sanitizer", result.stderr)
        return result.stdout if code == 0 else result.stderr

    def test_where_names_every_file_and_forget_deletes_them_after_the_word(self):
        self.run_program("demo", "--weeks", "3")
        self.run_program("checkin", "--mood", "4")
        own = self.data / "workbooks" / "own.toml"
        own.parent.mkdir()
        own.write_text("id = 'own'\n")
        listed = self.run_program("where").decode().splitlines()
        there = [str(path) for path in self.data.rglob("*") if path.is_file() and path != own]
        self.assertEqual(listed, sorted(there))
        self.assertTrue(any("/.history/backups/" in path for path in listed))
        self.run_program("forget", text=b"yes\n", code=2)
        self.assertEqual(self.run_program("where").decode().splitlines(), listed)
        self.run_program("forget", text=b"forget\n")
        self.assertEqual([path for path in self.data.rglob("*") if path.is_file()], [own])
        self.assertIn(b"nothing to forget", self.run_program("forget"))

    def test_what_export_wrote_import_reads_back_exactly(self):
        self.run_program("demo", "--weeks", "12", "--seed", "7")
        self.run_program("checkin", "--date", "2026-11-21", "--mood", "0", "--event",
                         "own:a, \"quoted\" word", "--note", "-",
                         text='Comma, "quote"\nline two; ünï\r\nend'.encode())
        first = self.run_program("export", "--format", "csv")
        file = self.home / "out.csv"
        file.write_bytes(first)
        other = self.home / "other"
        self.run_program("import", "--format", "csv", str(file), data=other)
        self.assertEqual(self.run_program("export", "--format", "csv", data=other), first)
        self.run_program("import", "--format", "csv", str(file), data=other)
        self.assertEqual(self.run_program("export", "--format", "csv", data=other), first)

    def test_the_csv_has_the_columns_promised_and_rows_of_that_many_cells(self):
        self.run_program("demo", "--weeks", "4")
        rows = list(csv.reader(io.StringIO(self.run_program("export", "--format", "csv").decode(),
                                           newline="")))
        self.assertEqual(rows[0][:5], ["date", "time", "person", "mood", "trust"])
        self.assertEqual(rows[0][-2:], ["events", "note"])
        self.assertGreater(len(rows), 10)
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})

    def test_the_same_seed_gives_the_same_journal_and_only_an_empty_one_is_filled(self):
        for name in ("one", "two"):
            self.run_program("demo", "--weeks", "6", "--seed", "3", data=self.home / name)
        exported = [self.run_program("export", "--format", "csv", data=self.home / name)
                    for name in ("one", "two")]
        self.assertEqual(exported[0], exported[1])
        self.assertNotIn(TODAY.isoformat().encode(), exported[0])
        self.run_program("demo", "--weeks", "6", data=self.home / "one", code=1)

    def test_a_check_in_amends_the_latest_of_its_day(self):
        self.run_program("checkin", "--mood", "3", "--feel", "hurt=8")
        self.run_program("checkin", "--trust", "2", "--note", "Later.")
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"], day["feelings"]), (3, 2, {"hurt": 8}))
        self.run_program("checkin", "--new", "--mood", "6", "--time", "21:00")
        self.assertEqual(len(journal.checkins(self.data)), 2)

    def test_a_note_comes_back_byte_for_byte(self):
        for note in ("plain", "'''", "\nstarts with a break", 'ends """', "mood = 10\n[a]", "\t\\",
                     "e\u0301 🙂 \u202e", "#: end 4 sum=0"):
            self.run_program("checkin", "--note", "-", text=note.encode())
            shown = self.run_program("show", "--date", "2026-11-21", "--field", "note")
            self.assertEqual(shown, note.encode())
            self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], note)

    def test_at_half_past_one_it_is_still_the_evening_before(self):
        self.run_program("checkin", "--mood", "3", now="2026-11-22T01:30")
        self.assertEqual(journal.checkin_of(self.data, TODAY)["mood"], 3)

    def test_what_cannot_be_is_a_usage_error_and_changes_nothing(self):
        for wrong in (["--mood", "11"], ["--mood", "-1"], ["--mood", "5.5"], ["--feel", "hurt=99"],
                      ["--feel", "nosuch=3"], ["--date", "2026-02-29", "--mood", "1"],
                      ["--date", "2026-11-23", "--mood", "1"], ["--event", "nosuch"],
                      ["--nosuch"]):
            with self.subTest(wrong=wrong):
                said = self.run_program("checkin", *wrong, code=2)
                self.assertTrue(said.strip())
        self.run_program("nosuch", code=2)
        self.assertEqual(journal.checkins(self.data), [])

    def test_every_command_has_help(self):
        self.assertIn(b"--probe", self.run_program("--help"))
        for command in ("checkin", "show", "export", "import", "check", "workbooks", "lint", "demo",
                        "shot"):
            self.assertTrue(self.run_program(command, "--help").strip())

    def test_the_workbooks_are_listed_a_line_each(self):
        lines = self.run_program("workbooks").decode().splitlines()
        self.assertIn("seven-steps/acknowledge-the-pain/let-it-out check", lines)
        cards = {line.split()[0].rsplit("/", 1)[0] for line in lines
                 if line.startswith("seven-steps/")}
        self.assertEqual(len(cards), 7)

    def test_check_names_file_and_line(self):
        self.run_program("checkin", "--mood", "5")
        self.run_program("check")
        file = self.data / "checkins" / "2026-11.toml"
        file.write_text(file.read_text().replace("mood = 5", "mood = 55"))
        said = self.run_program("check", code=1)
        self.assertRegex(said.decode(), r"2026-11\.toml:\d+: ")

    def test_every_screen_is_drawn_at_the_size_asked_for(self):
        self.run_program("demo", "--weeks", "3")
        for screen in ("today", "workbook", "timeline", "practices", "settings", "welcome", "help"):
            with self.subTest(screen=screen):
                file = self.home / f"{screen}.png"
                self.run_program("shot", "--screen", screen, "--out", str(file), "--size",
                                 "960x600")
                picture = file.read_bytes()
                self.assertEqual(picture[:8], b"\x89PNG\r\n\x1a\n")
                self.assertEqual(struct.unpack(">II", picture[16:24]), (960, 600))

    def test_the_pictures_are_where_they_are_asked_for_in_any_folder(self):
        self.run_program("demo", "--weeks", "3")
        self.run_program("shot", "--screen", "today", "--out", "here.png")
        self.assertTrue((self.home / "here.png").exists())
        self.run_program("shot", "--screen", "today", "--out", "no/such/folder.png", code=3)

    def test_lint_is_content_with_the_content(self):
        self.run_program("lint", *(str(file) for file in (ROOT / "content").glob("*.toml")))
        broken = self.home / "broken.toml"
        broken.write_text("format = 1\n[[card]]\nid = 3\n")
        said = self.run_program("lint", str(broken), code=1)
        self.assertRegex(said.decode(), r"broken\.toml:\d+: ")


if __name__ == "__main__":
    unittest.main()
