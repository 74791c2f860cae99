#!/usr/bin/env python3
"""Who claims an event, where and when it was: the program against the annotated qualifiers (tools/train/annotations/qualifiers.tsv).

usage: judge_qualifiers.py RECORDS [--shared FOLDER] [--errors FILE] [--held]

RECORDS: what `actant extract` or `actant explain --json` writes of the texts that `relation_sentences.py` prints. Counted are the events that both
have. Of source and place `right` means that the entity has a mention among the annotated words; of time only whether there is one.
A quarter of the articles, by hash, is held: its errors are not told, its figures only with --held.
"""
import argparse
import collections
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "train"))
import records  # noqa: E402
import relation_sentences  # noqa: E402
from relation_sentences import is_held, span  # noqa: E402

QUALIFIERS = {"source": "attributed_to", "place": "place", "time": "time"}
FILE = os.path.join(HERE, "..", "train", "annotations", "qualifiers.tsv")


def annotated(path):
    """{text id: [(subject span, relation, object span, {qualifier: span})]}"""
    events = collections.defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# "):
                corpus, document, start = line[2:].split("\t")[:3]
                of_text = events[f"{corpus}-{document}@{start}"]
                continue
            triple, _, qualifiers = line.rstrip("\n").partition("\t")
            subject, relation, thing = triple.split()
            found = dict(q.split() for q in qualifiers.split("; ") if q)
            of_text.append((span(subject), relation, span(thing), {q: span(v) for q, v in found.items()}))
    return events


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--qualifiers", default=FILE)
    parser.add_argument("--errors")
    parser.add_argument("--held", action="store_true")
    options = parser.parse_args()
    events = annotated(options.qualifiers)
    texts = {text.id: text for text in relation_sentences.texts()}
    tallies, errors = collections.defaultdict(collections.Counter), []
    for record in records.records(options.records):
        if record.id not in events or is_held(record.id) != options.held:
            continue
        text = texts[record.id].text(options.shared)
        sentences = sorted(texts[record.id].sentences)
        for subject, relation, thing, gold in events[record.id]:
            triple = record.find(subject, relation, thing)
            if triple is None:
                continue
            sentence = next(text[b:e] for b, e in sentences if b <= subject[0] < e)
            for qualifier, key in QUALIFIERS.items():
                wanted, given = gold.get(qualifier), triple.get(key)
                if not wanted and not given:
                    continue
                right = bool(wanted and given and (qualifier == "time" or record.is_at(given, wanted)))
                for group in (qualifier, f"{qualifier} of {relation}"):
                    tallies[group].update(of=1, right=right, missed=bool(wanted and not given), spurious=bool(given and not wanted))
                if not right and not options.held:
                    errors.append((qualifier, relation, text[slice(*wanted)] if wanted else "-", record.names.get(given, given) or "-",
                                   text[slice(*subject)], text[slice(*thing)], sentence, record.id))
    for group, tally in sorted(tallies.items()):
        print(f"{group:32} {tally['right']:4} of {tally['of']:4}   {100 * tally['right'] / tally['of']:5.1f} %   missed {tally['missed']}, "
              f"given where none is {tally['spurious']}, another {tally['of'] - tally['right'] - tally['missed'] - tally['spurious']}")
    if options.errors:
        with open(options.errors, "w", encoding="utf-8") as out:
            for row in errors:
                print("\t".join(" ".join(str(field).split()) for field in row), file=out)


if __name__ == "__main__":
    main()
