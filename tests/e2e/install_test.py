"""The installing of packages, as somebody sees it who may not install any: on a system made of a few
scripts that say what dpkg, apt and sudo would say."""

import fcntl
import os
import pathlib
import pty
import shutil
import subprocess
import tempfile
import termios
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOBODY = 65534

# Nothing is installed, apt knows everything, and whatever would change the system leaves a trace.
TOOLS = {
    "dpkg-query": "cat installed",
    "apt-cache": "echo '  Candidate: 1.0'",
    "apt-get": "[ $1 = indextargets ] && echo known || { echo \"apt-get $*\" >>changed; false; }",
}


class WithoutRights(unittest.TestCase):
    def setUp(self):
        self.system = pathlib.Path(tempfile.mkdtemp(prefix="rekindle-e2e-"))
        self.addCleanup(shutil.rmtree, self.system, ignore_errors=True)
        self.tree = self.system / "my tree"
        (self.tree / "app").mkdir(parents=True)
        for name in ("app/install-packages", "packages.txt"):
            shutil.copy(ROOT / name, self.tree / name)
        (self.system / "bin").mkdir()
        for name, does in TOOLS.items():
            self.add_tool(name, does)
        self.installed()
        for path in (self.system, *self.system.rglob("*")):
            path.chmod(0o777)

    def add_tool(self, name, does):
        file = self.system / "bin" / name
        file.write_text(f"#!/bin/sh\n{does}\n")
        file.chmod(0o777)

    def installed(self, *sections):
        """All packages of these sections are installed."""
        wanted, lines = False, []
        for line in (ROOT / "packages.txt").read_text().splitlines():
            line = line.partition("#")[0].strip()
            if line.startswith("["):
                wanted = line[1:-1] in sections
            elif line and wanted:
                lines.append(f"|{line.split()[0]}|installed\n")
        (self.system / "installed").write_text("".join(lines))

    def install(self, *sections, **options):
        who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
        environment = {"PATH": f"{self.system}/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        if not (self.system / "bin" / "sudo").exists():
            # There may be one on this system.
            for name in ("bash", "env", "awk", "sed", "tr", "xargs", "mkdir", "touch", "cat",
                         "dirname", "readlink", "chown", "echo", "sh"):
                place = self.system / "bin" / name
                if not place.exists():
                    place.symlink_to(shutil.which(name))
            environment["PATH"] = f"{self.system}/bin"
        return subprocess.run([str(self.tree / "app" / "install-packages"), *sections],
                              env=environment, cwd=self.system, check=False, timeout=60,
                              start_new_session=True, text=True,
                              **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                                 "stderr": subprocess.STDOUT, **who, **options})

    def assert_told(self, result, sections):
        self.assertEqual(result.returncode, 3, result.stdout)
        last = result.stdout.strip().splitlines()[-1]
        command = str(self.tree / "app" / "install-packages").replace(" ", "\\ ")
        self.assertEqual(last, f"Installing them needs root. As root: {command} {sections}")
        for misleading in ("sources", "could not be installed", "No source"):
            self.assertNotIn(misleading, result.stdout)
        self.assertFalse((self.system / "changed").exists())

    def test_without_sudo_root_is_told_what_to_type(self):
        result = self.install("run", "build")
        self.assert_told(result, "run build")
        self.assertNotIn("sudo", result.stdout)

    def test_only_sections_in_which_something_is_missing_are_named(self):
        self.installed("run")
        self.assert_told(self.install("run", "build"), "build")
        self.installed("build")
        self.assert_told(self.install("run", "build", "test"), "run test")

    def test_sudo_without_a_terminal_to_ask_on_is_not_asked(self):
        self.add_tool("sudo", "[ $1 = -n ] || touch asked; exit 1")
        result = self.install("run")
        self.assert_told(result, "run")
        self.assertNotIn("Asking", result.stdout)
        self.assertFalse((self.system / "asked").exists())

    def test_who_is_not_in_sudoers_is_told_the_same_after_sudo_has_said_so(self):
        self.add_tool("sudo", "[ $1 != -n ] || exit 1; [ $1 = -v ] || touch more\n"
                              "echo 'Sorry, user you may not run sudo here.' >&2; exit 1")
        controller, terminal = pty.openpty()
        self.addCleanup(os.close, controller)
        self.addCleanup(os.close, terminal)
        result = self.install(
            "run", preexec_fn=lambda: fcntl.ioctl(terminal, termios.TIOCSCTTY, 0))
        self.assert_told(result, "run")
        self.assertIn("Asking sudo", result.stdout)
        self.assertFalse((self.system / "more").exists())

    def test_with_sudo_apt_is_run_by_it(self):
        self.add_tool("sudo", "[ $1 != -n ] || exit 0; exec \"$@\"")
        result = self.install("run")
        self.assertEqual(result.returncode, 3)
        self.assertIn("could not be installed", result.stdout)  # apt-get refuses here
        done = (self.system / "changed").read_text()
        self.assertIn("update", done)
        self.assertIn("install fontconfig", done)


if __name__ == "__main__":
    unittest.main()
