#!/usr/bin/env python3
"""Checks every file of the repository: no paths of one machine, nothing over 2 MB, no CRLF line ends.

    tests/hygiene/check_repository.py REPOSITORY

Prints one line for each breach; exit code 1 if there is any.
"""
import re
import subprocess
import sys
from pathlib import Path

LARGEST_BYTES = 2_000_000
LEFT_BEHIND = {".git", "__pycache__", "build", "hasil"}
# An absolute path under a folder that differs from machine to machine; "../data" and URLs are not meant.
MACHINE_PATH = re.compile(rb"(?<![\w.~:/>)}$-])/(?:work|home|root|tmp|var/tmp)/[\w.]")


def files(repository):
    """What git keeps or would add; where git cannot say (an unpacked archive), all but what runs leave behind."""
    try:
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=repository, check=True, capture_output=True).stdout.decode()
        return [name for name in listed.split("\0") if name and (repository / name).is_file()]
    except (FileNotFoundError, subprocess.CalledProcessError):
        everything = (path.relative_to(repository) for path in repository.rglob("*") if path.is_file())
        return [str(path) for path in everything if not LEFT_BEHIND.intersection(path.parts)]


def check(repository):
    breaches = []
    names = files(repository)
    if not names:
        breaches.append("no files found: nothing was checked")
    for name in sorted(names):
        content = (repository / name).read_bytes()
        if len(content) > LARGEST_BYTES:
            breaches.append(f"{name}: {len(content)} bytes; at most {LARGEST_BYTES} are kept in the repository")
        if b"\0" in content:
            continue  # not text
        for number, line in enumerate(content.split(b"\n"), start=1):
            if line.endswith(b"\r"):
                breaches.append(f"{name}:{number}: CRLF line end")
                break
        for number, line in enumerate(content.split(b"\n"), start=1):
            if MACHINE_PATH.search(line):
                breaches.append(f"{name}:{number}: a path of one machine: {line.decode(errors='replace').strip()}")
    return breaches


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
