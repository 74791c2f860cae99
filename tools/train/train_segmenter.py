"""Trains the sentence boundary network `segmenter-conv-2` (extract/nn/network.md) and writes its model file.

    train_segmenter.py --shared DIR --words en.actm --out en.segmenter.actm [--tokenizer dump_tokens] [--soft soft.jsonl.gz] [--debug FILE]
"""
import argparse
import collections
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
from text_features import SHAPES, fnv1a, ngram_rows, norm, shape

CONFIG = {"buckets": 16384, "suffixes": 4096, "word_size": 32, "shape_size": 8, "space_size": 8, "hidden": 72, "width0": 5, "width1": 11}
SAMPLES = ["Iran praised Hamas . Mr. Blinken left the U.S. on Jan. 5 . He said : \" No . \" Then J. Smith spoke",
           "Breaking News / Leaders meet in Geneva | By John Smith / The U.N. Security Council met . It did n't vote !"]


class Words:
    """Ids of words: the row of `word` that is theirs, one past the last for words that have none; the row of `suffix`; the shape.

    keys [buckets]: 8 bits of the hash of the word that owns a row.
    """

    def __init__(self, keys, c):
        self.keys, self.c, self.known = keys, c, {}

    def of(self, form):
        if form not in self.known:
            word = norm(form)
            bucket, key = place(word, self.c)
            self.known[form] = (bucket if self.keys[bucket] == key else self.c["buckets"], fnv1a(word[-3:].encode()) % self.c["suffixes"], shape(form))
        return self.known[form]


def place(word, c):
    """(row of `word`, key) of a normalized word; no word has the key 0."""
    h = fnv1a(word.encode())
    return h % c["buckets"], (h >> 56) % 255 + 1


class Segmenter(nn.Module):
    """Tokens of texts in a row, parted by padding rows; every tensor is as in network.md."""

    def __init__(self, c, keys):
        super().__init__()
        self.c, self.words = c, Words(keys, c)
        width = c["word_size"] + c["shape_size"] + c["space_size"]

        def table(rows, size):
            return nn.Parameter(torch.randn(rows, size) * 0.3)

        def matrix(rows, columns):
            return nn.Parameter(torch.empty(rows, columns).uniform_(-1, 1) * (3 / rows) ** 0.5)
        self.p = nn.ParameterDict({
            "word": table(c["buckets"], c["word_size"]), "suffix": table(c["suffixes"], c["word_size"]),
            "shape": table(SHAPES, c["shape_size"]), "space": table(4, c["space_size"]),
            "conv0w": matrix(c["width0"] * width, c["hidden"]), "conv0b": nn.Parameter(torch.zeros(c["hidden"])),
            "conv1w": matrix(c["width1"] * c["hidden"], c["hidden"]), "conv1b": nn.Parameter(torch.zeros(c["hidden"])),
            "outw": matrix(c["hidden"], 1), "outb": nn.Parameter(torch.zeros(1))})

    def _conv(self, x, width, name):
        half = width // 2
        padded = F.pad(x, (0, 0, half, half))
        columns = torch.cat([padded[k:k + len(x)] for k in range(width)], 1)
        return F.relu(columns @ self.p[name + "w"] + self.p[name + "b"])

    def forward(self, words, suffixes, shapes, spaces, real, drop=0.0):
        """ids [T], real [T x 1] (0 on padding rows) -> logits [T]."""
        w = torch.cat([self.p["word"], torch.zeros(1, self.c["word_size"])]).index_select(0, words)
        if drop:
            w = w * (torch.rand(len(w), 1) >= drop).float()  # as if it were not known
        w = w + self.p["suffix"].index_select(0, suffixes)
        if drop:
            w = w * (torch.rand(len(w), 1) >= 0.5 * drop).float()  # so that shape and space must do as well
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


LEAST = 3  # times that a word must occur in training


def vocabulary(texts, path, c):
    """(keys, rows): who owns each row of `word`, and its first value.

    A row is the most frequent training word's, else the most frequent one's of the joint network at `path`, whose vectors in their main
    directions are the first values.
    """
    header, tensors = model_file.read(path)
    words, grams = (tensors[n].astype(np.float32) * tensors[n + ".scale"][:, None] for n in ("word", "ngram"))
    known = {w: i for i, w in enumerate(tensors["vocab.bytes"].tobytes().decode().split("\n")[:-1]) if i}
    counts = collections.Counter()
    for forms, n in collections.Counter(f for t in texts for f in t.forms).items():
        counts[norm(forms)] += n
    keys, rows, owners = np.zeros(c["buckets"], np.uint8), np.zeros((c["buckets"], words.shape[1]), np.float32), []
    for w in [w for w, n in counts.most_common() if n >= LEAST] + list(known):
        bucket, key = place(w, c)
        if keys[bucket]:
            continue
        keys[bucket] = key
        if w in known:
            ids = ngram_rows(w, header["config"]["G"])
            rows[bucket] = words[known[w]] + grams[ids].sum(0) / max(1, len(ids)) ** 0.5
            owners.append(bucket)
    mean = rows[owners].mean(0)
    rows[owners] -= mean
    _, _, directions = np.linalg.svd(rows[owners], full_matrices=False)
    rows = rows @ directions[:c["word_size"]].T
    return keys, torch.from_numpy(rows / rows[owners].std() * 0.3)


def free(text):
    """1.0 for tokens that are to be learned; the rest is decided by rule or not known."""
    return ((text.end >= 0) & (text.inside == 0) & (text.space < 3)).astype(np.float32)


def pack(texts, model):
    """Ids of texts in a row with enough padding between them: (words, suffixes, shapes, spaces, real), label, weight."""
    gap = model.c["width0"] // 2 + model.c["width1"] // 2
    words, suffixes, shapes, spaces, real, label, weight = [], [], [], [], [], [], []
    for t in texts:
        w, x, s = zip(*[model.words.of(f) for f in t.forms])
        n, pad = len(t), [0] * gap
        words += list(w) + pad
        suffixes += list(x) + pad
        shapes += list(s) + pad
        spaces += t.space.tolist() + pad
        real += [1.0] * n + [0.0] * gap
        label += (t.end if t.soft is None else t.soft).tolist() + pad
        weight += (free(t) * t.weight).tolist() + [0.0] * gap
    tensors = [torch.tensor(x) for x in (words, suffixes, shapes, spaces)]
    return (*tensors, torch.tensor(real).unsqueeze(1)), torch.tensor(label).clamp(min=0).float(), torch.tensor(weight, dtype=torch.float32)


def held_to_rules(end, text):
    """The 0/1 of a network after the rules of network.md."""
    end[text.space == 3], end[-1] = 1, 1
    end[text.inside == 1] = 0
    return end


def boundaries(model, text):
    """0/1 for each token of a Text, by the network and the rules."""
    model.eval()
    with torch.no_grad():
        ids, _, _ = pack([text], model)
        return held_to_rules((model(*ids)[:len(text)] > 0).numpy().astype(int), text)


def sentence_f1(found_ends, texts, raw):
    """Sentence F1 of [0/1 a token] of each text, as in the CoNLL 2018 shared task: a sentence counts when both its ends are right."""
    hit = gold = guess = 0
    for found_end, text, (_, tokens, ends) in zip(found_ends, texts, raw):
        offsets = text.offsets
        found, begin = set(), 0
        for i, e in enumerate(found_end):
            if e:
                found.add((offsets[begin][0], offsets[i][1]))
                begin = i + 1
        starts = [tokens[0][1]] + [next(t[1] for t in tokens if t[1] >= e) for e in ends[:-1]]
        true = set(zip(starts, ends))
        hit, gold, guess = hit + len(found & true), gold + len(true), guess + len(found)
    return round(200 * hit / (gold + guess), 2)


def dev_scores(model, dev):
    return {k: sentence_f1([boundaries(model, t) for t in texts], texts, raw) for k, (texts, raw) in dev.items()}


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


def train(texts, soft, dev, args):
    keys, rows = vocabulary(texts + soft, args.words, CONFIG)
    model = Segmenter(CONFIG, keys)
    with torch.no_grad():
        model.p["word"].copy_(rows)
    rng = random.Random(args.seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.rate)
    steps, total, average = 0, None, None
    headlines = boundary_data.short_sentences(texts)
    for epoch in range(1, args.epochs + 1):
        order = texts + soft
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
            ids, label, weight = pack([boundary_data.augment(t, rng, headlines) if t.soft is None else t for t in group], model)
            for g in optimizer.param_groups:
                g["lr"] = args.rate * min(1, (steps + 1) / 100) * max(0.01, 1 - steps / total)
            loss = F.binary_cross_entropy_with_logits(model(*ids, drop=0.2), label, weight, reduction="sum") / weight.sum().clamp(min=1)
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
            shown = Segmenter(CONFIG, keys)
            shown.load_state_dict(average)
            print(epoch, round(loss_sum / len(groups), 4), dev_scores(shown, dev), flush=True)
    return shown


def export(model, args, scores):
    tensors = {}
    for name, key in (("word", "word"), ("suffix", "suffix"), ("shape", "shape"), ("space", "space"), ("conv.0.w", "conv0w"), ("conv.0.b", "conv0b"),
                      ("conv.1.w", "conv1w"), ("conv.1.b", "conv1b"), ("out.w", "outw"), ("out.b", "outb")):
        tensors[name] = model.p[key].detach().numpy().astype(np.float32)
    for name in ("word", "suffix"):
        tensors[name], tensors[name + ".scale"] = model_file.quantize_rows(tensors[name])
        with torch.no_grad():
            model.p[name].copy_(torch.from_numpy(tensors[name].astype(np.float32) * tensors[name + ".scale"][:, None]))
    tensors["word.key"] = model.words.keys
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
    labelled = {}
    if args.soft:
        files += [f for f in provenance.ENTITIES if "wnut17" in f[0] or "btc" in f[0]] + [provenance.PASSAGES]
        labelled = {"teacher": provenance.E5, "texts": provenance.TEXTS}
    script = "train_segmenter.sh" if args.soft else "train.sh"
    training = {"data": provenance.data_block(args.shared, files), **labelled, "command": f"tools/train/{script} SHARED_DIR OUT", "seed": args.seed,
                "epochs": args.epochs, "tokens": "rule tokenizer" if args.tokenizer else "gold", "date": datetime.date.today().isoformat(),
                "licence": "CC-BY-SA-4.0", "dev": {"sentence_f1": scores}}
    model_file.write(args.out, {"class": "segmenter-conv-2", "config": model.c, "labels": {}, "training": training, "selftest": selftest}, tensors)
    if args.debug:
        dump = []
        for t in samples:
            with torch.no_grad():
                ids, _, _ = pack([t], model)
                logits = model(*ids)[:len(t)]
            words, suffixes, shapes = (x[:len(t)].tolist() for x in ids[:3])
            dump.append({"tokens": t.forms, "space": t.space.tolist(), "word": words, "suffix": suffixes, "shape": shapes,
                         "probability": torch.sigmoid(logits).tolist()})
        pathlib.Path(args.debug).write_text(json.dumps(dump))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--shared", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--words", required=True, help="the joint network, whose word vectors are the first rows")
    p.add_argument("--tokenizer", help="the program dump_tokens; without it the gold tokens are used")
    p.add_argument("--debug")
    p.add_argument("--soft", help="texts with the teacher's probabilities (label_boundaries.py)")
    p.add_argument("--soft-weight", type=float, default=1.0)
    p.add_argument("--epochs", type=int, default=10)
    p.add_argument("--rate", type=float, default=3e-3)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed), np.random.seed(args.seed)
    started = time.time()
    texts, dev = load(args.shared, args.tokenizer)
    print(f"{len(texts)} texts, {sum(map(len, texts))} tokens, {time.time() - started:.0f} s", flush=True)
    soft = list(boundary_data.soft_texts(args.soft, args.soft_weight)) if args.soft else []
    model = train(texts, soft, dev, args)
    print(f"{time.time() - started:.0f} s", flush=True)
    export(model, args, dev_scores(model, dev))


if __name__ == "__main__":
    main()
