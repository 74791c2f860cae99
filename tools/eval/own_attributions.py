#!/usr/bin/env python3
"""Our own annotated attributions (tools/train/annotations/attributions.jsonl) with their texts, in the form of PolNeAR.

usage: own_attributions.py [--shared FOLDER] > own.jsonl       a gold file for score_attribution.py --outermost
       own_attributions.py --compile SHEET [--shared FOLDER]   the lines of attributions.jsonl that a sheet stands for

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

FILE = os.path.join(HERE, "..", "train", "annotations", "attributions.jsonl")
PARTS = ("source", "cue", "content")


def place(text, start, end, word):
    """[begin, end] of the word between the offsets; None where it is not there."""
    word, _, number = word.partition("#")
    found = list(re.finditer(r"(?<!\w)" + re.escape(word) + r"(?!\w)", text[start:end]))
    at = int(number or 1) - 1
    return [start + found[at].start(), start + found[at].end()] if at < len(found) else None


def compile_sheet(path, shared):
    documents = []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("= "):
                corpus, document = line[2:].split()
                text = annotations.documents(shared, corpus)[int(document)]
                spans = annotations.sentences(text)
                documents.append({"corpus": corpus, "document": int(document),
                                  "sha256": hashlib.sha256(text.encode()).hexdigest(), "attributions": []})
                continue
            sentence, parts = line.split(" ", 1)
            found = {}
            for part, word in zip(PARTS, parts.split("|")):
                span = None if word == "-" else place(text, *spans[int(sentence)], word)
                if word != "-" and span is None:
                    sys.exit(f"{path}:{number}: no {word!r} in sentence {sentence}")
                found[part] = [span] if span else []
            documents[-1]["attributions"].append(found)
    return documents


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compile", metavar="SHEET")
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    args = parser.parse_args()
    if args.compile:
        for document in compile_sheet(args.compile, args.shared):
            print(json.dumps(document))
        return
    with open(FILE, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = annotations.documents(args.shared, row["corpus"])[row["document"]]
            if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
                sys.exit(f"{row['corpus']} {row['document']}: the text has changed")
            print(json.dumps({"id": f"{row['corpus']}:{row['document']}", "text": text, "attributions": row["attributions"]},
                             ensure_ascii=False))


if __name__ == "__main__":
    main()
