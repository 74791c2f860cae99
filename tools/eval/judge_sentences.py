#!/usr/bin/env python3
"""What the rules read in the annotated sentences (tools/train/annotations/sentences.tsv): precision, recall and F1 of each relation.

usage: judge_sentences.py EXAMPLES [--shared FOLDER] [--errors FOLDER]

EXAMPLES is what relation_examples writes of the texts that `relation_sentences.py` prints. A quarter of the articles, by hash, is held:
its errors are not told. --errors writes missed.tsv (relation, subject, object, sentence), wrong.tsv (relation, rule, subject, object, sentence)
and rules.tsv (right of read, relation, rule) of the others. Triples with an argument that is no mention of the program are left out.
"""
import argparse
import collections
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "train"))
import relation_sentences  # noqa: E402
from relation_sentences import RELATIONS, is_held, ordered  # noqa: E402

FACTS = {"holds-position", "member-of", "citizen-of", "located-in", "part-of", "related-to"}


class Tally:
    def __init__(self):
        self.right = self.read = self.gold = 0

    def add(self, gold, read):
        self.right += len(gold & read)
        self.read += len(read)
        self.gold += len(gold)

    def row(self):
        right = 100 * self.right
        return f"P {right / max(self.read, 1):5.1f} R {right / max(self.gold, 1):5.1f} F1 {2 * right / max(self.read + self.gold, 1):5.1f}"


class Judge:
    def __init__(self, shared):
        self.texts = {text.id: text for text in relation_sentences.texts()}
        self.shared = shared
        self.tallies = collections.defaultdict(lambda: (Tally(), Tally()))
        self.rules = collections.defaultdict(lambda: [0, 0])
        self.missed, self.wrong = [], []

    def sentence(self, row):
        text = self.texts[row["article"]]
        triples = text.sentences.get(tuple(row["span"]))
        if triples is None:
            return
        mentions, entity = [(m[0], m[1]) for m in row["mentions"]], [m[5] for m in row["mentions"]]
        gold = set()
        for subject, relation, thing in triples:
            a, b = (relation_sentences.mention_of(span, mentions) for span in (subject, thing))
            if relation in RELATIONS and a is not None and b is not None:
                gold.add(ordered(entity[a], relation, entity[b]))
        read = {}
        for subject, relation, thing, rule in row["readings"]:
            if relation in RELATIONS:
                read.setdefault(ordered(subject, relation, thing), rule)
        held = is_held(row["article"])
        for relation in {t[1] for t in gold} | {t[1] for t in read}:
            of = [{t for t in part if t[1] == relation} for part in (gold, set(read))]
            for name in (relation, "facts" if relation in FACTS else "events", "all"):
                self.tallies[name][held].add(*of)
        if not held:
            self.errors(row, gold, read)

    def errors(self, row, gold, read):
        text = self.texts[row["article"]].text(self.shared)
        words = {}
        for start, end, *_, entity in row["mentions"]:
            words.setdefault(entity, text[start:end])
        sentence = text[slice(*row["span"])]
        for triple, rule in read.items():
            self.rules[triple[1], rule][0] += triple in gold
            self.rules[triple[1], rule][1] += 1
            if triple not in gold:
                self.wrong.append((triple[1], rule, words.get(triple[0], "?"), words.get(triple[2], "?"), sentence))
        for triple in gold - set(read):
            self.missed.append((triple[1], words[triple[0]], words[triple[2]], sentence))

    def print(self):
        print(f"{'':16} {'may be read':>31}    held: never read")
        for name in RELATIONS + ["events", "facts", "all"]:
            other, held = self.tallies[name]
            print(f"{name:16} {other.gold:5} {other.row()}   {held.gold:5} {held.row()}")

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        counts = [(f"{right} of {read}", *key) for key, (right, read) in sorted(self.rules.items(), key=lambda i: i[1][0] - i[1][1])]
        for name, rows in (("missed", sorted(self.missed)), ("wrong", sorted(self.wrong)), ("rules", counts)):
            with open(os.path.join(folder, name + ".tsv"), "w", encoding="utf-8") as out:
                for row in rows:
                    print(*(field.replace("\n", " ") for field in row), sep="\t", file=out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples")
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--errors", metavar="FOLDER")
    options = parser.parse_args()
    judge = Judge(options.shared)
    with open(options.examples, encoding="utf-8") as lines:
        for line in lines:
            judge.sentence(json.loads(line))
    judge.print()
    if options.errors:
        judge.write(options.errors)


if __name__ == "__main__":
    main()
