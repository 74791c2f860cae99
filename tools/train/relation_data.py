"""The annotated sentences (relation_sentences.py) and what the program sees in them, as arrays to train on."""
import collections
import json

import numpy as np

import relation_sentences
from relation_sentences import RELATIONS, SYMMETRIC, mention_of, ordered


class Sentence:
    """A sentence with its candidates. Triples are (entity, relation, entity); in `gold` an argument without a mention is its span."""

    def __init__(self, article, gold, readings):
        self.article, self.gold, self.readings = article, gold, readings


class Examples:
    """All pairs of candidates of the annotated sentences.

    features: list of hashes for each pair; words [pairs x 4 x E]: the vectors of the meeting word, the mean of the words between, subject
    and object; target, counted [pairs x relations]: what holds, and 0 where another mention of the same two carries the label; where
    [pairs]: number of the sentence; ends [pairs x 2]: entities.
    """

    def __init__(self, sentences, features, words, target, counted, where, ends):
        self.sentences, self.features, self.words, self.target = sentences, features, words, target
        self.counted, self.where, self.ends = counted, where, ends


def word_vectors(vectors, subject, thing, meeting, interior):
    """The four word vectors of a pair of mentions (as relation_examples writes them). A name has none."""
    none = np.zeros(vectors.shape[1], np.float32)
    ends = [none if mention[3] == "name" else vectors[mention[2]] for mention in (subject, thing)]
    return np.stack([vectors[meeting] if meeting not in (subject[2], thing[2]) else none,
                     vectors[interior].mean(0) if interior else none, *ends])


class Reader:
    """Gathers the examples sentence by sentence."""

    def __init__(self, vectors):
        self.vectors = vectors
        self.number = {relation: k for k, relation in enumerate(RELATIONS)}
        self.sentences, self.features, self.words, self.target, self.counted, self.where, self.ends = [], [], [], [], [], [], []

    def labels(self, triples, mentions):
        """{(subject mention, object mention): relations}, and the triples by entity; a symmetric relation labels both orders."""
        spans, labels, gold = [(m[0], m[1]) for m in mentions], collections.defaultdict(set), set()
        for subject, relation, thing in triples:
            if relation not in self.number:
                continue
            a, b = mention_of(subject, spans), mention_of(thing, spans)
            gold.add(ordered(subject if a is None else mentions[a][5], relation, thing if b is None else mentions[b][5]))
            if a is not None and b is not None:
                labels[a, b].add(relation)
                if relation in SYMMETRIC:
                    labels[b, a].add(relation)
        return labels, gold

    def sentence(self, row, triples):
        mentions = row["mentions"]
        labels, gold = self.labels(triples, mentions)
        of_entities = collections.defaultdict(set)
        for (a, b), relations in labels.items():
            of_entities[mentions[a][5], mentions[b][5]] |= relations
        for a, b, meeting, interior, hashes in row["pairs"]:
            ends, own = (mentions[a][5], mentions[b][5]), labels.get((a, b), set())
            target, counted = np.zeros(len(RELATIONS), np.float32), np.ones(len(RELATIONS), np.float32)
            target[[self.number[r] for r in own]] = 1
            counted[[self.number[r] for r in of_entities.get(ends, set()) - own]] = 0
            self.features.append(hashes)
            self.words.append(word_vectors(self.vectors, mentions[a], mentions[b], meeting, interior))
            self.target.append(target)
            self.counted.append(counted)
            self.where.append(len(self.sentences))
            self.ends.append(ends)
        readings = {ordered(s, r, o) for s, r, o, _ in row["readings"] if r in self.number}
        self.sentences.append(Sentence(row["article"], gold, readings))

    def examples(self):
        return Examples(self.sentences, self.features, *(np.array(x) for x in (self.words, self.target, self.counted, self.where, self.ends)))


def read(examples, vectors, width):
    """Examples of what relation_examples wrote: its output and its file of word vectors [tokens x width], float32."""
    reader = Reader(np.memmap(vectors, dtype=np.float32, mode="r").reshape(-1, width))
    annotated = {text.id: text for text in relation_sentences.texts()}
    with open(examples, encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            triples = annotated[row["article"]].sentences.get(tuple(row["span"]))
            if triples is not None:
                reader.sentence(row, triples)
    return reader.examples()
