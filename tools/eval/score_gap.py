#!/usr/bin/env python3
"""GAP: whether an ambiguous pronoun is put together with the right one of two names (Webster et al., "Mind the GAP", TACL
2018), from extraction records.

  score_gap.py articles gap-validation.tsv > articles.jsonl      the snippets as articles for `actant extract`
  score_gap.py score gap-validation.tsv records.jsonl [--floor F1=74] [--errors N]

A pronoun corefers with a name when one entity of the record has a mention that is the pronoun and a mention that overlaps
the name. F1 counts names; that of feminine pronouns over that of masculine ones is the bias.
"""
import argparse
import csv
import io
import json
import sys

from conllu_text import read_text
from score_conllu import below, f1, parse_floors, percent


def rows(path):
    return list(csv.DictReader(io.StringIO(read_text(path)), delimiter="\t", quoting=csv.QUOTE_NONE))


def answers(row, record):
    """(name A corefers, name B corefers)"""
    at = int(row["Pronoun-offset"])
    pronoun = (at, at + len(row["Pronoun"]))
    found = [False, False]
    for entity in record["entities"]:
        spans = [(m["start"], m["end"]) for m in entity["mentions"]]
        if pronoun not in spans:
            continue
        for k, name in enumerate("AB"):
            begin = int(row[f"{name}-offset"])
            end = begin + len(row[name])
            found[k] = found[k] or any(b < end and begin < e and (b, e) != pronoun for b, e in spans)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["articles", "score"])
    parser.add_argument("gap")
    parser.add_argument("records", nargs="?")
    parser.add_argument("--floor", action="append", default=[], metavar="METRIC=PERCENT")
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    args = parser.parse_args()
    examples = rows(args.gap)
    if args.task == "articles":
        for row in examples:
            print(json.dumps({"id": row["ID"], "text": row["Text"]}, ensure_ascii=False))
        return 0
    records = {}
    for line in read_text(args.records).split("\n"):
        if line.strip():
            record = json.loads(line)
            records[record["doc"]["id"]] = record
    counts = {"F1": [0, 0, 0], "masculine": [0, 0, 0], "feminine": [0, 0, 0]}
    left = args.errors
    for row in examples:
        found = answers(row, records.get(row["ID"], {"entities": []}))
        sex = "feminine" if row["Pronoun"].lower() in ("she", "her", "hers") else "masculine"
        for k, name in enumerate("AB"):
            right = row[f"{name}-coref"].upper() == "TRUE"
            for key in ("F1", sex):
                counts[key][0] += right and found[k]
                counts[key][1] += right
                counts[key][2] += found[k]
            if right != found[k] and left > 0:
                left -= 1
                at = int(row["Pronoun-offset"])
                print(f"{row['ID']} {'missed' if right else 'false'} {row[name]}: "
                      f"{row['Text'][max(0, at - 200):at]}[{row['Pronoun']}]{row['Text'][at + len(row['Pronoun']):at + 60]}")
    values = {name: f1(c) for name, c in counts.items()}
    for name, (correct, of_gold, of_system) in counts.items():
        print(f"{name:10} precision {percent(correct, of_system):6.2f} recall {percent(correct, of_gold):6.2f} F1 {values[name]:6.2f}")
    print(f"bias {values['feminine'] / values['masculine'] if values['masculine'] else 0:.2f}")
    missed = below(values, parse_floors(args.floor))
    for message in missed:
        print(f"score_gap.py: {message}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
