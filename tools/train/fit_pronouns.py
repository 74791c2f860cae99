#!/usr/bin/env python3
"""Fits the pronoun model (extract/entity/pronoun_model.h) to the output of pronoun_examples and prints its weights as C++.

  fit_pronouns.py TRAIN [--dev EXAMPLES]... [--hidden 16] [--epochs 6] [--seeds 1] > extract/entity/pronoun_weights.inc

A candidate's score is that of a network of one hidden layer over its features, none of them that of a bias; the loss is the
negative logarithm of the softmax probability of all right answers together. The accuracy on the dev examples is told after
the last epoch. Needs numpy.
"""
import argparse
import sys

import numpy as np


def read(path):
    """[(source, none is right, [right of each candidate], [feature list of each candidate])]"""
    examples = []
    with open(path, encoding="ascii") as lines:
        for line in lines:
            fields = line.split()
            if fields[0] == "=":
                examples.append((fields[1], int(fields[2]), [], []))
            else:
                examples[-1][2].append(int(fields[0]))
                examples[-1][3].append([int(f) for f in fields[1:]])
    return examples


class Examples:
    """The examples as one matrix: a row for each candidate, a column for each feature."""

    def __init__(self, examples, features):
        self.begin = np.cumsum([0] + [len(right) for _, _, right, _ in examples])
        self.x = np.zeros((self.begin[-1], features), np.float32)
        at = 0
        for _, _, _, rows in examples:
            for row in rows:
                self.x[at, row] = 1
                at += 1
        self.right = np.concatenate([np.array(right, bool) for _, _, right, _ in examples])
        self.none = np.array([none for _, none, _, _ in examples], bool)
        self.weight = np.array([WEIGHTS.get(source, 1) for source, _, _, _ in examples], np.float32)

    def batch(self, chosen):
        """(rows, example of each row, right of each row) of the chosen examples."""
        rows = np.concatenate([np.arange(self.begin[i], self.begin[i + 1]) for i in chosen])
        owner = np.repeat(np.arange(len(chosen)), [self.begin[i + 1] - self.begin[i] for i in chosen])
        return self.x[rows], owner, self.right[rows]


WEIGHTS = {"gap": 1.0, "full": 1.0, "partial": 0.3}


class Model:
    """A hidden layer of rectified units and a linear part, with the optimizer AdamW (Loshchilov and Hutter, ICLR 2019)."""

    def __init__(self, options, random):
        scale = lambda *shape: (random.standard_normal(shape) * 0.1).astype(np.float32)
        zeros = lambda *shape: np.zeros(shape, np.float32)
        self.options, self.random = options, random
        self.weights = {"rows": scale(options.features, options.hidden), "linear": zeros(options.features),
                        "out": scale(options.hidden), "bias": zeros(options.hidden), "none": zeros(1)}
        self.mean = {name: np.zeros_like(w) for name, w in self.weights.items()}
        self.square = {name: np.zeros_like(w) for name, w in self.weights.items()}
        self.steps = 0

    def scores(self, x):
        w = self.weights
        hidden = np.maximum(x @ w["rows"] + w["bias"], 0)
        return hidden, hidden @ w["out"] + x @ w["linear"]

    def learn(self, data, chosen, rate):
        w, (x, owner, right) = self.weights, data.batch(chosen)
        x = x * (self.random.random(x.shape, dtype=np.float32) >= self.options.dropout)
        hidden, scores = self.scores(x)
        none, none_right = w["none"][0], data.none[chosen]
        most = np.full(len(chosen), none, np.float32)
        np.maximum.at(most, owner, scores)
        raised, raised_none = np.exp(scores - most[owner]), np.exp(none - most)
        total = np.bincount(owner, raised, len(chosen)) + raised_none
        good = np.bincount(owner, raised * right, len(chosen)) + raised_none * none_right
        good = np.maximum(good, 1e-12)
        share = data.weight[chosen] / data.weight[chosen].sum()
        delta = (share[owner] * (raised / total[owner] - raised * right / good[owner])).astype(np.float32)
        below = np.outer(delta, w["out"]) * (hidden > 0)
        self.step({"rows": x.T @ below, "linear": x.T @ delta, "out": hidden.T @ delta, "bias": below.sum(0),
                   "none": np.array([(share * (raised_none / total - raised_none * none_right / good)).sum()])}, rate)
        return float(-(share * np.log(good / total)).sum())

    def step(self, gradients, rate):
        self.steps += 1
        for name, gradient in gradients.items():
            mean, square = self.mean[name], self.square[name]
            mean += 0.1 * (gradient - mean)
            square += 0.001 * (gradient * gradient - square)
            corrected = (mean / (1 - 0.9 ** self.steps)) / (np.sqrt(square / (1 - 0.999 ** self.steps)) + 1e-8)
            self.weights[name] -= rate * (corrected + self.options.decay * self.weights[name])


def accuracy(models, data):
    """Share of the examples whose best candidate, or none, is right; the scores of the models are averaged."""
    scores = sum(model.scores(data.x)[1] for model in models) / len(models)
    none = sum(float(model.weights["none"][0]) for model in models) / len(models)
    right = 0
    for i in range(len(data.none)):
        part = scores[data.begin[i]:data.begin[i + 1]]
        best = int(part.argmax())
        right += data.right[data.begin[i] + best] if part[best] > none else data.none[i]
    return 100 * right / len(data.none)


def fit(train, dev, options, seed):
    random = np.random.default_rng(seed)
    model = Model(options, random)
    count = len(train.none)
    steps = options.epochs * (count // options.batch + 1)
    for epoch in range(options.epochs):
        order, total = random.permutation(count), 0
        for begin in range(0, count, options.batch):
            rate = options.rate * max(0.02, 1 - model.steps / steps)
            total += model.learn(train, order[begin:begin + options.batch], rate)
        if epoch + 1 == options.epochs:
            print(f"seed {seed} epoch {epoch + 1} loss {total:.2f}  dev", " ".join(f"{accuracy([model], d):.2f}" for d in dev),
                  file=sys.stderr, flush=True)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("--dev", action="append", default=[])
    parser.add_argument("--features", type=int, default=352)
    parser.add_argument("--hidden", type=int, default=16)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--decay", type=float, default=1e-2)
    parser.add_argument("--dropout", type=float, default=0.2)
    parser.add_argument("--partial", type=float, default=0.3, help="weight of an example of LitBank")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    WEIGHTS["partial"] = options.partial
    examples = [e for e in read(options.train) if WEIGHTS.get(e[0], 1) > 0]
    train = Examples(examples, options.features)
    dev = [Examples(read(path), options.features) for path in options.dev]
    weights = fit(train, dev, options, options.seed).weights
    print("// Made by tools/train/fit_pronouns.py: do not edit.")
    print(f"constexpr size_t kHidden = {options.hidden};")
    print(f"constexpr float kNoAntecedent = {float(weights['none'][0]):.4f}f;")
    lines = lambda values: ", ".join(f"{v:.3f}f" for v in values)
    print(f"constexpr float kBias[kHidden] = {{{lines(weights['bias'])}}};")
    print(f"constexpr float kOut[kHidden] = {{{lines(weights['out'])}}};")
    print("// [features][hidden, then the linear part]")
    print(f"constexpr float kRows[{options.features}][kHidden + 1] = {{")
    for row, linear in zip(weights["rows"], weights["linear"]):
        print(f"    {{{lines([*row, linear])}}},")
    print("};")


if __name__ == "__main__":
    main()
