#!/usr/bin/env python3
"""How far confidence can be believed, on annotated articles: calibration error and the precision that a threshold buys.

usage: calibration.py GOLD_FOLDER EXPLAINED [--own OWN_FOLDER EXPLAINED] [--events EVENTS_FOLDER PLOVER PETRARCH] [--floor ECE]
                      [--folds N] [--repeats N]

EXPLAINED is what `actant explain --json` writes for GOLD_FOLDER/dev.articles.jsonl. A triple is right when it is strictly right
(GOLD_FOLDER/score.py). --own and --events as for tools/train/fit_confidence.py: articles and sentences that only train. Two kinds of confidence are compared with that:

- cross-validated: the table is fitted anew (tools/train/fit_confidence.py) without the articles it is then asked about; this is
  what holds for new text;
- shipped: as the program wrote it, with the table it was built with, which has seen most of these articles: there the triples
  it is sure of are right more often than it says, and the doubtful ones less often, which new articles do not show.

The expected calibration error is the mean over ten bins of equal width, weighted by their triples, of the difference between
mean confidence and share right; a perfect model would show about 0.03 with 700 triples. As it depends on how the articles are dealt
into folds, it is the mean over --repeats deals; the tables are those of the first. With --floor the exit status is 1 when the
cross-validated error is above it. AUC: how often a right triple has a higher confidence than a wrong one.
"""
import argparse
import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "train"))
import fit_confidence  # noqa: E402
import logistic  # noqa: E402

BINS = 10


def cross_validated(examples, others, folds, deal):
    """Confidence of each triple by a table that has not seen its article."""
    fold = logistic.folds_of([e.group for e in examples], folds, deal)
    result = [0.0] * len(examples)
    for f in range(folds):
        weights = fit_confidence.fit_relations([e for e in examples if fold[e.group] != f] + others)
        for i, e in enumerate(examples):
            if fold[e.group] == f:
                result[i] = logistic.predict(weights, e.row)
    return result


def log_loss(confidences, targets):
    return -sum(math.log(p if y else 1 - p) for p, y in zip(confidences, targets)) / max(1, len(targets))


def ranking(confidences, targets):
    """Area under the ROC curve; ties count half."""
    right = [p for p, y in zip(confidences, targets) if y]
    wrong = [p for p, y in zip(confidences, targets) if not y]
    better = sum((p > q) + 0.5 * (p == q) for p in right for q in wrong)
    return better / max(1, len(right) * len(wrong))


def bins_of(confidences, targets):
    table = [[0, 0.0, 0.0] for _ in range(BINS)]
    for p, y in zip(confidences, targets):
        row = table[min(int(p * BINS), BINS - 1)]
        row[0] += 1
        row[1] += p
        row[2] += y
    return table


def calibration_error(confidences, targets):
    table = bins_of(confidences, targets)
    return sum(abs(p - y) for n, p, y in table if n) / max(1, len(targets))


def print_reliability(title, confidences, targets):
    print(f"\n{title}: expected calibration error {calibration_error(confidences, targets):.4f}, log loss "
          f"{log_loss(confidences, targets):.4f}, AUC {ranking(confidences, targets):.3f}")
    print("  confidence   triples   mean    right")
    for i, (n, p, y) in enumerate(bins_of(confidences, targets)):
        if n:
            print(f"  {i / BINS:.1f} - {(i + 1) / BINS:.1f} {n:9}   {p / n:.3f}   {y / n:.3f}")


def print_curve(title, confidences, targets, gold):
    print(f"\n{title}: what --min-confidence buys")
    print("  threshold   triples   precision   recall     F1")
    for step in range(0, 20):
        threshold = step / 20
        kept = [y for p, y in zip(confidences, targets) if p >= threshold]
        if not kept:
            break
        precision, recall = sum(kept) / len(kept), sum(kept) / gold
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {threshold:9.2f} {len(kept):9} {100 * precision:11.1f} {100 * recall:8.1f} {100 * f1:6.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("explained")
    parser.add_argument("--floor", type=float)
    parser.add_argument("--folds", type=int, default=11)
    parser.add_argument("--repeats", type=int, default=6)
    fit_confidence.add_training_arguments(parser)
    options = parser.parse_args()
    examples, gold = fit_confidence.relation_examples(options.gold, options.explained)
    targets = [e.target for e in examples]
    print(f"{len({e.group for e in examples})} articles, {len(examples)} triples, {int(sum(targets))} right, {gold} in the gold")
    others = fit_confidence.training_examples(options)
    deals = [cross_validated(examples, others, options.folds, deal) for deal in range(options.repeats)]
    held = deals[0]
    shipped = [e.confidence for e in examples]
    for title, confidences in (("cross-validated", held), ("shipped", shipped)):
        print_reliability(title, confidences, targets)
    print_curve("cross-validated", held, targets, gold)
    means = [sum(f(held, targets) for held in deals) / len(deals) for f in (calibration_error, log_loss, ranking)]
    error = means[0]
    print(f"\ncross-validated, mean of {len(deals)} deals: calibration error {error:.4f}, log loss {means[1]:.4f}, AUC {means[2]:.3f}")
    if options.floor is not None and error > options.floor:
        print(f"BELOW THE FLOOR: calibration error {error:.4f} > {options.floor}")
        sys.exit(1)


if __name__ == "__main__":
    main()
