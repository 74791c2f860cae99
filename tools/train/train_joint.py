"""Trains the joint network (tags, lemma rules, parser, entities) and writes checkpoints.

    train_joint.py --shared DIR --embeddings PREFIX --kernels kernels.so --out DIR --minutes N

The learning rate follows the clock: linear warm-up, then linear decay to 0 when the minutes are up, so a run on a
busy machine still ends annealed.  Evaluation and export use the running average of the weights.
"""
import argparse
import datetime
import json
import pathlib
import random
import time

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn import functional as F

import dataset
import evaluation
import joint_network
import score_model
from name_swap import NameSwap
from text_features import PLACES, SHAPES

CONFIG = {"E": 128, "H": 32, "d": 256, "L": 4, "tag": 192, "ner": 160, "arc": 224, "label": 128}


def arguments():
    p = argparse.ArgumentParser()
    for name in ("shared", "kernels", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--embeddings", help="PREFIX of the first word rows; or --model")
    p.add_argument("--minutes", type=float, default=60, help="wall time, over which the rate decays to 0")
    p.add_argument("--until", type=float, help="end time (seconds since 1970) instead of --minutes")
    p.add_argument("--rate", type=float, default=1.6e-3)
    p.add_argument("--word-rate", type=float, default=3e-4, help="learning rate of word and n-gram rows; 0 leaves them as they are")
    p.add_argument("--tokens", type=int, default=1600, help="tokens in a batch")
    p.add_argument("--warmup", type=int, default=300)
    p.add_argument("--dropout", type=float, default=0.28)
    p.add_argument("--input-dropout", type=float, default=0.15)
    p.add_argument("--word-drop", type=float, default=0.1)
    p.add_argument("--gram-drop", type=float, default=0.06)
    p.add_argument("--recase", type=float, default=0.08)
    p.add_argument("--swap", type=float, default=0.25, help="share of sentences whose names are swapped")
    p.add_argument("--average", type=float, default=0.999, help="decay of the running average, a step")
    p.add_argument("--eval-every", type=int, default=4)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--config", default="{}", help="JSON over CONFIG")
    p.add_argument("--dump-tokens", help="the program of dump_tokens.cc: train on annotations/names.tsv as well")
    p.add_argument("--silver", nargs="*", default=[], help="files of label_texts.py; sentences of theirs are not drawn from the entity corpora")
    p.add_argument("--silver-words", type=int, default=1500000, help="words of them in an epoch")
    p.add_argument("--processes", type=int, default=1, help="each on its own batches, gradients averaged, word rows shared")
    p.add_argument("--model", help="model file whose weights to start from")
    p.add_argument("--resume", help="checkpoint whose averaged weights to start from; it may have fewer layers")
    return p.parse_args()


def read_embeddings(prefix, e):
    """(vocabulary list, table [(V + G) x e]) scaled to rows of about unit mean square over the frequent words."""
    vocabulary = pathlib.Path(prefix + ".vocab").read_text(encoding="utf-8").split("\n")[:-1]
    table = torch.from_numpy(np.fromfile(prefix + ".f32", np.float32).reshape(-1, e))
    return vocabulary, table


def entity_loss(logits, batch):
    """-log of the probability of all labels that the annotation allows, weighted by corpus; mean over weight > 0."""
    allowed = torch.from_numpy(np.concatenate([s.ner_allowed for s in batch.items]))
    weight = torch.from_numpy(np.concatenate([s.ner_weight for s in batch.items]))
    logp = torch.log_softmax(logits, 1)
    inside = torch.logsumexp(logp + (allowed - 1) * 1e4, 1)
    return -(inside * weight).sum() / batch.total


def tree_loss(network, h, batch):
    """Sum of the tag, lemma, arc and relation cross-entropies, each a mean over words."""
    parts = {}
    for name, logits in zip(("upos", "xpos", "lemma"), network.tags(h, batch)):
        parts[name] = F.cross_entropy(logits, batch.field(name))
    head = batch.field("head")
    scores = network.arcs(h, batch)[batch.inside]
    parts["arc"] = F.cross_entropy(scores, head)
    start = batch.offsets[:-1].long().index_select(0, batch.sentence_of)
    rows = torch.where(head == 0, torch.full_like(head, batch.total), start + head - 1)
    parts["deprel"] = F.cross_entropy(network.relations(h, batch, rows), batch.field("deprel"))
    return parts


LOSS_WEIGHT = {"upos": 1.0, "xpos": 0.5, "lemma": 0.5, "arc": 1.0, "deprel": 1.0, "ner": 3.0}


class Average:
    """Running average of the network and, every 25 steps, of the word rows."""

    def __init__(self, network, table, decay):
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}
        self.table = table.clone()

    def update(self, network, table):
        self.steps += 1
        every = 5
        if self.steps % every == 0:
            decay = min(self.decay ** every, self.steps / (self.steps + 60))
            with torch.no_grad():
                for k, v in network.state_dict().items():
                    self.state[k].lerp_(v, 1 - decay)
        if self.steps % 25 == 0:
            decay = min(self.decay ** 25, self.steps / (self.steps + 300))
            self.table.lerp_(table, 1 - decay)


def evaluate(network, average, lexicon, labels, dev, vocabulary, kernels_config):
    """Scores of the averaged weights on every dev set."""
    copy = joint_network.JointNetwork(kernels_config, labels, SHAPES, PLACES)
    copy.load_state_dict(average.state)
    words = joint_network.Embeddings.__new__(joint_network.Embeddings)
    words.table, words.e = average.table, average.table.shape[1]
    scores = {}
    for name, items in dev.items():
        parse = items[0].parsed
        evaluation.predict(copy, words, lexicon, labels, items, parse, not parse)
        if parse:
            scores[name] = evaluation.score_parse(items)
        else:
            kinds = ("PER", "ORG", "LOC") if name.startswith("uner") else ("PER", "ORG", "LOC", "EVENT", "NORP", "MISC")
            scores[name] = evaluation.score_entities(items, kinds)
    return scores


def average_gradients(network, count):
    """Mean of the gradients over the processes; a weight without gradient in one of them counts as 0 there."""
    parameters = list(network.parameters())
    flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).reshape(-1) for p in parameters])
    dist.all_reduce(flat)
    flat /= count
    at = 0
    for p in parameters:
        p.grad = flat[at:at + p.numel()].view_as(p)
        at += p.numel()


def agreed(stop, count):
    """Whether any of the processes wants to stop: all answer the same."""
    if count == 1:
        return stop
    flag = torch.tensor([float(stop)])
    dist.all_reduce(flag)
    return flag.item() > 0


def main():
    args = arguments()
    torch.set_num_threads(1)
    random.seed(args.seed), np.random.seed(args.seed), torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    joint_network.load_kernels(args.kernels)
    config = {**CONFIG, **json.loads(args.config), "dropout": args.dropout, "input_dropout": args.input_dropout}
    start = score_model.load(args.model) if args.model else None
    vocabulary, table = (list(start[2].words), start[1].table) if start else read_embeddings(args.embeddings, config["E"])
    config["V"], config["G"] = len(vocabulary), len(table) - len(vocabulary)

    trees, extra, pools = dataset.load_training(args.shared, args.dump_tokens, vocabulary)
    labels = start[3] if start else dataset.inventories(trees)
    print({k: len(v) for k, v in labels.items()}, flush=True)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    lexicon = dataset.Lexicon(vocabulary, config["G"])

    def encode(sentences):
        return [dataset.Encoded(s, lexicon, index) for s in sentences if len(s.forms) <= 200]
    silver = encode(dataset.load_silver(args.silver))
    if silver:  # sentences of the entity corpora are among them, with trees
        seen = {tuple(s.source.forms) for s in silver}
        extra = [s for s in extra if tuple(s.forms) not in seen]
    trees, extra, pools = encode(trees), encode(extra), {k: encode(v) for k, v in pools.items()}
    dev = {k: encode(v) for k, v in dataset.load_dev(args.shared, args.dump_tokens).items()}
    swap = NameSwap(args.shared, lexicon, rng) if args.swap else None

    network = joint_network.JointNetwork(config, labels, SHAPES, PLACES)
    if args.resume:
        saved = torch.load(args.resume)
        fresh = network.load_state_dict(saved["network"], strict=False).missing_keys
        print("not in the checkpoint, so fresh:", fresh, flush=True)
        table = saved["table"].clone()
    elif start:
        network.load_state_dict(start[0].state_dict())
    else:  # inputs of about unit size
        probe = dataset.make_batch(trees[:200], lexicon)
        rms = joint_network.Embeddings(table, vocabulary).lookup(probe[1]).pow(2).mean().sqrt()
        table /= rms
        print(f"rms of the inputs was {rms:.3f}", flush=True)
    words = joint_network.Embeddings(table, vocabulary)
    for shared in (words.table, words.m, words.v):
        shared.share_memory_()
    train = (args, network, words, trees, extra, pools, silver, dev, swap, labels, lexicon, config, out)
    if args.processes == 1:
        return run(0, *train)
    (out / "meeting").unlink(missing_ok=True)
    others = [mp.get_context("fork").Process(target=run, args=(rank, *train)) for rank in range(1, args.processes)]
    for process in others:
        process.start()
    run(0, *train)
    for process in others:
        process.join()


def run(rank, args, network, words, trees, extra, pools, silver, dev, swap, labels, lexicon, config, out):
    """The training loop of one process; the first one keeps the average, evaluates and saves.

    All processes draw the same batches in the same order, and each takes its share."""
    if args.processes > 1:
        dist.init_process_group("gloo", init_method=f"file://{(out / 'meeting').resolve()}", rank=rank, world_size=args.processes,
                                timeout=datetime.timedelta(minutes=30))
    draw, rng = random.Random(args.seed), random.Random(args.seed + rank)
    if swap:
        swap.rng = draw
    np.random.seed(args.seed + rank), torch.manual_seed(args.seed + rank)
    vocabulary, table = words.vocabulary, words.table
    average = Average(network, table, args.average)
    optimizer = torch.optim.Adam(network.parameters(), lr=args.rate, betas=(0.9, 0.98), eps=1e-8)
    print(sum(p.numel() for p in network.parameters()), "weights beside the word rows", flush=True)

    begin = time.time()
    end = args.until or begin + 60 * args.minutes
    step, epoch, best = 0, 0, -1.0
    log = open(out / "log.jsonl", "a")
    while not agreed(time.time() > end, args.processes):
        epoch += 1
        if (out / "until").exists():  # moves the end of a run under way
            end = float((out / "until").read_text())
        sums, seen, norms, started = {}, 0, [], time.time()
        for items in dataset.draw_epoch(trees, extra, pools, draw, args.tokens, swap, args.swap, silver, args.silver_words,
                                        args.processes)[rank::args.processes]:
            step += 1
            left = max(0.0, 1 - (time.time() - begin) / (end - begin))
            factor = min(1.0, step / args.warmup) * max(left, 0.003)
            for group in optimizer.param_groups:
                group["lr"] = args.rate * factor
            network.train()
            batch, bags = dataset.make_batch(items, lexicon, rng, args.word_drop, args.gram_drop, args.recase)
            leaf = words.lookup(bags).requires_grad_()
            h = network.encode(network.inputs(leaf, batch), batch)
            parts = tree_loss(network, h, batch) if items[0].parsed else {}
            if any(s.source.ner for s in items):
                parts["ner"] = entity_loss(network.entities(h, batch, batch.field("group")), batch)
            loss = sum(LOSS_WEIGHT[k] * v for k, v in parts.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            if args.processes > 1:
                average_gradients(network, args.processes)
            norm = torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            if not torch.isfinite(norm):
                print("step skipped: gradient is not finite", flush=True)
                continue
            optimizer.step()
            if args.word_rate > 0:
                words.update(bags, leaf.grad, args.word_rate * factor)
            if rank == 0:
                average.update(network, words.table)
            seen += batch.total
            norms.append(norm.item())
            for k, v in parts.items():
                a = sums.setdefault(k, [0.0, 0])
                a[0] += v.item()
                a[1] += 1
            if agreed(time.time() > end + 20, args.processes):
                break
        seconds = time.time() - started
        if rank > 0:
            continue
        print(f"epoch {epoch} step {step} rate x{factor:.3f} {seen / seconds:.0f} words/s {seconds:.0f} s gradient {np.median(norms):.2f} "
              + " ".join(f"{k} {a / n:.4f}" for k, (a, n) in sums.items()), flush=True)
        if epoch % args.eval_every == 0 or time.time() >= end:
            scores = evaluate(network, average, lexicon, labels, dev, vocabulary, config)
            total = scores["ewt-ud-dev"]["las"] + scores["ewt-ud-dev"]["upos"] + scores["gum-ud-dev"]["las"] + scores["uner_ewt.dev"]["f1"]
            print(json.dumps(scores), flush=True)
            log.write(json.dumps({"epoch": epoch, "seconds": round(time.time() - begin), "scores": scores}) + "\n")
            log.flush()
            if total > best:
                best = total
                state = {"network": average.state, "table": average.table, "config": config, "labels": labels, "vocabulary": vocabulary,
                         "scores": scores, "epoch": epoch, "args": vars(args), "seconds": round(time.time() - begin)}
                torch.save(state, out / "best.tmp")
                (out / "best.tmp").rename(out / "best.pt")


if __name__ == "__main__":
    main()
