#!/usr/bin/env python3
"""Errors on coded event sentences, grouped by kind, each with its sentence.

usage: event_errors.py EVENTS_FOLDER GOLD.jsonl RECORDS [--half 0|1] [--relation R] [--kind K] [--limit N] [--counts]

GOLD is a file of EVENTS_FOLDER such as plover_gsr.dev.jsonl, RECORDS what `actant extract` (or `actant explain --json`, which also
names the pattern) writes for its sentences. What is right is decided by EVENTS_FOLDER/score_events.py (lenient triples). A missed
event and a wrong triple of one sentence that share something count as one error.
"""
import argparse
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "train"))
import error_report  # noqa: E402
import fit_confidence  # noqa: E402

KINDS = {
    "missed: no mention": "an actor has no mention of the system",
    "missed: not read": "the actors are mentioned, and nothing was read",
    "missed: not actual": "read, but as negated, requested or only possible",
    "wrong relation": "the actors are right, the relation is not",
    "wrong direction": "source and target are exchanged",
    "wrong source": "relation and target are right",
    "wrong target": "relation and source are right",
    "spurious": "no coded event and no other event of the sentence",
}


class SentenceErrors:
    def __init__(self, score, sentence, record, report):
        self.score, self.sentence, self.record, self.report = score, sentence, record, report
        self.entities = list(record.get("entities", ()))
        gold, system = score.dyads(sentence), score.triples(record, False)
        found = score.assign(gold, system, "triple", "lenient")
        self.matched, self.total = len(found), len(gold)
        self.missed = [g for i, g in enumerate(gold) if i not in found]
        self.wrong = [t for i, t in enumerate(system) if i not in found.values() and not score.excused(
            t, i, sentence, gold, system, found, "lenient")]
        self.dropped = [t for t in score.triples(record, True) if t not in system]

    def add(self, kind, relation, what):
        self.report.add(kind, relation, self.sentence["id"], what, self.sentence["text"])

    def shown(self, triple):
        rules = {r.get("rule") for r in self.record.get("relations", ()) if r["relation"] == triple[0] and r.get("rule")}
        return self.score.show(triple) + ("  by " + "/".join(sorted(rules)) if rules else "")

    def pair_up(self, kind, candidates, test):
        for g in list(self.missed):
            t = next((t for t in candidates if test(g, t)), None)
            if t is None:
                continue
            self.missed.remove(g)
            if t in self.wrong:
                self.wrong.remove(t)
            self.add(kind, g.relation, f"wanted {g}  got {self.shown(t)}")

    def sort(self):
        is_actor = self.score.is_actor
        source = lambda g, entity: is_actor(entity, g.source, g.by_country)
        target = lambda g, entity: is_actor(entity, g.target, g.by_country)
        related = lambda g, t: t[0] == g.relation or any(t[0] == name for name, _ in g.also)
        self.pair_up("missed: not actual", self.dropped, lambda g, t: g.fits(t, "triple", "lenient"))
        everything = self.score.triples(self.record, False)
        self.pair_up("wrong relation", everything, lambda g, t: not related(g, t) and source(g, t[1]) and target(g, t[2]))
        self.pair_up("wrong direction", everything, lambda g, t: g.target and source(g, t[2]) and target(g, t[1]))
        self.pair_up("wrong source", self.wrong, lambda g, t: related(g, t) and target(g, t[2]))
        self.pair_up("wrong target", self.wrong, lambda g, t: related(g, t) and source(g, t[1]))
        for g in self.missed:
            actors = [a for a in (g.source, g.target) if a]
            known = all(any(is_actor(e, a, g.by_country) for e in self.entities) for a in actors)
            self.add("missed: not read" if known else "missed: no mention", g.relation, str(g))
        for t in self.wrong:
            self.add("spurious", t[0], self.shown(t))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("gold")
    parser.add_argument("records")
    error_report.add_arguments(parser)
    options = parser.parse_args()
    score = fit_confidence.load_module(options.folder, "score_events")
    records = {r["doc"]["id"]: r for r in score.read(options.records)}
    report, right, total = error_report.Report(KINDS), 0, 0
    for sentence in score.read(options.gold):
        if options.half is not None and error_report.half_of(sentence["id"]) != options.half:
            continue
        errors = SentenceErrors(score, sentence, records.get(sentence["id"], {}), report)
        right, total = right + errors.matched, total + errors.total
        errors.sort()
    print(f"{right} of {total} coded events found\n")
    report.show(options)


if __name__ == "__main__":
    main()
