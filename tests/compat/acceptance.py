"""What the checks of the export formats share."""
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


class Failure(Exception):
    """A client does not read an export, or sees something else than the others."""


def run(*command, **options):
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode != 0:
        raise Failure(f"{' '.join(command)[:200]}: exit {result.returncode}: {(result.stderr or result.stdout).strip()[:800]}")
    return result.stdout


def node(script, *arguments):
    return run("node", os.path.join(HERE, script), *arguments)


def difference(seen, expected):
    """The parts that differ, of dictionaries and sets, or both as they are."""
    if isinstance(seen, dict) and isinstance(expected, dict):
        keys = [key for key in {**seen, **expected} if seen.get(key) != expected.get(key)]
        return {key: seen.get(key) for key in keys}, {key: expected.get(key) for key in keys}
    if isinstance(seen, set) and isinstance(expected, set):
        return seen - expected, expected - seen
    return seen, expected


def check_equal(what, seen, expected):
    if seen != expected:
        seen, expected = difference(seen, expected)
        raise Failure(f"{what}: sees {str(seen)[:300]}, expected {str(expected)[:300]}")
