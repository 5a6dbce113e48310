#!/usr/bin/env python3
"""Made the files of tests/data/vectors/malformed: run it into a new folder when a case is added.

    make_malformed.py FOLDER

What was frozen before stays as it was: nonces are random, so only the new files are to be taken."""

import base64
import ctypes
import hashlib
import os
import pathlib
import re
import sys

import reader

VECTORS = pathlib.Path(__file__).resolve().parent.parent / "data" / "vectors"
KEY = bytes(range(0xA0, 0xC0))
PLACE = "checkins/2026-11.toml"
PASSPHRASE = "a grey héron at noon"
ABOUT = "# Rekindle keeps this file, encrypted: lock.toml and its passphrase open it.\n"
MONTH = """format = 1

[[checkin]]
date = 2026-11-20
time = 21:05:00
id = "c1"
person = "me"
mood = 6
feelings = { calm = 5 }
events = [{ kind = "own", text = "rain" }]
note = "First line.\\nSecond."

[[checkin]]
date = 2026-11-21
id = "c2"
person = "me"
trust = 3
"""
NOTE = "# Rekindle keeps this file.\n"


def with_mark(body, count):
    head = (body + "\n").encode()
    return head + f"#: end {count} sum={reader.short_hash(head)}\n".encode()


def boxed(text, bound, nonce, key):
    count = ctypes.c_ulonglong
    out = ctypes.create_string_buffer(len(text) + reader.TAG)
    reader.sodium().crypto_aead_xchacha20poly1305_ietf_encrypt(
        out, None, text, count(len(text)), bound, count(len(bound)), None, nonce, key)
    return out.raw


def padded(text):
    text += b"\x80"
    return text + bytes(-len(text) % reader.BLOCK)


def envelope(within, pad=padded, place=PLACE, key=KEY, number=3, **other):
    """The lines of an envelope by their keys; `other` says what is to stand there instead."""
    nonce = os.urandom(24)
    identity = reader.key_id(key)
    bound = (f"rekindle file 1\ncipher={reader.CIPHER}\nkey={identity}\n"
             f"generation={number}\nfile={place}\n")
    sealed = boxed(pad(within), bound.encode(), nonce, key)
    lines = {"cipher": f'"{reader.CIPHER}"', "key": f'"{identity}"', "file": f'"{place}"',
             "generation": str(number), "nonce": f'"{base64.b64encode(nonce).decode()}"',
             "text": f'"{base64.b64encode(sealed).decode()}"'}
    lines.update(other)
    return "".join(f"{name} = {value}\n" for name, value in lines.items() if value is not None)


def outer(lines):
    return with_mark(ABOUT + "format = 1\n\n[data]\n" + lines, 0)


def lock_file(start="format = 1\n", further=(), top="", **boxes):
    text = start + f'key = "{reader.key_id(KEY)}"\n' + top
    for purpose, lines in boxes.items():
        text += f"\n[{purpose}]\n" + lines
    for lines in further:
        text += "\n[[way]]\n" + lines
    return with_mark(text, len(further))


def signed(raw, key=KEY):
    """The same with the sum of its ways, as `key` makes it."""
    document, ways, _ = reader.read_lock(raw, [])
    told = base64.b64encode(reader.sum_of_ways(document, ways, key)).decode()
    body, mark = raw.decode().split("#: end")
    top = '(?m)^(key = "[0-9a-f]{16}"\n(saves = [0-9]+\n)?)'
    body = re.sub(top, rf'\1ways = "{told}"\n', body, count=1)
    return with_mark(body[:-1], int(mark.split()[0]))


def box(purpose="passphrase", secret=PASSPHRASE.encode(), identity=None, key=KEY, **other):
    salt, nonce = os.urandom(16), os.urandom(24)
    salted = base64.b64encode(salt).decode()
    fast = purpose == "key-file"
    kdf = f"blake2b {salted}" if fast else f"argon2id13 1 8192 {salted}"
    bound = (f"rekindle key box 1\nkey={identity or reader.key_id(KEY)}\npurpose={purpose}\n"
             f"kdf={kdf}\ncipher={reader.CIPHER}\n")
    if fast:
        derived = hashlib.blake2b(b"rekindle key file 1\n" + salt, digest_size=32,
                                  key=secret).digest()
        other = {"kdf": '"blake2b"', "passes": None, "memory_kib": None, **other}
    else:
        derived = reader.argon2id(secret, salt, 1, 8192)
    lines = {"kdf": '"argon2id13"', "passes": "1", "memory_kib": "8192", "salt": f'"{salted}"',
             "cipher": f'"{reader.CIPHER}"', "nonce": f'"{base64.b64encode(nonce).decode()}"',
             "key": f'"{base64.b64encode(boxed(key, bound.encode(), nonce, derived)).decode()}"'}
    lines.update(other)
    return "".join(f"{name} = {value}\n" for name, value in lines.items() if value is not None)


def plain_files():
    whole = with_mark(NOTE + MONTH, 2)
    mark = whole.rindex(b"#: end")
    yield "whole", whole
    yield "empty", b""
    yield "cut-before-mark", whole[:mark]
    yield "cut-in-line", whole[:whole.rindex(b"trust") + 7]
    yield "cut-in-mark", whole[:mark + 5]
    yield "mark-without-line-end", whole[:-1]
    yield "entries-missing", with_mark(NOTE + MONTH[:MONTH.rindex("[[")], 2)
    yield "wrong-sum", whole.replace(b"calm = 5", b"calm = 4")
    yield "no-sum", whole[:mark] + b"#: end 2\n"
    yield "added-below", whole + b'\n[[checkin]]\ndate = 2026-11-22\nid = "c3"\nmood = 1\n'
    yield "line-ends", whole.replace(b"\n", b"\r\n")
    yield "byte-order-mark", b"\xef\xbb\xbf" + whole
    yield "comment-on-top", b"# Mine.\n" + whole
    yield "no-format", with_mark(NOTE + MONTH.replace("format = 1\n", ""), 2)
    yield "later-format", with_mark(NOTE + MONTH.replace("format = 1\n", "format = 99\n"), 2)
    yield "not-toml", with_mark(NOTE + MONTH.replace("mood = 6", "mood 6"), 2)
    yield "latin-1", with_mark(NOTE + MONTH, 2).replace(b"rain", b"Stra\xdfe")
    yield "utf-16", whole.decode().encode("utf-16")
    yield "too-deep", with_mark(NOTE + MONTH + "x = " + "[" * 80 + "]" * 80 + "\n", 2)
    yield "wrong-type", with_mark(NOTE + MONTH.replace("mood = 6", 'mood = "six"'), 2)
    yield "out-of-range", with_mark(NOTE + MONTH.replace("mood = 6", "mood = 11"), 2)
    yield "wrong-word", with_mark(NOTE + MONTH.replace('"own"', '"storm"'), 2)
    yield "wrong-month", with_mark(NOTE + MONTH.replace("2026-11-21", "2026-12-21"), 2)
    yield "second-id", with_mark(
        NOTE + MONTH.replace('"c2"', '"c1"').replace("2026-11-21", "2026-11-20"), 2)


def envelopes():
    text = with_mark(NOTE + MONTH, 2)
    whole = outer(envelope(text))
    yield "whole", whole
    yield "line-ends", whole.replace(b"\n", b"\r\n")
    yield "byte-order-mark", b"\xef\xbb\xbf" + whole
    yield "comment-on-top", b"# Mine.\n" + whole
    yield "long-comment-on-top", b"# Mine. " + b"." * 400 + b"\n" + whole
    yield "other-order", outer("".join(sorted(envelope(text).splitlines(True), reverse=True)))
    yield "inline-table", with_mark(
        ABOUT + "format = 1\ndata = { " + ", ".join(envelope(text).splitlines()) + " }\n", 0)
    yield "exactly-one-block", outer(envelope(
        with_mark(NOTE + MONTH + "# " + "x" * (4096 - len(text) - 3) + "\n", 2)))
    yield "other-key", outer(envelope(text, key=bytes(32)))
    yield "changed-text", outer(re.sub('text = "....', 'text = "AAAA', envelope(text)))
    yield "changed-generation", outer(envelope(text, generation="9"))
    yield "changed-name", outer(envelope(text, place="profile.toml", file=f'"{PLACE}"'))
    yield "wrong-place", outer(envelope(text, place="profile.toml"))
    yield "unknown-method", outer(envelope(text, cipher='"aes-256-gcm"'))
    yield "bad-base64", outer(envelope(text, text='"not base64!"'))
    yield "short-nonce", outer(envelope(text, nonce='"AAAA"'))
    yield "short-text", outer(envelope(text, text='"AAAA"'))
    yield "no-generation", outer(envelope(text, generation=None))
    yield "negative-generation", outer(envelope(text, generation="-1"))
    yield "padding-of-zeros", outer(envelope(text, pad=lambda t: t + bytes(-len(t) % 4096)))
    yield "padding-too-long", outer(envelope(text, pad=lambda t: padded(t) + bytes(4096)))
    yield "padding-not-whole", outer(envelope(text, pad=lambda t: padded(t) + b"\x80" + bytes(99)))
    yield "cut-envelope", whole[:-60]
    yield "later-outside", outer(envelope(text)).replace(b"format = 1", b"format = 99")
    yield "cut-inside", outer(envelope(text[:-40]))
    yield "later-inside", outer(envelope(text.replace(b"format = 1\n", b"format = 99\n")))
    yield "wrong-type-inside", outer(envelope(
        with_mark(NOTE + MONTH.replace("mood = 6", 'mood = "six"'), 2)))
    yield "envelope-inside", outer(envelope(whole))
    yield "plain", text


def lock_files():
    code = box("recovery", b"abcdefghijkmnpqrstuvwxyz234567")
    whole = lock_file(passphrase=box(), recovery=code)
    yield "whole", whole
    yield "unknown-keys", lock_file("format = 1\nmine = 7\n", passphrase=box() + "mine = 8\n")
    yield "line-ends", whole.replace(b"\n", b"\r\n")
    yield "cut", whole[:-60]
    yield "later-format", lock_file("format = 99\n", passphrase=box())
    yield "no-passphrase", lock_file(recovery=code)
    yield "unknown-kdf", lock_file(passphrase=box(kdf='"scrypt"'))
    yield "unknown-cipher", lock_file(passphrase=box(cipher='"aes-256-gcm"'))
    yield "too-many-passes", lock_file(passphrase=box(passes="13"))
    yield "too-few-passes", lock_file(passphrase=box(passes="0"))
    yield "too-much-memory", lock_file(passphrase=box(memory_kib="1048577"))
    yield "too-little-memory", lock_file(passphrase=box(memory_kib="8191"))
    yield "short-salt", lock_file(passphrase=box(salt='"AAAA"'))
    yield "bad-base64", lock_file(passphrase=box(nonce='"not base64!"'))
    yield "short-box", lock_file(passphrase=box(key='"AAAA"'))
    yield "cost-lowered", lock_file(passphrase=box(memory_kib="16384"))
    yield "other-secret", lock_file(passphrase=box(secret=b"something else"))
    yield "boxes-exchanged", lock_file(passphrase=code, recovery=box())
    yield "other-key-inside", lock_file(passphrase=box(key=bytes(32)))


def later_lock_files():
    """With what came after one passphrase and one recovery code."""
    day = "added = 2026-11-28\n"
    code = box("recovery", b"abcdefghijkmnpqrstuvwxyz234567")
    other = box(secret=b"something else")
    second = 'kind = "passphrase"\nname = "second"\n' + day
    stick = 'kind = "key-file"\nname = "stick"\n' + day + box("key-file", bytes(range(32)))
    top = "saves = 3\n"
    yield "signed", signed(lock_file(top=top, passphrase=day + box(), recovery=day + code))
    yield "further-ways", signed(lock_file("format = 2\n", [second + box(), stick], top,
                                           passphrase=day + other, recovery=code))
    yield "signed-by-another", signed(lock_file(top=top, passphrase=day + box()), bytes(32))
    whole = signed(lock_file(top=top, passphrase=day + box(), recovery=day + code)).decode()
    yield "way-taken-out", with_mark(whole[:whole.index("\n[recovery]")], 0)
    yield "day-changed", with_mark(whole[:whole.index("\n#: end")].replace("11-28", "11-27"), 0)
    yield "sum-taken-out", lock_file(top=top, passphrase=day + box())
    yield "sum-too-short", lock_file(top=top + 'ways = "AAAA"\n', passphrase=day + box())
    yield "unknown-kind", lock_file("format = 2\n", ['kind = "finger"\n' + box()],
                                    passphrase=box())
    yield "fast-passphrase", lock_file(passphrase=box(kdf='"blake2b"'))
    dear = box(passes="12", memory_kib="1048576")
    yield "too-dear", lock_file(passphrase=dear)
    yield "too-dear-together", lock_file(
        "format = 2\n", [second + box(passes="3", memory_kib="262144")] * 3, passphrase=box())
    yield "too-many-ways", lock_file("format = 2\n", [second + box()] * 16, passphrase=box())


def main():
    folder = pathlib.Path(sys.argv[1])
    for kind, files in (("plain", plain_files()), ("sealed", envelopes()), ("lock", lock_files()),
                        ("lock", later_lock_files())):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for name, raw in files:
            (folder / kind / f"{name}.toml").write_bytes(raw)


if __name__ == "__main__":
    main()
