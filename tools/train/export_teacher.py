"""Checkpoint of train_teacher.py -> model file `joint-transformer-1`, with self-test samples of both networks together.

    export_teacher.py --teacher teacher.pt --model en.actm --kernels kernels.so --onnx FILE --tokenizer FILE --shared DIR --out FILE [--share 0.7]
"""
import argparse
import datetime
import json

import numpy as np
import torch

import dataset
import evaluation
import joint_network
import label_texts
import model_file
import provenance
import score_model
import teacher
import transformer_encoder
from corpora import Sentence
from export_model import SAMPLES
from text_features import PLACES, SHAPES

LAYER = {"qkv": "three", "out": "out", "up": "up", "down": "down"}


def encoder_tensors(encoder, layers, vocabulary):
    """Piece rows and layers in bytes, a scale each row or output; vectors in 32 bits. `encoder`: its parameters by name."""
    out = {"vocab.bytes": np.frombuffer("".join(p + "\n" for p in vocabulary).encode(), np.uint8)}
    out["piece"], out["piece.scale"] = model_file.quantize_rows(encoder["word"])
    out["position"] = encoder["position"].astype(np.float16)
    out["norm.w"], out["norm.b"] = encoder["norm_w"], encoder["norm_b"]
    for i in range(layers):
        for short, name in LAYER.items():
            at = f"layer.{i}.{name}"
            out[at + ".t"], out[at + ".t.scale"] = model_file.quantize_rows(np.ascontiguousarray(encoder[f"{i}_{short}_w"].T))
            out[at + ".b"] = encoder[f"{i}_{short}_b"]
        for short, name in (("norm1", "attended"), ("norm2", "fed")):
            out[f"layer.{i}.{name}.w"], out[f"layer.{i}.{name}.b"] = encoder[f"{i}_{short}_w"], encoder[f"{i}_{short}_b"]
    return out


def tensors_of(network, vocabulary):
    """Those of the encoder, and the heads in 16 bits."""
    out = encoder_tensors({n: p.detach().numpy() for n, p in network.encoder.named_parameters()}, network.encoder.layers, vocabulary)
    for name, p in network.tensors().items():
        value = p.detach().numpy()
        out[name] = value.astype(np.float16) if name.endswith(".w") else value.astype(np.float32)
    return out


def restore(network, tensors):
    """Loads the rounded values back into `network`."""
    with torch.no_grad():
        parameters = dict(network.encoder.named_parameters())
        parameters["word"].copy_(torch.from_numpy(tensors["piece"].astype(np.float32) * tensors["piece.scale"][:, None]))
        parameters["position"].copy_(torch.from_numpy(tensors["position"].astype(np.float32)))
        for i in range(network.encoder.layers):
            for short, name in LAYER.items():
                at = f"layer.{i}.{name}.t"
                parameters[f"{i}_{short}_w"].copy_(torch.from_numpy((tensors[at].astype(np.float32) * tensors[at + ".scale"][:, None]).T))
        for name, p in network.tensors().items():
            p.copy_(torch.from_numpy(tensors[name].astype(np.float32)))


def main():
    p = argparse.ArgumentParser()
    for name in ("teacher", "model", "kernels", "onnx", "tokenizer", "shared", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--share", type=float, default=0.7, help="of the transformer in the mean of the log-probabilities")
    p.add_argument("--history", default="")
    args = p.parse_args()
    joint_network.load_kernels(args.kernels)
    student, words, lexicon, labels = score_model.load(args.model)
    saved = torch.load(args.teacher)
    network = teacher.Teacher(saved["config"], labels, SHAPES, PLACES, transformer_encoder.read_onnx(args.onnx))
    network.load_state_dict(saved["network"])
    pieces = teacher.Pieces(args.tokenizer)
    vocabulary = sorted(pieces.tokenizer.get_vocab().items(), key=lambda kv: kv[1])
    assert [i for _, i in vocabulary] == list(range(len(vocabulary)))
    tensors = tensors_of(network, [p for p, _ in vocabulary])
    restore(network, tensors)
    both = label_texts.Ensemble(student, network, words, pieces, args.share)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    items = [dataset.Encoded(Sentence(text.split()), lexicon, index) for text in SAMPLES]
    evaluation.predict(both, words, lexicon, labels, items)
    selftest = [{"tokens": s.source.forms, **{k: s.out[k] for k in ("upos", "xpos", "rule", "head", "deprel", "ner")}} for s in items]
    training = {"data": provenance.data_block(args.shared, provenance.TREEBANKS + provenance.ENTITIES), "pre-trained": provenance.E5,
                "command": "tools/train/train_accurate.sh SHARED_DIR OUT", "history": args.history,
                "options": {k: v for k, v in saved["args"].items() if isinstance(v, (int, float))}, "epochs": saved["epoch"],
                "date": datetime.date.today().isoformat(), "licence": "CC-BY-SA-4.0"}
    model_file.write(args.out, {"class": "joint-transformer-1", "config": {"heads": transformer_encoder.HEADS, "share": args.share, "layers": network.encoder.layers},
                                "labels": labels, "vocabulary": {"tensor": "vocab.bytes", "count": len(vocabulary)}, "training": training,
                                "selftest": selftest}, tensors)
    print(args.out, sum(t.nbytes for t in tensors.values()), "bytes of tensors")
    for s in items:
        print(json.dumps(list(zip(s.source.forms, s.out["upos"], s.out["head"], s.out["deprel"], s.out["ner"])), ensure_ascii=False))


if __name__ == "__main__":
    main()
