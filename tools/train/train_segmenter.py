"""Trains the sentence boundary network `segmenter-conv-1` (extract/nn/network.md) and writes its model file.

    train_segmenter.py --shared DIR --out en.segmenter.actm [--tokenizer dump_tokens] [--debug FILE]
"""
import argparse
import datetime
import json
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import boundary_data
import corpora
import model_file
import provenance
from boundary_data import Text
from text_features import SHAPES, fnv1a, norm, shape

CONFIG = {"buckets": 8192, "word_size": 24, "shape_size": 8, "space_size": 8, "hidden": 48, "width0": 5, "width1": 7}
SAMPLES = ["Iran praised Hamas . Mr. Blinken left the U.S. on Jan. 5 . He said : \" No . \" Then J. Smith spoke",
           "Breaking News / Leaders meet in Geneva | By John Smith / The U.N. Security Council met . It did n't vote !"]


class Segmenter(nn.Module):
    """Tokens of texts in a row, parted by padding rows; every tensor is as in network.md."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        width = c["word_size"] + c["shape_size"] + c["space_size"]

        def table(rows, size):
            return nn.Parameter(torch.randn(rows, size) * 0.3)

        def matrix(rows, columns):
            return nn.Parameter(torch.empty(rows, columns).uniform_(-1, 1) * (3 / rows) ** 0.5)
        self.p = nn.ParameterDict({
            "word": table(c["buckets"], c["word_size"]), "shape": table(SHAPES, c["shape_size"]), "space": table(4, c["space_size"]),
            "conv0w": matrix(c["width0"] * width, c["hidden"]), "conv0b": nn.Parameter(torch.zeros(c["hidden"])),
            "conv1w": matrix(c["width1"] * c["hidden"], c["hidden"]), "conv1b": nn.Parameter(torch.zeros(c["hidden"])),
            "outw": matrix(c["hidden"], 1), "outb": nn.Parameter(torch.zeros(1))})

    def _conv(self, x, width, name):
        half = width // 2
        padded = F.pad(x, (0, 0, half, half))
        columns = torch.cat([padded[k:k + len(x)] for k in range(width)], 1)
        return F.relu(columns @ self.p[name + "w"] + self.p[name + "b"])

    def forward(self, words, shapes, spaces, real, drop=0.0):
        """ids [T], real [T x 1] (0 on padding rows) -> logits [T]."""
        w = self.p["word"].index_select(0, words)
        if drop:
            w = w * (torch.rand(len(w), 1) >= drop).float()  # whole words, so that shape and space must do as well
        x = torch.cat([w, self.p["shape"].index_select(0, shapes), self.p["space"].index_select(0, spaces)], 1) * real
        if drop:
            x = F.dropout(x, 0.1)
        y = self._conv(x, self.c["width0"], "conv0") * real
        if drop:
            y = F.dropout(y, 0.2)
        z = self._conv(y, self.c["width1"], "conv1")
        if drop:
            z = F.dropout(z, 0.2)
        return (z @ self.p["outw"] + self.p["outb"]).squeeze(1)


_cache = {}


def _ids(form, buckets):
    if form not in _cache:
        _cache[form] = (fnv1a(norm(form).encode()) % buckets, shape(form))
    return _cache[form]


def pack(texts, c):
    """Ids of texts in a row with enough padding between them: (words, shapes, spaces, real, label, weight)."""
    gap = c["width0"] // 2 + c["width1"] // 2
    words, shapes, spaces, real, label, weight = [], [], [], [], [], []
    for t in texts:
        w, s = zip(*[_ids(f, c["buckets"]) for f in t.forms])
        n, pad = len(t), [0] * gap
        words += list(w) + pad
        shapes += list(s) + pad
        spaces += t.space.tolist() + pad
        real += [1.0] * n + [0.0] * gap
        label += t.end.tolist() + pad
        free = (t.end >= 0) & (t.inside == 0) & (t.space < 3)  # the rest is decided by rule
        weight += (free * t.weight).tolist() + [0.0] * gap
    tensors = [torch.tensor(x) for x in (words, shapes, spaces)]
    return (*tensors, torch.tensor(real).unsqueeze(1), torch.tensor(label).clamp(min=0).float(), torch.tensor(weight, dtype=torch.float32))


def boundaries(model, text):
    """0/1 for each token of a Text, by the network and the rules of network.md."""
    model.eval()
    with torch.no_grad():
        words, shapes, spaces, real, _, _ = pack([text], model.c)
        end = (model(words, shapes, spaces, real)[:len(text)] > 0).numpy().astype(int)
    end[text.space == 3], end[-1] = 1, 1
    end[text.inside == 1] = 0
    return end


def sentence_f1(model, texts, raw):
    """Sentence F1 as in the CoNLL 2018 shared task: a sentence counts when both its ends are right."""
    hit = gold = guess = 0
    for text, (_, tokens, ends) in zip(texts, raw):
        offsets = text.offsets
        found, begin = set(), 0
        for i, e in enumerate(boundaries(model, text)):
            if e:
                found.add((offsets[begin][0], offsets[i][1]))
                begin = i + 1
        starts = [tokens[0][1]] + [next(t[1] for t in tokens if t[1] >= e) for e in ends[:-1]]
        true = set(zip(starts, ends))
        hit, gold, guess = hit + len(found & true), gold + len(true), guess + len(found)
    return round(200 * hit / (gold + guess), 2)


def load(shared, tokenizer):
    """(training texts, {dev name: (texts, raw documents)})."""
    data = pathlib.Path(shared) / "data"
    strict = set((data / "treebank/gum_strict_docs.txt").read_text().split())

    def read(name, documents=None):
        return boundary_data.treebank_texts(corpora.read_conllu(data / f"treebank/{name}.conllu.zst", documents), tokenizer)
    train = read("en_ewt-ud-train")[0] + read("en_gum-ud-train", strict)[0]
    train += boundary_data.rebuilt_texts(data / "ner/gmb.train.iob2.zst", 0.25, limit=12000)
    train += boundary_data.rebuilt_texts(data / "ner/wikigold.iob2.zst", 0.5)
    return train, {"ewt": read("en_ewt-ud-dev"), "gum": read("en_gum-ud-dev")}


def train(texts, dev, args):
    model = Segmenter(CONFIG)
    rng = random.Random(args.seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.rate)
    steps, total, average = 0, None, None
    headlines = boundary_data.short_sentences(texts)
    for epoch in range(1, args.epochs + 1):
        order = list(texts)
        rng.shuffle(order)
        groups, size = [[]], 0
        for t in order:
            if size > 3000:
                groups.append([])
                size = 0
            groups[-1].append(t)
            size += len(t)
        total = total or len(groups) * args.epochs
        loss_sum = 0.0
        model.train()
        for group in groups:
            words, shapes, spaces, real, label, weight = pack([boundary_data.augment(t, rng, headlines) for t in group], CONFIG)
            for g in optimizer.param_groups:
                g["lr"] = args.rate * min(1, (steps + 1) / 100) * max(0.01, 1 - steps / total)
            loss = F.binary_cross_entropy_with_logits(model(words, shapes, spaces, real, 0.1), label, weight, reduction="sum") / weight.sum().clamp(min=1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            steps += 1
            loss_sum += loss.item()
            with torch.no_grad():
                if average is None:
                    average = {k: v.clone() for k, v in model.state_dict().items()}
                for k, v in model.state_dict().items():
                    average[k].lerp_(v, 0.005 if steps > 200 else 0.1)
        if epoch % 4 == 0 or epoch == args.epochs:
            shown = Segmenter(CONFIG)
            shown.load_state_dict(average)
            print(epoch, round(loss_sum / len(groups), 4), {k: sentence_f1(shown, *v) for k, v in dev.items()}, flush=True)
    return shown


def export(model, args, scores):
    tensors = {}
    for name, key in (("word", "word"), ("shape", "shape"), ("space", "space"), ("conv.0.w", "conv0w"), ("conv.0.b", "conv0b"),
                      ("conv.1.w", "conv1w"), ("conv.1.b", "conv1b"), ("out.w", "outw"), ("out.b", "outb")):
        tensors[name] = model.p[key].detach().numpy().astype(np.float32)
    tensors["word"], tensors["word.scale"] = model_file.quantize_rows(tensors["word"])
    with torch.no_grad():
        model.p["word"].copy_(torch.from_numpy(tensors["word"].astype(np.float32) * tensors["word.scale"][:, None]))
    samples = []
    for line in SAMPLES:  # `|` stands for a line break, `/` for an empty line
        tokens, space = [], []
        for w in line.split():
            if w in "|/":
                space[-1] = 2 if w == "|" else 3
                continue
            if w in (".", ",", ":", "!", "n't") and tokens and space[-1] == 1:
                space[-1] = 0
            tokens.append(w)
            space.append(1)
        space[-1] = 3
        samples.append(Text(tokens, space, [0] * len(tokens)))
    selftest = [{"tokens": t.forms, "space": t.space.tolist(), "end": boundaries(model, t).tolist()} for t in samples]
    files = provenance.TREEBANKS + [f for f in provenance.ENTITIES if "gmb" in f[0] or "wikigold" in f[0]]
    training = {"data": provenance.data_block(args.shared, files), "command": "tools/train/train.sh SHARED_DIR OUT", "seed": args.seed,
                "epochs": args.epochs, "tokens": "rule tokenizer" if args.tokenizer else "gold", "date": datetime.date.today().isoformat(),
                "licence": "CC-BY-SA-4.0", "dev": {"sentence_f1": scores}}
    model_file.write(args.out, {"class": "segmenter-conv-1", "config": CONFIG, "labels": {}, "training": training, "selftest": selftest}, tensors)
    if args.debug:
        dump = []
        for t in samples:
            with torch.no_grad():
                words, shapes, spaces, real, _, _ = pack([t], CONFIG)
                logits = model(words, shapes, spaces, real)[:len(t)]
            dump.append({"tokens": t.forms, "space": t.space.tolist(), "bucket": words[:len(t)].tolist(), "shape": shapes[:len(t)].tolist(),
                         "probability": torch.sigmoid(logits).tolist()})
        pathlib.Path(args.debug).write_text(json.dumps(dump))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--shared", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--tokenizer", help="the program dump_tokens; without it the gold tokens are used")
    p.add_argument("--debug")
    p.add_argument("--epochs", type=int, default=20)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed), np.random.seed(args.seed)
    started = time.time()
    texts, dev = load(args.shared, args.tokenizer)
    print(f"{len(texts)} texts, {sum(map(len, texts))} tokens, {time.time() - started:.0f} s", flush=True)
    model = train(texts, dev, args)
    export(model, args, {k: sentence_f1(model, *v) for k, v in dev.items()})


if __name__ == "__main__":
    main()
