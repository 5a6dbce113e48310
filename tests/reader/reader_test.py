"""The reader of tests/reader over all frozen files: what it says of each is what the tables say."""

import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

import reader

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = HERE.parent / "data" / "vectors"
KEY = bytes(range(0xA0, 0xC0))
PASSPHRASE = "a grey héron at noon"
CODE = "abcde-fghij-kmnpq-rstuv-wxyz2-34567"


def words(said):
    return [wrong.word for _, wrong in said]


def opened(place, typed=PASSPHRASE):
    """A journal of the vectors with its key, taken out of its lock.toml."""
    files, odd = (reader.read_folder if place.is_dir() else reader.read_archive)(place)
    said = list(odd)
    key = reader.unlock(files, typed, said)[0] if "lock.toml" in files else None
    return reader.Journal(files, said, key)


class WholeJournals(unittest.TestCase):
    def test_a_plain_journal_of_format_1_is_read_in_full(self):
        journal = opened(VECTORS / "format-1" / "plain")
        self.assertEqual(journal.said, [])
        month = journal.documents["checkins/2026-11.toml"]["checkin"]
        self.assertEqual([row["date"].day for row in month], [20, 20, 20, 21])
        self.assertEqual(month[0]["my_own_key"]["a"], [1, 2.5, True])

    def test_a_locked_journal_says_what_it_said_before_the_lock(self):
        plain = opened(VECTORS / "format-1" / "plain")
        locked = opened(VECTORS / "format-1" / "locked")
        self.assertEqual(locked.said, [])
        self.assertEqual(locked.key, KEY)
        for part in ("profile.toml", "practices.toml", "answers/seven-steps.toml",
                     "checkins/2026-11.toml"):
            before = locked.texts[".history/backups/000003_2026-11-22_lock/" + part]
            self.assertEqual(before, plain.texts[part])
        self.assertEqual(len(locked.documents["checkins/2026-11.toml"]["checkin"]), 6)

    def test_the_recovery_code_opens_it_however_it_is_typed(self):
        for typed in (CODE, CODE.upper(), CODE.replace("-", " "), CODE.replace("-", "\u2013"),
                      " " + CODE.replace("-", "") + "\r"):
            self.assertEqual(opened(VECTORS / "format-1" / "locked", typed).said, [])

    def test_archives_say_what_their_journals_say(self):
        for name in ("plain", "locked"):
            archive = opened(VECTORS / "format-1" / f"{name}.tar")
            folder = opened(VECTORS / "format-1" / name)
            self.assertEqual(archive.said, [])
            for place, text in archive.texts.items():
                self.assertEqual(text, folder.texts[place])

    def test_another_passphrase_opens_nothing(self):
        for typed in ("a grey heron at noon", "", CODE[:-1] + "8"):
            with self.assertRaises(reader.NotThePassphrase):
                opened(VECTORS / "format-1" / "locked", typed)


class WrongFiles(unittest.TestCase):
    def answer(self, kind, raw):
        if kind == "lock":
            said = []
            try:
                reader.open_lock(raw, PASSPHRASE, said)
            except reader.NotThePassphrase:
                return ["passphrase"]
            except reader.Wrong as wrong:
                return [wrong.word]
            return [wrong.word for wrong in said]
        key = KEY if kind == "sealed" else None
        return words(reader.Journal({"checkins/2026-11.toml": raw}, key=key).said)

    def test_each_is_answered_as_its_table_says(self):
        folder = VECTORS / "malformed"
        table = tomllib.loads((folder / "answers.toml").read_text(encoding="utf-8"))["file"]
        there = {path.relative_to(folder).as_posix() for path in folder.glob("*/*.toml")}
        self.assertEqual(there, {row["name"] for row in table})
        for row in table:
            expected = row.get("reader", []) + (["changed"] if row.get("changed") else [])
            raw = (folder / row["name"]).read_bytes()
            with self.subTest(row["name"]):
                self.assertEqual(self.answer(row["name"].split("/")[0], raw), expected)


class WrongStates(unittest.TestCase):
    """Whole files in the wrong places of a journal."""

    def said_after(self, change):
        files, _ = reader.read_folder(VECTORS / "format-1" / "locked")
        change(files)
        said = []
        key, _ = reader.unlock(files, PASSPHRASE, said)
        return words(reader.Journal(files, said, key).said)

    def test_an_older_file_is_told(self):
        def put_back(files):
            files["checkins/2026-11.toml"] = files[".history/versions/checkins/2026-11/000006.toml"]
        self.assertEqual(self.said_after(put_back), ["older"])

    def test_a_file_that_is_gone_is_told(self):
        self.assertEqual(self.said_after(lambda files: files.pop("checkins/2026-11.toml")),
                         ["gone"])

    def test_a_file_in_the_place_of_another_is_told(self):
        def exchange(files):
            files["profile.toml"] = files["practices.toml"]
        self.assertEqual(self.said_after(exchange), ["wrong-place"])

    def test_the_second_lock_file_opens_what_the_first_does_not(self):
        def damage(files):
            files["lock.toml"] = files["lock.toml"][:200]
        self.assertEqual(self.said_after(damage), ["cut"])
        self.assertEqual(self.said_after(lambda files: files.pop("lock.toml")), [])


class CommandLine(unittest.TestCase):
    def run_reader(self, *arguments, typed=PASSPHRASE):
        return subprocess.run([sys.executable, str(HERE / "reader.py"), *map(str, arguments)],
                              input=typed + "\n", text=True, capture_output=True, check=False)

    def test_it_ends_with_what_it_found(self):
        locked = VECTORS / "format-1" / "locked"
        self.assertEqual(self.run_reader(locked, "--passphrase-fd", 0).returncode, 0)
        self.assertEqual(self.run_reader(locked, "--passphrase-fd", 0, typed="x").returncode, 4)
        self.assertEqual(self.run_reader(locked / "nothing").returncode, 3)
        self.assertEqual(self.run_reader().returncode, 2)

    def test_it_prints_and_writes_what_a_file_says(self):
        locked, plain = VECTORS / "format-1" / "locked", VECTORS / "format-1" / "plain"
        said = self.run_reader(locked, "--passphrase-fd", 0, "--toml", "--only", "profile.toml")
        self.assertEqual(said.stdout, (plain / "profile.toml").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            out = pathlib.Path(folder, "out")
            self.run_reader(locked, "--passphrase-fd", 0, "--out", out)
            self.assertEqual((out / "practices.toml").read_bytes(),
                             (plain / "practices.toml").read_bytes())
            again = self.run_reader(locked, "--passphrase-fd", 0, "--out", out)
            self.assertEqual(again.returncode, 3)  # nothing is written over


if __name__ == "__main__":
    unittest.main()
