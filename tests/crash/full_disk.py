#!/usr/bin/env python3
"""Fills a small file system while actant writes to a graph on it.

usage: full_disk.py ACTANT

Mounts a tmpfs of a few megabytes (in a namespace of its own, so that root or unprivileged user namespaces are needed; exit status 77
where neither is there), adds articles until the disk is full, step by step and in bulk, and verifies: one line of error that names the
reason, exit status 1; the graph can be checked and queried on the full disk; after space was made the same command goes on, and the
export is byte for byte that of a run with enough space. Python 3 standard library only.
"""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from kill_rounds import record  # noqa: E402

INSIDE = "ACTANT_FULL_DISK_INSIDE"


def sh(*command, check=True):
    result = subprocess.run(command, capture_output=True, text=True)
    if check and result.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit status {result.returncode}: {result.stderr.strip()}")
    return result


def fill(actant, disk, records, extra):
    graph, reference = os.path.join(disk, "graph"), os.path.join(disk, "..", "reference" + "".join(extra))
    sh("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk)
    try:
        sh(actant, "load", records + ".first", "--graph", graph)
        shutil.copytree(graph, reference)
        full = sh(actant, "load", records, "--graph", graph, *extra, check=False)
        lines = full.stderr.strip().splitlines()
        if full.returncode != 1 or len(lines) != 1 or "No space left on device" not in lines[0]:
            sys.exit(f"a full disk gave exit status {full.returncode} and:\n{full.stderr}")
        print(lines[0])
        sh(actant, "check", graph)
        sh(actant, "stats", graph)
        sh(actant, "query", graph, "Abel Quist", "?", "?")
        sh("mount", "-o", "remount,size=400m", disk)
        sh(actant, "load", records, "--graph", graph, *extra)
        sh(actant, "load", records, "--graph", reference, *extra)
        exports = [sh(actant, "export", path, "--to", "jsonld").stdout for path in (graph, reference)]
        if exports[0] != exports[1]:
            sys.exit("the export differs from that of a run with enough space")
    finally:
        sh("umount", disk, check=False)


def main():
    actant = os.path.abspath(sys.argv[1])
    if INSIDE not in os.environ:
        probe = sh("unshare", "--mount", "--map-root-user", "mount", "-t", "tmpfs", "tmpfs", "/mnt", check=False)
        if probe.returncode != 0:
            print("no file system can be mounted here; skipped")
            sys.exit(77)
        command = ["unshare", "--mount", "--map-root-user", sys.executable, os.path.abspath(__file__), actant]
        sys.exit(subprocess.run(command, env={**os.environ, INSIDE: "1"}).returncode)
    with tempfile.TemporaryDirectory(prefix="actant-full-") as folder:
        records = os.path.join(folder, "records.jsonl")
        with open(records, "w", encoding="utf-8") as out:
            out.writelines(record(number) + "\n" for number in range(16000))
        with open(records + ".first", "w", encoding="utf-8") as out:
            out.writelines(record(number) + "\n" for number in range(200))
        disk = os.path.join(folder, "disk")
        os.mkdir(disk)
        for extra in (["--step", "2"], ["--bulk"]):
            fill(actant, disk, records, extra)


if __name__ == "__main__":
    main()
