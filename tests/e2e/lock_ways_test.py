"""Ways into a lock by commands: passphrases, a recovery code, key files; each kept while another
changes, and what is said of a wrong one."""

import os
import re
import subprocess
import time
import unittest

from support.case import WindowCase
from support.program import NOW, PROGRAM

PASSPHRASE = "four plain garden words"
ANOTHER = "another long passphrase"
NOTE = "walked along the quiet canal"
CODE = re.compile(r"\b(?:[a-z0-9]{5}-){5}[a-z0-9]{5}\b")
LIMITED = "ulimit -v 250000; exec \"$@\""  # KiB: too little for the usual guard


class LockWays(WindowCase):
    def run_with(self, lines, *arguments, code=0, before=()):
        """A command that reads its passphrases, a line each; what it printed and said."""
        reader, writer = os.pipe()
        os.write(writer, "".join(line + "\n" for line in lines).encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [*before, str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader),
                 *arguments], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                cwd=self.desk.home, text=True, capture_output=True, check=False,
                pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        self.assertEqual(result.returncode, code, result.stderr)
        return result.stdout + result.stderr

    def make_locked(self, *arguments):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        return self.run_with([PASSPHRASE], "lock", "on", *arguments)

    def assert_opens(self, *lines, arguments=()):
        self.assertIn(NOTE, self.run_with(lines, *arguments, "show", "--field", "note"))

    def test_the_recovery_code_outlives_a_change_of_the_passphrase(self):
        code = CODE.search(self.make_locked("--recovery-code"))[0]
        said = self.run_with([PASSPHRASE, ANOTHER], "lock", "change")
        self.assertIn("The other ways in stay as they are: recovery-code.", said)
        self.assert_opens(code)
        self.assert_opens(ANOTHER)
        self.run_with([PASSPHRASE], "show", code=1)
        said = self.run_with([ANOTHER, PASSPHRASE], "lock", "change", "--new-key")
        self.assertIn("recovery code on paper is void", said)
        self.assertIn("has none", self.run_with([code], "show", code=1))
        said = self.run_with([PASSPHRASE], "lock", "add", "recovery-code")
        self.assert_opens(CODE.search(said)[0])

    def test_two_people_have_a_passphrase_each(self):
        self.make_locked()
        said = self.run_with([PASSPHRASE, ANOTHER], "lock", "add", "passphrase", "--name", "Sam")
        self.assertIn("too", said)
        self.assert_opens(PASSPHRASE)
        self.assert_opens(ANOTHER)
        status = self.command("lock")
        self.assertTrue(status.startswith("This journal is locked."), status)
        self.assertRegex(status, r"(?m)^  passphrase +a passphrase, since 21 November 2026$")
        self.assertRegex(status, r"(?m)^  Sam +a passphrase, since 21 November 2026$")
        # Each changes their own.
        self.run_with([ANOTHER, "a third passphrase"], "lock", "change")
        self.assert_opens(PASSPHRASE)
        self.assert_opens("a third passphrase")
        self.run_with([ANOTHER], "show", code=1)
        said = self.run_with(["a third passphrase"], "lock", "remove", "Sam", code=2)
        self.assertIn("Open it with another one", said)
        self.run_with([PASSPHRASE], "lock", "remove", "passphrase", code=2)
        self.run_with([PASSPHRASE], "lock", "remove", "nobody", code=2)
        self.run_with([PASSPHRASE], "lock", "remove", "Sam")
        self.run_with(["a third passphrase"], "show", code=1)
        said = self.run_with([PASSPHRASE], "lock", "remove", "passphrase", code=2)
        self.assertIn("last passphrase", said)
        self.assert_opens(PASSPHRASE)

    def test_a_key_file_opens_it_and_what_is_wrong_with_one_is_said(self):
        self.make_locked()
        file = self.desk.home / "stick.key"
        said = self.run_with([PASSPHRASE], "lock", "add", "key-file", "--out",
                             str(self.data / "in.key"), code=2)
        self.assertIn("journal", said)
        said = self.run_with([PASSPHRASE], "lock", "add", "key-file", "--out", str(file))
        self.assertIn("--key-file", said)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        by_file = ("show", "--field", "note", "--key-file")
        self.assertEqual(self.command(*by_file, str(file)).strip(), NOTE)
        file.chmod(0o644)
        said = self.run_with([], *by_file, str(file))
        self.assertIn(NOTE, said)
        self.assertIn("Other accounts on this computer can read this key file", said)
        file.chmod(0o600)
        self.assertIn(NOTE, self.command(*by_file, "~/stick.key"))
        self.assert_opens(PASSPHRASE)
        for content, words in ((file.read_text()[:-9], "cut short or damaged"),
                               ("something else\n", "no key file of Rekindle"),
                               (None, "cannot be read")):
            other = self.desk.home / "other.key"
            other.unlink(missing_ok=True)
            if content:
                other.write_text(content)
            said = self.run_with([], *by_file, str(other), code=1 if content else 2)
            self.assertIn(words, said)
        # One of another journal.
        self.run_with([PASSPHRASE], "lock", "remove", "key-file")
        said = self.run_with([], *by_file, str(file), code=1)
        self.assertIn("This key file does not open the journal", said)
        self.assertNotIn("passphrase.", said.replace("the passphrase opens it.", ""))

    def test_a_slip_in_the_recovery_code_is_no_wrong_passphrase(self):
        code = CODE.search(self.make_locked("--recovery-code"))[0]
        self.assert_opens(code.replace("-", "–").upper())
        self.assert_opens(" " + code.replace("-", "\t") + " ")
        short = self.run_with([code[:-1]], "show", code=1)
        self.assertIn("not the passphrase", short)
        said = short + self.run_with(["b" + code[1:] if code[0] != "b" else "c" + code[1:]],
                                     "show", code=1)
        self.assertIn("recovery code", said)

    def test_a_lock_that_something_changed_is_told_and_put_right_where_it_can_be(self):
        code = CODE.search(self.make_locked("--recovery-code"))[0]
        whole = (self.data / "lock.toml").read_text()
        without = whole[:whole.index("[recovery]")] + whole[whole.rindex("\n#: end"):]
        (self.data / "lock.toml").write_text(without)
        said = self.run_with([PASSPHRASE], "check", code=1)
        self.assertIn("lock.toml", said)
        self.assertEqual((self.data / "lock.toml").read_text(), whole)
        self.assert_opens(code)
        for name in ("lock.toml", ".history/lock.toml"):
            (self.data / name).write_text(without)
        for _ in range(2):
            said = self.run_with([PASSPHRASE], "check", code=1)
            self.assertIn("not those that were set here", said)
        # A wrong one with a good copy: it opens by the copy, and says so.
        (self.data / ".history/lock.toml").write_text(whole)
        (self.data / "lock.toml").write_text("no lock at all\n")
        said = self.run_with([PASSPHRASE], "show")
        self.assertIn("its copy in the history opened the journal", said)
        self.assertEqual((self.data / "lock.toml").read_text(), whole)

    def test_too_long_a_passphrase_is_refused_and_nothing_is_locked(self):
        self.command("checkin", "--mood", "4")
        said = self.run_with(["é" * 300 + "\u0958" * 140], "lock", "on", code=2)
        self.assertIn("longer than 1,024 bytes", said)
        said = self.run_with(["x" * 1025], "lock", "on", code=2)
        self.assertIn("longer than 1,024 bytes", said)
        self.assertFalse((self.data / "lock.toml").exists())

    def test_a_hostile_lock_is_refused_in_no_time(self):
        self.make_locked("--recovery-code")
        for name in ("lock.toml", ".history/lock.toml"):
            text = (self.data / name).read_text()
            text = re.sub(r"passes = \d+", "passes = 12", text)
            text = re.sub(r"memory_kib = \d+", "memory_kib = 1048576", text)
            (self.data / name).write_text(text)
        start = time.monotonic()
        said = self.run_with([PASSPHRASE], "show", code=1)
        self.assertLess(time.monotonic() - start, 5)
        self.assertIn("far more time or memory", said)

    def test_the_price_of_a_guess_is_raised_by_choice_and_kept(self):
        self.make_locked()
        said = self.run_with([PASSPHRASE, ANOTHER], "lock", "change", "--cost", "2")
        self.assertIn("256 MiB", said)
        self.assertIn("passes = 6", (self.data / "lock.toml").read_text())
        self.run_with([ANOTHER, PASSPHRASE], "lock", "change")
        self.assertIn("passes = 6", (self.data / "lock.toml").read_text())
        self.run_with([PASSPHRASE, ANOTHER], "lock", "change", "--cost", "1")
        self.assertIn("passes = 3", (self.data / "lock.toml").read_text())
        self.run_with([ANOTHER, PASSPHRASE], "lock", "change", "--cost", "3", code=2)

    def test_short_memory_is_told_and_the_guard_raised_when_there_is_enough(self):
        self.command("checkin", "--mood", "4", "--note", NOTE)
        limited = ("bash", "-c", LIMITED, "limited")
        if subprocess.run([*limited, str(PROGRAM), "--version"], check=False,
                          capture_output=True).returncode:
            self.skipTest("a sanitized program needs more than that to start")
        said = self.run_with([PASSPHRASE], "lock", "on", before=limited)
        self.assertIn("not enough free memory", said)
        self.assertIn("memory_kib = 65536", (self.data / "lock.toml").read_text())
        self.assertIn("not enough free memory", self.command("lock"))
        self.assertIn(NOTE, self.run_with([PASSPHRASE], "show", before=limited))
        self.assertIn("memory_kib = 65536", (self.data / "lock.toml").read_text())
        self.assert_opens(PASSPHRASE)
        self.assertIn("memory_kib = 262144", (self.data / "lock.toml").read_text())
        self.assertNotIn("free memory", self.command("lock"))


if __name__ == "__main__":
    unittest.main()
