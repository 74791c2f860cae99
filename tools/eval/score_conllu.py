#!/usr/bin/env python3
"""Scores a CoNLL-U analysis against a gold treebank in the manner of the CoNLL 2018 shared task (Zeman et al. 2018).

Both files must hold the same text up to blanks; tokens and sentences may differ. Words are aligned by their characters,
within multiword tokens by the longest common subsequence of their forms. Each score is the F1 of aligned words whose
column is right; relations are compared without subtype (LAS) and with it (LASsub).

  score_conllu.py gold.conllu system.conllu
  score_conllu.py --gold-tokens --floor LAS=85 --floor UPOS=95 gold.conllu system.conllu
"""
import argparse
import json
import sys

import conllu_text
from conllu_text import DEPREL, FORM, LEMMA, UPOS, XPOS


def _spans_f1(gold, system):
    return len(set(gold) & set(system)), len(gold), len(system)


def _region_end(words, i, end):
    """Takes words from i on while they begin before `end`; returns (next index, new end)."""
    while i < len(words) and (words[i].multiword and words[i].begin < end or words[i].end <= end):
        end = max(end, words[i].end) if words[i].multiword else end
        i += 1
    return i, end


def _common(gold, system):
    """Pairs of a longest common subsequence of the lower-cased forms."""
    a, b = ([w.columns[FORM].lower() for w in words] for words in (gold, system))
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield gold[i], system[j]
            i, j = i + 1, j + 1
        elif table[i + 1][j] >= table[i][j + 1]:
            i += 1
        else:
            j += 1


def align(gold, system):
    """[(gold word, system word)] in the order of the text."""
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(system):
        g, s = gold[i], system[j]
        if g.multiword and g.begin <= s.begin or s.multiword and s.begin <= g.begin:
            # A region around the multiword token that no token of either side crosses.
            end = max(w.end for w in (g, s) if w.multiword and w.begin <= min(g.begin, s.begin))
            gi, sj = i, j
            while True:
                gi, grown = _region_end(gold, gi, end)
                sj, grown = _region_end(system, sj, grown)
                if grown == end:
                    break
                end = grown
            pairs.extend(_common(gold[i:gi], system[j:sj]))
            i, j = gi, sj
        elif (g.begin, g.end) == (s.begin, s.end):
            pairs.append((g, s))
            i, j = i + 1, j + 1
        elif g.begin <= s.begin:
            i += 1
        else:
            j += 1
    return pairs


def score(gold, system):
    """{metric: (correct, gold, system)}."""
    pairs = align(gold.words, system.words)
    gold_of = {id(s): g for g, s in pairs}
    sizes = (len(gold.words), len(system.words))

    def same_parent(g, s):
        return g.parent is None if s.parent is None else g.parent is not None and gold_of.get(id(s.parent)) is g.parent

    def universal(word):
        return word.columns[DEPREL].split(":")[0]

    def count(right):
        return (sum(map(bool, (right(g, s) for g, s in pairs))), *sizes)

    return {
        "Tokens": _spans_f1(gold.tokens, system.tokens),
        "Sentences": _spans_f1(gold.sentences, system.sentences),
        "Words": (len(pairs), *sizes),
        "UPOS": count(lambda g, s: g.columns[UPOS] == s.columns[UPOS]),
        "XPOS": count(lambda g, s: g.columns[XPOS] == s.columns[XPOS]),
        "Lemmas": count(lambda g, s: g.columns[LEMMA] in ("_", s.columns[LEMMA])),
        "UAS": count(same_parent),
        "LAS": count(lambda g, s: same_parent(g, s) and universal(g) == universal(s)),
        "LASsub": count(lambda g, s: same_parent(g, s) and g.columns[DEPREL] == s.columns[DEPREL]),
    }


def percent(part, whole):
    return 100 * part / whole if whole else 0.0


def f1(counts):
    correct, gold, system = counts
    return percent(2 * correct, gold + system)


def parse_floors(texts):
    floors = {}
    for text in texts:
        name, _, value = text.partition("=")
        floors[name.lower()] = float(value)
    return floors


def below(values, floors):
    """Messages for the floors that `values` {name: percent} miss; an unknown metric is missed too."""
    lower = {name.lower(): value for name, value in values.items()}
    return [f"{name} is {lower.get(name, float('nan')):.2f}, floor {floor:.2f}"
            for name, floor in floors.items() if not lower.get(name, float("nan")) >= floor]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="CoNLL-U file, may be .zst")
    parser.add_argument("system", help="CoNLL-U file, `-` is stdin")
    parser.add_argument("--gold-tokens", action="store_true",
                        help="fail unless words and sentences are those of the gold file")
    parser.add_argument("--floor", action="append", default=[], metavar="METRIC=PERCENT",
                        help="exit with 1 when the F1 is lower")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of the table")
    args = parser.parse_args()
    gold, system = conllu_text.load(args.gold), conllu_text.load(args.system)
    if gold.characters != system.characters:
        at = next((i for i, (a, b) in enumerate(zip(gold.characters, system.characters)) if a != b),
                  min(len(gold.characters), len(system.characters)))
        sys.exit(f"score_conllu.py: the texts differ after {at} characters: found "
                 f"'{''.join(system.characters[at:at + 20])}', expected '{''.join(gold.characters[at:at + 20])}'")
    counts = score(gold, system)
    values = {name: f1(c) for name, c in counts.items()}
    if args.gold_tokens and (values["Words"] < 100 or values["Sentences"] < 100):
        sys.exit("score_conllu.py: the words or sentences are not those of the gold file")
    if args.json:
        print(json.dumps({name: round(value, 3) for name, value in values.items()}))
    else:
        print(f"{'':10} {'precision':>9} {'recall':>9} {'F1':>9}")
        for name, (correct, of_gold, of_system) in counts.items():
            print(f"{name:10} {percent(correct, of_system):9.2f} {percent(correct, of_gold):9.2f} {values[name]:9.2f}")
    missed = below(values, parse_floors(args.floor))
    for message in missed:
        print(f"score_conllu.py: {message}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
