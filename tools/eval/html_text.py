#!/usr/bin/env python3
"""Token F1 of the text taken from web pages against the text that their publishers or annotators give, beside a public peer.

    html_text.py ARCHIVES READ_ARTICLES [--peer] [--floor F1] [--margin POINTS] [--times N]

ARCHIVES is the folder with html/extraction_benchmark and html/fundus unpacked; READ_ARTICLES the program of that name. --peer
also runs trafilatura (PyPI), in this Python, on the same pages: F1 may not be lower by more than POINTS, and the processor time
of reading must be N times shorter. A page counts by its own F1 over bags of words (lower case); the figure is their mean.

Half of the pages, `dev`, chosen by a hash of the file name, was looked at while the extractor was written; `held` was not.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import time

ROUNDS, PEER_ROUNDS = 5, 2  # the quickest counts: the first finds cold caches
WORD = re.compile(r"\w+")


def fundus_body(expected):
    body = expected["body"]
    return "\n".join(body["summary"] + [text for part in body["sections"] for text in part["headline"] + part["paragraphs"]])


def known_texts(folder):
    """Page file -> its text. A publisher of fundus has several expected articles: the one whose paragraphs the page holds."""
    texts = {}
    benchmark = os.path.join(folder, "html", "extraction_benchmark")
    with open(os.path.join(benchmark, "ground_truth.json"), encoding="utf-8") as file:
        for name, entry in json.load(file).items():
            texts[os.path.join(benchmark, name + ".html")] = entry["articleBody"]
    for expected_file in glob.glob(os.path.join(folder, "html", "fundus", "**", "*.expected.json"), recursive=True):
        with open(expected_file, encoding="utf-8") as file:
            articles = [fundus_body(a) for a in json.load(file).values() if a.get("body")]
        for page in glob.glob(expected_file[: -len(".expected.json")] + "_*.html"):
            with open(page, encoding="utf-8", errors="replace") as file:
                html = file.read()
            share = lambda text: sum(line[:25] in html for line in text.split("\n")) / (text.count("\n") + 1)
            best = max(articles, key=share, default=None)
            if best is not None and share(best) >= 0.3:
                texts[page] = best
    return texts


def score(found, known):
    a, b = (collections.Counter(WORD.findall(text.lower())) for text in (found, known))
    both = sum((a & b).values())
    if both == 0:
        return 0.0, 0.0, 0.0
    precision, recall = both / sum(a.values()), both / sum(b.values())
    return precision, recall, 2 * precision * recall / (precision + recall)


def is_dev(page):
    return hashlib.md5(os.path.basename(page).encode()).digest()[0] % 2 == 0


def report(name, found, known):
    scores = {page: score(found.get(page, ""), text) for page, text in known.items()}
    for title, pages in (
        ("dev", [p for p in scores if is_dev(p)]),
        ("held", [p for p in scores if not is_dev(p)]),
        ("all", list(scores)),
    ):
        mean = [100 * sum(scores[p][i] for p in pages) / len(pages) for i in range(3)]
        print(f"{name:12s} {title:5s} {len(pages):4d} pages  P {mean[0]:.2f}  R {mean[1]:.2f}  F1 {mean[2]:.2f}")
    return mean[2]


def read_ours(program, pages):
    """Texts by page, and the processor time of reading them, files included: the best of ROUNDS."""
    seconds = []
    for _ in range(ROUNDS):
        run = subprocess.run([program, *pages], capture_output=True, check=True)
        seconds.append(float(run.stderr.decode().splitlines()[-1].split("; ")[1].split()[0]))
    seconds = min(seconds)
    articles = (json.loads(line) for line in run.stdout.decode().splitlines())
    return {a["origin"]: a["text"] for a in articles}, seconds


def read_peer(pages):
    import logging

    import trafilatura

    logging.disable(logging.CRITICAL)
    texts, rounds = {}, []
    for _ in range(PEER_ROUNDS):
        seconds = 0.0
        for page in pages:
            with open(page, "rb") as file:
                html = file.read()
            begin = time.process_time()
            texts[page] = trafilatura.extract(html, include_comments=False) or ""
            seconds += time.process_time() - begin
        rounds.append(seconds)
    seconds = min(rounds)
    print(f"peer: trafilatura {trafilatura.__version__}")
    return texts, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archives")
    parser.add_argument("program")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--floor", type=float, default=0)
    parser.add_argument("--margin", type=float, default=2)
    parser.add_argument("--times", type=float, default=20)
    arguments = parser.parse_args()
    known = known_texts(arguments.archives)
    pages = sorted(known)
    megabytes = sum(os.path.getsize(page) for page in pages) / 1e6
    ours, seconds = read_ours(arguments.program, pages)
    print(f"actant: {megabytes:.1f} MB in {seconds:.2f} s of processor time, {megabytes / seconds:.1f} MB/s, files read included")
    f1 = report("actant", ours, known)
    failed = f1 < arguments.floor
    if failed:
        print(f"BELOW THE FLOOR: F1 {f1:.2f} < {arguments.floor}")
    if arguments.peer:
        theirs, peer_seconds = read_peer(pages)
        print(f"peer: {peer_seconds:.2f} s, {megabytes / peer_seconds:.1f} MB/s; actant is {peer_seconds / seconds:.1f} times as fast")
        peer_f1 = report("trafilatura", theirs, known)
        failed |= f1 < peer_f1 - arguments.margin or peer_seconds < arguments.times * seconds
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
