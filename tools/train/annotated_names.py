"""Sentences with the names that we annotated (annotations/names.tsv; the form stands at the head of relation_sentences.py)."""
import json
import pathlib
import subprocess

import corpora
import relation_sentences

NAMES = pathlib.Path(__file__).parent / "annotations" / "names.tsv"


def _read(shared):
    """(id of the text, its words, [(start, end, type)] in the words) of each annotated sentence."""
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            annotated = relation_sentences.Text(*line[2:].split("\t"))
            text = annotated.text(shared)
            continue
        start, end, names = line.split("\t")
        start, end = int(start), int(end)
        spans = []
        for name in filter(None, names.split("; ")):
            place, kind = name.split()
            b, e = relation_sentences.span(place)
            spans.append((b - start, e - start, kind))
        yield annotated.id, text[start:end], spans


def load(shared, dump_tokens, held=False):
    """Sentences (forms and IOB2 tags) of the tokens that the program `dump_tokens` finds.

    A name whose ends are no ends of tokens takes in the tokens that it touches.
    """
    items = [item for item in _read(shared) if relation_sentences.is_held(item[0]) == held]
    asked = "".join(json.dumps({"text": text}) + "\n" for _, text, _ in items)
    answers = subprocess.run([dump_tokens], input=asked, capture_output=True, check=True, text=True).stdout.splitlines()
    out = []
    for (article, text, names), answer in zip(items, answers):
        tokens = [t[:2] for t in json.loads(answer)["tokens"]]
        if not tokens:
            continue
        s = corpora.Sentence([text[b:e] for b, e in tokens], article)
        spans = []
        for b, e, kind in names:
            touched = [i for i, t in enumerate(tokens) if t[0] < e and t[1] > b]
            if touched:
                spans.append((touched[0], touched[-1] + 1, kind))
        s.ner = corpora.write_spans(len(tokens), spans)
        out.append(s)
    return out
