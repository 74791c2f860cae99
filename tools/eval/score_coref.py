#!/usr/bin/env python3
"""Scores coreference chains: MUC, B3, CEAFe and their mean, the CoNLL F1 (Pradhan et al., "Scoring Coreference Partitions
of Predicted Mentions", ACL 2014), as the reference scorer does for predicted mentions; chains of one mention do not count.

  score_coref.py gold.tokens system.tokens [--floor CoNLL=60] [--by-genre] [--errors N]

Both files hold the same words in the form of coref_tokens.py.
"""
import argparse
import collections
import json
import re
import sys

from conllu_text import read_text
from score_conllu import below, parse_floors

_BRACKET = re.compile(r"\((\d+)\)|\((\d+)|(\d+)\)")


def read(path):
    """{document: ([word], [chain]), a chain being a set of (first, last) word numbers}."""
    documents = {}
    for line in read_text(path).split("\n"):
        begin = re.match(r"#begin document \((.*?)\)", line)
        if begin:
            words, chains, opened = [], collections.defaultdict(set), collections.defaultdict(list)
            documents[begin[1]] = (words, chains)
        elif "\t" in line:
            word, column = line.split("\t")
            for whole, first, last in _BRACKET.findall(column):
                if whole:
                    chains[whole].add((len(words), len(words)))
                elif first:
                    opened[first].append(len(words))
                else:
                    chains[last].add((opened[last].pop(), len(words)))
            words.append(word)
    return {name: (words, [c for c in chains.values() if len(c) > 1]) for name, (words, chains) in documents.items()}


def muc(key, response):
    """(links of `key` that `response` has, links of `key`)."""
    chain_of = {m: i for i, chain in enumerate(response) for m in chain}
    right = total = 0
    for chain in key:
        parts = {chain_of[m] for m in chain if m in chain_of}
        alone = sum(m not in chain_of for m in chain)
        right += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return right, total


def b_cubed(key, response):
    right = total = 0.0
    chain_of = {m: i for i, chain in enumerate(response) for m in chain}
    for chain in key:
        counts = collections.Counter(chain_of[m] for m in chain if m in chain_of)
        right += sum(n * n for n in counts.values()) / len(chain)
        total += len(chain)
    return right, total


def _assign(weights):
    """Best total of a one-to-one assignment: the Hungarian method (Kuhn 1955) by shortest augmenting paths; O(n^2 m)."""
    if not weights or not weights[0]:
        return 0.0
    if len(weights) > len(weights[0]):
        weights = [list(column) for column in zip(*weights)]
    rows, columns = len(weights), len(weights[0])
    infinity = float("inf")
    u, v, row_of, way = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1), [0] * (columns + 1)
    for i in range(1, rows + 1):
        row_of[0], j0 = i, 0
        least, used = [infinity] * (columns + 1), [False] * (columns + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = row_of[j0], infinity, 0
            costs, ui = weights[i0 - 1], u[i0]
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                reduced = -costs[j - 1] - ui - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, j0
                if least[j] < delta:
                    delta, j1 = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[row_of[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            j0 = j1
            if row_of[j0] == 0:
                break
        while j0:
            row_of[j0], j0 = row_of[way[j0]], way[j0]
    return sum(weights[row_of[j] - 1][j - 1] for j in range(1, columns + 1) if row_of[j])


def ceaf_e(key, response):
    """Similarity of the best alignment by phi4 (Luo 2005). Chains without a common mention are aligned for nothing, so
    that the assignment falls into the connected parts."""
    owner = {m: j for j, chain in enumerate(response) for m in chain}
    edges = [sorted({owner[m] for m in chain if m in owner}) for chain in key]
    by_response = collections.defaultdict(list)
    for i, js in enumerate(edges):
        for j in js:
            by_response[j].append(i)
    seen, total = set(), 0.0
    for start in range(len(key)):
        if start in seen or not edges[start]:
            continue
        left, right, queue = [], [], [start]
        seen.add(start)
        known = set()
        while queue:
            i = queue.pop()
            left.append(i)
            for j in edges[i]:
                if j in known:
                    continue
                known.add(j)
                right.append(j)
                for other in by_response[j]:
                    if other not in seen:
                        seen.add(other)
                        queue.append(other)
        total += _assign([[2 * len(key[i] & response[j]) / (len(key[i]) + len(response[j])) for j in right] for i in left])
    return total


def ratio(pair):
    return 100 * pair[0] / pair[1] if pair[1] else 0.0


def harmonic(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


class Tally:
    """Sums over documents, as the reference scorer makes them."""

    def __init__(self):
        self.recall = {m: [0.0, 0.0] for m in ("mentions", "MUC", "B3", "CEAFe")}
        self.precision = {m: [0.0, 0.0] for m in self.recall}

    def add(self, gold, system):
        g, s = {m for c in gold for m in c}, {m for c in system for m in c}
        similarity = ceaf_e(gold, system)
        values = {"mentions": ((len(g & s), len(g)), (len(g & s), len(s))), "MUC": (muc(gold, system), muc(system, gold)),
                  "B3": (b_cubed(gold, system), b_cubed(system, gold)),
                  "CEAFe": ((similarity, len(gold)), (similarity, len(system)))}
        for metric, (recall, precision) in values.items():
            for sums, pair in ((self.recall[metric], recall), (self.precision[metric], precision)):
                sums[0] += pair[0]
                sums[1] += pair[1]

    def table(self):
        """{metric: (precision, recall, F1)}"""
        result = {}
        for metric in self.recall:
            p, r = ratio(self.precision[metric]), ratio(self.recall[metric])
            result[metric] = (p, r, harmonic(p, r))
        return result

    def conll(self):
        table = self.table()
        return sum(table[m][2] for m in ("MUC", "B3", "CEAFe")) / 3


def print_errors(name, words, gold, system, count):
    chain_of = {m: c for c in map(frozenset, gold) for m in c}
    for chain in system:
        for first, last in sorted(chain):
            if count[0] <= 0:
                return
            mates = [m for m in chain if m != (first, last)]
            right = chain_of.get((first, last), frozenset())
            if not any(m in right for m in mates):
                count[0] -= 1
                near = max((m for m in mates if m < (first, last)), default=None) or min(mates)
                kind = "spurious" if not right else "wrong"
                print(f"{name} {kind}: [{' '.join(words[first:last + 1])}] -> [{' '.join(words[near[0]:near[1] + 1])}]")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--floor", action="append", default=[], metavar="METRIC=PERCENT")
    parser.add_argument("--by-genre", action="store_true", help="also the CoNLL F1 of each genre of GUM")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N mentions linked wrongly")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    gold, system = read(args.gold), read(args.system)
    tally, genres, left = Tally(), collections.defaultdict(Tally), [args.errors]
    for name, (words, chains) in gold.items():
        if name not in system or system[name][0] != words:
            sys.exit(f"score_coref.py: {args.system}: document {name} is missing or its words are others than in {args.gold}")
        tally.add(chains, system[name][1])
        genres[name.split("_")[1] if "_" in name else name].add(chains, system[name][1])
        if left[0] > 0:
            print_errors(name, words, chains, system[name][1], left)
    values = {metric: row[2] for metric, row in tally.table().items()}
    values["CoNLL"] = tally.conll()
    if args.json:
        print(json.dumps({k: round(v, 3) for k, v in values.items()}))
    else:
        print(f"{'':10} {'precision':>9} {'recall':>9} {'F1':>9}")
        for metric, row in tally.table().items():
            print(f"{metric:10} {row[0]:9.2f} {row[1]:9.2f} {row[2]:9.2f}")
        print(f"{'CoNLL':10} {'':9} {'':9} {values['CoNLL']:9.2f}")
        if args.by_genre:
            print("  ".join(f"{genre} {t.conll():.1f}" for genre, t in sorted(genres.items())))
    missed = below(values, parse_floors(args.floor))
    for message in missed:
        print(f"score_coref.py: {message}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
