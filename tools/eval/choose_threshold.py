#!/usr/bin/env python3
"""Choose the score from which two nodes are one, by cross-validation on the part dev of tests/data/who.

usage: choose_threshold.py SCORE_WHO FOLDER

For each threshold of the grid SCORE_WHO says of each pair and story of dev how many pairs of names are rightly one, said to be one and
one in truth. The items are dealt into ten folds by a hash of their names. Each fold is scored with the threshold that does best on the
nine others; the sum over the folds is what may be expected of names that chose nothing. What is chosen for the program is the middle of
the thresholds that do best on all of dev. The part test is scored once, with the threshold that was chosen.

"Best" is the mean of the pairwise F1 of pairs and of stories, since a pair of the first is alone and a story has many.
"""
import hashlib
import subprocess
import sys

GRID = [step / 4 for step in range(-4, 17)]  # -1 to 4
FOLDS = 10


def run(program, folder, part, threshold):
    return subprocess.run([program, folder, part, "--threshold", str(threshold), "--items"], check=True, capture_output=True,
                          text=True).stdout


def items_of(output):
    for line in output.splitlines():
        if line.startswith("item\t"):
            _, kind, name, right, said, there = line.split("\t")
            yield kind, name, (int(right), int(said), int(there))


def f1(counts):
    right, said, there = counts
    return 2 * right / (said + there) if said + there else 1.0


def fold_of(kind, name):
    return int(hashlib.sha256((kind + name).encode()).hexdigest(), 16) % FOLDS


class Table:
    """By threshold, fold and kind the sums of what the items gave."""

    def __init__(self, program, folder):
        self.sums = {}
        for threshold in GRID:
            for kind, name, counts in items_of(run(program, folder, "dev", threshold)):
                key = (threshold, fold_of(kind, name), kind)
                self.sums[key] = tuple(a + b for a, b in zip(self.sums.get(key, (0, 0, 0)), counts))

    def total(self, threshold, folds, kind):
        return tuple(sum(column) for column in zip(*(self.sums.get((threshold, fold, kind), (0, 0, 0)) for fold in folds)))

    def score(self, threshold, folds):
        return sum(f1(self.total(threshold, folds, kind)) for kind in ("pair", "story")) / 2

    def best(self, folds):
        """The middle of the longest run of thresholds that do best."""
        scores = [round(self.score(threshold, folds), 9) for threshold in GRID]
        runs, most = [[]], max(scores)
        for threshold, score in zip(GRID, scores):
            if score == most:
                runs[-1].append(threshold)
            elif runs[-1]:
                runs.append([])
        longest = max(runs, key=len)
        return longest[len(longest) // 2]


def main(program, folder):
    table, all_folds = Table(program, folder), range(FOLDS)
    print("threshold  pairs F1  stories F1 (pairwise), all of dev")
    for threshold in GRID:
        print("%9.2f  %8.3f  %10.3f" % (threshold, f1(table.total(threshold, all_folds, "pair")),
                                       f1(table.total(threshold, all_folds, "story"))))
    held_back, chosen = {"pair": (0, 0, 0), "story": (0, 0, 0)}, []
    for fold in all_folds:
        chosen.append(table.best([other for other in all_folds if other != fold]))
        for kind in held_back:
            held_back[kind] = tuple(a + b for a, b in zip(held_back[kind], table.total(chosen[-1], [fold], kind)))
    print("chosen without each fold:", " ".join("%.2f" % threshold for threshold in chosen))
    print("on the folds held back: pairs F1 %.3f, stories F1 %.3f" % (f1(held_back["pair"]), f1(held_back["story"])))
    best = table.best(all_folds)
    print("chosen on all of dev: %.2f" % best)
    print("test, measured with it:")
    print("".join(line + "\n" for line in run(program, folder, "test", best).splitlines() if not line.startswith("item\t")), end="")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
