"""Runs clang-tidy over every source file that build/check compiles. Called by tests/suites.py.

Most of its time goes into what the files include, so that many files of a target are looked at at
once: a joined file includes as many of them as have no names of their own in common."""

import concurrent.futures
import hashlib
import itertools
import json
import pathlib
import re
import shlex
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "check"
JOINED = BUILD / "tidy"
LINES_AT_ONCE = 9000
# Makes a command of whatever struct is one, for which it needs to see what that command does: it is
# not to meet those who only name commands.
APART = ROOT / "workbook" / "journal" / "command_held.hpp"
# What GCC was told and Clang is to know as well; all else is about how it compiles. What GCC does by
# itself is told in `run_on`.
KEPT_FLAGS = ("-D", "-I", "-std=")
INCLUDED = re.compile(r'^#include "([^"]+)"', re.MULTILINE)
NAMED = re.compile(r"^namespace ([\w:]+) \{$", re.MULTILINE)
UNNAMED = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.MULTILINE | re.DOTALL)
# clang-format lets a declaration, and nothing else, begin in the first column. Functions may share
# a name where their parameters differ.
OWN_NAME = re.compile(r"^(?!namespace|static_assert|using namespace|[#/}\s])"
                      r"(?:(?:struct|(?:enum )?class) (\w+)|using (\w+) ="
                      r"|.*?\b(?<!::)([A-Za-z_]\w*(?:\([^{;]*)?)(?:[{;[]| =))", re.MULTILINE)

PARAMETER_NAME = re.compile(r"\s*\b\w+(?=[,)])")


class Group:
    """Files that are looked at together, and how they are read."""

    def __init__(self, flags, apart=False, files=()):
        self.flags = flags
        self.apart = apart
        self.files = list(files)
        self.lines = 0
        self.things = set()
        self.functions = set()

    def take(self, file):
        """Takes a file, if there is room and none of its own names is taken."""
        text = file.read_text()
        lines = text.count("\n")
        names = own_names(text)
        functions = {name for name in names if "(" in name}
        things = names - functions
        clash = (functions & self.functions or things & (self.things | called(self.functions))
                 or self.things & called(functions))
        if self.files and (clash or self.lines + lines > LINES_AT_ONCE):
            return False
        self.files.append(file)
        self.lines += lines
        self.things |= things
        self.functions |= functions
        return True


def called(functions):
    return {name.partition("(")[0] for name in functions}


def own_names(text):
    """What a source file declares for itself alone, with the namespace that is in: functions with
    the types they take, but for those that are handed on by their name."""
    outer = NAMED.search(text)
    names = set()
    for part in UNNAMED.findall(text):
        for name in filter(None, itertools.chain(*OWN_NAME.findall(part))):
            bare, _, taken = name.partition("(")
            if bare.isupper():
                continue  # a macro
            if taken and not re.search(rf"\b{bare}\b(?!\()", text):
                bare += "(" + PARAMETER_NAME.sub("", taken)
            names.add(f"{outer and outer[1]} {bare}")
    return names


def flags_of(command):
    """What says how to read a file, of the command that compiles it."""
    words = shlex.split(command)
    flags = []
    for word, after in zip(words, words[1:] + [""]):
        if word == "-isystem":
            flags += [word, after]
        elif word.startswith(KEPT_FLAGS):
            flags.append(word)
    return tuple(flags)


def sources():
    """Every source file of ours once, with its flags; what the build joined is taken apart."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        files = [file]
        if file.parent.name == "Unity":
            files = [pathlib.Path(name) for name in INCLUDED.findall(file.read_text())]
        for source in files:
            if source.suffix == ".cpp" and BUILD not in source.parents:
                found.setdefault(source, flags_of(entry["command"]))
    return found


def reached(file, seen):
    """Adds a file and all of ours that it includes to those seen."""
    if file in seen or not file.is_file():
        return
    seen.add(file)
    for name in INCLUDED.findall(file.read_text()):
        reached(ROOT / name, seen)


def groups():
    """All sources, in as few groups as they go into."""
    made = []
    for file, flags in sorted(sources().items()):
        files = set()
        reached(file, files)
        apart = APART in files
        if not any((group.flags, group.apart) == (flags, apart) and group.take(file)
                   for group in made):
            made.append(Group(flags, apart))
            made[-1].take(file)
    return made


def stamp_of(group):
    """What the findings depend on, but for the system's own headers."""
    files = {ROOT / ".clang-tidy"}
    for file in group.files:
        reached(file, files)
    told = hashlib.sha256(repr(group.flags).encode())
    for file in sorted(files):
        told.update(str(file).encode() + file.read_bytes())
    return told.hexdigest()


def run_on(program, group):
    """What clang-tidy says of a group, and nothing where it finds nothing."""
    stamp = stamp_of(group)
    clean = JOINED / f"{stamp}.clean"
    if clean.exists():
        return ""
    joined = JOINED / f"{stamp}.cpp"
    joined.write_text("".join(f'#include "{file}"\n' for file in group.files))
    result = subprocess.run([program, "--quiet", "--warnings-as-errors=*",
                             f"--header-filter=^{re.escape(str(ROOT))}/(app|workbook|tests)/",
                             str(joined), "--", "-w", "-fsized-deallocation", *group.flags],
                            text=True, check=False, cwd=ROOT, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = result.stdout if result.returncode else ""
    unreadable = re.search(r".*\[clang-diagnostic-error.*", said)
    if unreadable and len(group.files) > 1:
        # Names in common that were not seen: the halves have fewer of them.
        print(f"tidy: looking at {len(group.files)} files in halves, for {unreadable[0]}")
        half = len(group.files) // 2
        said = "".join(run_on(program, Group(group.flags, group.apart, files))
                       for files in (group.files[:half], group.files[half:]))
    if not said:
        clean.touch()
        joined.unlink()
    return said


def findings(program):
    """What clang-tidy says of the whole tree; two groups at a time, the largest first."""
    JOINED.mkdir(exist_ok=True)
    largest_first = sorted(groups(), key=lambda group: -group.lines)
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return "".join(pool.map(lambda group: run_on(program, group), largest_first))
