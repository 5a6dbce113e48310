"""A desk of its own for a test: an X server on a free display, a window manager if there is one, and
an empty home that nobody else can read."""

import os
import pathlib
import shutil
import subprocess
import tempfile

# Characters no key of the server's keyboard has. Each gets a spare key for good, since a key bound
# for one press only (as xdotool does) may be unbound again before the program looks it up.
SPARE_CHARACTERS = "éèñüßçøčłşıŐ—…“”’🙂🌱日"
SCREEN = "1400x1000x24"


class Desk:
    """Use as `with Desk() as desk:`; everything ends with it."""

    def __init__(self, window_manager=True):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        self.started = []
        self.environment = self._environment()
        self.environment["DISPLAY"] = self._start_server()
        self._bind_spare_characters()
        if window_manager and shutil.which("openbox"):
            self._start("openbox", "--sm-disable")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        for process in reversed(self.started):
            process.terminate()
            process.wait(timeout=10)
        shutil.rmtree(self.home, ignore_errors=True)

    def run(self, *command, **options):
        """Runs a command at this desk and returns what it printed."""
        result = subprocess.run(command, env=self.environment, cwd=self.home, check=True,
                                stdout=subprocess.PIPE, text=True, timeout=30, **options)
        return result.stdout

    def picture(self, file):
        """Takes a picture of the whole screen."""
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30)

    def _environment(self):
        kept = {name: os.environ[name] for name in
                ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        runtime = self.home / "runtime"
        runtime.mkdir(mode=0o700)
        return {**kept, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                "TZ": "UTC", "HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime),
                "XDG_CONFIG_HOME": str(self.home / ".config"),
                "XDG_DATA_HOME": str(self.home / ".local" / "share"),
                "XDG_STATE_HOME": str(self.home / ".local" / "state"),
                "XDG_CACHE_HOME": str(self.home / ".cache"),
                "LIBGL_ALWAYS_SOFTWARE": "1"}

    def _start(self, *command, **options):
        process = subprocess.Popen(command, env=self.environment, **{"cwd": self.home} | options,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        self.started.append(process)
        return process

    def _start_server(self):
        """The server itself picks a free display and says which; that is also when it is ready."""
        reading, writing = os.pipe()
        self._start("Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-noreset",
                    "-nolisten", "tcp", pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        return f":{number}"

    def _bind_spare_characters(self):
        keys = self.run("xmodmap", "-pke").splitlines()
        spare = [line.split()[1] for line in keys if "XF86" in line or line.rstrip().endswith("=")]
        assert len(spare) >= len(SPARE_CHARACTERS)
        self.run("xmodmap", "-", input="".join(
            f"keycode {code} = {keysym(character)}\n"
            for code, character in zip(reversed(spare), SPARE_CHARACTERS)))


def keysym(character):
    """The X name of a character: Latin 1 has its own names, all others are numbers."""
    return f"U{ord(character):04X}"
