"""Others that do not answer: the message bus, the window manager, the display server, the place
where fonts lie, whoever was to tell the passphrase. Saving, locking and leaving wait for none."""

import os
import shutil
import signal
import socket
import subprocess
import unittest

from support.bus import Bus, use_bus
from support.case import by_the_clock
from support.locked import LockedCase
from support.program import NOW, PROGRAM, run_command, wait_until

# For a sanitized program on a busy computer; without an end it would be for ever, or the 25 seconds
# that a bus is usually given.
MOMENTS = 10.0


class SilentParties(LockedCase):
    def note(self):
        return run_command(self.desk, self.data, "show", "--field", "note").stdout

    def leave_at_once(self, program):
        self.assertEqual(program.stop(within=MOMENTS), 0, program.errors())

    def stop_process(self, process):
        """Stops it where it is until the test ends."""
        process.send_signal(signal.SIGSTOP)
        self.addCleanup(process.send_signal, signal.SIGCONT)

    def server(self):
        return self.desk.started[0]

    def lock_and_leave(self, program):
        program.key("ctrl+l")
        self.assert_locks(program)
        self.unlock(program)
        self.leave_at_once(program)

    def test_a_bus_that_takes_calls_and_never_answers(self):
        self.make_locked()
        place = self.desk.home / "bus"
        listening = socket.socket(socket.AF_UNIX)
        self.addCleanup(listening.close)
        listening.bind(str(place))
        listening.listen()
        use_bus(self.desk, f"unix:path={place}")
        program = self.open()
        self.unlock(program)
        called, _ = listening.accept()
        self.addCleanup(called.close)
        self.lock_and_leave(program)

    @unittest.skipUnless(shutil.which("dbus-daemon"), "no D-Bus")
    def test_a_bus_that_stops_while_it_is_listened_to(self):
        self.make_locked()
        bus = Bus(self)
        program = self.open()
        self.unlock(program)
        bus.wait_for_listener()
        self.stop_process(bus.daemon)
        self.lock_and_leave(program)

    def test_fonts_that_lie_where_nothing_answers(self):
        place = self.desk.home / "fonts.conf"
        os.mkfifo(place)  # nobody ever writes into it
        self.desk.environment["FONTCONFIG_FILE"] = str(place)
        self.make_locked()
        program = self.open()
        self.unlock(program)
        program.click("nav.today")
        self.lock_and_leave(program)

    def test_a_window_manager_that_stops(self):
        manager = self.desk.started[-1]
        program = self.open()
        program.click("nav.today")
        program.rate("today.mood", 6)
        self.stop_process(manager)
        # By keys alone: a click goes through the hands of the window manager.
        for _ in range(3):
            program.key("shift")
        program.wait_for("hidden.page")
        self.leave_at_once(program)

    @by_the_clock
    def test_a_display_server_that_stops_takes_no_words_with_it(self):
        program = self.open()
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type("walked along the quiet canal")
        self.stop_process(self.server())
        wait_until(lambda: self.note().startswith("walked"), "the note")
        self.leave_at_once(program)

    @by_the_clock
    def test_words_typed_last_are_saved_on_leaving_a_display_server_that_stopped(self):
        program = self.open()
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type("walked along the quiet canal")
        self.stop_process(self.server())
        self.leave_at_once(program)
        # What the server had not handed over yet nobody can know.
        self.assertTrue(self.note().startswith("walked along"), self.note())

    @by_the_clock
    @unittest.skipUnless(shutil.which("dbus-daemon"), "no D-Bus")
    def test_a_window_that_cannot_lock_any_more_saves_and_goes(self):
        self.make_locked()
        bus = Bus(self)
        program = self.open()
        self.unlock(program)
        bus.wait_for_listener()
        program.click("today.note")
        program.key("ctrl+End")
        program.type(" and second")
        program.wait_for("undo")
        self.stop_process(self.server())
        bus.emit("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true")
        self.assertEqual(program.process.wait(MOMENTS), 0, program.errors())
        self.assertTrue(self.run_locked("show", "--field", "note").startswith("first "))

    def test_a_passphrase_that_is_never_told(self):
        self.make_locked()
        reader, writer = os.pipe()
        self.addCleanup(os.close, writer)
        process = subprocess.Popen(
            [str(PROGRAM), "--data", str(self.data), "--passphrase-fd", str(reader)],
            env={**self.desk.environment, "REKINDLE_NOW": NOW}, pass_fds=[reader])
        os.close(reader)
        self.addCleanup(process.kill)
        # It holds back the signal from when on it can do better than just end.
        wait_until(lambda: holds_back(process.pid, signal.SIGTERM), "its signals to be held back")
        process.terminate()
        self.assertEqual(process.wait(MOMENTS), 0)


def holds_back(process, wanted):
    """Whether the first thread of a process has a signal blocked."""
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        blocked = next(line for line in status if line.startswith("SigBlk:"))
    return bool(int(blocked.split()[1], 16) >> (wanted - 1) & 1)
