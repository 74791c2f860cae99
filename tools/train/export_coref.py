#!/usr/bin/env python3
"""Makes the model file of the coreference ranker (extract/coref/ranker.md) of the weights of train_coref.

  export_coref.py WEIGHTS... OUT.actm --data NAME=FILE ... --command "..." [--dev conll=60.1] [--context CONTEXT.pt --tokenizer FILE --share 0.5]

Several WEIGHTS (of the same examples, other seeds) become one network whose scores are the mean of theirs: their hidden
units side by side. With --context, of train_coref_context.py, which needs torch, their mean with that network.
"""
import argparse
import datetime
import hashlib
import struct

import numpy as np

import model_file

VECTOR = 16  # floats, of the widest that the kernels know


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def slots_of(keys):
    """(slot -> key, slot -> row) by open addressing, at most half full."""
    count = 1
    while count < 2 * len(keys):
        count *= 2
    slots, rows = np.zeros(count, np.uint32), np.zeros(count, np.uint32)
    for row, key in enumerate(keys.tolist()):
        s = key & (count - 1)
        while slots[s]:
            s = (s + 1) & (count - 1)
        slots[s], rows[s] = key, row
    return slots, rows


def read(path):
    """(keys [n], hidden units, rows [n x (hidden + 1)], out_new, out_pair [hidden + 1]) of a file of train_coref."""
    with open(path, "rb") as file:
        hidden, count = struct.unpack("<II", file.read(8))
        keys = np.frombuffer(file.read(4 * count), np.uint32)
        rows = np.frombuffer(file.read(4 * count * (hidden + 1)), np.float32).reshape(count, hidden + 1)
        out_new = np.frombuffer(file.read(4 * (hidden + 1)), np.float32)
        out_pair = np.frombuffer(file.read(4 * (hidden + 1)), np.float32)
    return keys, hidden, rows, out_new, out_pair


def side_by_side(networks):
    """The mean of networks over the same keys, in the form of read()."""
    keys, n = networks[0][0], len(networks)
    if any((other[0] != keys).any() for other in networks):
        raise SystemExit("the weights are not of the same features")

    def joined(part):  # hidden units side by side, the last column averaged
        arrays = [np.atleast_2d(net[part]) for net in networks]
        return np.concatenate([a[:, :-1] for a in arrays] + [sum(a[:, -1:] for a in arrays) / n], axis=1)
    out_new, out_pair = joined(3)[0], joined(4)[0]
    out_new[:-1] /= n
    out_pair[:-1] /= n
    return keys, sum(net[1] for net in networks), joined(2), out_new.astype(np.float32), out_pair.astype(np.float32)


def padded(network, others=0):
    """The network with units that do nothing, so that rows, with `others` units to come, fill whole vectors of the processor."""
    keys, hidden, *parts = network
    more = -(hidden + others + 1) % VECTOR
    wide = [np.concatenate([a[:, :-1], np.zeros((len(a), more), np.float32), a[:, -1:]], 1) for a in map(np.atleast_2d, parts)]
    return keys, hidden + more, wide[0], wide[1][0], wide[2][0]


def scaled(network, share):
    """The network whose scores are `share` times those of `network`."""
    keys, hidden, rows, out_new, out_pair = network
    rows = rows.copy()
    rows[:, -1] *= share
    return keys, hidden, rows, out_new * share, out_pair * share


def with_context(network, path, tokenizer, share):
    """(network, config, vocabulary, tensors) of (1 - share) of `network` and `share` of the one with the transformer, its units last."""
    import torch

    import coref_context
    import export_teacher
    import teacher
    saved = torch.load(path)
    state = {name: value.numpy() for name, value in saved["network"].items()}
    hidden, match = saved["args"]["hidden"], saved["args"]["match"]

    def out(name):
        return np.concatenate([state[name + ".weight"][0], state[name + ".bias"]])
    network = padded(network, hidden)
    other = scaled((network[0], hidden, state["rows"], out("out_new"), out("out_pair")), share)
    one = scaled(network, 1 - share)
    joined = [np.concatenate([np.atleast_2d(a)[:, :-1], np.atleast_2d(b)[:, :-1], np.atleast_2d(a)[:, -1:] + np.atleast_2d(b)[:, -1:]], 1)
              for a, b in zip(one[2:], other[2:])]
    weights, biases = [], []
    for name, factor in (("of_role.0", None), ("of_role.1", None), ("of_role.2", None), ("left", share / match ** 0.5), ("right", 1.0)):
        w, b = state[name + ".weight"].T.copy(), state[name + ".bias"].copy()
        if factor is None:  # the last column goes to the score as it is
            w[:, -1] *= share
            b[-1] *= share
        else:
            w, b = w * factor, b * factor
        weights.append(w)
        biases.append(b)
    tensors = {"context.w": np.concatenate(weights, 1).astype(np.float16), "context.b": np.concatenate(biases).astype(np.float32)}
    vocabulary = [p for p, _ in sorted(teacher.Pieces(tokenizer).tokenizer.get_vocab().items(), key=lambda kv: kv[1])]
    layers = saved["args"]["layers"]
    tensors.update(export_teacher.encoder_tensors({n[len("encoder."):]: v for n, v in state.items() if n.startswith("encoder.")}, layers, vocabulary))
    config = {"context_hidden": hidden, "match": match, "heads": coref_context.transformer_encoder.HEADS, "layers": layers}
    return (network[0], one[1] + hidden, joined[0], joined[1][0], joined[2][0]), config, vocabulary, tensors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", nargs="+")
    parser.add_argument("out")
    parser.add_argument("--data", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--caution", type=float, default=0, help="added to the score of being new; below 0 bolder links")
    parser.add_argument("--command", default="")
    parser.add_argument("--dev", action="append", default=[], metavar="METRIC=VALUE")
    parser.add_argument("--context")
    parser.add_argument("--tokenizer")
    parser.add_argument("--share", type=float, default=0.5, help="of the network with the transformer in the mean")
    args = parser.parse_args()
    network, config, extra = side_by_side([read(path) for path in args.weights]), {}, {}
    header = {"class": "coref-ranker-1"}
    if not args.context:
        network = padded(network)
    else:
        network, config, vocabulary, extra = with_context(network, args.context, args.tokenizer, args.share)
        header = {"class": "coref-context-1", "vocabulary": {"tensor": "vocab.bytes", "count": len(vocabulary)}}
    keys, hidden, rows, out_new, out_pair = network
    out_new[-1] += args.caution
    slots, row_of = slots_of(keys)
    data = [dict(zip(("name", "sha256"), (name, sha256(path)))) for name, path in (d.split("=", 1) for d in args.data)]
    header = {**header, "config": {"hidden": hidden, **config}, "labels": {},
              "training": {"data": data, "command": args.command, "date": datetime.date.today().isoformat(),
                           "dev": {k: float(v) for k, v in (d.split("=") for d in args.dev)}}}
    rows, scale = model_file.quantize_rows(rows.astype(np.float32))
    model_file.write(args.out, header, {"slots": slots, "row_of": row_of, "rows": rows, "rows.scale": scale,
                                        "out_new": out_new.astype(np.float32), "out_pair": out_pair.astype(np.float32), **extra})
    print(f"{args.out}: {len(keys)} features, {hidden} hidden units")


if __name__ == "__main__":
    main()
