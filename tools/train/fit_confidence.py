#!/usr/bin/env python3
"""Fits the confidence tables of extract/relation: confidence_relations.inc and confidence_open.inc.

usage: fit_confidence.py relations GOLD_FOLDER EXPLAINED [--own OWN_FOLDER EXPLAINED] [--events EVENTS_FOLDER PLOVER PETRARCH]
           [--judged EXPLAINED] > extract/relation/confidence_relations.inc
       fit_confidence.py open OPENIE_FOLDER EXPLAINED > extract/relation/confidence_open.inc

`tools/train/fit_confidence.sh` does both. EXPLAINED is what `actant explain --json` writes: the features of a triple do not
depend on the tables. `relations` learns from the annotated articles whether a triple is strictly right (GOLD_FOLDER/score.py);
articles of the sources in MEASURE_ONLY do not train. With --own it also learns from our own annotated articles
(`annotations.py gold OWN_FOLDER --train`). With --events it also learns from coded event sentences (confidence_data.py),
EXPLAINED for each of their sets; with --judged from triples that people judged (judged_triples.py). `open` learns from the first half of CaRB dev (by hash of the sentence,
open_half()) what share of the words of a triple is right (precision of score_carb.py): a ranking.
"""
import argparse
import hashlib
import importlib.util
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "eval"))
import logistic  # noqa: E402
import open_benchmark  # noqa: E402
import confidence_data  # noqa: E402
import judged_triples  # noqa: E402

MEASURE_ONLY = {"nyt", "wash-post"}  # copyrighted articles (gold/README.md)
CODED = "from:events"  # how much oftener a triple of a coded sentence is right; unknown, thus nothing, on articles
JUDGED = "from:judges"  # the same of triples that were judged, more mildly than a gold standard written without them does
# Little data: the prior of the rule is the base. Chosen by log loss, cross-validated on gold/dev (tools/train/experiments.md).
RELATION_OPTIONS = {"l2": 200.0, "least": 8, "start": {"prior": 1.0}, "free": (CODED, JUDGED, "pair")}
OPEN_OPTIONS = {"l2": 2.0, "least": 5}


def load_module(folder, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(folder, name + ".py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Example:
    def __init__(self, features, target, group, train, confidence):
        self.row, self.target, self.group, self.train, self.confidence = (
            logistic.parse(features), target, group, train, confidence)


def relation_examples(folder, explained):
    """Every scored triple of the annotated articles: is it strictly right?"""
    score = load_module(folder, "score")
    gold, system = score.load(os.path.join(folder, "dev")), score.load(explained)
    examples = []
    for doc, record in sorted(gold.items()):
        article = score.Article(record, system.get(doc, {}))
        found, triples, _ = article.match(True)
        right = {i for i, _ in found}
        train = record["doc"].get("source") not in MEASURE_ONLY
        examples += [Example(t["features"], float(i in right), doc, train, t["confidence"])
                     for i, t in enumerate(triples)]
    return examples, sum(len(r["relations"]) for r in gold.values())


def event_examples(folder, explained):
    """The triples of coded event sentences that are decided; `explained` has one file for each of confidence_data.SETS."""
    score_events = load_module(folder, "score_events")
    examples = []
    for name, path in zip(confidence_data.SETS, explained):
        for sentence, features, right in confidence_data.judgements(score_events, folder, name, path):
            example = Example(features, right, sentence, True, 0.0)
            example.row[CODED] = 1.0
            examples.append(example)
    return examples


def judged_examples(explained):
    examples = []
    for article, triple, right in judged_triples.judgements(explained):
        example = Example(triple["features"], right, article, True, triple["confidence"])
        example.row[JUDGED] = 1.0
        examples.append(example)
    return examples


def add_training_arguments(parser):
    """Options for what trains beside the articles of the gold standard."""
    parser.add_argument("--own", nargs=2, metavar=("OWN_FOLDER", "EXPLAINED"))
    parser.add_argument("--events", nargs=3, metavar=("EVENTS_FOLDER", "PLOVER", "PETRARCH"))
    parser.add_argument("--judged", metavar="EXPLAINED")


def training_examples(options):
    """What the options of add_training_arguments() name."""
    examples = relation_examples(*options.own)[0] if options.own else []
    examples += event_examples(options.events[0], options.events[1:]) if options.events else []
    return examples + (judged_examples(options.judged) if options.judged else [])


def fit_relations(examples):
    """The table {feature: weight} of the examples that may train."""
    chosen = [e for e in examples if e.train]
    weights = logistic.fit([e.row for e in chosen], [e.target for e in chosen], **RELATION_OPTIONS)
    weights.pop(CODED, None)
    weights.pop(JUDGED, None)
    return weights


def open_half(sentence):
    """0: read and learned from; 1: only measured."""
    letters = "".join(c for c in sentence if c.isalnum())
    return int(hashlib.sha256(letters.encode()).hexdigest(), 16) % 2


def open_examples(folder, explained):
    """Every open triple of CaRB dev with the share of its words that is right; the first of a clause as n-ary tuple."""
    carb = load_module(folder, "score_carb")
    gold = carb.read_gold(os.path.join(folder, "dev.tsv"))
    sentences = open_benchmark.read_sentences(os.path.join(folder, "dev.txt"))
    by_id = {str(s.number): s for s in sentences}
    examples = []
    with open(explained, encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            sentence = by_id[record["doc"]["id"]]
            wanted = gold.get(carb.sentence_key(sentence.line))
            if wanted is None:
                continue
            features = []
            for relation in record["relations"]:
                if relation["relation"].startswith("open:"):
                    triple = open_benchmark.Triple(sentence, relation)
                    triple.features = relation["features"]
                    features.append(triple)
            tuples = {id(t): cells for t, cells in open_benchmark.carb_tuples(sentence, features)}
            for triple in features:
                cells = tuples.get(id(triple)) or (triple.said(sentence), sentence.text(triple.subject),
                                                   sentence.text(triple.object))
                item = carb.make_item(cells[0], list(cells[1:]), 1.0)
                best = max(carb.pair_score(g, item)[0] for g in wanted)
                half = open_half(sentence.line)
                examples.append(Example(triple.features, best, sentence.number, half == 0, 0.0))
    return examples


def write_table(weights):
    print("// Made by tools/train/fit_confidence.py: do not edit.")
    for name, weight in sorted(weights.items(), key=lambda item: item[0].encode()):
        if abs(weight) >= 0.0005:
            print('    {"%s", %.3ff},' % (name, weight))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("relations", "open"))
    parser.add_argument("folder")
    parser.add_argument("explained")
    add_training_arguments(parser)
    options = parser.parse_args()
    if options.what == "relations":
        examples, _ = relation_examples(options.folder, options.explained)
        examples += training_examples(options)
    else:
        examples = open_examples(options.folder, options.explained)
    examples = [e for e in examples if e.train]
    if not examples:
        sys.exit("no triple to learn from")
    if options.what == "relations":
        weights = fit_relations(examples)
    else:
        weights = logistic.fit([e.row for e in examples], [e.target for e in examples], **OPEN_OPTIONS)
    write_table(weights)
    print(f"{options.what}: {len(examples)} triples, {len(weights)} weights", file=sys.stderr)


if __name__ == "__main__":
    main()
