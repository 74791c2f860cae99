"""Scores a model file on test sets, with gold tokens and the quantized weights.

    score_model.py --model en.actm --kernels kernels.so --shared DIR [--trees ewt-ud-test,pud-ud-test] [--entities uner_pud.test]
"""
import argparse
import json

import numpy as np
import torch

import dataset
import evaluation
import joint_network
import model_file
from text_features import PLACES, SHAPES


def load(path):
    """(network, word rows, lexicon, labels) of a model file."""
    header, tensors = model_file.read(path)
    config = {**header["config"], "dropout": 0.0}
    network = joint_network.JointNetwork(config, header["labels"], SHAPES, PLACES)
    with torch.no_grad():
        for name, p in network.tensors().items():
            p.copy_(torch.from_numpy(tensors[name].astype(np.float32)))
    rows = [tensors[n].astype(np.float32) * tensors[n + ".scale"][:, None] for n in ("word", "ngram")]
    words = joint_network.Embeddings(torch.from_numpy(np.concatenate(rows)), None)
    vocabulary = tensors["vocab.bytes"].tobytes().decode().split("\n")[:-1]
    return network, words, dataset.Lexicon(vocabulary, config["G"]), header["labels"]


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "kernels", "shared"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--trees", default="ewt-ud-dev,gum-ud-dev")
    p.add_argument("--entities", default="uner_ewt.dev,crossner_politics.dev")
    args = p.parse_args()
    torch.set_num_threads(1)
    joint_network.load_kernels(args.kernels)
    network, words, lexicon, labels = load(args.model)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    sets = dataset.load_dev(args.shared, which=[n for n in args.trees.split(",") if n],
                            entities=[n for n in args.entities.split(",") if n])
    for name, sentences in sets.items():
        items = [dataset.Encoded(s, lexicon, index) for s in sentences]
        evaluation.predict(network, words, lexicon, labels, items, items[0].parsed, not items[0].parsed)
        if items[0].parsed:
            print(name, json.dumps(evaluation.score_parse(items)), flush=True)
        else:
            kinds = ("PER", "ORG", "LOC") if name.startswith("uner") else ("PER", "ORG", "LOC", "EVENT", "NORP", "MISC")
            print(name, json.dumps(evaluation.score_entities(items, kinds)), flush=True)


if __name__ == "__main__":
    main()
