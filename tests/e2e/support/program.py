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


class Control:
    """One line of the probe's file."""

    def __init__(self, line):
        self.name, *place, self.state = line.split(" ")
        self.x, self.y, self.width, self.height = (float(number) for number in place)

    @property
    def centre(self):
        return self.x + self.width / 2, self.y + self.height / 2

    def __repr__(self):
        return f"{self.name} {self.x:g} {self.y:g} {self.width:g} {self.height:g} {self.state}"


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
                env={**desk.environment, "REKINDLE_NOW": now}, cwd=desk.home,
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
        wait_until(lambda: self.controls() or self._ended(), "the first controls")
        self.window = wait_until(self._find_window, "the window")
        self.pointer = None
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
        try:
            lines = self.probe_file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return {}
        return {control.name: control for control in map(Control, lines)}

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

    def _is_inside(self, control):
        width, height = self.size()
        x, y = control.centre
        return 0 <= x < width and 0 <= y < height

    def bring_into_view(self, name):
        """Turns the wheel down to the page's end, then up to its beginning, until the control can be
        clicked."""
        width, height = self.size()
        for direction in (5, 4):
            before = None
            while (seen := self._places()) != before:
                control = self.controls().get(name)
                if control and self._is_inside(control) and (control := self._at_rest(name)):
                    return control
                before = seen
                self._move(width * 0.62, height * 0.6)
                self.desk.run("xdotool", "click", str(direction))
                self._settle(before)
        raise AssertionError(f"{name} never came into view; there are "
                             f"{list(self.controls().values())}")

    def _places(self):
        return {control.name: (control.x, control.y) for control in self.controls().values()}

    def _settle(self, before, patience=0.6):
        """Waits until the page has moved from where it was; at its end it never does."""
        deadline = time.monotonic() + patience
        while self._places() == before and time.monotonic() < deadline:
            time.sleep(0.02)

    def _at_rest(self, name):
        """The control once it stands still; nothing if it moves out of view."""
        before = self.controls().get(name)
        deadline = time.monotonic() + PATIENCE
        while before and time.monotonic() < deadline:
            time.sleep(0.15)
            control = self.controls().get(name)
            if control and control.centre == before.centre:
                return control
            before = control
        return None

    # The hands.

    def _move(self, x, y):
        place = (round(x), round(y))
        if place == self.pointer:
            return  # xdotool would wait for a movement that never comes
        self.desk.run("xdotool", "mousemove", "--sync", "--window", self.window, *map(str, place))
        self.pointer = place

    def click(self, name, button=1):
        control = self.bring_into_view(name)
        self.click_at(*control.centre, button=button)

    def click_at(self, x, y, button=1):
        self._move(x, y)
        time.sleep(0.05)  # a frame, so that the program has seen where the pointer is
        self.desk.run("xdotool", "click", str(button))

    def rate(self, name, value, highest=10):
        """Clicks a slider's track at a value and waits until it shows it."""
        control = self.bring_into_view(name)
        self.click_at(*self._on_track(control, value, highest))
        self.wait_for(name, f"value={value}")

    def drag(self, name, start, end, highest=10):
        """Drags a slider from one value to another."""
        control = self.bring_into_view(name)
        self._move(*self._on_track(control, start, highest))
        self.desk.run("xdotool", "mousedown", "1")
        for step in range(1, 6):
            self._move(*self._on_track(control, start + (end - start) * step / 5, highest))
            time.sleep(0.03)
        self.desk.run("xdotool", "mouseup", "1")

    @staticmethod
    def _on_track(control, value, highest):
        inset = min(1.0, control.width / 4)  # the very ends belong to the track's neighbours
        x = control.x + control.width * value / highest
        return (min(max(x, control.x + inset), control.x + control.width - inset),
                control.y + control.height / 2)

    def key(self, *names):
        self.desk.run("xdotool", "key", "--clearmodifiers", "--delay", "20", *names)

    def type(self, text):
        """Types a text key by key; every character is on the keyboard or in SPARE_CHARACTERS."""
        for run in re.findall(r"[ -~]+|.", text, re.DOTALL):
            if run.isascii() and run.isprintable():
                self.desk.run("xdotool", "type", "--delay", "8", "--", run)
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
