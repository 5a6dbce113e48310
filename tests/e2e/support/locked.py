"""What tests of a locked journal begin with."""

import base64
import ctypes
import os
import subprocess
import tomllib

from support.case import WindowCase
from support.program import NOW

PASSPHRASE = "four plain garden words"
ARGON2ID = 2  # libsodium's number for it


def journal_key(data, passphrase):
    """The 32 bytes that a journal's files are encrypted with."""
    lock = tomllib.loads((data / "lock.toml").read_text(encoding="utf-8"))
    box = lock["passphrase"]
    salt, nonce, boxed = (base64.b64decode(box[name]) for name in ("salt", "nonce", "key"))
    bound = (f"rekindle key box 1\nkey={lock['key']}\npurpose=passphrase\n"
             f"kdf={box['kdf']} {box['passes']} {box['memory_kib']} {box['salt']}\n"
             f"cipher={box['cipher']}\n").encode()
    sodium = ctypes.CDLL("libsodium.so.23")
    size = ctypes.c_ulonglong
    opens = ctypes.create_string_buffer(32)
    key = ctypes.create_string_buffer(32)
    assert sodium.sodium_init() >= 0
    assert sodium.crypto_pwhash(opens, size(32), passphrase.encode(), size(len(passphrase)), salt,
                                size(box["passes"]), ctypes.c_size_t(box["memory_kib"] * 1024),
                                ARGON2ID) == 0
    assert sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
        key, None, None, boxed, size(len(boxed)), bound, size(len(bound)), nonce, opens) == 0
    return key.raw


class LockedCase(WindowCase):
    def run_locked(self, *arguments):
        """A command that is given the passphrase; returns what it printed."""
        reader, writer = os.pipe()
        os.write(writer, f"{PASSPHRASE}\n".encode())
        os.close(writer)
        try:
            result = subprocess.run(
                [str(self.program_file), "--data", str(self.data), "--passphrase-fd", str(reader),
                 *arguments], env={**self.desk.environment, "REKINDLE_NOW": NOW},
                cwd=self.desk.home, text=True, capture_output=True, check=True,
                pass_fds=[reader], timeout=60)
        finally:
            os.close(reader)
        return result.stdout

    def make_locked(self):
        self.command("checkin", "--mood", "4", "--note", "first")
        self.run_locked("lock", "on")

    def unlock(self, program):
        program.wait_for("lock.passphrase", "focused")
        program.type(PASSPHRASE + "\n")
        program.wait_for("nav.today")

    def assert_locks(self, program):
        program.wait_for("lock.passphrase", "focused")
