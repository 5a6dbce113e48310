"""A Wayland desk: sway with no screen but one in memory, and the program's window on it. Where the
release's GLFW speaks X alone, the one that speaks Wayland is taken from the build folder."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from support.desk import Desk
from support.program import NOW, PROGRAM, ROOT, Control, wait_until

CONFIGURATION = """
output HEADLESS-1 resolution 1280x800
default_border none
seat seat0 fallback true
"""


def glfw_folder():
    """Where a GLFW for Wayland was unpacked; nothing where the system's own does both."""
    found = list((ROOT / "build" / "libglfw3-wayland").glob("usr/lib/*/libglfw.so.3"))
    return found[0].parent if found else None


NOBODY = 65534


class WaylandDesk(Desk):
    def __init__(self):
        super().__init__(window_manager=False)
        self.environment.pop("DISPLAY")
        # A folder of its own: sway refuses to run as root, and then it has to be somebody else.
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        (self.place / "configuration").write_text(CONFIGURATION)
        own = self.environment
        self.environment = {**own, "HOME": str(self.place), "XDG_RUNTIME_DIR": str(self.place),
                            "WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1",
                            "WLR_RENDERER": "pixman"}
        somebody = []
        if os.geteuid() == 0:
            os.chown(self.place, NOBODY, NOBODY)
            somebody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        self._start(*somebody, "sway", "--config", str(self.place / "configuration"),
                    cwd=self.place)
        self.environment = own
        self.environment["WAYLAND_DISPLAY"] = str(wait_until(self._socket, "the compositor"))
        self.environment["SWAYSOCK"] = str(wait_until(
            lambda: next(self.place.glob("sway-ipc.*"), None), "its commands"))
        if glfw_folder():
            self.environment["LD_LIBRARY_PATH"] = str(glfw_folder())

    def close(self):
        super().close()
        shutil.rmtree(self.place, ignore_errors=True)

    def _socket(self):
        return next((file for file in self.place.glob("wayland-*") if file.suffix != ".lock"),
                    None)

    def picture(self, file):
        """There is none of it."""


class WaylandProgram:
    """The program's window, with all that it tells the compositor kept in a file."""

    def __init__(self, desk, data):
        self.desk = desk
        self.probe_file = desk.home / "probe"
        self.told_file = desk.home / "stderr"
        with open(self.told_file, "wb") as told:
            self.process = subprocess.Popen(
                [str(PROGRAM), "--data", str(data), "--probe", str(self.probe_file)],
                env={**desk.environment, "REKINDLE_NOW": NOW, "WAYLAND_DEBUG": "client"},
                cwd=desk.home, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=told)
        wait_until(lambda: self.controls() or self._ended(), "the first controls")

    def _ended(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended: {self.told_file.read_text()[-2000:]}")

    def controls(self):
        try:
            lines = self.probe_file.read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return {}
        return {control.name: control for control in map(Control, lines)
                if control.name != "frame"}

    def pictures(self):
        """How many were shown so far."""
        return self.told_file.read_text(errors="replace").count(".commit(")

    def ticks(self):
        """The processor time used so far, in hundredths of a second."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def key(self, *arguments):
        """The desk has no keyboard until wtype makes one, and what it types before the program has
        heard of it is lost: so it waits half a second first."""
        self.desk.run("wtype", "-s", "500", *arguments)

    def stop(self):
        self.process.terminate()
        return self.process.wait(timeout=10)

    def report(self):
        """The end of what it said: a sanitizer's report stands there."""
        return self.told_file.read_text(errors="replace")[-4000:]


def can_be_tried():
    return bool(shutil.which("sway") and shutil.which("wtype")) and (
        glfw_folder() is not None or "3.4" in os.popen("dpkg-query -W libglfw3").read())
