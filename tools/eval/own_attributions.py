#!/usr/bin/env python3
"""Our own annotated attributions (tools/train/annotations/attributions.tsv) with their texts, in the form of PolNeAR.

usage: own_attributions.py [--shared FOLDER] > own.jsonl       a gold file for score_attribution.py --outermost
       own_attributions.py --compile SHEET [--shared FOLDER]   the lines of attributions.tsv that a sheet stands for

attributions.tsv: `# corpus, number, sha256` (its first 16 digits) begins a document, a line below is an attribution: `begin-end` of a word
of its source (or `-`), its cue and its content, in code points of the text.

A sheet: `= corpus number` begins a document; a line `SENTENCE source|cue|content` is an attribution, each part by a word of it that
stands in that sentence (numbers: annotations.py text), `word#2` the second place of the word, `-` where nobody is named.
"""
import argparse
import hashlib
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "train"))
import annotations  # noqa: E402

FILE = os.path.join(HERE, "..", "train", "annotations", "attributions.tsv")
PARTS = ("source", "cue", "content")


def place(text, start, end, word):
    """[begin, end] of the word between the offsets; None where it is not there."""
    word, _, number = word.partition("#")
    found = list(re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text[start:end]))
    at = int(number or 1) - 1
    return [start + found[at].start(), start + found[at].end()] if at < len(found) else None


def heading(corpus, number, text):
    return f"# {corpus}\t{number}\t{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def compile_sheet(path, shared):
    text, spans = "", []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("= "):
                corpus, document = line[2:].split()
                text = annotations.documents(shared, corpus)[int(document)]
                spans = annotations.sentences(text)
                yield heading(corpus, document, text)
                continue
            sentence, parts = line.split(" ", 1)
            found = []
            for word in parts.split("|"):
                span = None if word == "-" else place(text, *spans[int(sentence)], word)
                if word != "-" and span is None:
                    sys.exit(f"{path}:{number}: no {word!r} in sentence {sentence}")
                found.append(f"{span[0]}-{span[1]}" if span else "-")
            yield "\t".join(found)


def annotated(shared):
    """Records {id, text, attributions}."""
    rows = []
    with open(FILE, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# "):
                corpus, number, _ = line[2:].split("\t")
                text = annotations.documents(shared, corpus)[int(number)]
                if heading(corpus, number, text) != line:
                    sys.exit(f"{corpus} {number}: the text has changed")
                rows.append({"id": f"{corpus}:{number}", "text": text, "attributions": []})
            elif line:
                spans = [[] if span == "-" else [[int(at) for at in span.split("-")]] for span in line.split("\t")]
                rows[-1]["attributions"].append(dict(zip(PARTS, spans)))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compile", metavar="SHEET")
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    args = parser.parse_args()
    if args.compile:
        print("\n".join(compile_sheet(args.compile, args.shared)))
        return
    for row in annotated(args.shared):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
