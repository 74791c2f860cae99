"""Makes a checkpoint of train_joint.py narrower: takes the hidden units away that matter least, to be trained on from there.

    prune_joint.py --checkpoint best.pt --units 224 --kernels kernels.so --shared DIR --out narrow.pt

A unit is one number of one direction in all layers at once, since each layer passes its input on (SRU's highway connection).
What it matters is the first-order change of the loss when it is set to 0, |h * dloss/dh|, summed over layers and averaged over
words of EWT train (Molchanov et al. 2017, "Pruning Convolutional Neural Networks for Resource Efficient Inference").
"""
import argparse
import pathlib
import random

import numpy as np
import torch

import corpora
import dataset
import entity_mapping
import joint_network
import train_joint
from text_features import PLACES, SHAPES


def importance(network, words, lexicon, items, tokens=1600):
    """[2d] mean of |h * dloss/dh| a word."""
    total, seen = torch.zeros(2 * network.d), 0
    network.eval()
    for group in dataset.batches(items, tokens):
        batch, bags = dataset.make_batch(group, lexicon)
        trace = []
        h = network.encode(network.inputs(words.lookup(bags), batch), batch, trace)
        for t in trace:
            t.retain_grad()
        parts = train_joint.tree_loss(network, h, batch)
        parts["ner"] = train_joint.entity_loss(network.entities(h, batch, batch.field("group")), batch)
        sum(train_joint.LOSS_WEIGHT[k] * v for k, v in parts.items()).backward()
        for t in trace:
            total += (t.detach() * t.grad).abs().sum(0) * batch.total  # the loss is a mean over words
        seen += batch.total
        network.zero_grad(set_to_none=True)
    return total / seen


def narrowed(state, kept, d, layers):
    """State dict with the residual numbers `kept` (ascending, as many of either direction)."""
    kept = np.asarray(kept)
    units = [kept[kept < d], kept[kept >= d] - d]
    out = {}
    for name, value in state.items():
        parts = name.split("_")
        if parts[0] == "sru":
            if parts[2] == "w":
                k = value.shape[1] // (2 * d)
                columns = np.concatenate([direction * k * d + block * d + units[direction] for direction in (0, 1) for block in range(k)])
                value = value[:, columns]
                if parts[1] != "0":
                    value = value[kept]
            else:
                value = torch.stack([value[direction][:, units[direction]] for direction in (0, 1)])
        elif name.endswith("_w") and value.shape[0] == 2 * d:
            value = value[kept]
        out[name] = value.contiguous().clone()
    return out


def main():
    p = argparse.ArgumentParser()
    for name in ("checkpoint", "kernels", "shared", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--units", type=int, required=True)
    p.add_argument("--sentences", type=int, default=3000)
    args = p.parse_args()
    torch.set_num_threads(1)
    joint_network.load_kernels(args.kernels)
    saved = torch.load(args.checkpoint)
    config, labels = {**saved["config"], "dropout": 0.0, "input_dropout": 0.0}, saved["labels"]
    network = joint_network.JointNetwork(config, labels, SHAPES, PLACES)
    network.load_state_dict(saved["network"])
    words = joint_network.Embeddings(saved["table"], saved["vocabulary"])
    lexicon = dataset.Lexicon(saved["vocabulary"], config["G"])
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    trees = corpora.read_conllu(pathlib.Path(args.shared) / "data/treebank/en_ewt-ud-train.conllu.zst")
    dataset.attach_ner(trees, entity_mapping.load(args.shared, "uner_ewt.train.with-OTH", entity_mapping.demonyms(args.shared)))
    chosen = random.Random(1).sample(trees, args.sentences)
    scores = importance(network, words, lexicon, [dataset.Encoded(s, lexicon, index) for s in chosen]).numpy()
    d = config["d"]
    kept = sorted(np.concatenate([direction * d + np.argsort(-scores[direction * d:(direction + 1) * d])[:args.units] for direction in (0, 1)]).tolist())
    print(f"importance kept: {scores[kept].sum() / scores.sum():.4f}; least kept {scores[kept].min():.3g}, of all the median {np.median(scores):.3g}")
    torch.save({**saved, "network": narrowed(saved["network"], kept, d, config["L"]), "config": {**saved["config"], "d": args.units}}, args.out)


if __name__ == "__main__":
    main()
