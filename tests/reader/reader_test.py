"""The reader of tests/reader over all frozen files: what it says of each is what the tables say."""

import base64
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import tomllib
import unittest

import make_malformed
import reader

HERE = pathlib.Path(__file__).resolve().parent
VECTORS = HERE.parent / "data" / "vectors"
KEY = bytes(range(0xA0, 0xC0))
PASSPHRASE = "a grey héron at noon"
CODE = "abcde-fghij-kmnpq-rstuv-wxyz2-34567"
SECOND = "two herons, one pond"
LATER_CODE = "abcde-fghij-kmnpq-rstuv-wxyz2-345zq"


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

    def test_several_ways_in_open_the_same_journal(self):
        place = VECTORS / "format-2" / "locked"
        for opener in (PASSPHRASE, SECOND, LATER_CODE, LATER_CODE.upper(), bytes(range(32))):
            locked = opened(place, opener)
            self.assertEqual(locked.said, [])
            self.assertEqual(locked.key, KEY)
            self.assertEqual(len(locked.documents["checkins/2026-11.toml"]["checkin"]), 6)
            known = locked.documents[".history/generations.toml"]
            self.assertEqual((known["counter"], len(known["file"])), (3, 4))
        for opener in (CODE, SECOND + " ", bytes(range(1, 33))):
            with self.assertRaises(reader.NotThePassphrase):
                opened(place, opener)

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


class Costs(unittest.TestCase):
    def locks(self, *costs):
        first, *others = (make_malformed.box(passes=str(passes), memory_kib=str(kib))
                          for passes, kib in costs)
        further = [f'kind = "passphrase"\nname = "{i}"\n{box}' for i, box in enumerate(others)]
        return make_malformed.lock_file("format = 2\n", further, passphrase=first)

    def test_every_price_that_the_program_sets_is_taken(self):
        # The highest price and two more, and the usual one twice and one more.
        for costs in ([(6, 262144), (3, 65536), (3, 65536)],
                      [(3, 262144), (3, 262144), (3, 65536)]):
            self.assertEqual(len(reader.read_lock(self.locks(*costs), [])[1]), 3)

    def test_more_than_that_is_refused_before_any_work(self):
        with self.assertRaises(reader.Wrong):
            reader.read_lock(self.locks((6, 262144), (3, 262144)), [])


class WrongStates(unittest.TestCase):
    """Whole files in the wrong places of a journal."""

    def said_after(self, change, journal="format-1"):
        files, _ = reader.read_folder(VECTORS / journal / "locked")
        change(files)
        said = []
        key, _ = reader.unlock(files, PASSPHRASE, said)
        return words(reader.Journal(files, said, key).said)

    def test_an_older_file_is_told(self):
        def put_back(files):
            files["checkins/2026-11.toml"] = files[".history/versions/checkins/2026-11/000006.toml"]
        self.assertEqual(self.said_after(put_back), ["older"])

    def test_another_file_of_the_same_number_is_told(self):
        def exchange(files):
            text = make_malformed.with_mark("format = 1\n", 0)
            files["profile.toml"] = make_malformed.outer(
                make_malformed.envelope(text, place="profile.toml", number=1))
        self.assertEqual(self.said_after(exchange, "format-2"), ["exchanged"])

    def test_a_lock_from_before_is_told(self):
        def put_back(files):
            earlier = make_malformed.lock_file(passphrase=make_malformed.box())
            files["lock.toml"] = files[".history/lock.toml"] = earlier
        self.assertEqual(self.said_after(put_back, "format-2"), ["older-lock"])

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


class CutOffChanges(unittest.TestCase):
    """A change of the lock that was cut off after its mark: here, of taking it off."""

    def settled(self, before=None, after=b"format = 1\n", told=None):
        named = {"profile.toml": hashlib.blake2b(told or after, digest_size=32).hexdigest()}
        rows = "".join(f'\n[[file]]\nname = "{name}"\nhash = "{told}"\n'
                       for name, told in named.items())
        files = {"lock.toml": b"", ".history/lock.toml": b"",
                 ".locking/ready.toml": make_malformed.with_mark(
                     'format = 1\nlocked = false\nbefore = "0123456789abcdef"\nafter = ""\n' + rows,
                     len(named))}
        if before:
            files["profile.toml"] = before
        if after:
            files[".locking/new/profile.toml"] = after
        said = []
        return reader.settle(files, said), words(said)

    def test_one_that_holds_is_read_as_it_was_meant(self):
        files, said = self.settled(b"old")
        self.assertEqual(files, {"profile.toml": b"format = 1\n"})
        self.assertEqual(said, ["unfinished"])

    def test_what_is_in_place_already_counts(self):
        files, said = self.settled(b"format = 1\n", after=b"", told=b"format = 1\n")
        self.assertEqual(files, {"profile.toml": b"format = 1\n"})
        self.assertEqual(said, ["unfinished"])

    def test_one_that_does_not_hold_is_not_believed(self):
        for after in (b"", b"another"):
            files, said = self.settled(b"old", after=after, told=b"format = 1\n")
            self.assertEqual(files["profile.toml"], b"old")
            self.assertIn("lock.toml", files)
            self.assertEqual(said, ["mark"])

    def test_without_a_mark_it_is_nothing(self):
        files = {"profile.toml": b"old", ".locking/new/profile.toml": b"new"}
        self.assertEqual(reader.settle(files, []), {"profile.toml": b"old"})


class OtherPeoplesValues(unittest.TestCase):
    """Whatever stands in a file is told; nothing ends the reader."""

    VALUES = (b"1", b'"x"', b"[]", b"{}", b"true", b"2026-11-20", b"1.5", b"[{}]", b'[["a"]]')

    def test_every_value_of_every_file_may_be_another(self):
        folder = VECTORS / "format-1" / "plain"
        files = {name: (folder / name).read_bytes() for name in
                 ("profile.toml", "practices.toml", "answers/seven-steps.toml",
                  "checkins/2026-11.toml")}
        for name, raw in files.items():
            for changed in self.changed(raw):
                reader.Journal({name: changed})
        for changed in self.changed(dict(make_malformed.later_lock_files())["further-ways"]):
            try:
                reader.read_lock(changed, [])
            except reader.Wrong:
                pass
            reader.Journal({"lock.toml": changed}, key=KEY)

    def test_so_may_those_of_the_list_and_of_the_mark(self):
        rows = '\n[[file]]\nname = "profile.toml"\nsaves = 3\nhash = "b"\n'
        told = make_malformed.with_mark(
            'format = 1\ncounter = 4\nlock = 2\nways = "x"\n' + rows, 1)
        place = ".history/generations.toml"
        for changed in self.changed(told):
            sealed = make_malformed.outer(make_malformed.envelope(changed, place=place))
            reader.Journal({place: sealed, "lock.toml": b"format = 1\n#: end 0\n"}, key=KEY)
        mark = make_malformed.with_mark(
            'format = 1\nlocked = true\nbefore = ""\nafter = "a"\n' + rows, 1)
        for changed in self.changed(mark):
            reader.settle({".locking/ready.toml": changed, ".locking/new/a": b""}, [])

    def changed(self, raw):
        lines = raw.split(b"\n")
        for number, line in enumerate(lines):
            if b" = " in line:
                for value in self.VALUES:
                    key = line.split(b" = ")[0]
                    yield b"\n".join([*lines[:number], key + b" = " + value, *lines[number + 1:]])
            if line.startswith(b"[["):
                yield b"\n".join([*lines[:number], line[1:-1], *lines[number + 1:]])


class KeyFiles(unittest.TestCase):
    SECRET = bytes(range(32))

    def text(self):
        line = "rekindle-key-1 " + base64.b64encode(self.SECRET).decode()
        return f"# A comment.\n{line} {reader.short_hash(line.encode())}\n"

    def test_one_is_read_whatever_its_line_ends_are(self):
        for text in (self.text(), self.text().replace("\n", "\r\n"), self.text() + "more\n"):
            self.assertEqual(reader.key_of_file(text.encode()), self.SECRET)

    def test_what_is_none_and_what_is_damaged_are_told_apart(self):
        changed = self.text().replace("AAEC", "AAED")
        for text, word in (("", "no-key-file"), ("AAAA", "no-key-file"),
                           (self.text()[:60], "damaged"), (changed, "damaged")):
            with self.assertRaises(reader.Wrong) as told:
                reader.key_of_file(text.encode())
            self.assertEqual(told.exception.word, word)

    def test_it_opens_the_way_that_was_made_for_it(self):
        files = dict(make_malformed.later_lock_files())
        said = []
        key, way = reader.open_lock(files["further-ways"], self.SECRET, said)
        self.assertEqual((key, way, said), (KEY, "key-file", []))
        with self.assertRaises(reader.NotThePassphrase):
            reader.open_lock(files["further-ways"], bytes(32), said)
        with self.assertRaises(reader.NotThePassphrase):
            reader.open_lock(files["signed"], self.SECRET, said)


class RecoveryCodes(unittest.TestCase):
    # By the rule of FORMAT.md, worked out by another program.
    WHOLE = "ysjzs-2kudh-izq56-ht8gb-4au4m-89t3b"

    def test_check_signs_fit_a_whole_code_and_none_with_a_slip(self):
        code = reader.code_of(self.WHOLE)
        self.assertTrue(reader.check_fits(code))
        for place in range(30):
            for sign in reader.SIGNS.encode():
                wrong = bytearray(code)
                wrong[place] = sign
                self.assertEqual(reader.check_fits(bytes(wrong)), bytes(wrong) == code)
        for place in range(29):
            wrong = bytearray(code)
            wrong[place], wrong[place + 1] = code[place + 1], code[place]
            self.assertEqual(reader.check_fits(bytes(wrong)), bytes(wrong) == code)

    def test_what_is_no_code_is_none(self):
        for typed in ("", self.WHOLE[:-1], self.WHOLE + "a", self.WHOLE.replace("s", "0")):
            self.assertIsNone(reader.code_of(typed))


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
