#!/usr/bin/env python3
"""Fits the pronoun model (extract/entity/pronoun_model.h) to the output of pronoun_examples and prints its weights as C++.

  fit_pronouns.py TRAIN [--dev EXAMPLES]... [--hidden 16] [--epochs 6] [--seeds 1] > extract/entity/pronoun_weights.inc

A candidate's score is that of a network of one hidden layer over its features, none of them that of a bias; the loss is the
negative logarithm of the softmax probability of all right answers together. The accuracy on the dev examples is told after
each epoch. Needs numpy and torch.
"""
import argparse
import sys

import numpy as np
import torch


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


class Model(torch.nn.Module):
    def __init__(self, features, hidden, dropout):
        super().__init__()
        self.rows = torch.nn.Parameter(torch.randn(features + 1, hidden) * 0.1)
        self.linear = torch.nn.Parameter(torch.zeros(features + 1))
        self.out = torch.nn.Parameter(torch.randn(hidden) * 0.1)
        self.none = torch.nn.Parameter(torch.zeros(1))
        self.bias = torch.nn.Parameter(torch.zeros(hidden))
        self.dropout = dropout

    def forward(self, batch):
        """[examples x (candidates + 1)] scores, the last column that of none."""
        mask = batch["features"] > 0
        if self.training and self.dropout:
            mask = mask & (torch.rand(mask.shape) >= self.dropout)
        mask = mask.unsqueeze(-1).float()
        hidden = torch.relu((self.rows[batch["features"]] * mask).sum(2) + self.bias)
        scores = hidden @ self.out + (self.linear[batch["features"]] * mask[..., 0]).sum(2)
        scores = scores.masked_fill(~batch["there"], -1e9)
        return torch.cat([scores, self.none.expand(scores.shape[0], 1)], 1)


def batches(examples, size, shuffle):
    order = np.random.permutation(len(examples)) if shuffle else np.arange(len(examples))
    order = sorted(order, key=lambda i: len(examples[i][2])) if not shuffle else order
    for begin in range(0, len(order), size):
        chosen = [examples[i] for i in order[begin:begin + size]]
        most = max(len(e[2]) for e in chosen)
        width = max(len(f) for e in chosen for f in e[3])
        features = np.zeros((len(chosen), most, width), np.int64)
        right = np.zeros((len(chosen), most + 1), bool)
        there = np.zeros((len(chosen), most), bool)
        weight = np.ones(len(chosen), np.float32)
        for i, (source, none, labels, rows) in enumerate(chosen):
            for j, (label, row) in enumerate(zip(labels, rows)):
                features[i, j, :len(row)] = np.array(row) + 1
                right[i, j] = label
                there[i, j] = True
            right[i, most] = none
            weight[i] = WEIGHTS.get(source, 1)
        yield {"features": torch.from_numpy(features), "right": torch.from_numpy(right), "there": torch.from_numpy(there),
               "weight": torch.from_numpy(weight)}


WEIGHTS = {"gap": 1.0, "full": 1.0, "partial": 0.3}


def accuracy(model, examples):
    model.eval()
    right = linked = 0
    with torch.no_grad():
        for batch in batches(examples, 256, False):
            best = model(batch).argmax(1)
            hit = batch["right"].gather(1, best.unsqueeze(1))[:, 0]
            right += int(hit.sum())
            linked += len(hit)
    return 100 * right / linked


def fit(train, dev, options, seed):
    torch.manual_seed(seed)
    np.random.seed(seed)
    model = Model(options.features, options.hidden, options.dropout)
    optimizer = torch.optim.AdamW(model.parameters(), lr=options.rate, weight_decay=options.decay)
    steps = options.epochs * (len(train) // options.batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.02, 1 - step / steps))
    for epoch in range(options.epochs):
        model.train()
        total = 0
        for batch in batches(train, options.batch, True):
            log = torch.log_softmax(model(batch), 1)
            loss = -(torch.logsumexp(log.masked_fill(~batch["right"], -1e9), 1) * batch["weight"]).sum() / batch["weight"].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        if epoch % 2 == 1 or epoch + 1 == options.epochs:
            print(f"seed {seed} epoch {epoch + 1} loss {total:.2f}  dev",
                  " ".join(f"{accuracy(model, d):.2f}" for d in dev), file=sys.stderr, flush=True)
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train")
    parser.add_argument("--dev", action="append", default=[])
    parser.add_argument("--features", type=int, default=320)
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
    train = [e for e in read(options.train) if WEIGHTS.get(e[0], 1) > 0]
    dev = [read(path) for path in options.dev]
    model = fit(train, dev, options, options.seed)
    rows = torch.cat([model.rows, model.linear.unsqueeze(1)], 1).detach().numpy()[1:]
    print("// Made by tools/train/fit_pronouns.py: do not edit.")
    print(f"constexpr size_t kHidden = {options.hidden};")
    print(f"constexpr float kNoAntecedent = {float(model.none.detach()):.4f}f;")
    lines = lambda values: ", ".join(f"{v:.3f}f" for v in values)
    print(f"constexpr float kBias[kHidden] = {{{lines(model.bias.tolist())}}};")
    print(f"constexpr float kOut[kHidden] = {{{lines(model.out.tolist())}}};")
    print("// [features][hidden, then the linear part]")
    print(f"constexpr float kRows[{options.features}][kHidden + 1] = {{")
    for row in rows:
        print(f"    {{{lines(row)}}},")
    print("};")


if __name__ == "__main__":
    main()
