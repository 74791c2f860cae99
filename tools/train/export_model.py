"""Checkpoint of train_joint.py -> model file `joint-sru-1`, with self-test samples from the quantized weights.

    export_model.py --checkpoint best.pt --kernels kernels.so --shared DIR --out en.actm [--debug debug.json]
"""
import argparse
import datetime
import json

import numpy as np
import torch

import dataset
import decoding
import evaluation
import joint_network
import model_file
import provenance
from corpora import Sentence
from text_features import MAX_NGRAMS, PLACES, SHAPES

SAMPLES = [
    "Iran praised Hamas on Tuesday .",
    "Secretary of State Antony Blinken met Palestinian President Mahmoud Abbas in Ramallah , the State Department said .",
    "\" We condemn the attack , \" said U.N. spokesman Stéphane Dujarric , who was n't at the meeting in Geneva .",
    "The U.S. Treasury imposed sanctions on 12 Russian banks after troops entered Ukraine in 2022 .",
    "RUSSIA ACCUSES NATO OF ESCALATION",
    "McDonald 's al - Hayya visited 1,000 iPhone shops in 3.5 hours - and the U.K. 's Jan van der Berg did too !"]


def quantized(checkpoint):
    """Tensors of the file: word rows i8, matrices f16, vectors f32."""
    network = joint_network.JointNetwork(checkpoint["config"], checkpoint["labels"], SHAPES, PLACES)
    absent = network.load_state_dict(checkpoint["network"], strict=False).missing_keys
    assert set(absent) <= {"corpus_bias"}, absent
    v = checkpoint["config"]["V"]
    table, tensors = checkpoint["table"].numpy(), {}
    vocabulary = "".join(w + "\n" for w in checkpoint["vocabulary"]).encode()
    tensors["vocab.bytes"] = np.frombuffer(vocabulary, np.uint8)
    for name, part in (("word", table[:v]), ("ngram", table[v:])):
        tensors[name], tensors[name + ".scale"] = model_file.quantize_rows(part)
    for name, p in network.tensors().items():
        matrix = p.detach().numpy()
        tensors[name] = matrix.astype(np.float16) if name.endswith(".w") else matrix.astype(np.float32)
    return network, tensors


def restored(network, tensors):
    """Loads the quantized values back into `network`; returns the word rows as Embeddings-like object."""
    with torch.no_grad():
        for name, p in network.tensors().items():
            p.copy_(torch.from_numpy(tensors[name].astype(np.float32)))
    words = joint_network.Embeddings.__new__(joint_network.Embeddings)
    rows = [tensors[n].astype(np.float32) * tensors[n + ".scale"][:, None] for n in ("word", "ngram")]
    words.table = torch.from_numpy(np.concatenate(rows))
    words.e = words.table.shape[1]
    return words


def debug_dump(network, words, lexicon, labels, items):
    """Intermediate values of each sentence, for comparison with another implementation."""
    out = []
    network.eval()
    for s in items:
        with torch.no_grad():
            batch, bags = dataset.make_batch([s], lexicon)
            vectors = words.lookup(bags)
            x, trace = network.inputs(vectors, batch), []
            h = network.encode(x, batch, trace)
            arcs = network.arcs(h, batch)[0]
            tags, ner = network.tags(h, batch), network.entities(h, batch)
        out.append({"tokens": s.source.forms, "word": [lexicon.first[t] for t in s.types], "shape": batch.shapes.tolist(), "place": batch.places.tolist(),
                    "ngrams": [(lexicon.ngrams[t] - len(lexicon.words)).tolist() for t in s.types],
                    "input_first8": x[:, :8].tolist(), "input_last8": x[:, -8:].tolist(),
                    "layers_first8": [t[:, :8].tolist() for t in trace], "layers_backward_first8": [t[:, network.d:network.d + 8].tolist() for t in trace],
                    "upos_logits": tags[0].tolist(), "arc_scores": arcs.tolist(), "ner_logits": ner.tolist(), **s.out})
    return out


def main():
    p = argparse.ArgumentParser()
    for name in ("checkpoint", "kernels", "shared", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--debug")
    p.add_argument("--history", default="", help="how the checkpoint came about, when it was not one run")
    args = p.parse_args()
    torch.set_num_threads(1)
    joint_network.load_kernels(args.kernels)
    checkpoint = torch.load(args.checkpoint)
    config, labels = checkpoint["config"], checkpoint["labels"]
    network, tensors = quantized(checkpoint)
    words = restored(network, tensors)
    lexicon = dataset.Lexicon(checkpoint["vocabulary"], config["G"])
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    items = [dataset.Encoded(Sentence(text.split()), lexicon, index) for text in SAMPLES]
    evaluation.predict(network, words, lexicon, labels, items)
    selftest = [{"tokens": s.source.forms, **{k: s.out[k] for k in ("upos", "xpos", "rule", "head", "deprel", "ner")}} for s in items]
    numbers = {k: config[k] for k in ("V", "G", "E", "H", "d", "L", "tag", "ner", "arc", "label")}
    numbers.update(S=SHAPES, places=PLACES, max_ngrams=MAX_NGRAMS)
    training = {"data": provenance.data_block(args.shared, provenance.TREEBANKS + provenance.ENTITIES),
                "embeddings": {"vectors": provenance.VECTORS, "texts": provenance.TEXTS, "licence": "public domain and CC-BY-SA (see CARD.md)"},
                "command": "tools/train/train.sh SHARED_DIR OUT", "history": args.history, "options": {k: v for k, v in checkpoint["args"].items() if isinstance(v, (int, float))},
                "seed": checkpoint["args"]["seed"], "epochs": checkpoint["epoch"], "seconds": checkpoint["seconds"],
                "date": datetime.date.today().isoformat(), "licence": "CC-BY-SA-4.0", "dev": checkpoint["scores"]}
    model_file.write(args.out, {"class": "joint-sru-1", "config": numbers, "labels": labels,
                                "vocabulary": {"tensor": "vocab.bytes", "count": config["V"]}, "training": training, "selftest": selftest}, tensors)
    header, back = model_file.read(args.out)
    assert all(np.array_equal(back[k], v) for k, v in tensors.items())
    print(args.out, sum(t["bytes"] for t in header["tensors"]), "bytes of tensors; epoch", checkpoint["epoch"], checkpoint["scores"]["ewt-ud-dev"])
    if args.debug:
        with open(args.debug, "w") as f:
            json.dump(debug_dump(network, words, lexicon, labels, items), f)
    for s in items:
        print(list(zip(s.source.forms, s.out["upos"], s.out["head"], s.out["deprel"], s.out["ner"])))


if __name__ == "__main__":
    main()
