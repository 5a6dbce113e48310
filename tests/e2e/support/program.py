"""The built program in a window, worked like a person would: by the controls that `--probe` names,
with a mouse and a keyboard."""

import os
import pathlib
import re
import signal
import subprocess
import time

from support.desk import SPARE_CHARACTERS, keysym

ROOT = pathlib.Path(__file__).resolve().parents[3]
PROGRAM = pathlib.Path(os.environ.get("REKINDLE_PROGRAM", ROOT / "build" / "check" / "rekindle"))
NOW = "2026-11-21T20:15"
PATIENCE = 20.0  # seconds; a sanitized program on a software renderer takes its time
KEY_NAMES = {"\n": "Return", "\t": "Tab"}
# Seconds without another frame, and where no frames are told without a movement, after which what
# the hands did last has been heard: the last key of a text may come after the frame of the first.
STILL, STILL_UNTOLD = 0.05, 0.15


class Control:
    """One line of the probe's file."""

    def __init__(self, line):
        self.name, *place, self.state = line.split(" ")
        self.x, self.y, self.width, self.height = (float(number) for number in place)

    @property
    def centre(self):
        return self.x + self.width / 2, self.y + self.height / 2

    def __eq__(self, other):
        return repr(self) == repr(other)

    def __repr__(self):
        return f"{self.name} {self.x:g} {self.y:g} {self.width:g} {self.height:g} {self.state}"


class Frame:
    """How many frames were drawn, what is still to come (`busy`: another frame at once; `waits`:
    something within a minute; `rests`: nothing), and how many changes of a button and turns of the
    wheel are in what was drawn."""

    def __init__(self, number, rest, clicks):
        self.number, self.rest, self.clicks = int(number), rest, int(clicks)


def wait_until(question, what, patience=PATIENCE):
    """Asks until the answer is true and returns it; says what was waited for if it never is."""
    deadline = time.monotonic() + patience
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {patience:g} s for {what}")
        time.sleep(0.02)


def run_command(desk, data, *arguments, now=NOW, text=None, patience=PATIENCE, program=PROGRAM):
    """Runs a command of the program's command line to its end."""
    environment = {**desk.environment, "REKINDLE_NOW": now}
    return subprocess.run([str(program), "--data", str(data), *arguments], env=environment,
                          cwd=desk.home, input=text, text=True, capture_output=True, check=False,
                          timeout=patience)


class Program:
    """The program's window. Begins with the first picture on the screen; `stop` ends it."""

    def __init__(self, desk, data, now=NOW, program=PROGRAM, passphrase_fd=None):
        self.desk = desk
        self.probe_file = desk.home / "probe"
        self.probe_file.unlink(missing_ok=True)
        self.errors_file = desk.home / "stderr"
        with open(self.errors_file, "wb") as errors:
            given = [] if passphrase_fd is None else [passphrase_fd]
            self.process = subprocess.Popen(
                [str(program), "--data", str(data), "--probe", str(self.probe_file),
                 *(f"--passphrase-fd={file}" for file in given)], pass_fds=given,
                env={**desk.environment, "REKINDLE_NOW": now, "REKINDLE_PROBE_FRAMES": "1"},
                cwd=desk.home,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        wait_until(lambda: self.controls() or self._ended(), "the first controls")
        self.window = wait_until(self._find_window, "the window")
        self.pointer = None
        self.drawn_before = 0  # frames before the hands last did something
        self.clicks_due = 0  # how many the program has heard once it has heard them all
        self.desk.run("xdotool", "windowfocus", "--sync", self.window)

    def _ended(self):
        code = self.process.poll()
        if code is not None:
            raise AssertionError(f"the program ended with {code}: {self.errors()}")
        return False

    def _find_window(self):
        result = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid",
                                 str(self.process.pid)], env=self.desk.environment, text=True,
                                capture_output=True, check=False, timeout=10)
        found = result.stdout.split()
        return found[0] if found else None

    def errors(self):
        return self.errors_file.read_text(errors="replace")

    # What is on the screen.

    def controls(self):
        """Every control by name."""
        return {name: control for name, control in self._probed().items() if name != "frame"}

    def _probed(self):
        try:
            lines = self.probe_file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return {}
        return {control.name: control for control in map(Control, lines)}

    def frame(self):
        """What is told of the last frame; one with the number 0 where none is told."""
        told = self._probed().get("frame")
        return Frame(*told.state.split(",")) if told else Frame(0, "", 0)

    def rests(self):
        """Whether nothing is to come by itself: no frame, no save, nothing of the lock."""
        return self.frame().rest == "rests"

    def state(self, name):
        control = self.controls().get(name)
        return control.state if control else None

    def wait_for(self, name, state=None):
        """Waits until a control is there and, where asked, in a state (a regular expression)."""
        def found():
            self._ended()
            control = self.controls().get(name)
            if control and (state is None or re.fullmatch(state, control.state)):
                return control
            return None
        try:
            return wait_until(found, f"{name} {state or ''}")
        except AssertionError as waited:
            raise AssertionError(f"{waited}; there are {list(self.controls().values())}") from None

    def focused(self):
        """The name of the control that has the keyboard, or nothing."""
        focus = self.controls().get("focus")
        return focus.state if focus else None

    def size(self):
        shape = self.desk.run("xdotool", "getwindowgeometry", "--shell", self.window)
        return (int(re.search(r"WIDTH=(\d+)", shape)[1]), int(re.search(r"HEIGHT=(\d+)", shape)[1]))

    def _is_inside(self, control, size):
        width, height = size
        x, y = control.centre
        return 0 <= x < width and 0 <= y < height

    def bring_into_view(self, name):
        """Turns the wheel down to the page's end, then up to its beginning, until the control can be
        clicked."""
        self._settle()
        size = width, height = self.size()
        for direction in (5, 4):
            before = None
            while (seen := self._places()) != before:
                control = self.controls().get(name)
                if control and self._is_inside(control, size):
                    return control
                before = seen
                self._move(width * 0.62, height * 0.6)
                self._hands("click", "--delay", "0", str(direction), clicks=1)
                self._settle()
        raise AssertionError(f"{name} never came into view; there are "
                             f"{list(self.controls().values())}")

    def _places(self):
        return {control.name: (control.x, control.y) for control in self.controls().values()}

    def _settle(self):
        """Waits until what the hands did last is drawn, and what came of it, too."""
        self._wait_for_hands()
        before = None
        while (seen := self._what_stands()) != before or self.frame().rest == "busy":
            before = seen
            time.sleep(STILL if self.frame().number else STILL_UNTOLD)

    def _wait_for_hands(self, patience=0.5):
        """Until what the hands did has been heard, as far as frames tell; it may also have been
        nothing."""
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            frame = self.frame()
            is_heard = frame.number > self.drawn_before and frame.clicks >= self.clicks_due
            if frame.number == 0 or (is_heard and frame.rest != "busy"):
                return
            time.sleep(0.01)

    def _what_stands(self):
        return self.frame().number, self._places()

    # The hands.

    def _hands(self, *done, clicks=0):
        """The display server has all of it when xdotool ends; the program hears of it then."""
        before = self.frame()
        self.drawn_before, self.clicks_due = before.number, before.clicks + clicks
        self.desk.run("xdotool", *done)

    def _move(self, x, y):
        place = (round(x), round(y))
        if place == self.pointer:
            return  # nothing would be drawn for it
        self._hands("mousemove", "--window", self.window, *map(str, place))
        self._wait_for_hands()
        self.pointer = place

    def click(self, name, button=1):
        control = self.bring_into_view(name)
        self.click_at(*control.centre, button=button)

    def click_at(self, x, y, button=1):
        self._move(x, y)
        self._hands("click", "--delay", "0", str(button), clicks=2)
        self._wait_for_hands()

    def rate(self, name, value, highest=10):
        """Clicks a slider's track at a value and waits until it shows it."""
        control = self.bring_into_view(name)
        self.click_at(*self._on_track(control, value, highest))
        self.wait_for(name, f"value={value}")

    def drag(self, name, start, end, highest=10):
        """Drags a slider from one value to another."""
        control = self.bring_into_view(name)
        self._move(*self._on_track(control, start, highest))
        self._hands("mousedown", "1", clicks=1)
        for step in range(1, 6):
            self._move(*self._on_track(control, start + (end - start) * step / 5, highest))
            time.sleep(0.03)
        self._hands("mouseup", "1", clicks=1)
        self._wait_for_hands()

    @staticmethod
    def _on_track(control, value, highest):
        inset = min(1.0, control.width / 4)  # the very ends belong to the track's neighbours
        x = control.x + control.width * value / highest
        return (min(max(x, control.x + inset), control.x + control.width - inset),
                control.y + control.height / 2)

    def key(self, *names):
        self._hands("key", "--clearmodifiers", "--delay", "20", *names)

    def type(self, text):
        """Types a text key by key; every character is on the keyboard or in SPARE_CHARACTERS."""
        for run in re.findall(r"[ -~]+|.", text, re.DOTALL):
            if run.isascii() and run.isprintable():
                self._hands("type", "--delay", "8", "--", run)
            else:
                assert run in KEY_NAMES or run in SPARE_CHARACTERS, f"no key for {run}"
                self.key(KEY_NAMES.get(run) or keysym(run))

    def walk_to(self, name, most=200):
        """Presses Tab until the control has the keyboard."""
        for _ in range(most):
            if self.focused() == name:
                return
            before = self.focused()
            self.key("Tab")
            wait_until(lambda: self.focused() != before, f"Tab to leave {before}", 5)
        raise AssertionError(f"Tab never came to {name}")

    # The end.

    def stop(self, with_signal=signal.SIGTERM, within=5.0):
        """Ends the program as at logout; returns its exit code."""
        self.process.send_signal(with_signal)
        return self.process.wait(timeout=within)

    def kill(self):
        self.process.kill()
        self.process.wait(timeout=5)
