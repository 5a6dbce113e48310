"""The lock from outside: commands with a passphrase, the window that asks for it, and what an
observer of the disk and of the memory finds."""

import os
import pathlib
import pty
import re
import shutil
import subprocess
import tarfile
import time
import unittest

from support import journal
from support.case import WindowCase
from support.program import NOW, PROGRAM, run_command, wait_until

PASSPHRASE = "four plain garden words"
NOTE = "walked along the quiet canal"
LATER = ", and back by the mill"


def bytes_below(folder):
    """Every byte of every file in a folder."""
    return b"".join(file.read_bytes() for file in sorted(pathlib.Path(folder).rglob("*"))
                    if file.is_file() and not file.is_symlink())


def memory_holds(process, text):
    """Whether a text stands anywhere in the writable memory of a process."""
    wanted = text.encode()
    with open(f"/proc/{process}/maps", encoding="ascii") as maps, \
            open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            begin, end, rights = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if not rights.startswith("rw"):
                continue
            place, stop = int(begin, 16), int(end, 16)
            if stop - place > 1 << 30:
                continue  # what a sanitizer sets aside for its own notes
            tail = b""
            while place < stop:
                try:
                    memory.seek(place)
                    block = memory.read(min(1 << 22, stop - place))
                except OSError:
                    break  # shadow memory and pages of a driver
                if not block:
                    break
                if wanted in tail + block:
                    return True
                tail = block[-len(wanted):]
                place += len(block)
    return False


class Lock(WindowCase):
    def run_locked(self, *arguments, lines=(PASSPHRASE,), code=0, text=None):
        """A command that reads its passphrases, a line each, from a file descriptor."""
        reader, writer = os.pipe()
        os.write(writer, "".join(line + "\n" for line in lines).encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader),
                 *arguments], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                cwd=self.desk.home, input=text, text=True, capture_output=True, check=False,
                pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        self.assertEqual(result.returncode, code, result.stderr)
        return result.stdout + result.stderr

    def make_locked(self):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        self.command("checkin", "--mood", "5", "--date", "2026-10-02")
        said = self.run_locked("lock", "on")
        self.assertIn("If it is forgotten, everything in it is gone", said)

    def unlock(self, program, passphrase=PASSPHRASE):
        program.wait_for("lock.passphrase", "focused")
        program.type(passphrase)
        program.key("Return")
        program.wait_for("nav.today")

    def test_a_file_with_other_line_ends_goes_over_to_the_new_key(self):
        self.make_locked()
        month = self.data / "checkins" / "2026-10.toml"
        month.write_bytes(month.read_bytes().replace(b"\n", b"\r\n"))
        self.run_locked("lock", "change", "--new-key", lines=(PASSPHRASE, "another long phrase"))
        said = self.run_locked("check", lines=("another long phrase",))
        self.assertIn("Everything could be read: 2 months", said)

    def test_a_planted_mark_takes_no_lock_away(self):
        self.make_locked()
        before = {file: file.read_bytes() for file in self.data.rglob("*.toml")}
        (self.data / ".locking" / "new").mkdir(parents=True)
        (self.data / ".locking" / "ready.toml").write_text("format = 1\nlocked = false\n#: end 0\n")
        said = self.run_locked("show", lines=("wrong words here",), code=1)
        self.assertIn("It was left out: the journal is as it was before", said)
        self.assertEqual({file: file.read_bytes() for file in self.data.rglob("*.toml")}, before)
        # What was left out is said until the next save.
        self.assertTrue(self.run_locked("show", "--field", "note").startswith(NOTE))

    def test_plain_copies_beside_the_journal_are_taken_in_and_given_back(self):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        text = (self.data / "checkins" / "2026-11.toml").read_bytes()
        for name in ("checkins/.2026-11.toml.swp", "#profile.toml#", "old/november.txt"):
            (self.data / name).parent.mkdir(exist_ok=True)
            (self.data / name).write_bytes(text)
        (self.data / "letter.txt").write_text("a letter about the canal")
        said = self.run_locked("lock", "on")
        for name in ("checkins/.2026-11.toml.swp", "#profile.toml#", "old/november.txt"):
            self.assertIn(name, said)
            self.assertFalse((self.data / name).exists())
        self.assertIn("stays as it is, in plain text:\n    letter.txt", said)
        self.assertIn("Taken in, encrypted: letter.txt",
                      self.run_locked("lock", "take", str(self.data / "letter.txt")))
        self.assertNotIn(b"canal", bytes_below(self.data))
        self.assertIn("old/november.txt.1", self.command("lock", "taken"))
        out = self.desk.home / "november.toml"
        self.run_locked("lock", "give-back", "old/november.txt.1", "--out", str(out))
        self.assertEqual(out.read_bytes(), text)

    def test_what_cannot_be_taken_in_is_told_by_what_is_the_matter_with_it(self):
        self.make_locked()
        outside = self.desk.home / "letter.txt"
        outside.write_text("a letter about the canal")
        for name, words in (("nothere", "There is no such file"),
                            (".", "This is the journal’s folder itself"),
                            (str(self.data), "This is the journal’s folder itself"),
                            (str(outside), "This is not in the journal’s folder"),
                            (str(self.desk.home), "This folder is not in the journal’s folder"),
                            ("lock.toml", "one of the journal’s own files"),
                            (".history", "nothing in this folder that can be taken in")):
            with self.subTest(name=name):
                self.assertIn(words, self.run_locked("lock", "take", name, code=2))
        self.assertTrue(outside.exists())
        # Of a folder what is not the journal's own.
        (self.data / "checkins" / "notes.txt").write_text("a note about the canal")
        said = self.run_locked("lock", "take", "checkins")
        self.assertIn("Taken in, encrypted: checkins/notes.txt", said)
        self.assertNotIn("own files", said)

    def test_a_number_that_is_no_file_descriptor_is_said_in_a_sentence(self):
        for option in (["--passphrase-fd", "-1"], ["--passphrase-fd=-1"],
                       ["--passphrase-fd", "three"], ["lock", "on", "--new-passphrase-fd=-1"]):
            with self.subTest(option=option):
                named = [] if "lock" in option else ["show"]
                said = run_command(self.desk, self.data, *option, *named)
                self.assertEqual(said.returncode, 2)
                self.assertIn("is no file descriptor", said.stderr)
                self.assertNotIn("range", said.stderr)

    def test_blanks_alone_are_no_passphrase(self):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        self.assertIn("blanks alone", self.run_locked("lock", "on", lines=(" " * 8,), code=2))
        self.assertFalse((self.data / "lock.toml").exists())

    def test_check_names_a_plain_copy_that_came_later(self):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        text = (self.data / "checkins" / "2026-11.toml").read_bytes()
        self.run_locked("lock", "on")
        (self.data / "old").mkdir()
        (self.data / "old" / "2026-11.toml").write_bytes(text)
        said = self.run_locked("check", code=1)
        self.assertIn("old/2026-11.toml:1: This is a plain copy of the journal", said)

    def test_every_command_works_behind_the_lock_and_none_without_the_passphrase(self):
        self.make_locked()
        self.assertNotIn(b" canal", bytes_below(self.data))
        self.assertEqual(journal.open_to_others(self.data), [])
        self.assertEqual(self.run_locked("show", "--field", "note"), NOTE)
        self.assertIn("8", self.run_locked("checkin", "--mood", "8"))
        self.assertIn("Everything could be read", self.run_locked("check"))
        table = self.run_locked("export", "--format", "csv")
        self.assertIn(NOTE, table)
        (self.desk.home / "table.csv").write_text(table.replace("2026-10-02", "2026-09-02"))
        self.assertIn("1 added",
                      self.run_locked("import", "--format", "csv",
                                      str(self.desk.home / "table.csv")))
        self.assertIn("is locked", self.command("lock"))
        before = bytes_below(self.data)
        for command in (["show"], ["check"], ["export", "--format", "csv"],
                        ["checkin", "--mood", "1"]):
            said = self.run_locked(*command, lines=["not the words"], code=1)
            self.assertIn("not the passphrase", said)
            self.assertNotIn("canal", said)
            self.command(*command, code=2)  # there is no terminal to ask on
        self.assertEqual(bytes_below(self.data), before)

    def test_a_command_asks_on_the_terminal_and_shows_nothing_of_what_is_typed(self):
        self.make_locked()
        process, terminal = pty.fork()
        if process == 0:
            os.environ.update(self.desk.environment, REKINDLE_NOW=NOW)
            os.execv(str(PROGRAM), [str(PROGRAM), "--data", str(self.data), "show", "--field",
                                    "note"])
        said = b""
        while b"Passphrase of the journal: " not in said:
            said += os.read(terminal, 1000)
        os.write(terminal, (PASSPHRASE + "\n").encode())
        while True:
            try:
                read = os.read(terminal, 1000)
            except OSError:  # the other side was closed
                break
            if not read:
                break
            said += read
        os.close(terminal)
        self.assertEqual(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), 0, said)
        self.assertIn(NOTE.encode(), said)
        self.assertNotIn(PASSPHRASE.encode(), said)

    def test_an_archive_of_a_locked_journal_is_encrypted_and_comes_back_anywhere(self):
        self.make_locked()
        archive = self.desk.home / "kept.tar"
        self.assertIn("It is encrypted", self.command("backup", "--out", str(archive)))
        self.assertNotIn(b" canal", archive.read_bytes())
        with tarfile.open(archive) as tar:
            self.assertIn("lock.toml", tar.getnames())
        self.run_locked("checkin", "--mood", "9", "--note", "changed since")
        self.run_locked("restore", str(archive))
        self.assertEqual(self.run_locked("show", "--field", "note"), NOTE)
        # Where there is no journal it is locked again, as it was.
        self.data = self.desk.home / "another"
        self.run_locked("restore", str(archive), lines=["not the words"], code=1)
        self.run_locked("restore", str(archive))
        self.assertEqual(self.run_locked("show", "--field", "note"), NOTE)
        self.assertIn("cipher = ", (self.data / "checkins" / "2026-11.toml").read_text())

    def test_the_passphrase_changes_and_the_lock_goes_as_it_came(self):
        self.make_locked()
        key = re.search(r'key = "(\w+)"', (self.data / "lock.toml").read_text())[1]
        self.run_locked("lock", "change", lines=["not the words", "another passphrase"], code=1)
        said = self.run_locked("lock", "change", "--recovery-code",
                               lines=[PASSPHRASE, "another passphrase"])
        code = re.search(r"\b(\w{5}-){5}\w{5}\b", said)[0]
        self.assertIn(key, (self.data / "lock.toml").read_text())
        for opener in ("another passphrase", code, code.upper().replace("-", " ")):
            self.assertEqual(self.run_locked("show", "--field", "note", lines=[opener]), NOTE)
        self.run_locked("show", code=1)
        self.run_locked("lock", "change", "--new-key", lines=[code, PASSPHRASE])
        self.assertNotIn(key.encode(), bytes_below(self.data))
        self.run_locked("lock", "off")
        self.assertFalse((self.data / "lock.toml").exists())
        self.assertEqual(self.command("show", "--field", "note"), NOTE)

    def test_a_lock_that_is_killed_while_it_is_set_leaves_one_whole_set(self):
        self.command("demo", "--weeks", "30")
        self.command("checkin", "--note", NOTE)
        whole = self.command("export", "--format", "csv")
        plain = self.desk.home / "plain"
        shutil.copytree(self.data, plain)
        done = set()
        for delay in [*(0.5 + 0.3 * i for i in range(5)), None]:  # the last may end
            shutil.rmtree(self.data)
            shutil.copytree(plain, self.data)
            reader, writer = os.pipe()
            os.write(writer, (PASSPHRASE + "\n").encode())
            os.close(writer)
            process = subprocess.Popen(
                [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader), "lock",
                 "on"], env={**self.desk.environment, "REKINDLE_NOW": NOW}, pass_fds=[reader],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            os.close(reader)
            if delay:
                time.sleep(delay)
                process.kill()
            process.wait()
            table = self.run_locked("export", "--format", "csv", lines=[PASSPHRASE])
            self.assertEqual(table, whole)
            locked = (self.data / "lock.toml").exists()
            done.add(locked)
            if locked:
                self.assertNotIn(b" canal", bytes_below(self.data))
            else:
                self.command("checkin", "--mood", "3")
                self.assertFalse((self.data / ".locking").exists())
        self.assertIn(True, done)

    def test_the_window_asks_and_after_ctrl_l_neither_disk_nor_memory_holds_a_word(self):
        self.make_locked()
        program = self.open()
        self.assertNotIn("nav.today", program.controls())
        program.type("not the words\n")
        time.sleep(0.3)
        program.wait_for("lock.unlock")
        program.key("ctrl+a")
        self.unlock(program)
        program.click("nav.today")
        program.click("today.note")
        program.key("ctrl+End")
        program.type(LATER)
        self.assertTrue(memory_holds(program.process.pid, LATER))
        program.key("ctrl+a")
        program.key("ctrl+c")
        program.key("ctrl+l")
        program.wait_for("lock.passphrase", "focused")
        self.assertNotIn("nav.today", program.controls())
        for text in (NOTE, LATER):
            self.assertNotIn(text.encode(), bytes_below(self.data))
        clipboard = subprocess.run(["xclip", "-selection", "clipboard", "-o"], check=False,
                                   env=self.desk.environment, capture_output=True, timeout=20)
        self.assertNotIn(b" canal", clipboard.stdout)
        for text in (NOTE, LATER, PASSPHRASE):
            self.assertFalse(memory_holds(program.process.pid, text), text)
        self.unlock(program)
        self.close_cleanly(program)
        self.assertEqual(self.run_locked("show", "--field", "note"), NOTE + LATER)

    def test_what_is_typed_right_after_ctrl_l_goes_to_the_passphrase(self):
        self.make_locked()
        program = self.open()
        self.unlock(program)
        program.click("nav.today")
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.key("ctrl+l")
        program.type(PASSPHRASE + "\n")
        program.wait_for("nav.today")
        self.close_cleanly(program)
        self.assertEqual(self.run_locked("show", "--field", "note"), NOTE)

    @unittest.skipUnless(shutil.which("dbus-daemon") and shutil.which("dbus-send"), "no D-Bus")
    def test_it_locks_when_the_desktop_says_that_it_locks_or_sleeps(self):
        self.make_locked()
        daemon = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address=1"],
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                  text=True)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.kill)
        self.addCleanup(daemon.stdout.close)
        address = daemon.stdout.readline().strip()
        self.desk.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.desk.environment["DBUS_SYSTEM_BUS_ADDRESS"] = address
        program = self.open()
        for path, member, value in (
                ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "true"),
                ("/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep",
                 "true"),
                ("/org/freedesktop/login1/session/c1", "org.freedesktop.login1.Session.Lock",
                 None)):
            self.unlock(program)
            def signal_is_heard():
                self.desk.run("dbus-send", "--session", "--type=signal", path, member,
                              *([f"boolean:{value}"] if value else []))
                time.sleep(0.2)
                return "lock.passphrase" in program.controls()
            wait_until(signal_is_heard, member)
        self.desk.run("dbus-send", "--session", "--type=signal", "/org/gnome/ScreenSaver",
                      "org.gnome.ScreenSaver.ActiveChanged", "boolean:false")
        self.unlock(program)
        self.close_cleanly(program)


if __name__ == "__main__":
    unittest.main()
