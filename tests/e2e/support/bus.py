"""A message bus of a test's own, which stands for both that a desktop has."""

import subprocess

from support.program import wait_until


class Bus:
    """Use from a test case whose desk has no program on it yet."""

    def __init__(self, case):
        self.desk = case.desk
        self.daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        case.addCleanup(self.daemon.wait)
        case.addCleanup(self.daemon.kill)
        case.addCleanup(self.daemon.stdout.close)
        use_bus(self.desk, self.daemon.stdout.readline().strip())

    def emit(self, path, member, *values):
        """Sends a signal to whoever listens."""
        self.desk.run("dbus-send", "--session", "--type=signal", path, member, *values)

    def say_hint(self, session, locked):
        """What logind says when LockedHint changes; dbus-send knows no variants in a dictionary."""
        interface, member = "org.freedesktop.DBus.Properties", "PropertiesChanged"
        self.desk.run("busctl", f"--address={self.desk.environment['DBUS_SYSTEM_BUS_ADDRESS']}",
                      "emit", session, interface, member, "sa{sv}as",
                      "org.freedesktop.login1.Session", "2", "IdleHint", "b", "false",
                      "LockedHint", "b", "true" if locked else "false", "0")

    def wait_for_listener(self):
        """Until a program has asked for every signal it wants: the last is that of sleep."""
        def asked():
            rules = self.desk.run(
                "dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus", "org.freedesktop.DBus.Debug.Stats.GetAllMatchRules")
            return "PrepareForSleep" in rules
        wait_until(asked, "somebody who listens")


def use_bus(desk, address):
    desk.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    desk.environment["DBUS_SYSTEM_BUS_ADDRESS"] = address
