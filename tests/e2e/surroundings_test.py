"""Folders, links, names and words that somebody put there to do harm, or by bad luck."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from support import journal
from support.commands import CommandCase
from support.program import PROGRAM

ESCAPE = "\x1b]0;gone\x07\x1b[2J\x9b31m"  # sets a title, wipes the screen, turns red
NOBODY = 65534
TODAY = "2026-11-21"


def note_of(data):
    return journal.checkins(data)[0].get("note")


class Links(CommandCase):
    def test_a_journal_behind_a_link_is_a_journal_like_any_other(self):
        real = self.home / "elsewhere"
        real.mkdir(mode=0o700)
        self.data.symlink_to(real)
        self.run_program("checkin", "--note", "first")
        self.run_program("checkin", "--note", "second")
        self.assertTrue(self.data.is_symlink())
        self.assertEqual(note_of(real), "second")
        self.assertEqual(journal.open_to_others(real), [])
        self.run_program("check")

    def test_a_file_behind_a_link_is_replaced_where_it_lies(self):
        self.run_program("checkin", "--note", "first")
        month = self.data / "checkins" / "2026-11.toml"
        real = self.home / "synced.toml"
        before = month.read_bytes()
        month.rename(real)
        month.symlink_to(real)
        self.run_program("checkin", "--note", "second")
        self.assertTrue(month.is_symlink())
        self.assertIn(b"second", real.read_bytes())
        versions = (self.data / ".history" / "versions").rglob("*.toml")
        self.assertIn(before, [version.read_bytes() for version in versions])

    def test_links_that_lead_in_circles_or_nowhere_are_said_and_left_alone(self):
        self.data.symlink_to(self.data)
        for command in (["checkin", "--mood", "4"], ["show"], ["check"]):
            self.assert_sentence(self.run_program(*command, code=3), str(self.data))
        self.data.unlink()
        self.run_program("checkin", "--date", "2026-10-01", "--mood", "4")
        for target in ("2026-11.toml", "nowhere.toml"):
            month = self.data / "checkins" / "2026-11.toml"
            month.symlink_to(target)
            self.assert_sentence(self.run_program("checkin", "--mood", "4", code=3), str(month))
            self.run_program("check", code=1)
            self.assertEqual(os.readlink(month), target)
            self.assertFalse((self.data / "checkins" / "nowhere.toml").exists())
            month.unlink()
        self.run_program("check")

    def test_folders_that_are_links_lead_elsewhere_and_harm_nothing_there(self):
        self.run_program("checkin", "--date", "2026-10-01", "--note", "before")
        elsewhere = self.home / "elsewhere"
        (elsewhere / ".history").mkdir(parents=True)
        (self.data / "checkins").rename(elsewhere / "checkins")
        for name in ("checkins", ".history"):
            (self.data / name).symlink_to(elsewhere / name)
        precious = elsewhere / ".history" / "precious.toml"
        precious.write_text("mine")
        for day in range(1, 4):
            self.run_program("checkin", "--note", f"day {day}",
                             environment={"REKINDLE_NOW": f"2026-11-{day:02}T20:00"})
        self.assertTrue((self.data / "checkins").is_symlink())
        self.assertEqual(len(journal.checkins(elsewhere)), 3)
        self.assertEqual(precious.read_text(), "mine")
        # The person's own folders may be links, the program's history is written through none.
        self.assertEqual(os.listdir(elsewhere / ".history"), ["precious.toml"])
        self.assertIn(b".history:1: This is a link", self.run_program("check", code=1))

    def test_links_laid_where_the_program_writes_are_not_followed(self):
        """By somebody who may write into the folder and would have a file of ours overwritten."""
        self.run_program("checkin", "--date", "2026-10-01", "--note", "before")
        precious = self.home / "precious"
        precious.mkdir()
        (precious / "file").write_text("mine")
        history = self.data / ".history"
        shutil.rmtree(history, ignore_errors=True)
        (history / "backups").mkdir(parents=True)
        (history / "backups" / ".new").symlink_to(precious)
        (history / "backups" / "000001_2020-01-01_day").mkdir()
        laid = history / "backups" / "000002_2020-01-01_day"
        laid.symlink_to(precious)
        for number in range(3, 22):
            (history / "backups" / f"{number:06}_2026-10-{number:02}_day").mkdir()
        self.run_program("checkin", "--note", "after")
        self.assertEqual([path.name for path in precious.iterdir()], ["file"])
        self.assertEqual((precious / "file").read_text(), "mine")
        kept = history / "backups" / "000022_2026-11-21_day" / "checkins" / "2026-10.toml"
        self.assertIn("before", kept.read_text())

    def test_a_link_for_the_lock_opens_nothing_and_keeps_nobody_from_saving(self):
        self.run_program("checkin", "--date", "2026-10-01", "--mood", "4")
        lock = self.data / ".lock"
        target = self.home / "target"
        lock.unlink()
        lock.symlink_to(target)
        self.run_program("checkin", "--mood", "5")
        self.assertFalse(target.exists())
        self.assertTrue(lock.is_file() and not lock.is_symlink())


class Names(CommandCase):
    def test_nothing_that_steers_a_terminal_is_printed(self):
        note = f"a note {ESCAPE} with more"
        self.run_program("checkin", "--note", "-", text=note.encode())
        (self.data / f"{ESCAPE.replace('/', '')}.toml").write_text("x = 1\n")
        (self.data / "workbooks").mkdir()
        (self.data / "workbooks" / f"own{ESCAPE}.toml").write_text("id = ???\n")
        odd = self.home / f"odd{ESCAPE}"
        for result in (self.ask("show"), self.ask("check"), self.ask("where"),
                       self.ask("show", "--date", f"2026-{ESCAPE}"),
                       self.ask("checkin", "--feel", f"{ESCAPE}=3"),
                       self.ask("checkin", "--mood", ESCAPE),
                       self.ask("checkin", "--person", ESCAPE, "--mood", "3"),
                       self.ask("import", "--format", "csv", str(odd)),
                       self.ask("restore", str(odd)), self.ask("lint", str(odd)),
                       self.ask("backup", "--out", str(odd / "a.tar")),
                       self.ask("export", "--format", "md", "--out", str(odd)),
                       self.ask("shot", "--screen", ESCAPE, "--out", str(odd / "a.png")),
                       self.ask("show", data=odd), self.ask("checkin", "--mood", "3", data=odd)):
            for said in (result.stdout, result.stderr):
                for byte in (b"\x1b", b"\x07", b"\xc2\x9b"):
                    self.assertNotIn(byte, said, result.args[3:])
        shown = self.run_program("show", "--date", TODAY, "--field", "note")
        self.assertEqual(shown, note.encode())  # asked for byte for byte

    def test_ids_written_by_hand_lead_nowhere(self):
        """Of those that could stand in a path none may have a dot, a slash or worse."""
        profile = self.data / "profile.toml"
        profile.parent.mkdir()
        for id_ in ("../../evil", "/etc/evil", "a\\u001b[2J", "a\\n"):
            for table in ("person", "scale"):
                with self.subTest(id=id_, table=table):
                    profile.write_text(f'format = 1\n[[{table}]]\nid = "{id_}"\ntitle = "x"\n'
                                       '#: end 1\n')
                    self.assertIn(b"profile.toml:3:", self.run_program("check", code=1))
        profile.write_text('format = 1\nworkbook = "../../evil"\n#: end 0\n')
        answers = self.data / "answers"
        answers.mkdir()
        for name in ("..toml", "a b.toml", "a\n.toml", "A.toml"):
            (answers / name).write_text("format = 1\n#: end 0\n")
        self.run_program("checkin", "--mood", "4")
        self.assertEqual(self.run_program("check", code=1).count(b"not part of the journal"), 3)
        self.assertEqual([path.name for path in self.home.iterdir()], ["journal"])
        self.assertEqual(len(list(answers.iterdir())), 4)

    def test_content_of_ones_own_cannot_name_a_path(self):
        own = self.data / "workbooks" / "own.toml"
        own.parent.mkdir(parents=True)
        whole = (pathlib.Path(__file__).resolve().parents[2] / "content").glob("*.toml")
        source = next(file for file in sorted(whole) if file.name == "seven-steps.toml")
        for id_ in ("../../evil", "a b"):
            own.write_text(source.read_text().replace('id = "seven-steps"', f'id = "{id_}"', 1))
            with self.subTest(id=id_):
                self.assertIn(b"own.toml:", self.run_program("check", code=1))
                self.assertNotIn(id_.encode(), self.ask("workbooks").stdout)

    def test_what_is_written_is_no_markup_in_what_is_exported(self):
        note = ('<script>alert(1)</script> <img src=x onerror=y> [a](javascript:b) ![c](http://d)\n'
                '</blockquote> &lt; "quoted" \n# heading\n| a | b |\n\x1b[2J')
        self.run_program("checkin", "--note", "-", "--event", "own:<b>bold</b>", text=note.encode())
        page = self.run_program("export", "--format", "html").decode()
        for tag in ("<script", "<img", "<b>", "href=", "src=", "\x1b"):
            self.assertNotIn(tag, page.replace("&lt;img src=x", ""))
        self.assertEqual(page.count("<blockquote"), page.count("</blockquote>"))
        text = self.run_program("export", "--format", "md").decode()
        self.assertEqual(re.findall(r"(?<!\\)[<\[|]|> #|\x1b", text), [])

    def test_a_wrong_argument_steers_no_terminal(self):
        for wrong in (ESCAPE, f"--{ESCAPE}"):
            said = self.run_program(wrong, code=2)
            self.assertNotIn(b"\x1b", said)


class Rights(CommandCase):
    def setUp(self):
        super().setUp()
        if os.geteuid() == 0 and not self.can_run_as_nobody():
            self.skipTest("nobody else can run the program where it lies")

    def can_run_as_nobody(self):
        try:
            return subprocess.run([str(PROGRAM), "--version"], user=NOBODY, group=NOBODY,
                                  extra_groups=[], check=False, capture_output=True,
                                  env=self.environment()).returncode == 0
        except OSError:
            return False

    def as_other(self):
        """Whoever is bound by rights: we, or nobody where we are root."""
        return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}

    def test_a_folder_in_which_nothing_may_be_written_is_read(self):
        self.run_program("checkin", "--note", "words")
        before = self.files()
        for path in (self.home, self.data, *self.data.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        self.addCleanup(subprocess.run, ["chmod", "-R", "u+rwX", str(self.home)], check=False)
        other = self.as_other()
        self.assertIn(b"words", self.run_program("show", **other))
        self.run_program("check", **other)
        self.assertIn(b"words", self.run_program("export", "--format", "csv", **other))
        self.assert_sentence(self.run_program("checkin", "--mood", "4", code=3, **other))
        self.assertEqual(self.files(), before)

    def test_a_folder_that_may_not_be_read_is_said_and_not_taken_for_empty(self):
        self.run_program("checkin", "--note", "words")
        self.home.chmod(0o755)
        self.data.chmod(0)
        self.addCleanup(self.data.chmod, 0o700)
        other = self.as_other()
        for command in (["show"], ["check"], ["export", "--format", "csv"],
                        ["checkin", "--mood", "4"]):
            with self.subTest(command=command):
                self.assert_sentence(self.run_program(*command, code=3, **other), str(self.data))

    def test_a_home_that_cannot_be_written_is_said(self):
        self.home.chmod(0o555)
        self.addCleanup(self.home.chmod, 0o700)
        other = self.as_other()
        said = self.run_program("checkin", "--mood", "4", data=None, code=3, **other)
        self.assert_sentence(said, str(self.home))
        self.assertIn(b"no entry", self.run_program("show", data=None, **other))

    def test_root_who_helps_takes_nothing_from_its_owner(self):
        if os.geteuid() != 0:
            self.skipTest("only root can")
        self.run_program("checkin", "--note", "theirs")
        for path in (self.data, *self.data.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        self.run_program("checkin", "--note", "with help")
        self.run_program("checkin", "--date", "2026-10-01", "--mood", "4")
        others = [path for path in self.data.rglob("*") if path.lstat().st_uid != NOBODY]
        self.assertEqual(others, [])
        self.home.chmod(0o755)
        self.run_program("checkin", "--note", "theirs again", **self.as_other())


class FullDisk(CommandCase):
    """A small disk of its own, where the system lets a test have one."""

    def setUp(self):
        super().setUp()
        self.disk = self.home / "disk"
        self.disk.mkdir()
        self.data = self.disk / "journal"
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k,mode=700", "none",
                                  str(self.disk)], check=False, capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", str(self.disk)], check=False)

    def fill(self, leave):
        """Fills the disk up to so many pages and returns the file that does."""
        filler = self.disk / "filler"
        with open(filler, "wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
            file.truncate(max(0, (filler.stat().st_size // 4096 - leave)) * 4096)
        return filler

    def test_page_by_page_a_save_is_made_or_refused_and_the_old_words_stand(self):
        self.run_program("checkin", "--note", "before")
        made = []
        for leave in (0, 1, 2, 3, 5, 8, 11):
            filler = self.fill(leave)
            result = self.ask("checkin", "--note", f"with {leave} pages " + "x" * 3000)
            month = (self.data / "checkins" / "2026-11.toml").read_text()
            if result.returncode == 0:
                made.append(leave)
                self.assertIn(f"with {leave} pages", month)
            else:
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assert_sentence(result.stderr)
                self.assertNotIn(f"with {leave} pages", month)
            self.run_program("check")
            filler.unlink()
            self.run_program("checkin", "--note", "before")
        self.assertIn(11, made)
        self.assertNotIn(0, made)


class FullOutput(CommandCase):
    """`show >/dev/full` and the like: no abort, and never 0 when what was asked for is lost."""

    def test_what_cannot_be_printed_is_a_failure_with_a_sentence(self):
        self.run_program("checkin", "--note", "-", text=b"x" * 20000)
        for command in (["show"], ["show", "--field", "note"], ["workbooks"], ["check"], ["where"]):
            with self.subTest(command=command), open("/dev/full", "wb") as full:
                result = subprocess.run([str(PROGRAM), "--data", str(self.data), *command],
                                        stdin=subprocess.DEVNULL, stdout=full,
                                        stderr=subprocess.PIPE, env=self.environment(),
                                        check=False, timeout=60)
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assert_sentence(result.stderr)


if __name__ == "__main__":
    unittest.main()
