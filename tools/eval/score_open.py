#!/usr/bin/env python3
"""Scores open extractions on CaRB dev with its own scorer: all, and each half by hash of the sentence.

usage: score_open.py OPENIE_FOLDER SYSTEM.tsv [--floor F1]

Half 0 was read while the rules were written, and the confidence was fitted on it; half 1 is held back. Percentages at the
threshold of the best F1; `all` takes every extraction. With --floor the exit status is 1 when F1 of the whole set is below.
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "train"))
import fit_confidence  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("system")
    parser.add_argument("--floor", type=float, default=0)
    options = parser.parse_args()
    carb = fit_confidence.load_module(options.folder, "score_carb")
    gold = carb.read_gold(os.path.join(options.folder, "dev.tsv"))
    system = carb.read_system(options.system, "tabbed")
    with open(os.path.join(options.folder, "dev.txt"), encoding="utf-8") as lines:
        half = {carb.sentence_key(line.strip()): fit_confidence.open_half(line.strip()) for line in lines}
    scores = {}
    for name, wanted in (("whole set", (0, 1)), ("half 0", (0,)), ("half 1", (1,))):
        part = {key: tuples for key, tuples in gold.items() if half[key] in wanted}
        s, _ = carb.score(part, {key: items for key, items in system.items() if key in part})
        scores[name] = 100 * s["f1"]
        print(f"{name:<10} P {100 * s['precision']:.1f}  R {100 * s['recall']:.1f}  F1 {100 * s['f1']:.1f}  (all: F1 "
              f"{100 * s['f1_all']:.1f})  AUC {100 * s['auc']:.1f}  threshold {s['threshold']}  {s['extractions']} extractions")
    if scores["whole set"] < options.floor:
        print(f"BELOW THE FLOOR: F1 {scores['whole set']:.1f} < {options.floor}")
        sys.exit(1)


if __name__ == "__main__":
    main()
