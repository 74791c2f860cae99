#!/usr/bin/env python3
"""Makes the model file of the coreference ranker (extract/coref/ranker.md) of the weights of train_coref.

  export_coref.py WEIGHTS... OUT.actm --data NAME=FILE ... --command "..." [--dev conll=60.1]

Several WEIGHTS (of the same examples, other seeds) become one network whose scores are the mean of theirs: their hidden
units side by side.
"""
import argparse
import datetime
import hashlib
import struct

import numpy as np

import model_file


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", nargs="+")
    parser.add_argument("out")
    parser.add_argument("--data", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--caution", type=float, default=0, help="added to the score of being new; below 0 bolder links")
    parser.add_argument("--command", default="")
    parser.add_argument("--dev", action="append", default=[], metavar="METRIC=VALUE")
    args = parser.parse_args()
    keys, hidden, rows, out_new, out_pair = side_by_side([read(path) for path in args.weights])
    out_new[-1] += args.caution
    slots, row_of = slots_of(keys)
    data = [dict(zip(("name", "sha256"), (name, sha256(path)))) for name, path in (d.split("=", 1) for d in args.data)]
    header = {"class": "coref-ranker-1", "config": {"hidden": hidden}, "labels": {},
              "training": {"data": data, "command": args.command, "date": datetime.date.today().isoformat(),
                           "dev": {k: float(v) for k, v in (d.split("=") for d in args.dev)}}}
    rows, scale = model_file.quantize_rows(rows.astype(np.float32))
    model_file.write(args.out, header, {"slots": slots, "row_of": row_of, "rows": rows, "rows.scale": scale,
                                        "out_new": out_new, "out_pair": out_pair})
    print(f"{args.out}: {len(keys)} features, {hidden} hidden units")


if __name__ == "__main__":
    main()
