"""Labels raw text and the sentences of the entity corpora with the teacher and the shipped network together (mean of their
log-probabilities), as training text for the network that ships.  One JSON object a line, in the order of the texts.

    label_texts.py --shared DIR --model en.actm --segmenter en.segmenter.actm --kernels kernels.so --teacher teacher.pt --onnx FILE
      --tokenizer FILE --dump-tokens PROGRAM --out FILE [--part 0/2] [--seed N] [--raw-only] [--score]
"""
import argparse
import json
import pathlib
import random
import subprocess

import numpy as np
import torch

import corpora
import dataset
import evaluation
import joint_network
import score_model
import teacher
import transformer_encoder
from text_features import PLACES, SHAPES

WORDS = {"gmb_voa": 900000, "wikipedia_current_events": 350000, "whitehouse_statements": 250000, "whitehouse_speeches": 150000,
         "whitehouse_press_briefings": 150000, "un_general_debate_2015_2024": 100000, "us_presidential_addresses": 50000}
SENTENCE = (3, 70)  # words of the sentences taken


def raw_sentences(shared, name, words, dump_tokens, segmenter, rng):
    """About `words` words of whole documents drawn from a raw text, as corpora.Sentence."""
    documents = corpora.read_text(pathlib.Path(shared) / f"corpora/pretrain/{name}.txt.zst").split("\n\n")
    rng.shuffle(documents)
    chosen, total = [], 0
    for d in documents:
        if total > words:
            break
        d = d.strip()[:20000]
        chosen.append(d)
        total += d.count(" ") * 1.15
    asked = "".join(json.dumps({"text": d}) + "\n" for d in chosen)
    answer = subprocess.run([dump_tokens, "--sentences", segmenter], input=asked, capture_output=True, check=True, text=True).stdout
    out = []
    for d, line in zip(chosen, answer.splitlines()):
        record, forms, ends = json.loads(line), [], set()
        ends = set(record["ends"])
        for token in record["tokens"]:
            forms.append(d[token[0]:token[1]])
            if token[1] in ends:
                if SENTENCE[0] <= len(forms) <= SENTENCE[1]:
                    out.append(corpora.Sentence(forms, name))
                forms = []
    return out


class Ensemble:
    """Looks like a network to evaluation.predict; its scores are means of log-probabilities."""

    def __init__(self, student, learned, words, pieces, share):
        self.student, self.learned, self.words, self.pieces, self.share = student, learned, words, pieces, share

    def eval(self):
        self.student.eval(), self.learned.eval()

    def inputs(self, rows, batch):
        return rows

    def encode(self, rows, batch):
        h = self.student.encode(self.student.inputs(rows, batch), batch)
        return h, self.learned.encode_words(rows, batch, self.pieces.batch([s.source.forms for s in batch.items]))

    def _mean(self, a, b, axis=-1):
        return (1 - self.share) * torch.log_softmax(a, axis) + self.share * torch.log_softmax(b, axis)

    def tags(self, h, batch):
        return [self._mean(a, b) for a, b in zip(self.student.tags(h[0], batch), self.learned.tags(h[1], batch))]

    def arcs(self, h, batch):
        return self._mean(self.student.arcs(h[0], batch), self.learned.arcs(h[1], batch))

    def relations(self, h, batch, heads):
        return self._mean(self.student.relations(h[0], batch, heads), self.learned.relations(h[1], batch, heads))

    def entities(self, h, batch):
        return self._mean(self.student.entities(h[0], batch), self.learned.entities(h[1], batch))


def main():
    p = argparse.ArgumentParser()
    for name in ("shared", "model", "segmenter", "kernels", "teacher", "onnx", "tokenizer", "dump-tokens", "out"):
        p.add_argument("--" + name, required=True)
    p.add_argument("--part", default="0/1")
    p.add_argument("--seed", type=int, default=7, help="which documents are drawn")
    p.add_argument("--raw-only", action="store_true", help="without the sentences of the entity corpora")
    p.add_argument("--share", type=float, default=0.5, help="of the teacher in the mean")
    p.add_argument("--score", action="store_true", help="score the mean on EWT dev and UNER-EWT dev instead")
    args = p.parse_args()
    torch.set_num_threads(1)
    joint_network.load_kernels(args.kernels)
    student, words, lexicon, labels = score_model.load(args.model)
    saved = torch.load(args.teacher)
    learned = teacher.Teacher(saved["config"], labels, SHAPES, PLACES, transformer_encoder.read_onnx(args.onnx))
    learned.load_state_dict(saved["network"])
    network = Ensemble(student, learned, words, teacher.Pieces(args.tokenizer), args.share)
    index = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
    if args.score:
        sets = dataset.load_dev(args.shared, which=("ewt-ud-dev",), entities=("uner_ewt.dev",))
        for share in (0.0, 0.35, 0.5, 0.65, 1.0):
            network.share = share
            for name, sentences in sets.items():
                items = [dataset.Encoded(s, lexicon, index) for s in sentences]
                evaluation.predict(network, words, lexicon, labels, items, items[0].parsed, not items[0].parsed)
                score = evaluation.score_parse if items[0].parsed else evaluation.score_entities
                print(share, name, json.dumps(score(items)), flush=True)
        return
    part, parts = map(int, args.part.split("/"))
    rng, sentences = random.Random(args.seed), []
    if not args.raw_only:
        _, extra, pools = dataset.load_training(args.shared, args.dump_tokens)
        sentences = [s for s in extra + pools["btc"] + pools["wnut17.train"] if len(s.forms) <= SENTENCE[1]]
    for name, count in WORDS.items():
        sentences += raw_sentences(args.shared, name, count, args.dump_tokens, args.segmenter, rng)
    rng.shuffle(sentences)
    sentences = sentences[part::parts]
    print(len(sentences), "sentences,", sum(len(s.forms) for s in sentences), "words", flush=True)
    with open(args.out, "w", encoding="utf-8") as out:
        for begin in range(0, len(sentences), 2000):
            items = [dataset.Encoded(s, lexicon, index) for s in sentences[begin:begin + 2000]]
            evaluation.predict(network, words, lexicon, labels, items)
            for s in items:
                o = s.out
                o["ner"] = s.source.ner if s.source.ner else o["ner"]
                out.write(json.dumps({"forms": s.source.forms, "upos": o["upos"], "xpos": o["xpos"], "rule": o["rule"], "head": o["head"],
                                      "deprel": o["deprel"], "ner": o["ner"], "gold_names": bool(s.source.ner), "missing": list(s.source.missing),
                                      "weight": s.source.weight, "group": s.source.group}, ensure_ascii=False) + "\n")
            out.flush()
            print(begin + len(items), flush=True)


if __name__ == "__main__":
    main()
