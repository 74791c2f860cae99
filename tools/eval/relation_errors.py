#!/usr/bin/env python3
"""Errors of the relations of annotated articles, grouped by kind, each with its sentence.

usage: relation_errors.py GOLD_FOLDER RECORDS [--half 0|1] [--relation R] [--kind K] [--limit N] [--counts]

RECORDS is what `actant extract` (or `actant explain --json`, which also names the pattern) writes for
GOLD_FOLDER/dev.articles.jsonl. What is right is decided by GOLD_FOLDER/score.py (strict). Each triple of the gold that is missed
and each of the system that is wrong is told once: a pair of both counts as one error.
"""
import argparse
import collections
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "train"))
import error_report  # noqa: E402
import fit_confidence  # noqa: E402

KINDS = {
    "missed: no mention": "an argument has no mention of the system anywhere",
    "missed: elsewhere": "an argument is not mentioned, by name or otherwise, in the sentences of the gold's evidence",
    "missed: not read": "both are mentioned in the sentence, and nothing was read",
    "wrong relation": "the pair is right, the relation is not",
    "wrong direction": "subject and object are exchanged",
    "wrong cluster": "the words are right, but stand for another entity (coreference)",
    "wrong subject": "relation and object are right",
    "wrong object": "relation and subject are right",
    "wrong statement": "the speaker is right, the content overlaps too little",
    "spurious": "between entities of the gold, which says nothing of the kind",
    "spurious: argument": "an argument is no entity of the gold",
    "qualifier: negated": "right triple, wrong polarity",
    "qualifier: modality": "right triple, wrong modality",
    "qualifier: attributed_to": "right triple, wrong source",
    "qualifier: time": "right triple, wrong time",
    "qualifier: place": "right triple, wrong place",
    "qualifier: title": "right triple, wrong title",
}


def sentence_of(record, relation):
    text = record.get("text", "")
    return " ... ".join(text[e["start"]:e["end"]].replace("\n", " ") for e in relation.get("evidence", ())[:2])


def shown(score, record, relation):
    rule = relation.get("rule")
    return score.describe(record, relation) + (f"  by {rule}, {relation.get('confidence', 1):.2f}" if rule else "")


class ArticleErrors:
    """Sorts what is left of one article after matching."""

    def __init__(self, score, gold, system, report):
        self.score, self.report = score, report
        self.article = score.Article(gold, system)
        found, self.system, self.gold = self.article.match(True)
        self.found = found
        self.missed = [g for j, g in enumerate(self.gold) if j not in {j for _, j in found}]
        self.wrong = [s for i, s in enumerate(self.system) if i not in {i for i, _ in found}]
        self.where = gold["doc"]["id"]

    def add(self, kind, relation, what, sentence):
        self.report.add(kind, relation, self.where, what, sentence)

    def is_argument(self, s, g, strict=True):
        return self.article.argument_is(s, g, strict)

    def pair_up(self, kind, test):
        """Takes a wrong triple for each missed one where `test` holds."""
        for g in list(self.missed):
            s = next((s for s in self.wrong if test(s, g)), None)
            if s is None:
                continue
            self.missed.remove(g)
            self.wrong.remove(s)
            wanted = self.score.describe(self.article.gold, g)
            self.add(kind, g["relation"], f"wanted {wanted}  got {shown(self.score, self.article.system, s)}",
                     sentence_of(self.article.gold, g))

    def near(self, s, g):
        """Read off the same sentence."""
        return any(a["start"] < b["end"] and b["start"] < a["end"]
                   for a in s.get("evidence", ()) for b in g.get("evidence", ()))

    def sort(self):
        is_argument = self.is_argument
        both = lambda s, g: is_argument(s["subject"], g["subject"]) and is_argument(s["object"], g["object"])
        crossed = lambda s, g: is_argument(s["subject"], g["object"]) and is_argument(s["object"], g["subject"])
        same = lambda s, g: s["relation"] == g["relation"]
        stated = lambda s, g: same(s, g) and s["relation"] == "stated"
        self.pair_up("wrong relation", lambda s, g: both(s, g) or (crossed(s, g) and not same(s, g)))
        self.pair_up("wrong direction", lambda s, g: same(s, g) and crossed(s, g))
        self.pair_up("wrong cluster", lambda s, g: self.article.same(s, g, False))
        self.pair_up("wrong statement", lambda s, g: stated(s, g) and is_argument(s["subject"], g["subject"]) and
                     self.near(s, g))
        self.pair_up("wrong subject", lambda s, g: same(s, g) and is_argument(s["object"], g["object"]))
        self.pair_up("wrong object", lambda s, g: same(s, g) and is_argument(s["subject"], g["subject"]) and
                     self.near(s, g))
        for g in self.missed:
            self.add(self.why_missed(g), g["relation"], self.score.describe(self.article.gold, g),
                     sentence_of(self.article.gold, g))
        for s in self.wrong:
            known = all(e not in self.article.system_entities or e in self.article.aligned
                        for e in (s["subject"], s["object"]))
            self.add("spurious" if known else "spurious: argument", s["relation"],
                     shown(self.score, self.article.system, s), sentence_of(self.article.system, s))
        self.qualifiers()

    def why_missed(self, g):
        touched = {gold for touch in self.article.touch.values() for gold in touch}
        entities = [e for e in (g["subject"], g["object"]) if e in self.article.gold_entities]
        if any(e not in touched for e in entities):
            return "missed: no mention"
        mentions = [m for e in entities for m in self.article.gold_entities[e].get("mentions", ())]
        inside = lambda m: any(v["start"] <= m["start"] and m["end"] <= v["end"] for v in g.get("evidence", ()))
        for e in entities:
            if not any(inside(m) for m in self.article.gold_entities[e].get("mentions", ()) if m in mentions):
                return "missed: elsewhere"
        return "missed: not read"

    def qualifiers(self):
        for i, j in self.found:
            for name in self.score.QUALIFIERS:
                wanted = self.score.qualifier(self.article, self.gold[j], name, "gold")
                got = self.score.qualifier(self.article, self.system[i], name, "system")
                if wanted == got or (wanted in (None, "", False) and got in (None, "", False)):
                    continue
                names = {e["id"]: e.get("name") for e in self.article.gold.get("entities", ())}
                raw = {e["id"]: e.get("name") for e in self.article.system.get("entities", ())}
                said = raw.get(self.system[i].get(name), got)
                self.add("qualifier: " + name, self.gold[j]["relation"],
                         f"{self.score.describe(self.article.gold, self.gold[j])}  wanted {names.get(wanted, wanted)}  got {said}",
                         sentence_of(self.article.gold, self.gold[j]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("records")
    error_report.add_arguments(parser)
    options = parser.parse_args()
    score = fit_confidence.load_module(options.gold, "score")
    gold, system = score.load(os.path.join(options.gold, "dev")), score.load(options.records)
    report, counts = error_report.Report(KINDS), collections.Counter()
    for doc, record in sorted(gold.items()):
        if options.half is not None and error_report.half_of(doc) != options.half:
            continue
        errors = ArticleErrors(score, record, system.get(doc, {}), report)
        counts.update(articles=1, right=len(errors.found), gold=len(errors.gold), system=len(errors.system))
        errors.sort()
    print(f"{counts['articles']} articles: {counts['gold']} triples in the gold, {counts['system']} read, {counts['right']} right\n")
    report.show(options)


if __name__ == "__main__":
    main()
