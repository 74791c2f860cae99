#!/usr/bin/env python3
"""Brings coreference corpora to one form, which analyze_coref reads and score_coref.py compares.

  coref_tokens.py gum TREEBANK.conllu ONTOGUM.conll [--documents LIST] > tokens
  coref_tokens.py litbank LITBANK.conll > tokens

A document begins with `#begin document (ID)`; a line is a word: form TAB clusters, where the clusters that begin and end
there are written as in CoNLL-2012 (`(3`, `3)`, `(3)`, joined by `|`, `-` for none). A sentence ends with an empty line
and may begin with `# speaker NAME`. Files may end in .zst.
"""
import argparse
import re

from conllu_text import read_text

_BRACKET = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")


def column(text):
    """The brackets of a column in the form that we write."""
    parts = []
    for whole, opened, closed in _BRACKET.findall(text):
        parts.append(f"({whole})" if whole else f"({opened}" if opened else f"{closed})")
    return "|".join(parts) or "-"


def ontogum_columns(path):
    """{document: [column]}"""
    documents, current = {}, None
    for line in read_text(path).split("\n"):
        begin = re.match(r"#begin document \((.*?)\)", line)
        if begin:
            current = documents[begin[1]] = []
        elif line and line[0] != "#":
            fields = line.split("\t")
            if len(fields) >= 3:
                current.append(column(fields[2]))
    return documents


def gum(treebank, ontogum, keep):
    columns = ontogum_columns(ontogum)
    name, at, words, speaker = None, 0, [], None
    for line in read_text(treebank).split("\n"):
        if line.startswith("# newdoc id"):
            name, at = line.split("= ", 1)[1].strip(), 0
            if keep is None or name in keep:
                print(f"#begin document ({name})")
        elif line.startswith("# speaker"):
            speaker = line.split("=", 1)[1].strip()
        elif not line:
            if words and (keep is None or name in keep):
                if speaker:
                    print(f"# speaker {speaker}")
                for word in words:
                    print(f"{word}\t{columns[name][at]}")
                    at += 1
                print()
            words, speaker = [], None
        elif line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit():
                words.append(fields[1])


def litbank(path):
    for line in read_text(path).split("\n"):
        if line.startswith("#begin"):
            print(line.split(";")[0])
        elif not line:
            print()
        elif line[0] != "#":
            fields = line.split("\t")
            print(f"{fields[2]}\t{column(fields[3])}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=["gum", "litbank"])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--documents", help="file with the ids of the documents to take, one a line")
    args = parser.parse_args()
    keep = set(read_text(args.documents).split()) if args.documents else None
    if args.corpus == "gum":
        gum(args.files[0], args.files[1], keep)
    else:
        litbank(args.files[0])


if __name__ == "__main__":
    main()
