"""What is given to commands that is nothing: an empty value, an empty pipe. Needs no display."""

import datetime
import os
import re
import subprocess
import unittest

from support import journal
from support.commands import CommandCase
from support.program import PROGRAM

TODAY = datetime.date(2026, 11, 21)
# What a command cannot do without: an empty value of another option is what is looked at.
NEEDED = {"export": [["--format", "csv"]], "import": [["--format", "csv"], ["x.csv"]],
          "shot": [["--screen", "help"], ["--out", "x.png"]]}


class Values(CommandCase):
    def commands(self):
        """The names that --help lists."""
        text = self.run_program("--help", data=None).decode()
        names = re.findall(r"^  ([a-z]+) ", text.split("Subcommands:")[1], re.MULTILINE)
        self.assertGreater(len(names), 12)
        return names

    def options(self, *command):
        """The options that take a value, by the help: those with a type behind them."""
        text = self.run_program(*command, "--help", data=None).decode()
        return re.findall(r"^  (--[a-z-]+) (?=[A-Z])(?!Excludes:)", text, re.MULTILINE)

    def test_an_empty_value_is_a_usage_error_for_every_option_of_every_command(self):
        self.run_program("checkin", "--mood", "6", "--note", "Some words.")
        before = self.files()
        seen = 0
        for command in [None, *self.commands()]:
            named = [command] if command else []
            for option in self.options(*named):
                needed = [word for pair in NEEDED.get(command, []) if pair[0] != option
                          for word in pair]
                for given in ([option, ""], [f"{option}="]):
                    with self.subTest(command=command, given=given):
                        said = self.run_program(*named, *needed, *given, data=None, code=2)
                        self.assert_sentence(said)
                        self.assertIn(option, said.decode())
                        seen += 1
        self.assertGreater(seen, 50)  # two forms of each
        self.assertEqual(self.files(), before)

    def test_an_empty_value_changes_nothing_beside_others_that_are_good(self):
        self.run_program("checkin", "--mood", "6", "--note", "Some words.")
        before = self.files()
        for wrong in (["--mood", "4", "--date", ""], ["--date=", "--mood", "4"],
                      ["--mood", "4", "--time", ""], ["--mood", "4", "--person", ""],
                      ["--trust", "4", "--mood", ""], ["--mood", "4", "--feel", ""],
                      ["--mood", "4", "--event", ""], ["--mood", "4", "--note", ""]):
            with self.subTest(wrong=wrong):
                self.run_program("checkin", *wrong, code=2)
        for wrong in (["show", "--date", ""], ["show", "--field", ""], ["import", "--format",
                      "csv", ""], ["export", "--format", "md", "--out", ""],
                      ["export", "--format", "md", "--from", ""], ["restore", ""], ["merge", ""],
                      ["lint", ""], ["backup", "--out="], ["lock", ""]):
            with self.subTest(wrong=wrong):
                self.run_program(*wrong, code=2)
        self.assertEqual(self.files(), before)

    def test_words_that_look_like_an_option_without_a_value_are_words(self):
        self.run_program("checkin", "--note", "--mood=")
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], "--mood=")


class Notes(CommandCase):
    def note(self):
        return self.run_program("show", "--date", "2026-11-21", "--field", "note").decode()

    def test_an_empty_pipe_changes_no_note(self):
        self.run_program("checkin", "--note", "Half an hour of words.")
        before = self.files()
        for nothing in (b"", b" ", b"\n", b" \t\r\n\n"):
            with self.subTest(nothing=nothing):
                said = self.run_program("checkin", "--note", "-", text=nothing, code=2)
                self.assert_sentence(said, "standard input")
                self.run_program("checkin", "--mood", "9", "--note", "-", text=nothing, code=2)
        self.run_program("checkin", "--note", "  ", code=2)
        self.assertEqual(self.files(), before)

    def test_a_note_in_another_encoding_is_called_that_and_one_without_end_is_refused(self):
        for text, name in (("Tea.\n".encode("utf-16"), b"UTF-16"),
                           ("A long walk.\n".encode("utf-16-le"), b"UTF-16"),
                           ("T\u00e9.\n".encode("latin-1"), b"Latin-1")):
            with self.subTest(name=name):
                said = self.run_program("checkin", "--note", "-", text=text, code=2)
                self.assertIn(name, said)
        result = subprocess.run(["bash", "-c", f"yes | '{PROGRAM}' --data journal checkin --note -"],
                                cwd=self.home, env=self.environment(), capture_output=True,
                                check=False, timeout=60)
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn(b"longer than one entry", result.stderr)
        self.assertEqual(journal.checkins(self.data), [])

    def test_standard_input_that_cannot_be_read_changes_no_note(self):
        self.run_program("checkin", "--note", "Half an hour of words.")
        folder = os.open(self.home, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        result = subprocess.run([str(PROGRAM), "--data", str(self.data), "checkin", "--note", "-"],
                                stdin=folder, capture_output=True, check=False, timeout=60,
                                env=self.environment())
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(self.note(), "Half an hour of words.")

    def test_a_note_that_replaces_another_says_where_that_one_is(self):
        self.run_program("checkin", "--note", "Words of the morning.")
        result = self.ask("checkin", "--note", "Words of the evening.")
        self.assertEqual(result.returncode, 0)
        self.assertIn(b"Words of the evening.", result.stdout)
        said = result.stderr.decode()
        self.assertIn("replaced", said)
        kept = said.strip().rsplit(" ", 1)[1]
        self.assertEqual([entry["note"] for entry in journal.read(kept)["checkin"]],
                         ["Words of the morning."])

    def test_a_note_that_goes_on_or_stays_the_same_replaces_nothing(self):
        self.run_program("checkin", "--note", "Words of the morning.")
        for note in ("Words of the morning.", "Words of the morning. And more."):
            self.assertEqual(self.ask("checkin", "--note", note).stderr, b"")
        self.assertEqual(self.ask("checkin", "--new", "--note", "Other.").stderr, b"")

    def test_a_note_is_taken_away_only_on_purpose_and_is_kept(self):
        self.run_program("checkin", "--mood", "6", "--note", "Words of the morning.")
        said = self.ask("checkin", "--no-note").stderr.decode()
        self.assertEqual(self.note(), "")
        self.assertEqual(journal.checkin_of(self.data, TODAY)["mood"], 6)
        kept = said.strip().rsplit(" ", 1)[1]
        self.assertEqual(journal.read(kept)["checkin"][0]["note"], "Words of the morning.")
        self.run_program("checkin", "--no-note", "--note", "x", code=2)
        self.run_program("checkin", "--no-note", "--date", "2026-11-19")
        self.assertEqual(len(journal.checkins(self.data)), 1)

    def test_a_locked_journal_says_where_the_note_is_as_well(self):
        self.run_program("checkin", "--note", "Words of the morning.")
        self.locked("lock", "on")
        said = self.locked("checkin", "--note", "Words of the evening.")
        self.assertIn(b"/.history/versions/", said)

    def locked(self, *arguments):
        ends = os.pipe()
        os.write(ends[1], b"five brown bread rolls\n")
        os.close(ends[1])
        result = self.ask(*arguments, "--passphrase-fd", str(ends[0]), pass_fds=(ends[0],))
        os.close(ends[0])
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stderr


if __name__ == "__main__":
    unittest.main()
