"""Trains the teacher (teacher.py) on the treebanks and the names of them and of the entity corpora.

    train_teacher.py --shared DIR --model en.actm --kernels kernels.so --onnx FILE --tokenizer FILE --out DIR --until SECONDS [--resume teacher.pt]
"""
import argparse
import copy
import json
import pathlib
import random
import time

import numpy as np
import torch

import dataset
import evaluation
import joint_network
import score_model
import teacher
import train_joint
import transformer_encoder
from text_features import PLACES, SHAPES


def arguments():
    p = argparse.ArgumentParser()
    for name in ("shared", "model", "kernels", "onnx", "tokenizer", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--until", type=float, required=True, help="end time, seconds since 1970; the rate decays to 0 until then")
    p.add_argument("--layers", type=int, default=8)
    p.add_argument("--frozen", type=int, default=2, help="layers at the bottom that stay as they are, with the word pieces")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--rate", type=float, default=1.5e-4, help="of the transformer")
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--tokens", type=int, default=800)
    p.add_argument("--entity-share", type=float, default=0.3, help="words of entity corpora drawn, as a share of the treebanks' words")
    p.add_argument("--eval-minutes", type=float, default=12)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--dump-tokens")
    p.add_argument("--resume", help="teacher.pt to go on from")
    return p.parse_args()


def draw(trees, extra, sports, rng, share, tokens):
    words, limit, entity = 0, share * sum(map(len, trees)), rng.sample(sports, dataset.SAMPLED_NER["sports"])
    for s in rng.sample(extra, len(extra)):
        if words > limit:
            break
        entity.append(s)
        words += len(s)
    out = dataset.batches(trees, tokens, rng) + dataset.batches(entity, tokens, rng)
    rng.shuffle(out)
    return out


def predict_sets(network, words, lexicon, labels, sets, pieces):
    class Bound:  # what evaluation.predict expects
        def __getattr__(self, name):
            return getattr(network, name)

        def encode(self, x, batch):
            return network.encode_words(self.rows, batch, pieces.batch([s.source.forms for s in batch.items]))

        def inputs(self, rows, batch):
            self.rows = rows
    scores = {}
    for name, items in sets.items():
        evaluation.predict(Bound(), words, lexicon, labels, items, items[0].parsed, True)
        scores[name] = evaluation.score_parse(items) if items[0].parsed else evaluation.score_entities(items)
    return scores


def main():
    args = arguments()
    torch.set_num_threads(args.threads)
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    rng, out = random.Random(args.seed), pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    joint_network.load_kernels(args.kernels)
    shipped, words, lexicon, labels = score_model.load(args.model)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}

    def encode(sentences):
        return [dataset.Encoded(s, lexicon, index) for s in sentences if len(s.forms) <= 120]
    trees, extra, pools = dataset.load_training(args.shared, args.dump_tokens, list(lexicon.words))
    trees, extra, sports = encode(trees), encode(extra), encode(pools["sports"])
    dev = {k: encode(v) for k, v in dataset.load_dev(args.shared, which=("ewt-ud-dev",), entities=("uner_ewt.dev",)).items()}
    pieces = teacher.Pieces(args.tokenizer)
    config = {**shipped.config, "dropout": 0.25, "input_dropout": 0.0, "transformer": args.layers}
    network = teacher.Teacher(config, labels, SHAPES, PLACES, transformer_encoder.read_onnx(args.onnx))
    with torch.no_grad():
        network.shape.copy_(shipped.shape), network.place.copy_(shipped.place)
    if args.resume:
        network.load_state_dict(torch.load(args.resume)["network"])
    network.encoder.freeze(args.frozen)
    body = [p for n, p in network.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    rest = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body, "base": args.rate, "weight_decay": 0.01}, {"params": rest, "base": args.head_rate, "weight_decay": 0.0}],
                                  lr=args.rate, betas=(0.9, 0.98), eps=1e-8)
    moving, steps = {k: p for k, p in network.named_parameters() if p.requires_grad}, 0
    average = copy.deepcopy(network.state_dict())
    begin, last, epoch = time.time(), time.time(), 0

    def save():
        torch.save({"network": average, "config": config, "labels": labels, "args": vars(args), "epoch": epoch}, out / "teacher.tmp")
        (out / "teacher.tmp").rename(out / "teacher.pt")
    while time.time() < args.until:
        epoch += 1
        sums, seen, started = {}, 0, time.time()
        for items in draw(trees, extra, sports, rng, args.entity_share, args.tokens):
            steps += 1
            left = max(0.0, 1 - (time.time() - begin) / (args.until - begin))
            for group in optimizer.param_groups:
                group["lr"] = group["base"] * min(1.0, steps / 100) * max(left, 0.003)
            network.train()
            batch, bags = dataset.make_batch(items, lexicon, rng, 0.15, 0.06, 0.06)
            h = network.encode_words(words.lookup(bags), batch, pieces.batch([s.source.forms for s in items]))
            parts = train_joint.tree_loss(network, h, batch) if items[0].parsed else {}
            if any(s.source.ner for s in items):
                parts["ner"] = train_joint.entity_loss(network.entities(h, batch, batch.field("group")), batch)
            loss = sum(train_joint.LOSS_WEIGHT[k] * v for k, v in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            decay = min(0.995, steps / (steps + 20))
            with torch.no_grad():
                for k, v in moving.items():
                    average[k].lerp_(v, 1 - decay)
            seen += batch.total
            for k, v in parts.items():
                a = sums.setdefault(k, [0.0, 0])
                a[0] += v.item()
                a[1] += 1
            if steps % 50 == 0:
                print(f"epoch {epoch} step {steps} rate x{left:.3f} {seen / (time.time() - started):.0f} words/s "
                      + " ".join(f"{k} {a / n:.4f}" for k, (a, n) in sums.items()), flush=True)
                sums = {}
            if time.time() - last > 60 * args.eval_minutes or time.time() > args.until:
                last = time.time()
                copy_ = copy.deepcopy(network)
                copy_.load_state_dict(average)
                print(json.dumps(predict_sets(copy_, words, lexicon, labels, dev, pieces)), f"{time.time() - last:.0f} s", flush=True)
                save()
            if time.time() > args.until:
                break
    save()


if __name__ == "__main__":
    main()
