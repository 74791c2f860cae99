"""Writes texts with the teacher's probabilities of sentence ends, for train_segmenter.py --soft.

    label_boundaries.py --shared DIR --teacher teacher.pt --onnx FILE --tokenizer-json FILE --tokenizer dump_tokens --out soft.jsonl.gz

One text a line: {"forms": [...], "space": [...], "inside": [...], "p": [per mille]}.
"""
import argparse
import gzip
import json
import pathlib
import random
import re
import time

import numpy as np
import torch

import boundary_data
import boundary_teacher
import corpora
import provenance
import train_segmenter
from teacher import Pieces

PARAGRAPHS = 12  # of raw text, in a row
BREAKS = "", " ", "\n", "\n\n"


def raw_texts(shared, name, tokens, rng):
    """[(text, known ends)] from all over a file of paragraphs, about `tokens` in all; a paragraph's end is the end of a sentence."""
    documents = corpora.read_text(pathlib.Path(shared) / f"corpora/pretrain/{name}.txt.zst").split("\n\n")
    rng.shuffle(documents)
    out, seen = [], 0
    for document in documents:
        lines = [x for x in document.split("\n") if 0 < len(x) < 1500]
        begin = rng.randrange(max(1, len(lines) - PARAGRAPHS + 1))
        out.append(joined(lines[begin:begin + PARAGRAPHS], rng.choice(BREAKS[1:])))
        seen += len(out[-1][0]) // 5
        if seen > tokens:
            break
    return out


def joined(pieces, gap):
    text, ends = "", []
    for piece in pieces:
        text += (gap if text else "") + piece
        ends.append(len(text))
    return text, ends


_TWEET = ((" '\"' ", ' " '), (". . .", "..."), (". .", ".."), ("! ! !", "!!!"), ("! !", "!!"), ("? ?", "??"), ("& lt ;", "<"), ("&lt;", "<"), ("&amp;", "&"), ("@ ", "@"))
_FACE = re.compile(r"(?<!\S)([:;=]) ?('|-)? ?([()DPpO/])(?!\S)")


def tweets(path, rng):
    """[(text, known ends)] of some tweets in a row, with blanks alone between them as often as lines."""
    pieces = []
    for s in corpora.read_iob2(path):
        line = " ".join(s.forms)
        for old, new in _TWEET:
            line = line.replace(old, new)
        s.forms = _FACE.sub(lambda m: m[1] + (m[2] or "") + m[3], line).split()
        t = boundary_data.rebuilt([s])
        pieces.append("".join(f + BREAKS[min(a, 1)] for f, a in zip(t.forms, t.space)).strip())
    rng.shuffle(pieces)
    return [joined(pieces[i:i + 10], rng.choice((" ", " ", "\n", "\n\n"))) for i in range(0, len(pieces), 10)]


def passages(path, tokens, rng):
    """[(text, known ends)] of passages of the web and Wikipedia, about `tokens` in all."""
    pieces = [json.loads(line)["text"].replace("\n", " ").strip() for line in corpora.read_text(path).split("\n") if line]
    rng.shuffle(pieces)
    pieces = pieces[:tokens // 32]
    return [joined(pieces[i:i + 6], rng.choice(BREAKS[1:])) for i in range(0, len(pieces), 6)]


def tokenized(program, texts):
    return [boundary_data.from_tokens(text, tokens, ends) for (text, ends), tokens in zip(texts, boundary_data.tokenize(program, [t for t, _ in texts])) if tokens]


def main():
    p = argparse.ArgumentParser()
    for name in ("shared", "teacher", "onnx", "tokenizer-json", "tokenizer", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--tokens", type=int, default=20000, help="of each file of raw text")
    p.add_argument("--seed", type=int, default=1)
    args = p.parse_args()
    torch.set_num_threads(1)
    rng = random.Random(args.seed)
    model, pieces = boundary_teacher.load(args.teacher, args.onnx), Pieces(args.tokenizer_json)
    data = pathlib.Path(args.shared) / "data"
    trees = [t for t in train_segmenter.load(args.shared, args.tokenizer)[0] if t.weight == 1]
    headlines = boundary_data.short_sentences(trees)
    # Half of the second copy has no paragraphs: e-mails whose lines lost their breaks are what is hardest.
    sets = {"treebanks": [boundary_data.augment(t, rng, headlines, flat) for flat in (0.03, 0.5) for t in trees]}
    for name in ("btc", "wnut17.train"):
        sets[name] = tokenized(args.tokenizer, tweets(data / f"ner/{name}.iob2.zst", rng))
    sets["knowledgenet"] = tokenized(args.tokenizer, passages(data / "relations/knowledgenet.train.jsonl.zst", 4 * args.tokens, rng))
    for name in provenance.TEXTS:
        sets[name] = tokenized(args.tokenizer, raw_texts(args.shared, name, args.tokens, rng))
    with gzip.open(args.out, "wt") as f:
        for name, texts in sets.items():
            started = time.time()
            for t, q in zip(texts, boundary_teacher.probabilities(model, texts, pieces)):
                known = t.end == 1
                if name == "treebanks":  # here the label is gold, the teacher tells how sure it can be
                    q = (q + np.maximum(t.end, 0)) / 2
                else:
                    q = np.where(known, (1 + q) / 2, q)
                f.write(json.dumps({"forms": t.forms, "space": t.space.tolist(), "inside": t.inside.tolist(), "p": np.rint(q * 1000).astype(int).tolist()}) + "\n")
            print(name, len(texts), "texts", sum(map(len, texts)), "tokens", round(time.time() - started), "s", flush=True)


if __name__ == "__main__":
    main()
