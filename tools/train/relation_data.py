"""The annotated sentences (relation_sentences.py) and what the program sees in them, as arrays to train on."""
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


def word_vectors(vectors, row):
    """The four word vectors of a pair as relation_examples writes it."""
    subject, thing, meeting, interior = row
    none = np.zeros(vectors.shape[1], np.float32)
    return np.stack([vectors[meeting] if meeting not in (subject, thing) else none,
                     vectors[interior].mean(0) if interior else none, vectors[subject], vectors[thing]])


def read(examples, vectors, width):
    """Examples of what relation_examples wrote: its output and its file of word vectors [tokens x width], float32."""
    vectors = np.memmap(vectors, dtype=np.float32, mode="r").reshape(-1, width)
    annotated = {text.id: text for text in relation_sentences.texts()}
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
