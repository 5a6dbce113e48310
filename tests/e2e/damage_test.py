"""A damaged file hides nothing of the others. Needs no display."""

import unittest

from support.commands import CommandCase

WORDS = {"2026-09": "September words.", "2026-10": "October words.", "2026-11": "November words."}


class Damage(CommandCase):
    def setUp(self):
        super().setUp()
        for month, note in WORDS.items():
            self.run_program("checkin", "--date", f"{month}-10", "--mood", "6", "--note", note)
        self.october = self.data / "checkins" / "2026-10.toml"

    def damages(self):
        """Ways in which a file can be broken, each with what the file then holds."""
        whole = self.october.read_bytes()
        return {"cut short": whole[:len(whole) // 2], "empty": b"", "no text": b"\x00" * 300,
                "not TOML": b"format = 1\n[[checkin]]\nmood = = 6\n#: end 1\n",
                "a wrong value": whole.replace(b"mood = 6", b"mood = 66"),
                "encrypted with a key nobody has": b"[data]\ncipher = 'x'\n#: end 0\n"}

    def test_an_export_gives_the_other_months_and_names_what_it_cannot_give(self):
        for name, text in self.damages().items():
            self.october.write_bytes(text)
            for form in ("csv", "md", "html"):
                with self.subTest(damage=name, form=form):
                    result = self.ask("export", "--format", form)
                    self.assertEqual(result.returncode, 1)
                    said = result.stdout.decode()
                    for month in ("2026-09", "2026-11"):
                        self.assertIn(WORDS[month], said)
                    self.assertRegex(result.stderr.decode(), r"checkins/2026-10\.toml:[1-9]\d*: ")
                    self.assertEqual("2026-10.toml" in said, form != "csv")

    def test_a_range_that_the_damage_does_not_touch_is_whole(self):
        self.october.write_bytes(b"")
        for form in ("csv", "md", "html"):
            result = self.ask("export", "--format", form, "--from", "2026-11-01")
            self.assertEqual((result.returncode, result.stderr), (0, b""))
            self.assertIn(b"November words.", result.stdout)
            self.assertNotIn(b"could be read", result.stdout)

    def test_an_export_to_a_file_does_the_same(self):
        self.october.write_bytes(b"")
        out = self.home / "out.md"
        said = self.run_program("export", "--format", "md", "--out", str(out), code=1)
        self.assertIn(b"2026-10.toml:", said)
        self.assertIn("November words.", out.read_text())

    def test_a_file_that_is_none_is_named_too(self):
        self.october.unlink()
        self.october.mkdir()
        result = self.ask("export", "--format", "csv")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"November words.", result.stdout)
        self.october.rmdir()
        self.october.symlink_to(self.home / "nowhere")
        result = self.ask("export", "--format", "csv")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"November words.", result.stdout)

    def test_a_folder_that_cannot_be_looked_into_hides_nothing_of_the_others(self):
        (self.data / "practices.toml").write_text(
            'format = 1\n[[item]]\nlist = "needs"\nid = "a"\nperson = "me"\ntext = "Some rest."\n'
            "added = 2026-11-10\nchanged = 2026-11-10\n#: end 1\n")
        kept = self.home / "kept"
        (self.data / "checkins").rename(kept)
        (self.data / "checkins").write_text("a file where the folder was\n")
        result = self.ask("export", "--format", "md")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"Some rest.", result.stdout)
        self.assertIn(b"checkins", result.stdout)
        self.assertRegex(result.stderr.decode(), r"checkins:[1-9]\d*: ")
        self.run_program("check", code=1)
        self.run_program("checkin", "--mood", "6", code=3)
        self.run_program("backup", code=3)
        self.assertEqual((self.data / "checkins").read_text(), "a file where the folder was\n")

    def test_damaged_answers_practices_or_profile_hide_no_day(self):
        for file in ("answers/seven-steps.toml", "practices.toml", "profile.toml"):
            with self.subTest(file=file):
                broken = self.data / file
                broken.parent.mkdir(exist_ok=True)
                before = broken.read_bytes() if broken.exists() else None
                broken.write_bytes(b"format = 1\n???\n")
                result = self.ask("export", "--format", "md")
                self.assertEqual(result.returncode, 1)
                for words in WORDS.values():
                    self.assertIn(words, result.stdout.decode())
                self.assertIn(file, result.stderr.decode())
                self.assertIn(file.split("/")[-1], result.stdout.decode())
                if before is None:
                    broken.unlink()
                else:
                    broken.write_bytes(before)

    def test_the_days_of_two_are_told_apart_without_their_profile(self):
        (self.data / "profile.toml").write_text("damaged")
        text = self.october.read_text()
        self.october.write_text(text.replace('person = "me"', 'person = "robin"'))
        result = self.ask("show", "--date", "2026-10-10")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"October words.", result.stdout)
        self.assertIn(b"robin", result.stdout)
        note = self.ask("show", "--date", "2026-10-10", "--field", "note")
        self.assertEqual((note.returncode, note.stdout), (1, b"October words."))

    def test_a_day_is_shown_from_a_month_of_which_another_day_is_wrong(self):
        self.run_program("checkin", "--date", "2026-10-12", "--mood", "7", "--note", "Still here.")
        self.october.write_text(self.october.read_text().replace("mood = 6", "mood = 66"))
        result = self.ask("show", "--date", "2026-10-12")
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"Still here.", result.stdout)
        self.assertRegex(result.stderr.decode(), r"2026-10\.toml:[1-9]\d*: ")
        note = self.ask("show", "--date", "2026-10-12", "--field", "note")
        self.assertEqual((note.returncode, note.stdout), (1, b"Still here."))
        other = self.ask("show", "--date", "2026-11-10")
        self.assertEqual((other.returncode, other.stderr), (0, b""))

    def test_nothing_marked_for_oneself_comes_out_because_a_mark_cannot_be_read(self):
        answers = self.data / "answers" / "seven-steps.toml"
        answers.parent.mkdir(exist_ok=True)
        answers.write_text('format = 1\n[[answer]]\ncard = "c"\nexercise = "e"\nid = "a"\n'
                           'date = 2026-11-10\nperson = "me"\ntext = "Only mine."\n'
                           'only_for_me = "yes"\n#: end 1\n')
        result = self.ask("export", "--format", "md")
        self.assertEqual(result.returncode, 1)
        self.assertNotIn(b"Only mine.", result.stdout)
        self.assertIn(b"November words.", result.stdout)


if __name__ == "__main__":
    unittest.main()
