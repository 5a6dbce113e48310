"""What outlives the program: an archive is opened by the reader that lies in it, and by nothing else
of this project."""

import json
import subprocess
import tarfile

from support.locked import LockedCase, PASSPHRASE

PYTHON = "/usr/bin/python3"


class Companions(LockedCase):
    def read(self, program, place, *arguments):
        return subprocess.run([PYTHON, "-I", str(program), str(place), "--passphrase-fd", "0",
                               *arguments], input=PASSPHRASE + "\n", text=True,
                              capture_output=True, check=False)

    def unpacked(self, archive):
        """The folder with the two files that are no journal's."""
        folder = self.desk.home / "beside"
        with tarfile.open(archive) as tar:
            for name in ("FORMAT.md", "reader.py"):
                tar.extract(name, folder)
        return folder

    def test_what_lies_in_an_archive_opens_it_and_its_journal(self):
        self.command("checkin", "--mood", "3", "--note", "Rain, and a long talk.",
                     now="2026-11-20T20:00")
        self.make_locked()
        self.run_locked("checkin", "--mood", "6", "--note", "Behind the lock.")
        archive = self.desk.home / "kept.tar"
        self.command("backup", "--out", str(archive))
        folder = self.unpacked(archive)
        self.assertIn("# The files of a Rekindle journal", (folder / "FORMAT.md").read_text())
        for place in (archive, self.data):
            read = self.read(folder / "reader.py", place, "--json")
            self.assertEqual(read.returncode, 0, read.stderr)
            notes = [row["note"] for row in json.loads(read.stdout)["checkins/2026-11.toml"]["checkin"]]
            self.assertIn("Behind the lock.", notes)
