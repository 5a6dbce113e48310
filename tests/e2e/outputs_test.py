"""Where commands write what was asked for, and what they never touch. Needs no display."""

import os
import subprocess
import unittest

from support.commands import CommandCase
from support.program import PROGRAM

TODAY = "2026-11-21"


class Outputs(CommandCase):
    def setUp(self):
        super().setUp()
        self.run_program("checkin", "--date", "2026-11-20", "--note", "An evening.")
        self.run_program("checkin", "--mood", "6")
        self.month = self.data / "checkins" / "2026-11.toml"

    def commands(self):
        """Every command that writes a file of one's choosing, without its --out."""
        return ["export", "--format", "md"], ["backup"], ["shot", "--screen", "help"]

    def test_no_file_of_the_journal_is_a_target_of_any_command(self):
        (self.home / "link").symlink_to(self.month)
        os.link(self.month, self.home / "hard")
        before = self.files()
        targets = (self.month, self.data / "new.md", self.data / ".history" / "new.md",
                   self.home / "journal" / ".." / "journal" / "profile.toml",
                   self.home / "link", self.home / "hard", "journal/checkins/2026-11.toml",
                   "/proc/self/cwd/journal/checkins/2026-11.toml")
        for command in self.commands():
            for target in targets:
                for force in ([], ["--force"]):
                    with self.subTest(command=command, target=str(target), force=force):
                        said = self.run_program(*command, *force, "--out", str(target), code=2)
                        self.assert_sentence(said)
        self.assertEqual(self.files(), before)

    def test_nothing_of_the_program_is_a_target(self):
        state = self.home / ".local/state/rekindle"
        state.mkdir(parents=True)
        (state / "window.toml").write_text("theme = 'paper'\n")
        usual = self.home / ".local/share/rekindle"
        usual.mkdir(parents=True)
        content = PROGRAM.resolve().parents[2] / "content"
        for target in (state / "window.toml", state / "new.md", usual / "new.md",
                       content / "new.toml", content / "feelings.toml", PROGRAM):
            with self.subTest(target=str(target)):
                self.run_program("export", "--format", "md", "--force", "--out", str(target),
                                 code=2)
        self.assertEqual((state / "window.toml").read_text(), "theme = 'paper'\n")
        self.assertFalse((content / "new.toml").exists())

    def test_a_file_that_is_there_is_named_and_kept_unless_force_is_said(self):
        for number, command in enumerate(self.commands()):
            file = self.home / f"out-{number}"
            file.write_text("mine")
            with self.subTest(command=command):
                said = self.run_program(*command, "--out", str(file), code=2)
                self.assert_sentence(said, str(file), "--force")
                self.assertEqual(file.read_text(), "mine")
                self.run_program(*command, "--force", "--out", str(file))
                self.assertNotEqual(file.read_bytes(), b"mine")
                self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        self.assertEqual([path.name for path in self.home.iterdir() if ".new" in path.name], [])

    def test_standard_output_by_any_name_is_written_to(self):
        plain = self.run_program("export", "--format", "md")
        for name in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
            with self.subTest(name=name):
                self.assertEqual(self.run_program("export", "--format", "md", "--out", name), plain)
                file = self.home / "redirected.md"
                file.write_bytes(b"first\n")
                with file.open("ab") as out:
                    subprocess.run([str(PROGRAM), "--data", str(self.data), "export", "--format",
                                    "md", "--out", name], stdout=out, check=True, timeout=60,
                                   cwd=self.home, env=self.environment(), stderr=subprocess.PIPE)
                self.assertEqual(file.read_bytes(), b"first\n" + plain)

    def test_an_archive_on_standard_output_is_nothing_but_an_archive(self):
        archive = self.home / "piped.tar"
        archive.write_bytes(self.run_program("backup", "--out", "-"))
        self.run_program("restore", "--dry-run", str(archive))

    def test_a_process_substitution_and_a_pipe_get_it_all_and_stay(self):
        plain = self.run_program("export", "--format", "csv")
        script = (f"'{PROGRAM}' --data journal export --format csv --out >(cat >substituted); "
                  "mkfifo pipe; cat pipe >piped & "
                  f"'{PROGRAM}' --data journal export --format csv --out pipe; wait; "
                  "until cmp -s piped substituted; do :; done; test -p pipe")
        subprocess.run(["bash", "-c", script], check=True, timeout=60, cwd=self.home,
                       env=self.environment(), capture_output=True)
        self.assertEqual((self.home / "substituted").read_bytes(), plain)
        self.assertEqual((self.home / "piped").read_bytes(), plain)

    def test_a_device_is_written_to_and_stays(self):
        self.run_program("export", "--format", "md", "--out", "/dev/null")
        self.run_program("export", "--format", "md", "--force", "--out", "/dev/null")
        self.assertTrue(os.path.exists("/dev/null") and not os.path.isfile("/dev/null"))
        self.run_program("export", "--format", "md", "--out", "/dev/full", code=3)

    def test_a_folder_and_no_folder_are_sentences(self):
        (self.home / "folder").mkdir()
        for command in self.commands():
            for target in ("folder", "folder/", "none/"):
                self.assert_sentence(self.run_program(*command, "--out", target, code=2))
            self.assert_sentence(self.run_program(*command, "--out", "none/file", code=3))
        self.assertFalse((self.home / "none").exists())

    def test_the_usual_archive_is_not_put_into_the_journal(self):
        inside = subprocess.run([str(PROGRAM), "--data", str(self.data), "backup"], check=False,
                                cwd=self.data, env=self.environment(), capture_output=True,
                                timeout=60)
        self.assertEqual(inside.returncode, 2, inside.stderr)
        self.assertFalse((self.data / f"rekindle-{TODAY}.tar").exists())
        self.run_program("backup")
        self.assertTrue((self.home / f"rekindle-{TODAY}.tar").exists())

    def test_the_probe_is_no_way_round_it(self):
        own = self.home / "mine.txt"
        own.write_text("some words of mine\n")
        before = self.files()
        for target in (self.month, self.data / "new", own, "/dev/null", self.home):
            with self.subTest(target=str(target)):
                self.assert_sentence(self.run_program("--probe", str(target), code=2))
        self.assertEqual(self.files(), before)
        self.assertEqual(own.read_text(), "some words of mine\n")


if __name__ == "__main__":
    unittest.main()
