#!/usr/bin/env python3
"""Reads a Rekindle journal without Rekindle, as FORMAT.md describes it; it never writes into one.

    reader.py PLACE [--lock FILE] [--passphrase-fd N | --key-file FILE]
                    [--toml | --json] [--only NAME] [--out DIR]

PLACE is a journal's folder, one of the states in its .history/backups, or an archive (tar). Without
--toml or --json each file is told on one line, with everything that does not fit. --toml prints
what each file says, --json all of it as one document, --out writes it below a new folder.

Needs Python 3.11 and, for a locked journal, libsodium. Ends with 0: all fits, 1: something does
not, 2: wrong usage, 3: the system refused, 4: that is not the passphrase."""

import argparse
import base64
import ctypes
import ctypes.util
import datetime
import getpass
import hashlib
import json
import os
import pathlib
import re
import stat
import sys
import tarfile
import tomllib
import unicodedata

LARGEST = 16 * 1024 * 1024  # bytes of one file
MOST_WORK = 2490368  # (passes + 1) times KiB of all ways into a lock
DEEPEST = 64  # tables and arrays in one another
BLOCK = 4096  # bytes to which a text is padded
TAG = 16  # bytes
CIPHER = "xchacha20-poly1305"
SIGNS = "abcdefghijkmnpqrstuvwxyz23456789"  # of a recovery code
COMPANIONS = ("FORMAT.md", "reader.py")  # in an archive, beside the journal
MARK = re.compile(rb"#: end (0*[0-9]{1,18})(?: sum=([^\n]*?))?\r?\Z")


class Wrong(Exception):
    """Something does not fit: a word for programs (the tests' tables name them), and a sentence."""

    def __init__(self, word, sentence=""):
        super().__init__(f"{word}: {sentence}" if sentence else word)
        self.word = word


class NotThePassphrase(Exception):
    """Nothing that was given opens the lock."""


# --- bytes and sums ------------------------------------------------------------------------------


def short_hash(data, key=b""):
    """16 hexadecimal digits: the sum of an end mark, the id of a key."""
    return hashlib.blake2b(data, digest_size=16, key=key).hexdigest()[:16]


def key_id(key):
    return short_hash(b"rekindle: the name of a key", key)


def from_base64(table, name, size=None):
    """The bytes of a key of `table`, `size` of them when that is given."""
    text = table.get(name)
    if not isinstance(text, str):
        raise Wrong("wrong-value", f"`{name}` has to be a text")
    try:
        data = base64.b64decode(text.encode(), validate=True)
    except ValueError:
        raise Wrong("not-written-so", f"`{name}` is not base64") from None
    if base64.b64encode(data).decode() != text or (size is not None and len(data) != size):
        raise Wrong("not-written-so", f"`{name}` has another length")
    return data


def sodium():
    """libsodium, found when it is first needed."""
    if not hasattr(sodium, "library"):
        name = ctypes.util.find_library("sodium") or "libsodium.so.23"
        try:
            sodium.library = ctypes.CDLL(name)
        except OSError:
            raise OSError("libsodium is not here; install it (Debian: libsodium23)") from None
        if sodium.library.sodium_init() < 0:
            raise OSError("libsodium does not start")
    return sodium.library


def opened_box(sealed, bound, nonce, key):
    """What is encrypted with XChaCha20-Poly1305; nothing when the tag does not fit."""
    size = len(sealed) - TAG
    if size < 0:
        return None
    out = ctypes.create_string_buffer(size or 1)
    count = ctypes.c_ulonglong
    done = sodium().crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, None, None, sealed, count(len(sealed)), bound, count(len(bound)), nonce, key)
    return out.raw[:size] if done == 0 else None


def argon2id(secret, salt, passes, kib):
    out = ctypes.create_string_buffer(32)
    count = ctypes.c_ulonglong
    if sodium().crypto_pwhash(out, count(32), secret, count(len(secret)), salt, count(passes),
                              ctypes.c_size_t(kib * 1024), 2) != 0:
        raise OSError("there is not enough memory to use the passphrase")
    return out.raw


# --- the frame of a file (FORMAT.md, section 2) ---------------------------------------------------


def depth_of(value):
    """How many tables and arrays stand in one another, without the outermost."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max((1 + depth_of(each) for each in inner if isinstance(each, (dict, list))), default=0)


def end_mark(raw):
    """Where the end mark's line begins and ends, its count and its sum; nothing without one."""
    starts = [found.start() for found in re.finditer(rb"^#: end ", raw, re.MULTILINE)]
    if not starts:
        return None
    begin = starts[-1]
    end = raw.find(b"\n", begin)
    line = raw[begin:] if end < 0 else raw[begin:end]
    found = MARK.fullmatch(line)
    if not found:
        return None
    whole = end >= 0 and found[2] is not None
    return begin, len(raw) if end < 0 else end + 1, int(found[1]), found[2] if whole else b""


def count_entries(document):
    return sum(len(value) for value in document.values()
               if isinstance(value, list) and all(isinstance(each, dict) for each in value))


def rows_of(document, name):
    """The tables of an array; what else stands there is told where it is checked."""
    rows = document.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def whole_of(table, name):
    """A whole number; 0 where there is none."""
    return table[name] if type(table.get(name)) is int else 0


def read_frame(raw, said, knows=1):
    """The document in a file. What is wrong is raised, what is only odd is added to `said`."""
    if len(raw) > LARGEST:
        raise Wrong("too-large")
    if not raw:
        raise Wrong("cut", "the file is empty")
    mark = end_mark(raw)
    try:
        document = tomllib.loads(raw.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise Wrong("not-utf8") from None
    except RecursionError:
        raise Wrong("too-deep") from None
    except tomllib.TOMLDecodeError as error:
        # tomllib's words may quote the person's: only the place is told.
        place = re.search(r"\(at [^)]*\)$", str(error))
        raise Wrong("not-toml" if mark else "cut", place[0] if place else "") from None
    if depth_of(document) > DEEPEST:
        raise Wrong("too-deep")
    known = document.pop("format", None)
    if type(known) is not int or known < 1:
        raise Wrong("no-format")
    if known > knows:
        raise Wrong("later-format", f"format {known}")
    if mark is None:
        raise Wrong("cut", "there is no end mark")
    begin, end, count, told = mark
    there = count_entries(document)
    if there < count:
        raise Wrong("entries-missing", f"{count} told, {there} there")
    if told.decode(errors="replace") != short_hash(raw[:begin]) or raw[end:] or there != count:
        said.append(Wrong("changed", "by hand or by another program"))
    return document


# --- what the parts may say (FORMAT.md, sections 3 to 7) ------------------------------------------

EVENTS = "milestone|setback|hard-conversation|counselling|hard-day|own"
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ROW = {"date": "date!", "person": "text"}
CARD = {"card": "name!", "exercise": "name!", **ROW}
NOTED = {"person": "text", "added": "date", "changed": "date"}
SCALE = {"id": "id!", "title": "text!", "low": "text", "high": "text"}
MONTH = {
    "checkin": [{**ROW, "time": "time", "id": "name", "mood": "0..10", "trust": "0..10",
                 "feelings": {"*": "0..10"}, "note": "text",
                 "events": [{"kind": EVENTS + "!", "text": "text"}]}, ("date", "id")]}
ANSWERS = {
    "answer": [{**CARD, "time": "time", "id": "name", "text": "text!"}, ("card", "exercise", "id")],
    "tick": [{**CARD, "item": "name!"}],
    "letter": [{**CARD, "changed": "date", "id": "name",
                "parts": [{"part": "id!", "text": "text!"}, ("part",)]},
               ("card", "exercise", "id")],
    "talk": [{**CARD, "time": "time", "id": "name", "topic": "text", "learned": "text",
              "felt": [{"person": "id!", "safe": "0..10", "heard": "0..10"}, ("person",)]},
             ("card", "exercise", "id")],
    "pause": [{**CARD, "time": "time", "id": "name", "back_at": "time",
               "came_back": "flag"},
              ("card", "exercise", "id")],
    "rating": [{**ROW, "card": "name!", "scale": "name!", "value": "0..10!"}],
    "mark": [{**ROW, "card": "name!", "mark": "worked-through|set-aside|none!"}]}
PRACTICES = {
    "item": [{**NOTED, "list": "name!", "id": "name", "text": "text!", "status": "text",
              "note": "text", "added": "date!"}, ("list", "id")],
    "promise": [{**NOTED, "ledger": "name!", "id": "name", "text": "text!", "who": "text",
                 "recurrence": "once|daily|weekdays|weekly!", "first": "date!", "ended": "date",
                 "weekdays": "days",
                 "marks": [{"due": "date!", "kept": "kept|late|not-kept!", "marked": "date"},
                           ("due",)],
                 "pauses": [{"from": "date!", "until": "date"}]}, ("ledger", "id")],
    "ritual": [{"id": "name!", "text": "text", "rhythm": "none|daily|weekly"}, ("id",)],
    "done": [{**ROW, "ritual": "name!"}],
    "plan": [{**NOTED, "list": "name!", "id": "name", "text": "text", "date": "date!",
              "done": "date"}, ("list", "id")]}
PROFILE = {
    "day_end": "time", "week_start": "|".join(DAYS), "workbook": "text",
    "relationship": "partner|friend|family|work|",
    "person": [{"id": "id!", "name": "text", "role": "neither|hurt|broke|both"}, ("id",)],
    "scale": [SCALE, ("id",)], "former_scale": [SCALE, ("id",)],
    "supporter": [{"id": "id", "name": "text", "reach": "text"}, ("id",)]}


def fits(value, kind):
    """Whether a value is of the kind that a table above names."""
    if kind == "text":
        return isinstance(value, str)
    if kind == "name":
        return isinstance(value, str) and value != ""
    if kind == "id":
        return isinstance(value, str) and re.fullmatch("[a-z0-9-]+", value) is not None
    if kind == "date":
        return type(value) is datetime.date and value.year >= 1900
    if kind == "time":
        return type(value) is datetime.time
    if kind == "flag":
        return isinstance(value, bool)
    if kind == "0..10":
        return type(value) is int and 0 <= value <= 10
    if kind == "days":
        return isinstance(value, list) and all(each in DAYS for each in value)
    return isinstance(value, str) and value in kind.split("|")


def check_table(table, shape, where, said):
    """Every key of `table` that `shape` knows; others are other people's."""
    for name, kind in shape.items():
        if name == "*":
            for each, value in table.items():
                if not fits(value, kind) or each in ("mood", "trust"):
                    said.append(Wrong("wrong-value", f"{where}.{each}"))
            continue
        needed = isinstance(kind, str) and kind.endswith("!")
        if name not in table:
            if needed:
                said.append(Wrong("wrong-value", f"{where}.{name} is missing"))
            continue
        value = table[name]
        if isinstance(kind, str):
            if not fits(value, kind.rstrip("!")):
                said.append(Wrong("wrong-value", f"{where}.{name}"))
        elif isinstance(kind, dict):
            if isinstance(value, dict):
                check_table(value, kind, f"{where}.{name}", said)
            else:
                said.append(Wrong("wrong-value", f"{where}.{name} has to be a table"))
        else:
            check_rows(value, kind, f"{where}.{name}", said)


def check_rows(rows, shape, where, said):
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        said.append(Wrong("wrong-value", f"{where} has to be a list of tables"))
        return
    known = set()
    for number, row in enumerate(rows, 1):
        check_table(row, shape[0], f"{where}[{number}]", said)
        if len(shape) == 1 or not all(name in row for name in shape[1]):
            continue
        name = tuple(str(row[each]) for each in shape[1])
        if name in known:
            said.append(Wrong("second-id", f"{where}[{number}]"))
        known.add(name)


def check_part(name, document, said):
    """What a part says, against what it may say."""
    if name.startswith("checkins/"):
        shape = MONTH
    elif name.startswith("answers/"):
        shape = ANSWERS
    else:
        shape = {"profile.toml": PROFILE, "practices.toml": PRACTICES}[name]
    check_table(document, shape, name.removesuffix(".toml"), said)
    if shape is MONTH:
        for row in rows_of(document, "checkin"):
            day = row.get("date")
            if fits(day, "date") and f"{day:%Y-%m}" != name[9:16]:
                said.append(Wrong("wrong-month", f"{day}"))
    if shape is PROFILE and len(rows_of(document, "person")) > 2:
        said.append(Wrong("wrong-value", "there are more than two people"))
    if shape is PRACTICES:
        for row in rows_of(document, "promise"):
            if row.get("recurrence") == "weekdays" and not row.get("weekdays"):
                said.append(Wrong("wrong-value", "a promise of weekdays names none"))


def is_part(name):
    return re.fullmatch(r"(profile|practices)\.toml|answers/[a-z0-9-]+\.toml"
                        r"|checkins/[0-9]{4}-(0[1-9]|1[0-2])\.toml", name) is not None


# --- the lock (FORMAT.md, sections 10 and 11) -----------------------------------------------------


def is_envelope(document):
    data = document.get("data")
    return isinstance(data, dict) and "cipher" in data


def open_envelope(document, key):
    """The bytes in an envelope, its logical name and its generation."""
    data = document["data"]
    if data["cipher"] != CIPHER:
        raise Wrong("unknown-method")
    for name in ("key", "file"):
        if not isinstance(data.get(name), str):
            raise Wrong("wrong-value", f"`{name}` has to be a text")
    generation = data.get("generation")
    if type(generation) is not int or not 0 <= generation < 1 << 31:
        raise Wrong("wrong-value", "`generation` has to be a whole number")
    nonce = from_base64(data, "nonce", 24)
    sealed = from_base64(data, "text")
    if len(sealed) < BLOCK + TAG or (len(sealed) - TAG) % BLOCK:
        raise Wrong("not-written-so", "`text` has another length")
    if data["key"] != key_id(key):
        raise Wrong("other-key", data["key"])
    bound = (f"rekindle file 1\ncipher={CIPHER}\nkey={data['key']}\n"
             f"generation={generation}\nfile={data['file']}\n")
    padded = opened_box(sealed, bound.encode(), nonce, key)
    if padded is None:
        raise Wrong("damaged", "the tag does not fit")
    text = padded.rstrip(b"\0")
    if not text.endswith(b"\x80") or len(padded) - len(text) >= BLOCK:
        raise Wrong("damaged", "the padding does not fit")
    return text[:-1], data["file"], generation


def read_way(table, purpose):
    """A way into the lock, held to its limits before any work is done for it."""
    if not isinstance(table, dict):
        raise Wrong("wrong-value", "a way in has to be a table")
    kdf = table.get("kdf")
    if kdf not in ("argon2id13", "blake2b") or table.get("cipher") != CIPHER:
        raise Wrong("unknown-method")
    if kdf == "blake2b" and purpose != "key-file":
        raise Wrong("wrong-value", "`blake2b` is for key files alone")
    way = {"purpose": purpose, "name": table.get("name", ""), "added": table.get("added"),
           "check_signs": table.get("check_signs"), "passes": 0, "kib": 0,
           "salt": from_base64(table, "salt", 16), "nonce": from_base64(table, "nonce", 24),
           "key": from_base64(table, "key", 48), "kdf": f"blake2b {table['salt']}",
           "texts": (table["nonce"], table["key"])}
    if not isinstance(way["name"], str) or len(way["name"]) > 40 or "\n" in way["name"]:
        raise Wrong("wrong-value", "`name`")
    if way["added"] is not None and not fits(way["added"], "date"):
        raise Wrong("wrong-value", "`added`")
    if way["check_signs"] not in (None, 2) or way["check_signs"] and purpose != "recovery":
        raise Wrong("wrong-value", "`check_signs`")
    if kdf == "argon2id13":
        passes, kib = table.get("passes"), table.get("memory_kib")
        if type(passes) is not int or not 1 <= passes <= 12:
            raise Wrong("cost", "`passes`")
        if type(kib) is not int or not 8192 <= kib <= 1 << 20:
            raise Wrong("cost", "`memory_kib`")
        way.update(passes=passes, kib=kib, kdf=f"argon2id13 {passes} {kib} {table['salt']}")
    return way


def read_lock(raw, said):
    """lock.toml: the id of the key, the ways in, and the sum of the ways where there is one."""
    document = read_frame(raw, said, knows=2)
    if not isinstance(document.get("key"), str):
        raise Wrong("wrong-value", "`key` has to be a text")
    if "passphrase" not in document:
        raise Wrong("wrong-value", "there is no way in by a passphrase")
    ways = [read_way(document[name], name) for name in ("passphrase", "recovery")
            if name in document]
    further = document.get("way", [])
    if not isinstance(further, list):
        raise Wrong("wrong-value", "`way` has to be a list of tables")
    for table in further:
        if not isinstance(table, dict) or table.get("kind") not in ("passphrase", "key-file"):
            raise Wrong("unknown-method", "`kind`")
        ways.append(read_way(table, table["kind"]))
    saves = document.get("saves", 1)
    if type(saves) is not int or not 1 <= saves <= 10**9:
        raise Wrong("wrong-value", "`saves`")
    total = from_base64(document, "ways", 32) if "ways" in document else None
    if len(ways) > 16 or sum((way["passes"] + 1) * way["kib"] for way in ways) > MOST_WORK:
        raise Wrong("cost", "all ways together")
    return document, ways, total


def sum_of_ways(document, ways, key):
    text = f"rekindle ways 1\nkey={document['key']}\nsaves={document.get('saves', 0)}\n" + "".join(
        f"way={way['purpose']}\nname={way['name']}\nadded={way['added'] or ''}\n"
        f"check_signs={way['check_signs'] or 0}\nkdf={way['kdf']}\n"
        f"nonce={way['texts'][0]}\nbox={way['texts'][1]}\n" for way in ways)
    return hashlib.blake2b(text.encode(), digest_size=32, key=key).digest()


def ways_fit(document, ways, total, key):
    """Whether nobody without the key has put a way in, taken one out or exchanged one."""
    if total is not None:
        return total == sum_of_ways(document, ways, key)
    return "saves" not in document and not any(
        way["name"] or way["added"] or way["check_signs"] or way["purpose"] == "key-file"
        for way in ways)


def try_way(identity, way, secret):
    bound = (f"rekindle key box 1\nkey={identity}\npurpose={way['purpose']}\nkdf={way['kdf']}\n"
             f"cipher={CIPHER}\n")
    if way["kib"]:
        derived = argon2id(secret, way["salt"], way["passes"], way["kib"])
    else:
        derived = hashlib.blake2b(b"rekindle key file 1\n" + way["salt"], digest_size=32,
                                  key=secret).digest()
    return opened_box(way["key"], bound.encode(), way["nonce"], derived)


def secrets_of(typed):
    """What a typed passphrase can mean, the likeliest first."""
    plain = unicodedata.normalize("NFC", typed)
    bare = plain.removesuffix("\r").removeprefix("\ufeff")
    forms = dict.fromkeys((bare.encode(), plain.encode()))
    return [*forms, *(form[:1024] for form in forms if len(form) > 1024)]


def code_of(typed):
    """The signs of a recovery code; nothing when it is none."""
    signs = "".join(sign for sign in typed if sign not in "\u00ad\u02d7\u2043\u2212\ufeff\u200b"
                    and unicodedata.category(sign) not in ("Pd", "Zs", "Zl", "Zp", "Cc")).lower()
    return signs.encode() if len(signs) == 30 and all(sign in SIGNS for sign in signs) else None


def check_fits(code):
    """Whether the last two signs of a recovery code are the check signs of the others."""
    def times(left, right):  # in GF(32)
        product = 0
        for bit in range(5):
            product ^= left << bit if right >> bit & 1 else 0
        for bit in range(8, 4, -1):
            product ^= 0b100101 << bit - 5 if product >> bit & 1 else 0
        return product
    high = low = 0
    values = [SIGNS.index(sign) for sign in code.decode()]
    for value in values[:28]:
        high, low = low ^ times(6, value ^ high), times(8, value ^ high)
    return [high, low] == values[28:]


def key_of_file(raw):
    """The secret in a key file."""
    for line in raw.decode("ascii", "replace").splitlines():
        if line.startswith("rekindle-key-1"):
            parts = line.rstrip(" \r").split(" ")
            if len(parts) == 3 and parts[2] == short_hash(" ".join(parts[:2]).encode()):
                return from_base64({"key": parts[1]}, "key", 32)
            raise Wrong("damaged", "this key file is cut short or damaged")
    raise Wrong("no-key-file", "this is no key file of Rekindle")


def tries_of(opener, ways):
    """Each way that what was given may open, with the secret to try."""
    if isinstance(opener, bytes):
        return [(way, opener) for way in ways if way["purpose"] == "key-file"]
    tries = [(way, secret) for way in ways if way["purpose"] == "passphrase"
             for secret in secrets_of(opener)]
    code = code_of(opener)
    return tries + [(way, code) for way in ways if way["purpose"] == "recovery" and code
                    and (not way["check_signs"] or check_fits(code))]


def open_lock(raw, opener, said):
    """The journal's key and the purpose of the way that opened it. `opener` is a text as typed, or
    the bytes of a key file's secret."""
    document, ways, total = read_lock(raw, said)
    for way, secret in tries_of(opener, ways):
        key = try_way(document["key"], way, secret)
        if key is None:
            continue
        if key_id(key) != document["key"]:
            raise Wrong("other-key", "lock.toml holds another key than it says")
        if not ways_fit(document, ways, total, key):
            said.append(Wrong("ways-changed", "a way in was put in, taken out or exchanged"))
        return key, way["purpose"]
    code = code_of(opener) if isinstance(opener, str) else None
    if code and any(way["check_signs"] for way in ways) and not check_fits(code):
        raise NotThePassphrase("It looks like a recovery code with a slip in it: its last two "
                               "signs do not fit the others.")
    raise NotThePassphrase


# --- a whole journal ------------------------------------------------------------------------------


def read_folder(folder):
    """The bytes of the journal's files by their places. Nothing is read through a link."""
    files, odd = {}, []
    def look(below, at):
        for entry in sorted(os.scandir(at), key=lambda each: each.name):
            name = below + entry.name
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                look(name + "/", entry.path)
            elif stat.S_ISREG(mode):
                if entry.stat(follow_symlinks=False).st_size > LARGEST:
                    odd.append((name, Wrong("too-large")))
                    continue
                handle = os.open(entry.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
                with os.fdopen(handle, "rb") as file:
                    files[name] = file.read(LARGEST + 1)
            else:
                odd.append((name, Wrong("no-file", "a link, or no plain file")))
    look("", folder)
    return files, odd


def read_archive(file):
    """The same of a tar."""
    files, odd = {}, []
    with tarfile.open(file, "r:") as archive:
        for entry in archive:
            name = os.path.normpath(entry.name)
            if entry.isdir() or name in COMPANIONS:
                continue
            known = name == "lock.toml" or is_part(name) or re.fullmatch(
                r"(workbooks|themes)/[^./][^/]*\.toml", name)
            if not entry.isreg() or not known:
                odd.append((name, Wrong("no-part", "no file of a journal")))
            elif entry.size > LARGEST:
                odd.append((name, Wrong("too-large")))
            elif name in files:
                odd.append((name, Wrong("twice")))
            else:
                files[name] = archive.extractfile(entry).read()
    return files, odd


def belongs(place):
    """Which part the file at a place is or was (nothing: bytes), and whether its name is bound."""
    steps = place.split("/")
    if steps[:2] == [".history", "backups"] and len(steps) > 3:
        return "/".join(steps[3:])
    if steps[:2] == [".history", "versions"] and len(steps) > 3:
        return "/".join(steps[2:-1]) + ".toml"
    if steps[:2] == [".history", "gone"]:
        return "/".join(steps[2:])
    return place


def is_ours(place):
    """Whether a file is to be read: what else lies in the folder belongs to others."""
    name = belongs(place)
    if place in ("lock.toml", ".history/lock.toml", ".lock"):
        return False
    return is_part(name) or place.startswith(".history/") and not re.match(
        r"\.history/backups/[^/]+/(workbooks|themes)/", place)


class Journal:
    """What a journal says: `texts` and `documents` by place, and `said`, the list of all that does
    not fit, as pairs of a place and a Wrong."""

    def __init__(self, files, odd=(), key=None):
        self.files, self.key = files, key
        self.texts, self.documents, self.generations = {}, {}, {}
        self.said = list(odd)
        try:
            self.lock = read_frame(files["lock.toml"], [], knows=2)
        except (KeyError, Wrong):
            self.lock = None  # said by whoever opens it
        for place in sorted(files):
            if is_ours(place):
                said = []
                try:
                    self.read(place, said)
                except Wrong as wrong:
                    said.append(wrong)
                self.said += [(place, wrong) for wrong in said]
        if key:
            self.check_list()

    def read(self, place, said):
        raw, expected = self.files[place], belongs(place)
        of_bytes = place.startswith((".history/damaged/", ".history/interrupted/",
                                     ".history/taken/"))
        if of_bytes and not self.key:
            self.texts[place] = raw
            return
        outer_said = []
        try:
            document = read_frame(raw, outer_said)
        except Wrong as wrong:
            if not of_bytes or wrong.word == "later-format":
                raise
            self.texts[place] = raw  # it was damaged when it was set aside
            return
        text = raw
        if is_envelope(document):
            if not self.key:
                raise Wrong("locked")
            text, name, self.generations[place] = open_envelope(document, self.key)
            merged = place.startswith(".history/merged/") and is_part(name)
            if name != expected and not of_bytes and not merged:
                raise Wrong("wrong-place", name)
            self.texts[place] = text
            if of_bytes or not name.endswith(".toml"):
                return
            document = read_frame(text, said)
        else:
            said += outer_said
            if self.key:
                raise Wrong("plain", "in a locked journal")
        self.texts[place], self.documents[place] = text, document
        if is_part(expected):
            check_part(expected, document, said)

    def check_list(self):
        """The sealed list: what is older than it says, exchanged or gone."""
        place = ".history/generations.toml"
        known = self.documents.get(place, {})
        saves, now = whole_of(known, "lock"), whole_of(self.lock or {}, "saves")
        if self.lock is not None and (now < saves or saves and now == saves and (
                self.lock.get("ways") != known.get("ways"))):
            self.said.append(("lock.toml", Wrong("older-lock")))
        for row in rows_of(known, "file"):
            name, saves = row.get("name"), row.get("saves")
            if not isinstance(name, str) or type(saves) is not int:
                self.said.append((place, Wrong("wrong-value")))
            elif name not in self.files:
                self.said.append((name, Wrong("gone", f"saved {saves} times")))
            elif name in self.generations:
                there = self.generations[name]
                if there < saves:
                    self.said.append((name, Wrong("older", f"{there} of {saves}")))
                elif there == saves and row.get("hash") not in (
                        None, short_hash(self.texts[name])):
                    self.said.append((name, Wrong("exchanged", "the list knows another")))


def settle(files, said):
    """A change of the lock that was cut off: what its mark says, in place of the files before."""
    mark, staged = ".locking/ready.toml", ".locking/new/"
    new = {place[len(staged):]: raw for place, raw in files.items() if place.startswith(staged)}
    rest = {place: raw for place, raw in files.items() if not place.startswith(".locking/")}
    if mark not in files:
        return rest
    try:
        document = read_frame(files[mark], [])
    except Wrong as wrong:
        said.append((mark, wrong))
        return rest
    wanted = {str(row.get("name")): row.get("hash") for row in rows_of(document, "file")}
    if "after" in document:
        def is_one(raw, told):
            return raw is not None and hashlib.blake2b(raw, digest_size=32).hexdigest() == told
        good = {place: next((raw for raw in (new.get(place), rest.get(place))
                             if is_one(raw, told)), None) for place, told in wanted.items()}
        if None in good.values() or not good or bool(document["after"]) != document.get("locked"):
            said.append((mark, Wrong("mark", "it does not hold")))
            return rest
        new = good
    said.append((mark, Wrong("unfinished", "a change of the lock was cut off; read as meant")))
    if not (document.get("after") or document.get("locked")):
        rest.pop("lock.toml", None)
        rest.pop(".history/lock.toml", None)
    return {**rest, **new}


def unlock(files, opener, said):
    """The key of a journal by its lock.toml, or by the copy of it where that does not open."""
    refused = NotThePassphrase()
    for place in ("lock.toml", ".history/lock.toml"):
        if place not in files:
            continue
        odd = []
        try:
            key, way = open_lock(files[place], opener, odd)
        except NotThePassphrase as wrong:
            refused = wrong
            continue
        except Wrong as wrong:
            said.append((place, wrong))
            refused = wrong
            continue
        said += [(place, wrong) for wrong in odd]
        return key, way
    raise refused


# --- the command line -----------------------------------------------------------------------------


def as_json(value):
    return value.isoformat() if isinstance(value, (datetime.date, datetime.time)) else str(value)


def tell(journal, options):
    """Prints what was asked for. True when everything fits."""
    report = sys.stderr if options.toml or options.json else sys.stdout
    said = {}
    for place, wrong in journal.said:
        said.setdefault(place, []).append(str(wrong))
    for place in sorted(journal.texts.keys() | said.keys()):
        count = count_entries(journal.documents.get(place, {}))
        saves = journal.generations.get(place)
        print(f"{place}: {count} entries" + (f", saved {saves} times" if saves else "") + "; "
              + ("; ".join(said.get(place, ())) or "whole"), file=report)
    wanted = [place for place in journal.texts if options.only in (None, place)]
    if options.json:
        json.dump({place: journal.documents[place] for place in wanted
                   if place in journal.documents},
                  sys.stdout, default=as_json, ensure_ascii=False, indent=1)
        print()
    elif options.toml:
        for place in wanted:
            if options.only is None:
                print(f"# --- {place}", flush=True)
            sys.stdout.buffer.write(journal.texts[place])
            sys.stdout.buffer.flush()
    if options.out:
        options.out.mkdir(mode=0o700)  # a new one: nothing that is there is written over
        for place in wanted:
            to = options.out / place
            to.parent.mkdir(parents=True, exist_ok=True)
            with open(to, "xb") as file:
                file.write(journal.texts[place])
    return not journal.said


def main():
    parser = argparse.ArgumentParser(
        description="Reads a Rekindle journal without Rekindle; FORMAT.md says how.")
    parser.add_argument("place", type=pathlib.Path, metavar="PLACE",
                        help="a journal's folder, an earlier state of one, or an archive")
    parser.add_argument("--lock", type=pathlib.Path, metavar="FILE",
                        help="the lock.toml to open it with; else the one in PLACE")
    parser.add_argument("--passphrase-fd", type=int, metavar="N",
                        help="read the passphrase or recovery code from this file descriptor")
    parser.add_argument("--key-file", type=pathlib.Path, metavar="FILE",
                        help="open it with this key file instead")
    parser.add_argument("--toml", action="store_true", help="print what each file says")
    parser.add_argument("--json", action="store_true", help="the same as one JSON document")
    parser.add_argument("--only", metavar="NAME", help="of this one file alone")
    parser.add_argument("--out", type=pathlib.Path, metavar="DIR",
                        help="write what each file says below this new folder")
    options = parser.parse_args()
    os.umask(0o077)
    said = []
    try:
        reading = read_folder if options.place.is_dir() else read_archive
        files, odd = reading(options.place)
        if options.lock:
            files["lock.toml"] = options.lock.read_bytes()
        files = settle(files, said)
        key = None
        if "lock.toml" in files or ".history/lock.toml" in files:
            if options.key_file:
                typed = key_of_file(options.key_file.read_bytes())
            elif options.passphrase_fd is None:
                typed = getpass.getpass("Passphrase: ")
            else:
                with os.fdopen(options.passphrase_fd, encoding="utf-8", newline="\n") as given:
                    typed = given.readline().removesuffix("\n")
            key, way = unlock(files, typed, said)
            print(f"Opened by the {way.replace('recovery', 'recovery code')}.", file=sys.stderr)
        return 0 if tell(Journal(files, odd + said, key), options) else 1
    except NotThePassphrase as refused:
        for place, wrong in said:
            print(f"{place}: {wrong}", file=sys.stderr)
        print(str(refused) or "That is not the passphrase.", file=sys.stderr)
        return 4
    except Wrong as wrong:
        print(f"What opens it: {wrong}", file=sys.stderr)
        return 1
    except (OSError, tarfile.TarError, UnicodeDecodeError) as error:
        print(f"{options.place}: {error}", file=sys.stderr)
        return 3


if __name__ == "__main__":
    sys.exit(main())
