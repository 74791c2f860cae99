#!/usr/bin/env python3
"""Fits the choice of time and place of events: extract/relation/qualifiers.inc.

usage: fit_qualifiers.py EXAMPLES [--held] [--folds N] > extract/relation/qualifiers.inc

EXAMPLES is what qualifier_examples writes of the texts that relation_sentences.py prints. The annotated events of three quarters of
the texts train (annotations/qualifiers.tsv); --held tells what the table reaches on the last quarter. A log-linear choice among the
candidates and none, with an L2 penalty; features that are rarer than LEAST are left out. `tools/train/fit_qualifiers.sh` does it all.
"""
import argparse
import collections
import hashlib
import json
import os
import sys

import numpy

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "eval"))
import judge_qualifiers  # noqa: E402
import records  # noqa: E402
import relation_sentences  # noqa: E402

LEAST = 8
L2 = {"time": 1.0, "place": 1.0}


class Choice:
    """An annotated event with its candidates; `right`: the indices of those that agree with the annotation."""

    def __init__(self, example, wanted):
        self.article, self.kind, self.relation = example["article"], example["qualifier"], example["relation"]
        self.read, self.wanted = example["read"], wanted
        self.features = [c["features"].split() for c in example["candidates"]]
        spans = [c["spans"] for c in example["candidates"]]
        if wanted is None:
            self.right = [0]
        elif self.kind == "time":
            self.right = [i for i, s in enumerate(spans) if any(overlaps(a, wanted) for a in s)]
        else:
            self.right = [i for i, s in enumerate(spans) if any(records.share(a, wanted) for a in s)]
        if self.kind == "time":
            self.given = next((i for i, c in enumerate(example["candidates"]) if self.read and c.get("iso") == self.read), None)
            self.read_right = bool(self.read and wanted)
        else:
            self.read_right = bool(self.read and wanted and any(records.share(a, wanted) for a in self.read))

    @property
    def reachable(self):
        return bool(self.right)


def overlaps(a, b):
    return min(a[1], b[1]) > max(a[0], b[0])


def choices(path):
    events = judge_qualifiers.annotated(judge_qualifiers.FILE)
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            example = json.loads(line)
            start, end = example["sentence"]
            for subject, relation, thing, gold in events.get(example["article"], ()):
                if relation != example["relation"] or not start <= subject[0] < end:
                    continue
                ways = [(subject, thing)] + ([(thing, subject)] if relation in relation_sentences.SYMMETRIC else [])
                at = lambda spans, words: any(records.share(s, words) for s in spans)  # noqa: E731
                if any(at(example["subject"], a) and at(example["object"], b) for a, b in ways):
                    found.append(Choice(example, gold.get(example["qualifier"])))
                    break
    return found


def matrix(items, names):
    """Rows of all candidates as index arrays, and where each choice begins."""
    rows, columns, begins, right = [], [], [0], []
    for item in items:
        for i, features in enumerate(item.features):
            known = [names[f] for f in features if f in names]
            rows += [begins[-1] + i] * len(known)
            columns += known
        right.append(item.right)
        begins.append(begins[-1] + len(item.features))
    return numpy.array(rows), numpy.array(columns), numpy.array(begins), right


def softmax(scores, begins):
    top = numpy.maximum.reduceat(scores, begins[:-1])
    sizes = numpy.diff(begins)
    odds = numpy.exp(scores - numpy.repeat(top, sizes))
    return odds / numpy.repeat(numpy.add.reduceat(odds, begins[:-1]), sizes)


def fit(items, l2, rounds=300):
    counts = collections.Counter(f for item in items for f in {f for row in item.features for f in row})
    names = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    items = [item for item in items if item.reachable]
    rows, columns, begins, right = matrix(items, names)
    mask = numpy.zeros(begins[-1])
    for begin, indices in zip(begins, right):
        mask[[begin + i for i in indices]] = 1
    sizes = numpy.diff(begins)
    weights, total = numpy.zeros(len(names)), int(begins[-1])

    def loss(weights):
        scores = numpy.bincount(rows, weights[columns], total)
        p = softmax(scores, begins)
        good = numpy.add.reduceat(p * mask, begins[:-1])
        target = p * mask / numpy.repeat(numpy.maximum(good, 1e-12), sizes)
        gradient = numpy.bincount(columns, (p - target)[rows], len(names)) + l2 * weights
        return -numpy.log(numpy.maximum(good, 1e-12)).sum() + l2 / 2 * (weights ** 2).sum(), gradient

    return dict(zip(sorted(names), minimize(loss, weights, rounds)))


def minimize(loss, x, rounds, memory=10):
    """L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.5) with a backtracking line search."""
    value, gradient = loss(x)
    steps, changes = [], []
    for _ in range(rounds):
        q, alphas = gradient.copy(), []
        for s, y in zip(reversed(steps), reversed(changes)):
            alphas.append(s @ q / (y @ s))
            q -= alphas[-1] * y
        if steps:
            q *= (steps[-1] @ changes[-1]) / (changes[-1] @ changes[-1])
        for s, y, alpha in zip(steps, changes, reversed(alphas)):
            q += s * (alpha - y @ q / (y @ s))
        length = 1.0 if steps else 1.0 / max(1.0, numpy.abs(q).sum())
        slope = gradient @ q
        while True:
            new_value, new_gradient = loss(x - length * q)
            if new_value <= value - 1e-4 * length * slope or length < 1e-10:
                break
            length /= 2
        step, change = -length * q, new_gradient - gradient
        if step @ change > 1e-12:
            steps, changes = (steps + [step])[-memory:], (changes + [change])[-memory:]
        x, done = x + step, abs(value - new_value) < 1e-5 * max(1.0, abs(value)) * 1e-2
        value, gradient = new_value, new_gradient
        if done:
            break
    return x


def chosen(item, weights, least):
    """Index of the choice: the likeliest candidate where it is at least that likely."""
    scores = [sum(weights.get(f, 0.0) for f in row) for row in item.features]
    best = max(range(1, len(scores)), key=lambda i: scores[i], default=0)
    odds = numpy.exp(numpy.array(scores) - max(scores))
    return best if best and odds[best] / odds.sum() > least else 0


def tally(items, decide):
    """{right, of, missed, spurious}; `decide` gives (given, right) of an item."""
    result = collections.Counter()
    for item in items:
        given, right = decide(item)
        if not given and item.wanted is None:
            continue
        result.update(of=1, right=int(right), missed=int(item.wanted is not None and not given), spurious=int(given and item.wanted is None))
    return result


def by_rules(item):
    return bool(item.read), item.read_right


def by_choice(weights, least, keep):
    def decide(item):
        if keep and item.read:
            return by_rules(item)
        index = chosen(item, weights, least)
        return index != 0, index != 0 and item.wanted is not None and index in item.right
    return decide


def shown(result):
    return f"{result['right']:4} of {result['of']:4}  {100 * result['right'] / max(1, result['of']):5.1f} %  missed {result['missed']}, spurious {result['spurious']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples")
    parser.add_argument("--held", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--l2", type=float)
    options = parser.parse_args()
    found = choices(options.examples)
    table = {}
    for kind in L2:
        mine = [c for c in found if c.kind == kind]
        read = [c for c in mine if not relation_sentences.is_held(c.article)]
        held = [c for c in mine if relation_sentences.is_held(c.article)]
        told = [c for c in read if c.wanted]
        print(f"{kind}: {len(read)} events, {len(told)} with one, {sum(c.reachable for c in told)} among the candidates", file=sys.stderr)
        l2 = options.l2 or L2[kind]
        fold = lambda c: int(hashlib.sha256(("f" + c.article).encode()).hexdigest(), 16) % options.folds  # noqa: E731
        models = [fit([c for c in read if fold(c) != k], l2) for k in range(options.folds)]
        print(f"  rules                 {shown(tally(read, by_rules))}", file=sys.stderr)
        for keep in (True, False):
            for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
                total = collections.Counter()
                for k, weights in enumerate(models):
                    total.update(tally([c for c in read if fold(c) == k], by_choice(weights, least, keep)))
                print(f"  {'keep' if keep else 'free'} least {least:3}         {shown(total)}", file=sys.stderr)
        weights = fit(read, l2)
        table.update(weights)
        if options.held:
            print(f"  held, rules           {shown(tally(held, by_rules))}", file=sys.stderr)
            for keep in (True, False):
                for least in (0.4, 0.5, 0.6, 0.7, 0.8):
                    print(f"  held, {'keep' if keep else 'free'} {least:3}        {shown(tally(held, by_choice(weights, least, keep)))}", file=sys.stderr)
    print("// Made by tools/train/fit_qualifiers.py: do not edit.")
    for name, weight in sorted(table.items(), key=lambda item: item[0].encode()):
        if abs(weight) >= 0.005:
            print('    {"%s", %.3ff},' % (name, weight))


if __name__ == "__main__":
    main()
