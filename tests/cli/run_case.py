#!/usr/bin/env python3
"""Runs one case of a table of command lines and compares what happened with what should have.

    tests/cli/run_case.py PAPAR INPUTS TABLE CASE

A table is a TOML file of [[case]]:
    name     unique in the table
    args     the command line after `papar`, run in a fresh copy of the inputs
    replace  [[from, to], ...]: changes to study.toml; each `from` must occur once
    study    bytes of study.toml, instead of the usual one
    files    {name = text}: files to add before
    copies   {name = input}: copies of inputs to add before
    steps    command lines run before, each of papar, or of cp, rm, mv, mkdir; all must succeed
    same     [[name, name], ...]: files that must hold the same bytes afterwards
    exit     exit code
    error    regular expression for the whole error sentence: exit codes other than 0
    stderr, stdout  regular expressions found there
    stderr_is  the whole of stderr
    changes  names whose contents may change
    makes    names that are new in the folder afterwards; nothing by default
    signal   name of the signal to send when the first line of progress arrives

Whatever the case, no input may have changed and no name be left that `makes` does not list.
"""
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

TIME_LIMIT_S = 60


def case_of(table, name):
    with open(table, "rb") as file:
        cases = tomllib.load(file)["case"]
    return next(case for case in cases if case["name"] == name)


def prepare(folder, case):
    study = folder / "study.toml"
    text = case.get("study", study.read_text())
    for old, new in case.get("replace", []):
        if text.count(old) != 1:
            sys.exit(f"case is wrong: {old!r} occurs {text.count(old)} times in study.toml")
        text = text.replace(old, new)
    study.write_text(text)
    for name, content in case.get("files", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    for name, source in case.get("copies", {}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / source, path)


def take_steps(papar, folder, case):
    for step in case.get("steps", []):
        command = step if step[0] in ("cp", "rm", "mv", "mkdir") else [papar, *step]
        subprocess.run(command, cwd=folder, check=True, timeout=TIME_LIMIT_S, capture_output=True)


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(papar, folder, case):
    """Exit code, stdout, stderr."""
    process = subprocess.Popen([papar, *case["args"]], cwd=folder, text=True, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    first = ""
    if "signal" in case:
        first = process.stderr.readline()
        process.send_signal(signal.Signals[case["signal"]])
    stdout, stderr = process.communicate(timeout=TIME_LIMIT_S)
    return process.returncode, stdout, first + stderr


def faults(case, before, after, code, stdout, stderr):
    if code != case["exit"]:
        yield f"exit code {code}, expected {case['exit']}"
    errors = re.findall(r"^papar: error: (.*)$", stderr, re.MULTILINE)
    if case["exit"] == 0 and errors:
        yield "an error was printed"
    if case["exit"] != 0 and len(errors) != 1:
        yield f"{len(errors)} error sentences, expected one"
    if "error" in case and not (errors and re.fullmatch(case["error"], errors[0])):
        yield f"the error sentence does not match {case['error']!r}"
    for name, text in (("stderr", stderr), ("stdout", stdout)):
        if name in case and not re.search(case[name], text):
            yield f"{name} has no match for {case[name]!r}"
    if stderr != case.get("stderr_is", stderr):
        yield "stderr is not what it should be"
    for first, second in case.get("same", []):
        if not after.get(first) or after.get(first) != after.get(second):
            yield f"{first} and {second} are not the same"
    new = {Path(name).parts[0] for name in after.keys() - before.keys()}
    if new != set(case.get("makes", [])):
        yield f"new in the folder: {sorted(new)}, expected {case.get('makes', [])}"
    for name in before.keys():
        if after.get(name) != before[name] and Path(name).parts[0] not in case.get("changes", []):
            yield f"{name} was changed or removed"


def main(papar, inputs, table, name):
    case = case_of(table, name)
    with tempfile.TemporaryDirectory(prefix="papar-cli-") as scratch:
        folder = Path(scratch) / "studi"
        shutil.copytree(inputs, folder)
        prepare(folder, case)
        take_steps(papar, folder, case)
        before = contents(folder)
        code, stdout, stderr = run(papar, folder, case)
        found = list(faults(case, before, contents(folder), code, stdout, stderr))
    if found:
        print("papar", *case["args"])
        print("\n".join(found))
        print(f"--- stdout\n{stdout}--- stderr\n{stderr}---")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
