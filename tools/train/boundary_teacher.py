"""Trains the teacher of the segmenter: a pre-trained transformer that says after which token a sentence ends.

    boundary_teacher.py --shared DIR --onnx FILE --tokenizer-json FILE --out teacher.pt --until SECONDS [--tokenizer dump_tokens]

It only labels text for the network that ships (label_boundaries.py).
"""
import argparse
import pathlib
import random
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import boundary_data
import train_segmenter
import transformer_encoder
from teacher import CLS, SEP, Pieces
from text_features import SHAPES, shape

WINDOW = 110  # tokens of a window in training
ASKED, MARGIN = 130, 12  # tokens of a window that is labelled, and at its cut edges those that see too little
_shapes = {}


def _shape(form):
    if form not in _shapes:
        _shapes[form] = shape(form)
    return _shapes[form]


class BoundaryTeacher(nn.Module):
    """Windows of tokens -> logits. The word pieces are uncased, so shapes and blanks join them above the frozen layers."""

    def __init__(self, weights, layers, frozen):
        super().__init__()
        self.encoder = transformer_encoder.Encoder(weights, layers, 30522)
        self.encoder.freeze(frozen)
        self.frozen = frozen
        width = transformer_encoder.WIDTH
        self.shape, self.space = (nn.Parameter(torch.randn(n, width) * 0.02) for n in (SHAPES, 4))
        self.wide, self.out = nn.Linear(2 * width, 256), nn.Linear(256, 1)

    def forward(self, batch):
        """Logits [T] of the tokens of a batch (see make_batch)."""
        table, lengths, owner, last, shapes, spaces = batch
        marks = torch.cat([self.shape[shapes] + self.space[spaces], torch.zeros(1, transformer_encoder.WIDTH)])
        h = self.encoder(table, lengths, 0.1 if self.training else 0.0, marks[owner], self.frozen).reshape(-1, transformer_encoder.WIDTH)
        # What ends is seen at the token, what begins at the piece after it.
        h = torch.cat([h[last], h[last + 1]], 1)
        return self.out(F.dropout(F.gelu(self.wide(F.dropout(h, 0.1, self.training))), 0.1, self.training)).squeeze(1)


def make_batch(windows, pieces):
    """Tensors of windows [(forms, space)]; a token is one or more pieces, `owner` is its number (the last: none)."""
    rows, last, owners, token = [], [], [], 0
    for forms, _ in windows:
        row, owner = [CLS], [-1]
        for form in forms:
            ids = pieces.of(form)
            row += ids
            owner += [token] * len(ids)
            last.append((len(rows), len(row) - 1))
            token += 1
        rows.append(row + [SEP])
        owners.append(owner + [-1])
    width = max(map(len, rows))
    table, owner = np.zeros((len(rows), width), np.int64), np.full((len(rows), width), token)
    for i, (r, o) in enumerate(zip(rows, owners)):
        table[i, :len(r)] = r
        owner[i, :len(o)] = o
    owner[owner < 0] = token

    last = torch.tensor([i * width + k for i, k in last])
    shapes = torch.tensor([_shape(f) for forms, _ in windows for f in forms])
    spaces = torch.from_numpy(np.concatenate([s for _, s in windows]))
    return (torch.from_numpy(table), torch.tensor([len(r) for r in rows]), torch.from_numpy(owner.reshape(-1)), last, shapes, spaces)


def cut(text, offset):
    """Windows [begin, end) of a text for training: at `offset` and then every WINDOW tokens."""
    edges = [0] + list(range(offset, len(text), WINDOW)) + [len(text)]
    return [(b, e) for b, e in zip(edges, edges[1:]) if e > b]


def probabilities(model, texts, pieces, tokens=2000):
    """[probability of an end after each token] of each text, from windows that overlap by twice the margin; `tokens` a batch."""
    model.eval()
    jobs = []
    for k, t in enumerate(texts):
        begin = 0
        while True:
            end = min(len(t), begin + ASKED)
            jobs.append((k, begin, end))
            if end == len(t):
                break
            begin = end - 2 * MARGIN
    jobs.sort(key=lambda j: j[2] - j[1])
    out, at = [np.zeros(len(t), np.float32) for t in texts], 0
    while at < len(jobs):
        size = jobs[at][2] - jobs[at][1]
        group = jobs[at:at + max(1, tokens // (size + 8))]
        at += len(group)
        with torch.no_grad():
            p = torch.sigmoid(model(make_batch([(texts[k].forms[b:e], texts[k].space[b:e]) for k, b, e in group], pieces))).numpy()
        seen = 0
        for k, b, e in group:
            low, high = b + (MARGIN if b else 0), e - (MARGIN if e < len(texts[k]) else 0)
            out[k][low:high] = p[seen + low - b:seen + high - b]
            seen += e - b
    return out


def scores(model, dev, pieces):
    found = {}
    for name, (texts, raw) in dev.items():
        ends = [train_segmenter.held_to_rules((p > 0.5).astype(int), t) for p, t in zip(probabilities(model, texts, pieces), texts)]
        found[name] = train_segmenter.sentence_f1(ends, texts, raw)
    return found


def draw(texts, rng, share, headlines):
    """Windows of an epoch [(forms, space, end, weight)]: all treebank texts and a share of the others. What is cut off too soon does not count."""
    out = []
    for t in texts:
        if t.weight < 1 and rng.random() > share:
            continue
        t = boundary_data.augment(t, rng, headlines)
        free = train_segmenter.free(t) * t.weight
        for b, e in cut(t, rng.randint(20, WINDOW)):
            w = free[b:e].copy()
            if e < len(t):
                w[-6:] = 0
            out.append((t.forms[b:e], t.space[b:e], t.end[b:e], w))
    rng.shuffle(out)
    return out


def grouped(windows, tokens, rng):
    """Batches of windows of like size."""
    out = []
    for at in range(0, len(windows), 200):
        block = sorted(windows[at:at + 200], key=lambda w: len(w[0]))
        while block:
            n = max(1, tokens // (len(block[-1][0]) + 2))
            out.append(block[-n:])
            block = block[:-n]
    rng.shuffle(out)
    return out


def save(path, model, args):
    torch.save({"model": model, "layers": args.layers, "frozen": args.frozen}, path + ".tmp")
    pathlib.Path(path + ".tmp").rename(path)


def load(path, onnx):
    state = torch.load(path)
    model = BoundaryTeacher(transformer_encoder.read_onnx(onnx), state["layers"], state["frozen"])
    model.load_state_dict(state["model"])
    return model


def main():
    p = argparse.ArgumentParser()
    for name in ("shared", "onnx", "tokenizer-json", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--until", type=float, required=True, help="end time, seconds since 1970; the rate decays to 0 until then")
    p.add_argument("--tokenizer", help="the program dump_tokens; without it the gold tokens are used")
    p.add_argument("--layers", type=int, default=8)
    p.add_argument("--frozen", type=int, default=2, help="layers at the bottom that stay as they are, with the word pieces")
    p.add_argument("--rate", type=float, default=1.5e-4, help="of the transformer")
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--tokens", type=int, default=800)
    p.add_argument("--share", type=float, default=0.06, help="of the entity corpora in an epoch")
    p.add_argument("--eval-minutes", type=float, default=6)
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    texts, dev = train_segmenter.load(args.shared, args.tokenizer)
    headlines = boundary_data.short_sentences(texts)
    pieces = Pieces(args.tokenizer_json)
    model = BoundaryTeacher(transformer_encoder.read_onnx(args.onnx), args.layers, args.frozen)
    body = [q for n, q in model.named_parameters() if n.startswith("encoder.") and q.requires_grad]
    rest = [q for n, q in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": body, "base": args.rate, "weight_decay": 0.01}, {"params": rest, "base": args.head_rate, "weight_decay": 0.0}],
                                  lr=args.rate, betas=(0.9, 0.98), eps=1e-8)
    begin, last, steps, epoch, average = time.time(), time.time(), 0, 0, None
    shown = BoundaryTeacher(transformer_encoder.read_onnx(args.onnx), args.layers, args.frozen)

    def report(loss):
        shown.load_state_dict(average)
        save(args.out, average, args)
        print(f"{(time.time() - begin) / 60:.1f} min, epoch {epoch}, step {steps}, loss {loss:.4f}", scores(shown, dev, pieces), flush=True)
    while time.time() < args.until:
        epoch += 1
        recent = []
        for group in grouped(draw(texts, rng, args.share, headlines), args.tokens, rng):
            if time.time() > args.until:
                break
            steps += 1
            left = max(0.0, 1 - (time.time() - begin) / (args.until - begin))
            for g in optimizer.param_groups:
                g["lr"] = g["base"] * min(1.0, steps / 100) * max(left, 0.003)
            model.train()
            weight = torch.from_numpy(np.concatenate([w[3] for w in group])).float()
            label = torch.from_numpy(np.concatenate([w[2] for w in group])).clamp(min=0).float()
            logits = model(make_batch([w[:2] for w in group], pieces))
            loss = F.binary_cross_entropy_with_logits(logits, label, weight, reduction="sum") / weight.sum().clamp(min=1)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            recent.append(loss.item())
            with torch.no_grad():
                if average is None:
                    average = {k: v.clone() for k, v in model.state_dict().items()}
                for k, v in model.state_dict().items():
                    average[k].lerp_(v, max(0.01, 1 / (steps + 1)))
            if time.time() - last > 60 * args.eval_minutes:
                report(np.mean(recent[-200:]))
                last = time.time()
    report(np.mean(recent[-200:] or [0]))


if __name__ == "__main__":
    main()
