#!/usr/bin/env python3
"""Trains the classifier of relations, the network `pair-mlp-1` of extract/nn/network.md: extract/model/en.relations.actm.

usage: train_relations.py EXAMPLES VECTORS [--out FILE] [--epochs N] [--hidden N] [--least N] [--cross N] [--folds N]

EXAMPLES and VECTORS are what relation_examples writes of the texts that `relation_sentences.py` prints; tools/train/fit_relations.sh
runs all three. First the sentences are dealt to --cross folds by article: what a network trained on the others says of each fold gives the
thresholds of each relation, and is told beside what the rules alone say: precision, recall and F1 of the triples of a sentence. Then a network
is trained on all. Without --out only the first part is done.
"""
import argparse
import collections
import datetime
import random

import numpy as np
import torch

import model_file
import relation_data
from relation_sentences import RELATIONS, ordered

BATCH = 512
FEATURE_DROPOUT, HIDDEN_DROPOUT, WORD_DROPOUT = 0.15, 0.3, 0.2
ADD, KEEP = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6), (0.0, 0.02, 0.04, 0.06, 0.1)  # thresholds to choose from
# In whole articles what is added is right less often than in the sentences by which the thresholds are chosen; of events least.
SUREST = 0.5
USUAL = (0.4, 0.0)  # of relations with fewer than ENOUGH triples, too few to choose by
ENOUGH = 150
# Only facts are taken back: of coded event sentences, written otherwise than news, the rules' right readings would go (experiments.md).
# And the sentences' annotators gave no country to an office whose country the sentence leaves out; the rules give the one that the article makes
# plain (gold/GUIDELINES.md, "Titles").
TAKEN_BACK = {"member-of", "citizen-of", "located-in", "part-of", "related-to"}
FACTS = TAKEN_BACK | {"holds-position"}


class Network(torch.nn.Module):
    def __init__(self, features, hidden, word_width):
        super().__init__()
        self.rows = torch.nn.EmbeddingBag(features + 1, hidden, mode="sum", padding_idx=0)
        torch.nn.init.normal_(self.rows.weight, std=0.05)
        self.words = torch.nn.Linear(word_width, hidden)
        self.out = torch.nn.Linear(hidden, len(RELATIONS))
        torch.nn.init.constant_(self.out.bias, -4)
        self.drop_hidden, self.drop_words = torch.nn.Dropout(HIDDEN_DROPOUT), torch.nn.Dropout(WORD_DROPOUT)

    def forward(self, features, words):
        return self.out(self.drop_hidden(torch.relu(self.rows(features) + self.words(self.drop_words(words)))))


class Data:
    """The examples with features as rows of a matrix, padded with 0."""

    def __init__(self, examples, least):
        counts = collections.Counter(f for hashes in examples.features for f in set(hashes))
        self.keys = sorted(f for f, n in counts.items() if n >= least)
        row = {f: k + 1 for k, f in enumerate(self.keys)}
        longest = max(map(len, examples.features))
        self.features = np.zeros((len(examples.features), longest), np.int32)
        for k, hashes in enumerate(examples.features):
            known = [row[f] for f in hashes if f in row]
            self.features[k, :len(known)] = known
        self.words = examples.words.reshape(len(examples.features), -1)
        self.target, self.counted = examples.target, examples.counted

    def batch(self, rows):
        return torch.from_numpy(self.features[rows].astype(np.int64)), torch.from_numpy(self.words[rows])


def train(data, rows, hidden, epochs, seed):
    torch.manual_seed(seed)
    shuffle = np.random.RandomState(seed)
    scale = data.words[rows].std(0) + 1e-3  # of one size to start with; folded into the matrix at the end
    network = Network(len(data.keys), hidden, data.words.shape[1])
    with torch.no_grad():
        network.words.weight *= torch.from_numpy(0.3 / scale)
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=0.02)
    steps = epochs * (len(rows) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda t: max(0.02, 1 - t / steps))
    rows = rows.copy()
    for _ in range(epochs):
        shuffle.shuffle(rows)
        for begin in range(0, len(rows), BATCH):
            some = rows[begin:begin + BATCH]
            features, words = data.batch(some)
            features = features * (torch.rand(features.shape) > FEATURE_DROPOUT)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                network(features, words), torch.from_numpy(data.target[some]), reduction="none")
            loss = (loss * torch.from_numpy(data.counted[some])).sum() / len(some)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return network.eval()


def probabilities(network, data, rows):
    found = []
    with torch.no_grad():
        for begin in range(0, len(rows), 4 * BATCH):
            found.append(torch.sigmoid(network(*data.batch(rows[begin:begin + 4 * BATCH]))).numpy())
    return np.concatenate(found)


def beliefs(examples, scores):
    """{(sentence, triple): highest probability of the pairs of mentions of its two entities}"""
    most = {}
    for k, r in zip(*np.nonzero(scores > 0.01)):
        key = examples.where[k], ordered(*examples.ends[k][:1], RELATIONS[r], *examples.ends[k][1:])
        most[key] = max(most.get(key, 0.0), scores[k, r])
    return most


def judged(examples, most, thresholds):
    """The triples of each sentence when the rules' are kept from the one threshold of their relation on and others taken from the other."""
    found = [{t for t in s.readings if most.get((k, t), 0) >= thresholds[t[1]][1]} for k, s in enumerate(examples.sentences)]
    for (k, t), p in most.items():
        if p >= thresholds[t[1]][0]:
            found[k].add(t)
    return found


def f1(right, found, gold):
    return 2 * right / max(found + gold, 1)


def choose(examples, most, inside):
    """{relation: (add, keep)} of the highest F1."""
    chosen = {}
    for relation in RELATIONS:
        beliefs_of = {key: p for key, p in most.items() if key[1][1] == relation and inside[key[0]]}
        gold = {(k, t) for k, s in enumerate(examples.sentences) if inside[k] for t in s.gold if t[1] == relation}
        read = {(k, t) for k, s in enumerate(examples.sentences) if inside[k] for t in s.readings if t[1] == relation}
        best = 0.0
        chosen[relation] = USUAL
        for keep in KEEP if relation in TAKEN_BACK else (0.0,):
            for add in ADD if len(gold) >= ENOUGH else ():
                found = {key for key in read if beliefs_of.get(key, 0) >= keep} | {key for key, p in beliefs_of.items() if p >= add}
                value = f1(len(found & gold), len(found), len(gold))
                if value > best + 1e-9:
                    best, chosen[relation] = value, (add, keep)
    return chosen


def row(found, gold):
    right, n, m = sum(len(a & b) for a, b in zip(found, gold)), sum(map(len, found)), sum(map(len, gold))
    return f"P {100 * right / max(n, 1):5.1f}  R {100 * right / max(m, 1):5.1f}  F1 {200 * right / max(n + m, 1):5.1f}"


def cross_validate(examples, options):
    data = Data(examples, options.least)
    articles = sorted({s.article for s in examples.sentences})
    random.Random(1).shuffle(articles)
    fold_of = {a: k % options.cross for k, a in enumerate(articles)}
    fold = np.array([fold_of[examples.sentences[w].article] for w in examples.where])
    scores = np.zeros_like(examples.target)
    folds = range(min(options.cross, options.folds or options.cross))
    for k in folds:
        network = train(data, np.where(fold != k)[0], options.hidden, options.epochs, k)
        scores[fold == k] = probabilities(network, data, np.where(fold == k)[0])
    inside = [fold_of[s.article] in folds for s in examples.sentences]
    gold = [s.gold if i else set() for s, i in zip(examples.sentences, inside)]
    rules = [{t for t in s.readings} if i else set() for s, i in zip(examples.sentences, inside)]
    print(f"{sum(inside)} sentences, {sum(map(len, gold))} triples, {len(data.keys)} features\nrules alone  {row(rules, gold)}")
    most = beliefs(examples, scores)
    for add, keep in ((0.4, 0), (0.4, 0.04), (0.4, 0.1), (0.3, 0.04), (0.5, 0.04), (0.6, 0.04)):
        found = [f if i else set() for f, i in zip(judged(examples, most, dict.fromkeys(RELATIONS, (add, keep))), inside)]
        print(f"add from {add:.2f}, keep from {keep:.2f}  {row(found, gold)}")
    thresholds = choose(examples, most, inside)
    found = [f if i else set() for f, i in zip(judged(examples, most, thresholds), inside)]
    print(f"each its own  {row(found, gold)}")
    for relation in RELATIONS:
        of = [[{t for t in s if t[1] == relation} for s in part] for part in (gold, rules, found)]
        add, keep = thresholds[relation]
        print(f"{relation:16} {sum(map(len, of[0])):5}  rules {row(of[1], of[0])}   both {row(of[2], of[0])}   add from {add}, keep from {keep}", flush=True)
    return thresholds


def write(path, data, network, thresholds, options):
    rows, scale = model_file.quantize_rows(network.rows.weight.detach().numpy()[1:])
    width = data.words.shape[1]
    tensors = {"keys": np.array(data.keys, np.uint32), "rows": rows, "rows.scale": scale,
               "words": network.words.weight.detach().numpy().T.reshape(width, -1).astype(np.float16),
               "bias": network.words.bias.detach().numpy(), "out.w": network.out.weight.detach().numpy().T.copy(),
               "out.b": network.out.bias.detach().numpy(),
               "least_to_add": np.array([thresholds[r][0] for r in RELATIONS], np.float32),
               "least_to_keep": np.array([thresholds[r][1] for r in RELATIONS], np.float32)}
    header = {"class": "pair-mlp-1", "labels": {"relations": RELATIONS},
              "training": {"data": [{"name": "tools/train/annotations/sentences.tsv", "licence": "CC-BY-SA-4.0"}],
                           "command": "tools/train/fit_relations.sh", "date": datetime.date.today().isoformat(),
                           "epochs": options.epochs, "seed": 1}}
    model_file.write(path, header, tensors)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("examples")
    parser.add_argument("vectors")
    parser.add_argument("--out")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--hidden", type=int, default=32)
    parser.add_argument("--least", type=int, default=50, help="a feature counts when so many pairs have it")
    parser.add_argument("--cross", type=int, default=3)
    parser.add_argument("--folds", type=int, help="only the first so many of --cross")
    options = parser.parse_args()
    torch.set_num_threads(1)
    examples = relation_data.read(options.examples, options.vectors, 128)
    thresholds = cross_validate(examples, options)
    if options.out:
        data = Data(examples, options.least)
        write(options.out, data, train(data, np.arange(len(examples.features)), options.hidden, options.epochs, 1), thresholds, options)


if __name__ == "__main__":
    main()
