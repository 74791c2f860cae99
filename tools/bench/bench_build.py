#!/usr/bin/env python3
"""Measures `actant build` on growing archives: words a second, peak memory, bytes on disk.

usage: bench_build.py ACTANT ARCHIVE.jsonl[.gz] [...] [--articles 1000,10000] [--jobs 2] [--limit-mb 700]

Takes the first N articles of the archives for each N. Prints one line for each, and the memory of the largest run as a ratio to the
smallest: a flat program stays near 1. Exit code 1 when a run needs more than --limit-mb. Python 3 standard library only.
"""
import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def read_lines(paths, count):
    for path in paths:
        opener = gzip.open if path.endswith(".gz") else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if count == 0:
                    return
                count -= 1
                yield line


def disk_bytes(folder):
    return sum(os.path.getsize(os.path.join(root, name)) for root, _, names in os.walk(folder) for name in names)


def measure(actant, archives, articles, jobs, folder):
    """(articles, words, seconds, peak MB, MB on disk) of one build in a process of its own."""
    source, graph = os.path.join(folder, "articles.jsonl"), os.path.join(folder, "graph")
    shutil.rmtree(graph, ignore_errors=True)
    words = found = 0
    with open(source, "w", encoding="utf-8") as out:
        for line in read_lines(archives, articles):
            words += len(json.loads(line).get("text", "").split())
            found += 1
            out.write(line)
    before = time.monotonic()
    code = ("import resource, subprocess, sys; r = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
            "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(r.returncode)")
    run = subprocess.run([sys.executable, "-c", code, actant, "build", source, "--graph", graph, "--jobs", str(jobs)],
                         stdout=subprocess.PIPE, text=True, check=True)
    return found, words, time.monotonic() - before, int(run.stdout.split()[-1]) / 1024, disk_bytes(graph) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("actant")
    parser.add_argument("archives", nargs="+")
    parser.add_argument("--articles", default="1000,10000")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit-mb", type=float, default=700)
    options = parser.parse_args()
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for articles in map(int, options.articles.split(",")):
            found, words, seconds, peak, disk = measure(options.actant, options.archives, articles, options.jobs, folder)
            peaks.append(peak)
            print(f"{found} articles, {words} words: {seconds:.1f} s, {words / seconds:.0f} words/s with {options.jobs} jobs, "
                  f"peak {peak:.0f} MB, graph {disk:.1f} MB", flush=True)
    print(f"memory of the largest to the smallest run: {peaks[-1] / peaks[0]:.2f}")
    if max(peaks) > options.limit_mb:
        sys.exit(f"above the limit of {options.limit_mb:.0f} MB")


if __name__ == "__main__":
    main()
