#!/usr/bin/env python3
"""Trains the coreference ranker of the accurate model: features and a transformer together (coref_context.py).

  train_coref_context.py --examples FILE --tokens FILE --keys WEIGHTS --onnx FILE --tokenizer FILE --out OUT.pt
      [--dev-examples FILE --dev-tokens FILE]

--keys: a file of train_coref, whose features are taken. Some four minutes an epoch of 107,000 words on two cores.
"""
import argparse
import copy
import random
import time

import numpy as np
import torch

import coref_context
import coref_data
import export_coref
import teacher


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("examples", "tokens", "keys", "onnx", "tokenizer", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--treebank", help="GUM in CoNLL-U, whose types of entities and information status are learnt beside")
    p.add_argument("--entity-weight", type=float, default=0.5, help="of those in the loss")
    p.add_argument("--dev-examples")
    p.add_argument("--dev-tokens")
    p.add_argument("--epochs", type=int, default=7)
    p.add_argument("--layers", type=int, default=12)
    p.add_argument("--frozen", type=int, default=2, help="layers at the bottom that stay as they are, with the word pieces")
    p.add_argument("--hidden", type=int, default=64)
    p.add_argument("--match", type=int, default=64)
    p.add_argument("--rate", type=float, default=1e-4, help="of the transformer")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--row-rate", type=float, default=0.05, help="of the rows of features (AdaGrad)")
    p.add_argument("--feature-dropout", type=float, default=0.3)
    p.add_argument("--dropout", type=float, default=0.25)
    p.add_argument("--state-dropout", type=float, default=0.3)
    p.add_argument("--encoder-dropout", type=float, default=0.1)
    p.add_argument("--mask", type=float, default=0.05, help="share of the word pieces that are hidden")
    p.add_argument("--average", type=float, default=0.98, help="decay of the running average of the weights, a step")
    for name, cost in (("missed", 2.0), ("false", 0.4), ("wrong", 1.0)):
        p.add_argument(f"--{name}-cost", type=float, default=cost)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    return p.parse_args()


def load(examples, tokens, keys, pieces, entities):
    articles, documents = coref_data.read_examples(examples, keys), coref_data.read_words(tokens)
    if len(articles) != len(documents):
        raise SystemExit(f"{examples}: {len(articles)} articles, {tokens}: {len(documents)}")
    for article, name in zip(articles, documents):
        article.labels = coref_data.entity_labels(article, entities.get(name, {}))
    return [(a, coref_data.Text(words, a, pieces)) for a, words in zip(articles, documents.values())]


class Rows:
    """AdaGrad over the rows that an article touched."""

    def __init__(self, rows):
        self.rows, self.squares = rows, torch.full_like(rows, 1e-6)

    @torch.no_grad()
    def step(self, rate, scale):
        gradient = self.rows.grad.coalesce()
        touched, values = gradient.indices()[0], gradient.values() * scale
        self.squares.index_add_(0, touched, values * values)
        self.rows.index_add_(0, touched, -rate * values / self.squares[touched].sqrt())
        self.rows.grad = None


@torch.no_grad()
def links(network, items):
    """Precision and recall of the best antecedents."""
    network.eval()
    right = linked = anaphors = 0
    for article, text in items:
        new, pair, _ = network(article, text)
        best = new.clone().scatter_reduce(0, article.anaphor, pair, "amax")
        chosen = pair >= best[article.anaphor]
        linked += int(chosen.sum())
        right += int((chosen & article.right).sum())
        anaphors += int((~article.fresh).sum())
    network.train()
    return f"links: precision {100 * right / max(linked, 1):.2f} recall {100 * right / max(anaphors, 1):.2f} F1 {200 * right / max(linked + anaphors, 1):.2f}"


class Average:
    """Running average of the weights, and the network that has them."""

    def __init__(self, network, decay):
        self.network, self.decay, self.steps = copy.deepcopy(network), decay, 0

    @torch.no_grad()
    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 20))
        for mean, value in zip(self.network.parameters(), network.parameters()):
            if value.requires_grad:
                mean.lerp_(value, 1 - decay)


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    keys, pieces = export_coref.read(args.keys)[0], teacher.Pieces(args.tokenizer)
    train = load(args.examples, args.tokens, keys, pieces, coref_data.read_entities(args.treebank) if args.treebank else {})
    dev = load(args.dev_examples, args.dev_tokens, keys, pieces, {}) if args.dev_examples else []
    print(f"{len(train)} articles, {sum(a.count for a, _ in train)} candidates, {len(keys)} features", flush=True)
    encoder = coref_context.pretrained_encoder(args.onnx, args.layers, args.frozen)
    network = coref_context.CorefContext(encoder, len(keys), args.hidden, args.match)
    body = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.") and n != "rows"]
    optimizer = torch.optim.AdamW([{"params": body, "base": args.rate}, {"params": heads, "base": args.head_rate}], lr=args.rate, betas=(0.9, 0.98), weight_decay=0.01)
    average = Average(network, args.average)
    rows, steps, total = Rows(network.rows), 0, args.epochs * len(train)
    network.train()
    for epoch in range(args.epochs):
        lost, seen, begin = 0.0, 0, time.time()
        for article, text in random.sample(train, len(train)):
            left = 1 - steps / total
            steps += 1
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * min(1.0, steps / 100) * max(left, 0.002)
            optimizer.zero_grad(set_to_none=True)
            new, pair, kind = network(article, text, args)
            value, count = coref_context.loss(article, new, pair, args)
            ((value + args.entity_weight * coref_context.entity_loss(kind, article.labels)) / 100).backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0), torch.nn.utils.clip_grad_norm_(heads, 2.0)
            optimizer.step()
            rows.step(args.row_rate * left, 100)
            average.update(network)
            lost, seen = lost + value.item(), seen + count
        print(f"epoch {epoch + 1} loss {lost / seen:.4f} {time.time() - begin:.0f} s", links(average.network, dev) if dev else "", flush=True)
        torch.save({"network": average.network.state_dict(), "args": vars(args), "epoch": epoch + 1}, args.out)


if __name__ == "__main__":
    main()
