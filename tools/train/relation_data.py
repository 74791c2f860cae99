"""Sentences annotated with relations (annotations/sentences.tsv), and what the program sees in them, as arrays to train on.

usage: relation_data.py articles [--shared FOLDER] > articles.jsonl     the annotated texts, for relation_examples

The file, tab-separated: `# corpus document start length sha256` opens a text, which is `length` code points of a document of
../shared/corpora/pretrain from `start` on; each line after it is a sentence: start and end (code points of the text), then triples
`S-E relation S-E flags; ...`, where flags are n (negated), p (planned), o (possible), r (requested). A sentence without triples was read, too.
"""
import argparse
import hashlib
import json
import os
import sys

import numpy as np

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
            sys.exit(f"{SENTENCES}: document {self.document} of {self.corpus} is not the text that was annotated")
        return text


def triple(words):
    subject, relation, thing = words.split()[:3]
    spans = [tuple(int(n) for n in argument.split("-")) for argument in (subject, thing)]
    return spans[0], relation, spans[1]


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


class Sentence:
    """A sentence with its candidates. Triples are (entity, relation, entity); in `gold` an argument without a mention is its span."""

    def __init__(self, article, gold, readings):
        self.article, self.gold, self.readings = article, gold, readings


def ordered(subject, relation, thing):
    """One form of a triple: symmetric relations have the smaller argument first."""
    if relation in SYMMETRIC and str(thing) < str(subject):
        subject, thing = thing, subject
    return subject, relation, thing


class Examples:
    """All pairs of candidates of the annotated sentences.

    features: list of hashes for each pair; words [pairs x 4 x E]: the vectors of the meeting word, the mean of the words between, subject
    and object; target, counted [pairs x relations]: what holds, and 0 where another mention of the same two carries the label; where
    [pairs]: number of the sentence; ends [pairs x 2]: entities.
    """

    def __init__(self, sentences, features, words, target, counted, where, ends):
        self.sentences, self.features, self.words, self.target = sentences, features, words, target
        self.counted, self.where, self.ends = counted, where, ends


def word_vectors(vectors, row):
    """The four word vectors of a pair as relation_examples writes it."""
    subject, thing, meeting, interior = row
    none = np.zeros(vectors.shape[1], np.float32)
    return np.stack([vectors[meeting] if meeting not in (subject, thing) else none,
                     vectors[interior].mean(0) if interior else none, vectors[subject], vectors[thing]])


def read(examples, vectors, width):
    """Examples of what relation_examples wrote: its output and its file of word vectors [tokens x width], float32."""
    vectors = np.memmap(vectors, dtype=np.float32, mode="r").reshape(-1, width)
    annotated = {text.id: text for text in texts()}
    number = {r: k for k, r in enumerate(RELATIONS)}
    sentences, features, words, target, counted, where, ends = [], [], [], [], [], [], []
    with open(examples, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            triples = annotated[row["article"]].sentences.get(tuple(row["span"]))
            if triples is None:
                continue
            mentions = [(m[0], m[1]) for m in row["mentions"]]
            entity = [m[5] for m in row["mentions"]]
            labels, gold = {}, set()
            for subject, relation, thing in triples:
                a, b = mention_of(subject, mentions), mention_of(thing, mentions)
                if relation not in number:
                    continue
                gold.add(ordered(subject if a is None else entity[a], relation, thing if b is None else entity[b]))
                if a is None or b is None:
                    continue
                labels.setdefault((a, b), set()).add(relation)
                if relation in SYMMETRIC:
                    labels.setdefault((b, a), set()).add(relation)
            of_entities = {}
            for (a, b), relations in labels.items():
                of_entities.setdefault((entity[a], entity[b]), set()).update(relations)
            readings = {ordered(s, r, o) for s, r, o, _ in row["readings"] if r in number}
            for a, b, meeting, interior, hashes in row["pairs"]:
                y, m = np.zeros(len(number), np.float32), np.ones(len(number), np.float32)
                own = labels.get((a, b), ())
                for relation in own:
                    y[number[relation]] = 1
                for relation in of_entities.get((entity[a], entity[b]), ()):
                    if relation not in own:
                        m[number[relation]] = 0
                features.append(hashes)
                words.append(word_vectors(vectors, (row["mentions"][a][2], row["mentions"][b][2], meeting, interior)))
                target.append(y)
                counted.append(m)
                where.append(len(sentences))
                ends.append((entity[a], entity[b]))
            sentences.append(Sentence(row["article"], gold, readings))
    return Examples(sentences, features, np.array(words), np.array(target), np.array(counted), np.array(where), np.array(ends))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("articles",))
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    options = parser.parse_args()
    for text in texts():
        print(json.dumps({"id": text.id, "text": text.text(options.shared)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
