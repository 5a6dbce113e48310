"""A window that nobody touches shows no new picture and uses no processor, on Wayland and on X; and
it is drawn again whenever it has to be."""

import time
import unittest

from support.case import WindowCase
from support.program import wait_until
from support.wayland import WaylandDesk, WaylandProgram, can_be_tried

SECONDS = 5  # of rest
LONGEST_BLINK = 40  # the caret stops after some time


class Idle:
    """For a `program` that can tell `pictures` and `ticks`."""

    def rest(self, program):
        """Waits until a second goes by without a picture."""
        def rests():
            before = program.pictures()
            time.sleep(1)
            return program.pictures() == before
        wait_until(rests, "the window to rest", LONGEST_BLINK)

    def assert_idle(self, program):
        self.rest(program)
        pictures, ticks = program.pictures(), program.ticks()
        time.sleep(SECONDS)
        self.assertEqual(program.pictures() - pictures, 0)
        self.assertLessEqual(program.ticks() - ticks, 1)


@unittest.skipUnless(can_be_tried(), "no compositor, or no GLFW for it")
class Wayland(Idle, unittest.TestCase):
    def setUp(self):
        self.desk = WaylandDesk()
        self.addCleanup(self.desk.close)
        self.program = WaylandProgram(self.desk, self.desk.home / "journal")
        self.addCleanup(self.program.process.wait)
        self.addCleanup(self.program.process.kill)

    def wait_for_picture_after(self, act):
        before = self.program.pictures()
        act()
        wait_until(lambda: self.program.pictures() > before, "a picture")

    def test_it_rests_after_its_first_picture_and_after_typing(self):
        self.assertGreater(self.program.pictures(), 0)
        self.assert_idle(self.program)
        self.wait_for_picture_after(lambda: self.program.key("-k", "Tab"))
        self.wait_for_picture_after(lambda: self.program.key("a quiet evening"))
        self.assert_idle(self.program)
        self.assertEqual(self.program.stop(), 0, self.program.report())

    def test_it_is_drawn_anew_at_another_size_and_when_it_gets_the_keyboard(self):
        self.rest(self.program)
        before = self.program.controls()
        self.wait_for_picture_after(
            lambda: self.desk.run("swaymsg", "output HEADLESS-1 resolution 1000x700"))
        wait_until(lambda: self.program.controls() != before, "the controls to move")
        self.rest(self.program)
        self.wait_for_picture_after(
            lambda: self.desk.run("swaymsg", "output HEADLESS-1 scale 2"))
        self.assert_idle(self.program)
        self.assertEqual(self.program.stop(), 0, self.program.report())


class X(Idle, WindowCase):
    def picture_of_window(self, program):
        file = self.desk.home / "window.rgb"
        self.desk.run("import", "-window", program.window, "-depth", "8", f"rgb:{file}")
        return file.read_bytes()

    def test_what_was_covered_or_put_away_is_drawn_again(self):
        program = self.open()
        program.click("nav.timeline")
        program.wait_for("timeline.begin")
        whole = wait_until(lambda: self.settled(program), "the picture to be whole")
        for cover in (self.cover_it, self.put_it_away, self.resize_it):
            with self.subTest(cover=cover.__name__):
                cover(program)
                wait_until(lambda: self.picture_of_window(program) == whole,
                           "the picture to be as before")
        self.close_cleanly(program)

    def settled(self, program):
        before = self.picture_of_window(program)
        time.sleep(0.3)
        return before if self.picture_of_window(program) == before else None

    def cover_it(self, program):
        over = self.desk._start("xmessage", "-geometry", "1300x900+0+0", "over it")
        wait_until(lambda: self.windows("xmessage"), "another window")
        over.terminate()
        over.wait(timeout=10)

    def put_it_away(self, program):
        self.desk.run("xdotool", "windowminimize", program.window)
        wait_until(lambda: program.window not in self.windows(""), "the window to go")
        self.desk.run("xdotool", "windowmap", program.window)
        wait_until(lambda: program.window in self.windows(""), "the window to come back")

    def resize_it(self, program):
        width, height = program.size()
        self.desk.run("xdotool", "windowsize", program.window, "900", "700")
        wait_until(lambda: program.size() == (900, 700), "another size")
        self.desk.run("xdotool", "windowsize", program.window, str(width), str(height))
        wait_until(lambda: program.size() == (width, height), "the size as before")

    def windows(self, name):
        """The windows of a class that are on the screen."""
        try:
            return self.desk.run("xdotool", "search", "--onlyvisible", "--class", name).split()
        except Exception:  # xdotool says that there is none by its exit code
            return []
