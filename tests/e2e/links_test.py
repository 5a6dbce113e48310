"""Links and modes that somebody else set, and bringing back without a trace: no place outside the
journal is read, written or deleted. Needs no display."""

import os
import signal
import subprocess
import threading
import time
import unittest

from support.commands import CommandCase
from support.program import PROGRAM

OTHER = 65534
PASSPHRASE = b"four plain garden words\n"
NOTE = "walked along the quiet canal"


class Locked(CommandCase):
    def run_locked(self, *arguments, code=0):
        """A command that is given the passphrase, on standard input."""
        return self.run_program("--passphrase-fd", "0", *arguments, code=code, text=PASSPHRASE)

    def setUp(self):
        super().setUp()
        self.run_program("checkin", "--mood", "4", "--note", NOTE)
        self.run_program("backup", "--out", str(self.home / "plain.tar"))
        self.run_locked("lock", "on")

    def holding(self, words):
        """The files below the journal's folder in which these words stand."""
        return [name for name, held in self.files().items() if words.encode() in held]

    def test_bringing_back_that_is_killed_leaves_nothing_plain(self):
        reader, writer = os.pipe()  # nobody types: the program waits for the passphrase
        with subprocess.Popen([str(PROGRAM), "--data", str(self.data), "--passphrase-fd",
                               str(reader), "restore", str(self.home / "plain.tar")],
                              env=self.environment(), pass_fds=[reader], cwd=self.home,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
            time.sleep(0.7)
            self.assertIsNone(program.poll())
            self.assertEqual(self.holding(NOTE), [])
            program.send_signal(signal.SIGKILL)
        os.close(reader)
        os.close(writer)
        self.assertEqual(self.holding(NOTE), [])

    def test_what_is_set_aside_to_bring_something_back_is_sealed(self):
        month = self.data / "checkins" / "2026-11.toml"
        month.write_text("words that somebody put here, plain and broken [")
        said = self.run_locked("restore", str(self.home / "plain.tar"))
        self.assertIn(b"Set aside", said)
        self.assertEqual(self.holding("words that somebody"), [])
        self.assertIn(NOTE.encode(), self.run_locked("show"))

    def test_what_an_earlier_version_unpacked_goes_with_the_next_command(self):
        left = self.data / ".history" / ".restoring" / "checkins"
        left.mkdir(parents=True)
        (left / "2026-11.toml").write_text(NOTE)
        self.assertIn(b".restoring", self.run_program("where"))
        self.run_locked("show")
        self.assertEqual(self.holding(NOTE), [])
        self.assertFalse(left.parent.exists())


    def test_a_locked_archive_makes_a_locked_journal_where_there_is_none(self):
        self.run_locked("backup", "--out", str(self.home / "locked.tar"))
        emptied = self.data  # this computer remembers that it was locked
        subprocess.run(["rm", "-r", str(self.data)], check=True)
        for folder in (emptied, self.home / "new"):
            with self.subTest(folder=str(folder)):
                self.data = folder
                said = self.run_locked("restore", "--dry-run", str(self.home / "locked.tar"))
                self.assertIn(b"would be locked", said)
                self.assertFalse(folder.exists())
                said = self.run_locked("restore", str(self.home / "locked.tar"))
                self.assertIn(b"It is locked", said)
                self.assertEqual(self.holding(NOTE), [])
                for name in ("lock.toml", ".history/lock.toml"):
                    self.assertTrue((folder / name).is_file())
                self.assertIn(NOTE.encode(), self.run_locked("show"))
                self.run_locked("restore", str(self.home / "locked.tar"))

    def test_where_a_locked_archive_becomes_plain_it_is_said(self):
        self.run_locked("backup", "--out", str(self.home / "locked.tar"))
        self.data = self.home / "plain"
        self.run_program("checkin", "--date", "2026-11-01", "--mood", "3")
        said = self.run_locked("restore", str(self.home / "locked.tar"))
        self.assertIn(b"plain text here", said)


class BringingBack(CommandCase):
    def test_two_at_once_both_end_and_the_journal_is_that_of_one_of_them(self):
        for number in (1, 2):
            folder = self.home / f"from-{number}"
            for day in range(1, 10):
                self.run_program("checkin", "--date", f"2026-11-0{day}", "--note",
                                 f"of {number}", data=folder)
            self.run_program("backup", "--out", str(self.home / f"{number}.tar"), data=folder)
        self.run_program("checkin", "--note", "mine")
        codes = {}

        def bring_back(number):
            codes[number] = self.ask("restore", str(self.home / f"{number}.tar")).returncode

        threads = [threading.Thread(target=bring_back, args=(number,)) for number in (1, 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(codes, {1: 0, 2: 0})
        self.run_program("check")
        told = self.run_program("export", "--format", "csv").decode()
        self.assertEqual({told.count("of 1"), told.count("of 2")}, {0, 9})
        self.assertFalse((self.data / ".history" / ".restoring").exists())


class Links(CommandCase):
    def setUp(self):
        super().setUp()
        self.run_program("checkin", "--note", "words")
        self.outside = self.home / "outside"
        self.outside.mkdir()
        (self.outside / "theirs.toml").write_text("theirs")

    def assert_untouched(self):
        self.assertEqual([path.name for path in self.outside.rglob("*")], ["theirs.toml"])
        self.assertEqual((self.outside / "theirs.toml").read_text(), "theirs")

    def test_where_the_history_is_a_link_words_are_saved_and_it_is_said(self):
        subprocess.run(["rm", "-rf", str(self.data / ".history")], check=True)
        (self.data / ".history").symlink_to(self.outside)
        self.run_program("checkin", "--date", "2026-11-01", "--note", "later")
        self.assertIn(b"later", self.run_program("show", "--date", "2026-11-01"))
        self.assertIn(b"link", self.run_program("check", code=1))
        self.assert_untouched()

    def test_forgetting_deletes_links_and_nothing_behind_them(self):
        subprocess.run(["rm", "-rf", str(self.data / ".history")], check=True)
        (self.data / ".history").symlink_to(self.outside)
        (self.data / ".locking").symlink_to(self.outside)
        self.run_program("forget", text=b"forget\n")
        self.assertFalse((self.data / ".history").is_symlink())
        self.assertFalse((self.data / ".locking").is_symlink())
        self.assert_untouched()

    def test_no_export_goes_through_a_link_of_another(self):
        if os.geteuid() != 0:
            self.skipTest("only root can give a link to somebody else")
        shared = self.home / "shared"
        shared.mkdir()
        shared.chmod(0o1777)
        (shared / "out").symlink_to(self.outside / "theirs.toml")
        os.chown(shared / "out", OTHER, OTHER, follow_symlinks=False)
        for command in (["export", "--format", "csv"], ["backup"], ["shot", "--screen", "help"]):
            for force in ([], ["--force"]):
                with self.subTest(command=command, force=force):
                    self.run_program(*command, *force, "--out", str(shared / "out"), code=2)
        self.assert_untouched()


class Modes(CommandCase):
    def setUp(self):
        super().setUp()
        self.run_program("checkin", "--note", "words")
        self.run_program("checkin", "--date", "2026-10-01", "--note", "words")

    def open_to_others(self):
        return [path for path in (self.data, *self.data.rglob("*"))
                if path.lstat().st_mode & 0o077]

    def open_all(self):
        for path in (self.data, *self.data.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)

    def test_what_was_open_is_closed_by_any_command_and_said_once(self):
        for command in (["show"], ["check"], ["backup", "--out", "-"], ["checkin", "--mood", "3"]):
            with self.subTest(command=command):
                self.open_all()
                first = self.ask(*command)
                self.assertEqual(first.returncode, 0, first.stderr)
                self.assertEqual(first.stderr.count(b"other accounts"), 1, first.stderr)
                self.assertEqual(self.open_to_others(), [])
                self.assertNotIn(b"other accounts", self.ask("check").stderr)

    def test_a_folder_above_that_everybody_can_write_in_is_a_problem(self):
        self.home.chmod(0o777)
        self.addCleanup(self.home.chmod, 0o700)
        said = self.run_program("check", code=1)
        self.assertIn(b"Other accounts can write", said)
        self.assertIn(b"words", self.run_program("show", "--date", "2026-10-01"))


if __name__ == "__main__":
    unittest.main()
