#!/usr/bin/env python3
"""Sentences annotated with relations (annotations/sentences.tsv).

usage: relation_sentences.py [--shared FOLDER] [--dated] > articles.jsonl     the annotated texts, for relation_examples
                                                             --dated: all of one day, so that weekdays resolve

The file, tab-separated: `# corpus document start length sha256` opens a text, which is `length` code points of a document of
../shared/corpora/pretrain from `start` on; each line after it is a sentence: start and end (code points of the text), then triples
`S-E relation S-E flags; ...`, where flags are n (negated), p (planned), o (possible), r (requested). A sentence without triples was read, too.
"""
import argparse
import hashlib
import json
import os
import sys

import annotations

HERE = os.path.dirname(os.path.abspath(__file__))
SENTENCES = os.path.join(HERE, "annotations", "sentences.tsv")
RELATIONS = [r for r in """met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested
mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of
related-to""".split()]
SYMMETRIC = {"met-with", "agreed-with", "cooperated-with", "related-to"}


class Text:
    """An annotated text; `sentences` maps (start, end) to its triples ((start, end), relation, (start, end))."""

    def __init__(self, corpus, document, start, length, digest):
        self.corpus, self.document, self.start, self.length, self.digest = corpus, int(document), int(start), int(length), digest
        self.sentences = {}

    @property
    def id(self):
        return f"{self.corpus}-{self.document}@{self.start}"

    def text(self, shared):
        text = annotations.documents(shared, self.corpus)[self.document][self.start:self.start + self.length]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != self.digest:
            sys.exit(f"document {self.document} of {self.corpus} is not the text that was annotated (tools/train/annotations)")
        return text


def is_held(article):
    """A quarter of the texts, by hash, trains nothing and nobody reads its errors."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % 4 == 0


def span(words):
    """(12, 34) of `12-34`"""
    return tuple(int(n) for n in words.split("-"))


def triple(words):
    subject, relation, thing = words.split()[:3]
    return span(subject), relation, span(thing)


def texts(path=SENTENCES):
    found = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# "):
                found.append(Text(fields[0][2:], *fields[1:]))
            else:
                triples = [triple(t) for t in fields[2].split("; ") if t]
                found[-1].sentences[int(fields[0]), int(fields[1])] = triples
    return found


def mention_of(span, mentions):
    """The mention of these words: the same span, else one with the same end, else the largest overlap of half of both."""
    best, index = 0.0, None
    for k, m in enumerate(mentions):
        inside = min(span[1], m[1]) - max(span[0], m[0])
        value = 2.0 if span == m else inside / (max(span[1], m[1]) - min(span[0], m[0])) + (span[1] == m[1])
        if inside > 0 and value >= 0.5 and value > best:
            best, index = value, k
    return index


def ordered(subject, relation, thing):
    """One form of a triple: symmetric relations have the smaller argument first."""
    if relation in SYMMETRIC and str(thing) < str(subject):
        subject, thing = thing, subject
    return subject, relation, thing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--dated", action="store_true")
    options = parser.parse_args()
    day = {"date": "2015-06-17"} if options.dated else {}
    for text in texts():
        print(json.dumps({"id": text.id, "text": text.text(options.shared), **day}, ensure_ascii=False))


if __name__ == "__main__":
    main()
