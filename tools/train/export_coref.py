#!/usr/bin/env python3
"""Makes the model file of the coreference ranker (extract/entity/coref/ranker.md) of the weights of train_coref.

  export_coref.py WEIGHTS OUT.actm --data NAME=FILE ... --command "..." [--dev conll=60.1]
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--data", action="append", default=[], metavar="NAME=FILE")
    parser.add_argument("--command", default="")
    parser.add_argument("--dev", action="append", default=[], metavar="METRIC=VALUE")
    args = parser.parse_args()
    with open(args.weights, "rb") as file:
        hidden, count = struct.unpack("<II", file.read(8))
        keys = np.frombuffer(file.read(4 * count), np.uint32)
        rows = np.frombuffer(file.read(4 * count * (hidden + 1)), np.float32).reshape(count, hidden + 1)
        out_new = np.frombuffer(file.read(4 * (hidden + 1)), np.float32)
        out_pair = np.frombuffer(file.read(4 * (hidden + 1)), np.float32)
    slots, row_of = slots_of(keys)
    data = [dict(zip(("name", "sha256"), (name, sha256(path)))) for name, path in (d.split("=", 1) for d in args.data)]
    header = {"class": "coref-ranker-1", "config": {"hidden": hidden}, "labels": {},
              "training": {"data": data, "command": args.command, "date": datetime.date.today().isoformat(),
                           "dev": {k: float(v) for k, v in (d.split("=") for d in args.dev)}}}
    model_file.write(args.out, header, {"slots": slots, "row_of": row_of, "rows": rows.astype(np.float16),
                                        "out_new": out_new, "out_pair": out_pair})
    print(f"{args.out}: {count} features, {hidden} hidden units")


if __name__ == "__main__":
    main()
