#!/usr/bin/env python3
"""Span F1 of named entities: a name counts when its words and its type are right.

Both files hold the same sentences, as IOB2 (word TAB tag; lines that start with `#` and have no TAB are comments) or
as CoNLL-U with `NER=B-PER` in the last column. The labels of the public data sets are mapped to PER, ORG, LOC, NORP and
EVENT; those without a counterpart are left out, as are, on both sides, the types that are not asked for.

  score_ner.py gold.iob2 system.iob2
  score_ner.py --types PER,ORG,LOC --floor F1=80 gold.iob2.zst system.conllu
"""
import argparse
import json
import sys

from conllu_text import read_text
from score_conllu import below, f1, parse_floors, percent

MAPPING = {
    "PER": "PER person politician writer scientist researcher musicalartist",
    "ORG": "ORG organization organisation politicalparty university band corporation group",
    "LOC": "LOC location geo country facility",
    "NORP": "NORP gpe nationality",
    "EVENT": "EVENT eve election conference",
}
TYPE_OF = {label.lower(): kind for kind, labels in MAPPING.items() for label in labels.split()}


def _tag(columns):
    if len(columns) == 10 and columns[0].isdigit():
        return columns[1], next((f[4:] for f in columns[9].split("|") if f.startswith("NER=")), "O")
    return columns[0], columns[1]


def read_sentences(path):
    """[[(word, tag)]] of a file."""
    sentences, rows = [], []
    for line in read_text(path).split("\n") + [""]:
        columns = line.rstrip("\r").split("\t")
        if len(columns) == 10 and columns[0].replace("-", "").replace(".", "").isdigit() and not columns[0].isdigit():
            continue  # multiword token or empty node of CoNLL-U
        if len(columns) > 1:
            rows.append(_tag(columns))
        elif not line.startswith("#") and rows:
            sentences.append(rows)
            rows = []
    return sentences


def spans(tags, types):
    """{(begin, end, type)} of IOB2 tags after mapping; an I- that continues nothing opens a name."""
    found, begin, kind = set(), 0, None
    for i, tag in enumerate(list(tags) + ["O"]):
        prefix, _, label = tag.partition("-")
        if kind is not None and not (prefix == "I" and label == kind):
            mapped = TYPE_OF.get(kind.lower())
            if mapped in types:
                found.add((begin, i, mapped))
            kind = None
        if prefix in ("B", "I") and kind is None:
            begin, kind = i, label
    return found


def score(gold, system, types):
    """{type or 'F1': (correct, gold, system)}."""
    counts = {name: [0, 0, 0] for name in ["F1", *types]}
    for g, s in zip(gold, system):
        a, b = spans([t for _, t in g], types), spans([t for _, t in s], types)
        for column, names in enumerate((a & b, a, b)):
            for name in names:
                counts["F1"][column] += 1
                counts[name[2]][column] += 1
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--types", default="PER,ORG,LOC", help="comma-separated; default %(default)s")
    parser.add_argument("--floor", action="append", default=[], metavar="TYPE=PERCENT",
                        help="F1=..., PER=...; exit with 1 when it is lower")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    args = parser.parse_args()
    gold, system = read_sentences(args.gold), read_sentences(args.system)
    words = [[[w for w, _ in s] for s in side] for side in (gold, system)]
    if words[0] != words[1]:
        at = next((i for i, (a, b) in enumerate(zip(*words)) if a != b), min(map(len, words)))
        sys.exit(f"score_ner.py: the words differ from sentence {at + 1} on ({len(gold)} and {len(system)} sentences)")
    counts = score(gold, system, args.types.split(","))
    values = {name: f1(c) for name, c in counts.items()}
    if args.json:
        print(json.dumps({name: round(value, 3) for name, value in values.items()}))
    else:
        print(f"{'':6} {'precision':>9} {'recall':>9} {'F1':>9} {'names':>7}")
        for name, (correct, of_gold, of_system) in counts.items():
            label = "all" if name == "F1" else name
            precision, recall = percent(correct, of_system), percent(correct, of_gold)
            print(f"{label:6} {precision:9.2f} {recall:9.2f} {values[name]:9.2f} {of_gold:7}")
    missed = below(values, parse_floors(args.floor))
    for message in missed:
        print(f"score_ner.py: {message}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
