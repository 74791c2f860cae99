"""Sentence F1 of a segmenter file from the raw text of treebank documents.

    score_segmenter.py --model en.segmenter.actm --shared DIR --tokenizer dump_tokens [--sets ewt-ud-test,pud-ud-test]
"""
import argparse
import pathlib

import numpy as np
import torch

import boundary_data
import corpora
import model_file
import train_segmenter


def load(path):
    """Segmenter with the weights of a model file."""
    header, tensors = model_file.read(path)
    model = train_segmenter.Segmenter(header["config"], tensors["word.key"])
    with torch.no_grad():
        for key, p in model.p.items():
            name = key.replace("conv", "conv.").replace("0", "0.").replace("1", "1.").replace("outw", "out.w").replace("outb", "out.b")
            rows = tensors[name].astype(np.float32)
            p.copy_(torch.from_numpy(rows * tensors[name + ".scale"][:, None] if name + ".scale" in tensors else rows))
    return model


def main():
    p = argparse.ArgumentParser()
    for name in ("model", "shared", "tokenizer"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--sets", default="ewt-ud-dev,gum-ud-dev")
    args = p.parse_args()
    model = load(args.model)
    for name in args.sets.split(","):
        sentences = corpora.read_conllu(pathlib.Path(args.shared) / f"data/treebank/en_{name}.conllu.zst")
        texts, raw = boundary_data.treebank_texts(sentences, args.tokenizer)
        print(name, train_segmenter.dev_scores(model, {name: (texts, raw)}))


if __name__ == "__main__":
    main()
