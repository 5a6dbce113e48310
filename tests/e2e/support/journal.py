"""A journal's files, read with Python's own TOML parser: a second opinion on what was written."""

import stat
import tomllib


def read(file):
    with open(file, "rb") as opened:
        return tomllib.load(opened)


def read_if_whole(file):
    """The file's content, or nothing while it is not there."""
    try:
        return read(file)
    except FileNotFoundError:
        return {}


def checkins(data, month="2026-11"):
    return read_if_whole(data / "checkins" / f"{month}.toml").get("checkin", [])


def checkin_of(data, day):
    """The only check-in of a day, or nothing."""
    found = [entry for entry in checkins(data, str(day)[:7]) if entry["date"] == day]
    assert len(found) <= 1, f"{len(found)} check-ins on {day}"
    return found[0] if found else {}


def answers(data, workbook="seven-steps"):
    return read_if_whole(data / "answers" / f"{workbook}.toml")


def open_to_others(data):
    """What in the journal someone else could read: paths and modes."""
    found = []
    for path in (data, *data.rglob("*")):
        mode = stat.S_IMODE(path.lstat().st_mode)
        wanted = 0o700 if path.is_dir() else 0o600
        if mode != wanted and not path.is_symlink():
            found.append(f"{path.relative_to(data)} {mode:o}")
    return found
