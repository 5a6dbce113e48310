"""What the desktop says about its screen, and which of it concerns this window."""

import shutil
import unittest

from support.bus import Bus
from support.locked import LockedCase

ONE = "/org/freedesktop/login1/session/_31"
TWO = "/org/freedesktop/login1/session/_32"
LOCK = "org.freedesktop.login1.Session.Lock"


@unittest.skipUnless(shutil.which("dbus-daemon") and shutil.which("busctl"), "no D-Bus")
class Desktop(LockedCase):
    def open_unlocked(self):
        self.make_locked()
        bus = Bus(self)
        program = self.open()
        self.unlock(program)
        bus.wait_for_listener()
        return bus, program

    def test_it_locks_when_only_the_hint_says_that_the_screen_is_locked(self):
        bus, program = self.open_unlocked()
        bus.say_hint(ONE, True)
        self.assert_locks(program)
        self.unlock(program)
        bus.say_hint(ONE, False)
        # What comes after it is heard, and had it locked, this could not be clicked.
        program.click("nav.workbook")
        program.click("nav.today")
        bus.emit(ONE, LOCK)
        self.assert_locks(program)
        self.close_cleanly(program)

    def test_it_does_not_lock_for_another_session_of_the_same_person(self):
        self.desk.environment["XDG_SESSION_ID"] = "2"
        bus, program = self.open_unlocked()
        bus.emit(ONE, LOCK)
        bus.say_hint(ONE, True)
        program.click("nav.workbook")
        program.click("nav.today")
        program.rate("today.mood", 6)
        bus.say_hint(TWO, True)
        self.assert_locks(program)
        self.close_cleanly(program)
