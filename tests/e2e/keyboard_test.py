"""Keyboards of other countries: shortcuts go by what is printed on the keys, and dead keys make
their letters whatever input method is named, running or not, and whatever the locale."""

import subprocess

from support.case import WindowCase
from support.program import PROGRAM, ROOT, run_command, wait_until

# Keys by their places: what an American keyboard prints there.
KEYS = {"1": 10, "6": 15, "7": 16, "8": 17, "0": 19, "-": 20, "=": 21, "y": 29, "e": 26, "[": 34,
        "a": 38, ";": 47, "'": 48, "z": 52, "/": 61}


class Keyboard(WindowCase):
    def layout(self, *names):
        self.desk.run("setxkbmap", *names)

    def press(self, program, place, *held):
        program.key("+".join((*held, str(KEYS[place]))))

    def note(self):
        return run_command(self.desk, self.data, "show", "--field", "note").stdout


class Shortcuts(Keyboard):
    def rated(self):
        """A program with a slider set to 6, so that there is something to undo."""
        program = self.open()
        program.click("nav.today")
        program.rate("today.mood", 6)
        return program

    def undo_is(self, program, place, *held):
        """The key undoes the rating, which is then made anew."""
        self.press(program, place, *held)
        program.wait_for("today.mood", "value=none")
        program.rate("today.mood", 6)

    def width(self, program):
        return program.controls()["nav.today"].width

    def test_undo_is_the_key_that_prints_z_and_no_other(self):
        program = self.rated()
        for names, undo, others in ((("us",), "z", ()), (("de",), "y", ("z",)),
                                    (("fr", "-variant", "bepo"), "[", ("z",)),
                                    (("us", "-variant", "dvorak"), "/", ("z",)),
                                    (("ru",), "z", ()), (("gr",), "z", ())):
            with self.subTest(layout=" ".join(names)):
                self.layout(*names)
                for other in others:
                    self.press(program, other, "ctrl")
                # What was pressed has been done when the clicks after it have.
                program.click("nav.workbook")
                wait_until(lambda: "today.mood" not in program.controls(), "another page")
                program.click("nav.today")
                program.wait_for("today.mood", "value=6")
                self.undo_is(program, undo, "ctrl")
        self.layout("us")
        self.close_cleanly(program)

    def test_larger_smaller_and_pages_go_by_the_signs_that_are_printed(self):
        program = self.open()
        program.click("nav.workbook")
        usual = self.width(program)
        for names, plus, minus, zero in (
                (("us",), ("=", "ctrl"), ("-", "ctrl"), ("0", "ctrl")),
                (("cz",), ("1", "ctrl"), ("/", "ctrl"), ("0", "ctrl")),
                (("fr",), ("=", "ctrl"), ("6", "ctrl"), ("0", "ctrl", "shift")),
                (("fr", "-variant", "bepo"), ("7", "ctrl"), ("8", "ctrl"), ("0", "ctrl")),
                (("ch",), ("1", "ctrl", "shift"), ("/", "ctrl"), ("0", "ctrl"))):
            with self.subTest(layout=" ".join(names)):
                self.layout(*names)
                self.press(program, *plus)
                wait_until(lambda: self.width(program) > usual, "larger text")
                self.press(program, *zero)
                wait_until(lambda: self.width(program) == usual, "text as usual")
                self.press(program, *minus)
                wait_until(lambda: self.width(program) < usual, "smaller text")
                self.press(program, *zero)
                wait_until(lambda: self.width(program) == usual, "text as usual")
        self.layout("fr")
        self.press(program, "1", "ctrl")  # & and, above it, 1
        program.wait_for("today.mood")
        self.layout("us")
        self.close_cleanly(program)


class DeadKeys(Keyboard):
    def run_input_method(self, name, manner):
        process = subprocess.Popen(
            ["/usr/bin/python3", str(ROOT / "tests" / "e2e" / "support" / "input_method.py"), name,
             manner], env=self.desk.environment, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertEqual(process.stdout.readline(), "ready\n")
        return process

    def write_accents(self):
        """An e and an alpha with a dead acute before them, each on its layout, in a note."""
        self.write_accent(("us", "-variant", "intl"), "'", "e", "é")
        self.write_accent(("gr",), ";", "a", "éά")

    def write_accent(self, layout, dead, letter, whole):
        self.layout(*layout)
        program = self.open()
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.key("ctrl+End")
        self.press(program, dead)
        self.press(program, letter)
        wait_until(lambda: self.note() == whole, "the note")
        self.close_cleanly(program)

    def test_they_work_when_the_input_method_named_is_not_running(self):
        self.desk.environment["XMODIFIERS"] = "@im=ibus"
        self.write_accents()

    def test_they_work_without_a_locale_and_in_one_that_is_not_installed(self):
        for locale in (None, "C", "xx_XX.UTF-8"):
            self.data = self.desk.home / f"journal in {locale}"
            self.desk.environment.pop("LC_ALL", None)
            if locale:
                self.desk.environment["LC_ALL"] = locale
            with self.subTest(locale=locale):
                self.write_accents()

    def test_an_input_method_that_hangs_is_not_waited_for(self):
        self.run_input_method("ibus", "hangs")
        self.desk.environment["XMODIFIERS"] = "@im=ibus"
        self.write_accents()

    def test_an_input_method_that_runs_is_used(self):
        server = self.run_input_method("ibus", "answers")
        self.desk.environment["XMODIFIERS"] = "@im=ibus"
        process = subprocess.Popen([str(PROGRAM), "--data", str(self.data)],
                                   env=self.desk.environment, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        # We ask to see whether it is there; X asks again, and then goes to it.
        for question in ("LOCALES", "TRANSPORT") * 2 + ("_XIM_XCONNECT",):
            self.assertEqual(server.stdout.readline().strip(), question)
        # This one leaves X without an answer, which holds up nobody who wants to quit.
        process.terminate()
        self.assertEqual(process.wait(timeout=10), 0)
