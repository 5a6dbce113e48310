"""Measures the program against a bare window and prints the ratios, with the goal of each."""

import os
import pathlib
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent.parent / "build" / "bench"
sys.path.insert(0, str(HERE.parent / "e2e"))

from support.desk import Desk  # noqa: E402

STARTS = int(os.environ.get("REKINDLE_BENCH_STARTS", "21"))
IDLE_SECONDS = 10
NOW = "2026-11-21T20:15"


class Table:
    """Rows of text under a title, each column as wide as its widest cell."""

    def __init__(self, title, *heads):
        self.title, self.rows = title, [heads]

    def add(self, *cells):
        self.rows.append(cells)

    def show(self):
        widths = [max(len(row[i]) for row in self.rows) for i in range(len(self.rows[0]))]
        print(f"\n{self.title}")
        for row in self.rows:
            cells = [cell.ljust(width) if i == 0 else cell.rjust(width)
                     for i, (cell, width) in enumerate(zip(row, widths))]
            print("  " + "  ".join(cells))


class Started:
    """A window that was started, from the moment of its start until it is ended."""

    def __init__(self, desk, told, command):
        told.unlink(missing_ok=True)
        begin = time.perf_counter()
        self.process = subprocess.Popen(command, env=desk.environment, cwd=desk.home,
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE)
        while not told.exists():
            if self.process.poll() is not None or time.perf_counter() - begin > 30:
                raise RuntimeError(f"{command[0]} showed nothing: {self.process.stderr.read()}")
            select.select([], [], [], 0.0002)
        self.first_picture = (time.perf_counter() - begin) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)
        self.process.stderr.close()

    def proc(self, name):
        return pathlib.Path(f"/proc/{self.process.pid}", name).read_text(encoding="ascii")

    def peak_megabytes(self):
        line = next(line for line in self.proc("status").splitlines() if "VmHWM" in line)
        return int(line.split()[1]) / 1024

    def cpu_ms(self):
        fields = self.proc("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")

    def wakeups(self):
        """How often its own threads left off waiting."""
        count = 0
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            for line in (task / "status").read_text(encoding="ascii").splitlines():
                count += int(line.split()[1]) if line.startswith("voluntary_ctxt") else 0
        return count


def floor(desk):
    told = desk.home / "floor-shown"
    return Started(desk, told, [str(BUILD / "bench" / "floor"), str(told)])


def program(desk, journal):
    told = desk.home / "probe"
    return Started(desk, told, [str(BUILD / "rekindle"), "--data", str(journal),
                                "--probe", str(told)])


def make_journal(desk, weeks):
    journal = desk.home / f"journal-{weeks}"
    desk.run(str(BUILD / "rekindle"), "--data", str(journal), "demo", "--weeks", str(weeks))
    return journal


def ratio(value, against):
    return f"{value / against:.2f}"


def measure_starts(desk, journal, empty):
    """Interleaved, so that whatever else the computer does meets all alike."""
    kinds = {"bare window": lambda: floor(desk), "empty journal": lambda: program(desk, empty),
             "ten years": lambda: program(desk, journal)}
    took = {name: [] for name in kinds}
    for _ in range(STARTS):
        for name, start in kinds.items():
            with start() as started:
                took[name].append(started.first_picture)
    base = statistics.median(took["bare window"])
    table = Table(f"From start to first picture, medians of {STARTS}", "", "ms", "ratio", "goal")
    for name, times in took.items():
        goal = "" if name == "bare window" else "1.10"
        table.add(name, f"{statistics.median(times):.1f}", ratio(statistics.median(times), base),
                  goal)
    table.show()


def measure_idle(desk, journal):
    table = Table(f"{IDLE_SECONDS} idle seconds", "", "CPU ms", "wake-ups", "goal")
    with program(desk, journal) as started:
        time.sleep(3)  # what is read in the background is part of starting
        cpu, wakeups = started.cpu_ms(), started.wakeups()
        time.sleep(IDLE_SECONDS)
        table.add("ten years", f"{started.cpu_ms() - cpu:.0f}", str(started.wakeups() - wakeups),
                  "0")
    table.show()


def measure_memory(desk, journal):
    table = Table("Peak memory", "", "MB", "above", "goal")
    with floor(desk) as started:
        base = started.peak_megabytes()
    table.add("bare window", f"{base:.1f}", "", "")
    with program(desk, journal) as started:
        time.sleep(3)
        peak = started.peak_megabytes()
    table.add("ten years", f"{peak:.1f}", f"{peak - base:+.1f}", "+12.0")
    table.show()


def measure_screens(desk):
    table = Table("Dear ImGui's time for a frame, ten years", "", "ms", "vertices", "goal")
    for line in desk.run(str(BUILD / "bench" / "screens_bench")).splitlines():
        name, took, vertices = line.split()
        table.add(name, took, vertices, "0.500")
    table.show()


def measure_store(desk):
    folder = desk.home / "store"
    folder.mkdir()
    lines = desk.run(str(BUILD / "bench" / "store_bench"), str(folder)).splitlines()
    took = {name: float(value) for name, value in (line.split() for line in lines)}
    table = Table(f"The store, ten years ({took['bytes'] / 1e6:.1f} MB)", "", "ms", "ratio")
    for name, against in (("read-bytes", "read-bytes"), ("load", "read-bytes"),
                          ("load-newest", "read-bytes"), ("write-bytes", "write-bytes"),
                          ("save-all", "write-bytes"), ("save-day", "write-bytes")):
        table.add(name, f"{took[name]:.2f}", ratio(took[name], took[against]))
    table.show()


def main():
    with tempfile.TemporaryDirectory() as folder, Desk(window_manager=False) as desk:
        desk.environment["REKINDLE_NOW"] = NOW
        desk.environment["TMPDIR"] = folder
        journal, empty = make_journal(desk, 522), desk.home / "empty"
        measure_starts(desk, journal, empty)
        measure_idle(desk, journal)
        measure_memory(desk, journal)
        measure_screens(desk)
        measure_store(desk)


if __name__ == "__main__":
    main()
