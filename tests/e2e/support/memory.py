"""What stands in the memory of a process: pieces of known texts, in every form a text can have."""

import pathlib
import re

ENCODINGS = ("utf-8", "utf-16-le", "utf-32-le")
PIECE = 12  # letters; a shorter piece of what was written may be chance
WORD = 6
LONGEST_READ = 1 << 30  # more than that is set aside, and not used
ZEROS = 64
FIRST_OF_RARE = 0x10330  # Gothic: four bytes each, and in no other text of this program
RARE_LETTERS = 26


class KnownTexts:
    """Makes texts of which every six letters are told apart from all others, and finds what is left
    of them. Texts shorter than a piece are of letters that nothing else is written in."""

    def __init__(self):
        self.texts = {}  # by name
        self.words = {}  # (name, place) by the word
        self.has_short = False
        self.blocks = {}  # (name, place) by bytes that are no text

    def text(self, name, length):
        """A new text; it ends with a letter."""
        if length < PIECE:
            self.has_short = True
            text = "".join(chr(FIRST_OF_RARE + (length * 5 + i) % RARE_LETTERS)
                           for i in range(length))
        else:
            text = "".join(self._word(name, place) for place in range(0, length, WORD))[:length]
            text = text[:-1] + "q" if text[-1] == " " else text
        self.texts[name] = text
        return text

    def also(self, name, text, piece=WORD):
        """Looks for this one, too: a text that was not made here, or bytes."""
        for encoding in ENCODINGS if isinstance(text, str) else (None,):
            data = text.encode(encoding) if encoding else text
            width = piece * (len(data) // len(text))
            for place in range(0, len(data) - width + 1, width):
                self.blocks[data[place:place + width]] = (name, encoding or "bytes", data)

    def _word(self, name, place):
        number = len(self.words)
        letters = "".join(chr(ord("a") + number // 26 ** i % 26) for i in range(3))
        word = f"qx{letters} "
        self.words[word.strip()] = (name, place)
        return word

    def left_in(self, process):
        """Whose pieces stand in the writable memory of a process: a set of (name, encoding), and for
        each where, and what is around it. "short" stands for all that are shorter than a piece."""
        found = {}
        for begin, where, data in writable_memory(process):
            for encoding in ENCODINGS:
                for name, at in self._pieces(data, encoding):
                    found.setdefault((name, encoding), []).append(
                        (hex(begin + at), where, data[max(0, at - 64):at + 128]))
            for block, (name, form, whole) in self.blocks.items():
                at = data.find(block)
                if at >= 0 and self._is_long(data, at, block, whole):
                    found.setdefault((name, form), []).append(
                        (hex(begin + at), where, data[max(0, at - 64):at + 128]))
        return found

    def is_whole_in(self, process, name):
        text = self.texts[name].encode()
        return any(text in data for _, _, data in writable_memory(process))

    @staticmethod
    def _is_long(data, at, block, whole):
        """Two blocks that follow each other are a piece; bytes are one by themselves."""
        place = whole.find(block)
        before, after = place >= len(block), place + 2 * len(block) <= len(whole)
        return (not before and not after) or \
            (before and data[at - len(block):at] == whole[place - len(block):place]) or \
            (after and data[at + len(block):at + 2 * len(block)]
             == whole[place + len(block):place + 2 * len(block)])

    def _pieces(self, data, encoding):
        width = len("a".encode(encoding))
        for at in places(data, "qx".encode(encoding)):
            word = data[at:at + (WORD - 1) * width].decode(encoding, errors="replace")
            known = self.words.get(word)
            if known and self._length_around(data, at, known, encoding, width) >= PIECE:
                yield known[0], at
        rare = chr(FIRST_OF_RARE).encode(encoding)
        begins, ends = (1, 4) if encoding == "utf-32-le" else (0, 2)  # what all of them share
        for at in places(data, rare[begins:ends]) if self.has_short else ():
            letter = data[at - begins:at - begins + 4].decode(encoding, errors="replace")
            if len(letter) == 1 and 0 <= ord(letter) - FIRST_OF_RARE < RARE_LETTERS:
                yield "short", at

    def _length_around(self, data, at, known, encoding, width):
        """How many letters of the text stand there without a gap."""
        name, place = known
        whole = self.texts[name].encode(encoding)
        begin = place * width
        left = right = 0
        while left < begin and at - left > 0 and data[at - left - 1] == whole[begin - left - 1]:
            left += 1
        while begin + right < len(whole) and at + right < len(data) \
                and data[at + right] == whole[begin + right]:
            right += 1
        return (left + right) // width


def places(data, wanted):
    at = data.find(wanted)
    while at >= 0:
        yield at
        at = data.find(wanted, at + 1)


def writable_memory(process):
    """(address, what is mapped there, its bytes) of everything that a process can write to."""
    with open(f"/proc/{process}/maps", encoding="utf-8") as maps, \
            open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            begin, end, rights, name = re.match(
                r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)", line).groups()
            place, stop = int(begin, 16), int(end, 16)
            if not rights.startswith("rw") or stop - place > LONGEST_READ:
                continue
            try:
                memory.seek(place)
                whole = memory.read(stop - place)
            except OSError:
                continue  # pages of a driver
            # Most is set aside and was never written to, the whole of a stack but its end. A few
            # zeros stay: they may belong to a letter, or to a key.
            first = max(0, len(whole) - len(whole.lstrip(b"\0")) - ZEROS)
            last = len(whole.rstrip(b"\0")) + ZEROS
            yield place + first, name or "memory", whole[first:last]


def may_look_into(process):
    """Whether this account may read the memory of a process."""
    try:
        with open(f"/proc/{process}/mem", "rb", 0):
            return True
    except PermissionError:
        return False


def is_sanitized(program):
    """A sanitizer keeps copies of its own: of what is freed, and of what stood on a stack."""
    return b"__asan_init" in pathlib.Path(program).read_bytes()
