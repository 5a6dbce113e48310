"""How the program is started: with closed standard streams, with paths that no shell has expanded,
and by somebody whose home cannot be used."""

import itertools
import os
import pathlib
import re
import signal
import subprocess
import unittest

from support import journal
from support.commands import CommandCase
from support.desk import Desk
from support.program import NOW, PROGRAM, Program, wait_until

STREAMS = [closed for size in (1, 2, 3) for closed in itertools.combinations((0, 1, 2), size)]
NOBODY = 65534


def without_leak_check(environment):
    """The check at a window's end can crash by itself; here nobody could read that it did."""
    options = environment.get("ASAN_OPTIONS", "")
    return {**environment, "REKINDLE_NOW": NOW, "ASAN_OPTIONS": f"{options}:detect_leaks=0"}


def closing(streams):
    """For a child: closes these before the program starts."""
    def close():
        for stream in streams:
            os.close(stream)
    return close


class ClosedStreams(CommandCase):
    def outcome(self, closed, *arguments, data=None):
        """The exit code and what could still be heard of a command."""
        result = subprocess.run([str(PROGRAM), "--data", str(data or self.data), *arguments],
                                env=self.environment(), cwd=self.home, timeout=60, check=False,
                                capture_output=True, preexec_fn=closing(closed))
        return result.returncode, result.stdout, result.stderr

    def test_every_command_ends_as_always_or_says_that_nothing_could_be_printed(self):
        self.run_program("checkin", "--note", "words")
        csv = self.home / "days.csv"
        csv.write_bytes(self.run_program("export", "--format", "csv"))
        for command in (["checkin", "--mood", "4"], ["show"], ["where"], ["lock"],
                        ["export", "--format", "csv"], ["--help"], ["nonsense"],
                        ["import", "--format", "csv", str(csv), "--dry-run"], ["lint", str(csv)],
                        ["show", "--date", "x"]):
            usual, printed, _ = self.outcome((), *command)
            for closed in STREAMS:
                with self.subTest(command=command, closed=closed):
                    code, _, said = self.outcome(closed, *command)
                    lost = usual == 0 and printed and 1 in closed
                    self.assertEqual(code, 3 if lost else usual, said)
                    if lost and 2 not in closed:
                        self.assert_sentence(said)
        self.run_program("check")

    def test_no_file_of_the_journal_is_written_into_by_what_was_meant_to_be_printed(self):
        for number, closed in enumerate(STREAMS):
            data = self.home / f"journal-{number}"
            for day in (1, 2, 3):
                self.outcome(closed, "checkin", "--date", f"2026-11-{day:02}", "--mood", "4",
                             data=data)
            self.outcome(closed, "checkin", "--mood", "44", data=data)
            self.outcome(closed, "backup", "--out", str(self.home / f"{number}.tar"), data=data)
            self.assertEqual(len(journal.checkins(data)), 3)
            self.run_program("check", data=data)
            self.run_program("restore", str(self.home / f"{number}.tar"), "--dry-run", data=data)

    def test_an_output_that_takes_nothing_changes_no_other_exit_code(self):
        for arguments, code in ((["show", "--date", "x"], 2), (["checkin"], 2), (["show"], 0),
                                (["lint", "nothing.toml"], 1), (["--nonsense"], 2)):
            with open("/dev/full", "wb") as full:
                result = subprocess.run([str(PROGRAM), "--data", str(self.data), *arguments],
                                        env=self.environment(), cwd=self.home, timeout=60,
                                        check=False, stdout=subprocess.DEVNULL, stderr=full)
            self.assertEqual(result.returncode, code, arguments)

    def test_a_recovery_code_that_nobody_sees_locks_nothing(self):
        self.run_program("checkin", "--note", "words")
        for closed in ((1,), (1, 2)):
            reading, writing = os.pipe()
            os.write(writing, b"four plain garden words\n")
            os.close(writing)
            result = subprocess.run([str(PROGRAM), "--data", str(self.data), "lock", "on",
                                     "--recovery-code", "--new-passphrase-fd", str(reading)],
                                    env=self.environment(), cwd=self.home, timeout=60, check=False,
                                    capture_output=True, pass_fds=(reading,),
                                    preexec_fn=closing(closed))
            os.close(reading)
            self.assertEqual(result.returncode, 3)
            self.assertFalse((self.data / "lock.toml").exists())
        self.assertIn(b"words", self.run_program("show"))


class ClosedStreamsOfTheWindow(unittest.TestCase):
    def test_the_window_opens_saves_and_goes_whatever_is_closed(self):
        with Desk() as desk:
            probe = desk.home / "probe"
            for closed in STREAMS:
                with self.subTest(closed=closed):
                    probe.unlink(missing_ok=True)
                    process = subprocess.Popen(
                        [str(PROGRAM), "--data", str(desk.home / "journal"), "--probe", str(probe)],
                        env=without_leak_check(desk.environment), cwd=desk.home,
                        preexec_fn=closing(closed))
                    wait_until(probe.exists, "the first picture")
                    for stream in closed:
                        held = pathlib.Path(f"/proc/{process.pid}/fd/{stream}").readlink()
                        self.assertEqual(str(held), "/dev/null")
                    process.send_signal(signal.SIGTERM)
                    self.assertEqual(process.wait(timeout=20), 0)


class Paths(CommandCase):
    def test_a_tilde_is_the_home_folder_wherever_a_path_can_be_given(self):
        away = self.home / "away"
        away.mkdir()
        (self.home / "in").mkdir()
        self.run_program("--data=~/in/journal", "checkin", "--note", "words", data=None, cwd=away)
        data = self.home / "in" / "journal"
        self.assertEqual(journal.checkins(data)[0]["note"], "words")
        for named in (["--data", "~/in/journal"], ["--data=~/in/journal"],
                      ["--data", f"{self.home}/in/journal"]):
            self.assertIn(b"words", self.run_program(*named, "show", data=None, cwd=away))
        for command, name in ((["export", "--format", "csv"], "a.csv"), (["backup"], "a.tar")):
            for option in (["--out", f"~/in/{name}"], [f"--out=~/in/x{name}"]):
                self.run_program(*command, *option, data=data, cwd=away)
            self.assertTrue((self.home / "in" / name).is_file())
            self.assertTrue((self.home / "in" / f"x{name}").is_file())
        self.run_program("import", "--format", "csv", "~/in/a.csv", data=data, cwd=away)
        self.run_program("restore", "~/in/a.tar", "--dry-run", data=data, cwd=away)
        self.run_program("lint", "~/in/a.csv", "~/in/a.tar", data=data, cwd=away, code=1)
        missing = self.run_program("merge", "~/in/none.toml", data=data, cwd=away, code=1)
        self.assertNotIn(b"~", missing)
        self.assertEqual(list(away.iterdir()), [])

    def test_every_argument_that_takes_a_path_is_one_of_those_that_are_expanded(self):
        """What `--help` tells of each command, so that a new one is not forgotten."""
        self.run_program("checkin", "--mood", "4")
        away = self.home / "away"
        away.mkdir()
        pages = self.run_program("--help").decode()
        commands = [line.split()[0] for line in
                    pages.split("Subcommands:")[1].strip().splitlines() if line.split()]
        for command in commands:
            page = self.run_program(command, "--help").decode()
            if "--out" in page:
                said = self.ask(command, "--out", "~no-such-user/x", cwd=away)
                self.assertEqual(said.returncode, 2, command)
            if "FILE" in page.split("\n\n")[0] + page.split("Positionals:")[-1].split("\n\n")[0]:
                said = self.ask(command, "~no-such-user/x", cwd=away)
                self.assertEqual(said.returncode, 2, command)
        self.assertEqual(list(away.iterdir()), [])

    def test_a_user_whom_nobody_knows_and_an_empty_path_are_usage_errors(self):
        away = self.home / "away"
        away.mkdir()
        for wrong in (["--data", "~nobody-has-this-name/x"], ["--data=~nobody-has-this-name"],
                      ["--data", ""], ["--data="], ["--data", "~+"]):
            said = self.run_program(*wrong, "checkin", "--mood", "4", data=None, cwd=away, code=2)
            self.assert_sentence(said)
        self.run_program("export", "--format", "csv", "--out=", code=2)
        self.run_program("export", "--format", "csv", "--out", "", code=2)
        self.run_program("import", "--format", "csv", "", code=2)
        self.run_program("checkin", "--note=", code=2)
        self.assertEqual(list(away.iterdir()), [])
        self.assertFalse(self.data.exists())


class Geometry(unittest.TestCase):
    def test_a_remembered_place_of_nonsense_is_not_used(self):
        with Desk() as desk:
            remembered = desk.home / ".local" / "state" / "rekindle" / "window.toml"
            remembered.parent.mkdir(parents=True)
            for place, size in (("x = 30\ny = 40\nwidth = 900\nheight = 700", (900, 700)),
                                ("x = 30\ny = 40\nwidth = 60000\nheight = 700", (1280, 800)),
                                ("x = 30\ny = 40\nwidth = 0\nheight = -5", (1280, 800)),
                                ("x = nan\ny = inf\nwidth = nan\nheight = 1e9", (1280, 800)),
                                ("x = 60000\ny = -60000\nwidth = 900\nheight = 700", (900, 700))):
                remembered.write_text(f'theme = "paper"\ntext_scale = nan\n[window]\n{place}\n')
                with self.subTest(place=place):
                    program = Program(desk, desk.home / "journal")
                    self.assertEqual(program.size(), size)
                    shape = desk.run("xdotool", "getwindowgeometry", "--shell", program.window)
                    x, y = (int(re.search(rf"{axis}=(-?\d+)", shape)[1]) for axis in "XY")
                    self.assertTrue(0 <= x < 1400 and 0 <= y < 1000, shape)
                    self.assertEqual(program.stop(), 0, program.errors())


class Home(unittest.TestCase):
    """In a window, and as somebody who is bound by rights."""

    def setUp(self):
        self.desk = Desk()
        self.addCleanup(self.desk.close)
        self.probe = self.desk.home / "probe"
        self.as_other = {}
        if os.geteuid() == 0:
            self.as_other = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            self.desk.run("xhost", "+si:localuser:nobody")
            self.desk.home.chmod(0o777)
            (self.desk.home / "runtime").rmdir()
            try:
                subprocess.run([str(PROGRAM), "--version"], check=True, capture_output=True,
                               **self.as_other)
            except OSError:
                self.skipTest("nobody else can run the program where it lies")

    def controls_of(self, **environment):
        """The names of the controls of the first picture; then the window is asked to go."""
        self.probe.unlink(missing_ok=True)
        whole = {**without_leak_check(self.desk.environment), **environment}
        process = subprocess.Popen([str(PROGRAM), "--probe", str(self.probe)], cwd="/",
                                   env={name: text for name, text in whole.items() if text},
                                   **self.as_other)
        wait_until(lambda: self.probe.exists() or process.poll() is not None, "the first picture")
        self.assertIsNone(process.poll())
        names = [line.split()[0] for line in self.probe.read_text().splitlines()]
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=20), 0)
        return names

    def test_the_window_opens_also_where_nothing_can_be_written_or_read(self):
        plain = {"XDG_DATA_HOME": "", "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "",
                 "XDG_RUNTIME_DIR": ""}
        home = self.desk.home / "home"
        home.mkdir()
        home.chmod(0o555)
        self.addCleanup(home.chmod, 0o700)
        self.assertIn("nav.today", self.controls_of(**plain, HOME=str(home)))
        self.assertIn("nav.today", self.controls_of(**plain, HOME="/nonexistent"))
        self.assertNotIn("nav.today", self.controls_of(**plain, HOME=""))
        home.chmod(0)
        self.assertIn("closed.retry", self.controls_of(**plain, HOME=str(home)))


if __name__ == "__main__":
    unittest.main()
