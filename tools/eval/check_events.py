#!/usr/bin/env python3
"""Scores records against coded event sentences with the scorers that lie beside them, and checks a floor.

usage: check_events.py EVENTS_FOLDER SET RECORDS --floor F1

SET is `plover_gsr.dev` or `petrarch.dev` (F1 of relation, source and target, lenient reading) or `plv.dev` (macro F1 over the
PLOVER roots). Exit code 1 below the floor.
"""
import argparse
import json
import os
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("set")
    parser.add_argument("records")
    parser.add_argument("--floor", type=float, default=0)
    options = parser.parse_args()
    plv = options.set.startswith("plv")
    scorer = os.path.join(options.folder, "score_plv.py" if plv else "score_events.py")
    gold = os.path.join(options.folder, options.set + ".jsonl")
    output = subprocess.run([sys.executable, scorer, gold, options.records, "--json"], check=True, capture_output=True, text=True)
    result = json.loads(output.stdout)
    if plv:
        value = result["macro_f1"]
        print(f"{options.set}: macro F1 {value}, accuracy {result['accuracy']}, coverage {result['coverage']}")
    else:
        row = result["triple"]["lenient"]["overall"]
        value = row["f1"]
        print(f"{options.set}: triples, lenient: P {row['p']} R {row['r']} F1 {value}")
    if value < options.floor:
        print(f"BELOW THE FLOOR: {value} < {options.floor}")
        sys.exit(1)


if __name__ == "__main__":
    main()
