#!/usr/bin/env python3
"""The raw text of a CoNLL-U treebank: what a tokenizer is given when it is measured on it.

Sentences of a paragraph are joined as their last token's SpaceAfter says; paragraphs (`# newpar`, `# newdoc`) are
parted by an empty line.

  raw_text.py en_ewt-ud-dev.conllu > en_ewt-ud-dev.txt
"""
import argparse
import sys

from conllu_text import FORM, ID, MISC, blocks, read_text


def sentence_text(rows):
    """Text of a sentence with the blank that may follow it."""
    out, last_inside = [], 0
    for columns in rows:
        if "-" in columns[ID]:
            last_inside = int(columns[ID].split("-")[1])
        elif int(columns[ID]) <= last_inside:
            continue
        out.append(columns[FORM])
        if "SpaceAfter=No" not in columns[MISC].split("|"):
            out.append(" ")
    return "".join(out)


def raw_text(text):
    paragraphs = [[]]
    for comments, rows in blocks(text):
        if any(c[1:].split() and c[1:].split()[0] in ("newpar", "newdoc") for c in comments):
            paragraphs.append([])
        paragraphs[-1].append(sentence_text(rows))
    return "\n\n".join("".join(p).rstrip() for p in paragraphs if p) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", help="CoNLL-U file, may be .zst; `-` is stdin")
    sys.stdout.write(raw_text(read_text(parser.parse_args().treebank)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
