"""Texts with known sentence ends for train_segmenter.py.

A Text is a list of tokens with the blank after each and a label; it comes from treebank documents (the original
spacing, paragraphs parted by an empty line) or from tokenized entity corpora (spacing rebuilt by rule).
"""
import gzip
import json
import subprocess

import numpy as np

import corpora

SPACE = {"none": 0, "blank": 1, "line": 2, "empty": 3}


class Text:
    """forms [n]; space [n] 0..3; end [n] 1 where a sentence ends, -1 = not to be trained on; inside [n] 1 where a multiword token goes on.

    soft [n]: probability of an end by a teacher, in place of `end`.
    """

    def __init__(self, forms, space, end, inside=None, weight=1.0, soft=None):
        self.forms, self.weight, self.soft = forms, weight, soft
        self.space, self.end = np.array(space, np.int64), np.array(end, np.int64)
        self.inside = np.array(inside if inside is not None else [0] * len(forms), np.int64)

    def __len__(self):
        return len(self.forms)


def _surface(sentence):
    """Surface units of a treebank sentence: (text, words [(form, begin, end)], space after)."""
    ranges = {}
    for cols in sentence.meta.get("mwt", []):
        a, b = map(int, cols[0].split("-"))
        ranges[a] = (b, cols[1], "SpaceAfter=No" not in cols[9])
    i, out = 1, []
    while i <= len(sentence.forms):
        if i in ranges:
            last, form, space = ranges[i]
            words, at = [], 0
            parts = sentence.forms[i - 1:last]
            divide = "".join(parts) == form
            for w in parts:
                words.append((w, at, at + len(w)) if divide else (w, 0, len(form)))
                at += len(w)
            out.append((form, words, space))
            i = last + 1
        else:
            form = sentence.forms[i - 1]
            out.append((form, [(form, 0, len(form))], "SpaceAfter=No" not in sentence.misc[i - 1]))
            i += 1
    return out


def raw_documents(sentences):
    """[(text, tokens [(form, begin, end)], sentence ends [code point])] of treebank documents."""
    documents, doc = [], None
    for s in sentences:
        if s.meta["doc"] != doc:
            doc = s.meta["doc"]
            documents.append(["", [], []])
        d = documents[-1]
        if d[0] and any(k == "newpar" or k.startswith("newpar ") for k in s.meta):
            d[0] = d[0].rstrip(" ") + "\n\n"
        for form, words, space in _surface(s):
            base = len(d[0])
            d[1] += [(w, base + b, base + e) for w, b, e in words]
            d[0] += form + (" " if space else "")
        d[2].append(d[1][-1][2])
    return documents


def _space(gap):
    return 3 if gap.count("\n") > 1 else 2 if "\n" in gap else 1 if gap else 0


def from_tokens(text, tokens, ends):
    """Text from token offsets; a token that holds a sentence end inside, or begins before one, is masked."""
    ends = set(ends)
    label, space, inside = [], [], []
    for i, (_, b, e) in enumerate(tokens):
        after = tokens[i + 1][1] if i + 1 < len(tokens) else len(text)
        more = i + 1 < len(tokens) and after < e or i + 1 < len(tokens) and tokens[i + 1][1:] == (b, e)
        inside.append(int(more))
        space.append(3 if i + 1 == len(tokens) else 0 if more else _space(text[e:after]))
        crossed = any(x in ends for x in range(b + 1, e))
        label.append(-1 if crossed else int(e in ends and not more))
    out = Text([t[0] for t in tokens], space, label, inside)
    out.offsets = [t[1:] for t in tokens]  # code points, for scoring
    return out


def tokenize(program, texts):
    """Tokens [(form, begin, end)] of each text by the rule tokenizer (`dump_tokens`)."""
    lines = "".join(t.replace("\\", "\\\\").replace("\n", "\\n") + "\n" for t in texts)
    done = subprocess.run([program], input=lines.encode(), capture_output=True, check=True).stdout.decode()
    out = []
    for line, text in zip(done.split("\n"), texts):
        record = json.loads(line)
        if record.get("text", text) != text:
            raise ValueError("dump_tokens changed the text")
        out.append([(text[t[0]:t[1]], t[0], t[1]) for t in record["tokens"]])
    return out


def treebank_texts(sentences, tokenizer=None):
    """Texts of treebank documents, by gold tokens or by the rule tokenizer; also the raw documents."""
    raw = raw_documents(sentences)
    tokens = tokenize(tokenizer, [d[0] for d in raw]) if tokenizer else [d[1] for d in raw]
    return [from_tokens(d[0], t, d[2]) for d, t in zip(raw, tokens)], raw


_CLOSE, _OPEN = set(",.;:!?)]}%") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "...", "'"}, set("([{$#")


def rebuilt(sentences, weight=1.0):
    """A paragraph of tokenized sentences; hyphens are split off as in the treebanks."""
    forms, space, end = [], [], []
    for s in sentences:
        words, quote = [], False
        for form in s.forms:
            parts = form.replace("-", " - ").split() if "-" in form[1:-1] and form.isascii() else [form]
            words += [(p, j + 1 < len(parts)) for j, p in enumerate(parts)]
        for j, (form, glued) in enumerate(words):
            following = words[j + 1][0] if j + 1 < len(words) else ""
            opens = form in _OPEN
            if form in ('"', "``"):
                quote = not quote
                opens = quote
            closes = following in _CLOSE or following in ('"', "''") and quote
            forms.append(form)
            space.append(0 if glued or opens or (closes and following) else 1)
            end.append(int(j + 1 == len(words)))
    space[-1] = 3
    return Text(forms, space, end, weight=weight)


def rebuilt_texts(path, weight, sentences_a_text=12, limit=None):
    """Pseudo-paragraphs of a tokenized corpus in sentence order."""
    sentences = corpora.read_iob2(path)[:limit]
    return [rebuilt(sentences[i:i + sentences_a_text], weight) for i in range(0, len(sentences), sentences_a_text)]


def soft_texts(path, weight):
    """Texts that label_boundaries.py wrote."""
    with gzip.open(path, "rt") as f:
        for line in f:
            r = json.loads(line)
            p = np.array(r["p"], np.float32) / 1000
            yield Text(r["forms"], r["space"], (p > 0.5).astype(int), r["inside"], weight, p)


def short_sentences(texts, least=4, most=14):
    """Sentences that can stand as headlines: [(forms, space, inside)] without their final period."""
    out = []
    for t in texts:
        begin = 0
        for i in range(len(t)):
            if t.end[i]:
                last = i - 1 if t.forms[i] == "." else i
                if least <= last + 1 - begin <= most and t.forms[i] == "." and t.end[begin:i + 1].min() >= 0:
                    out.append((t.forms[begin:last + 1], t.space[begin:last + 1].copy(), t.inside[begin:last + 1]))
                begin = i + 1
    return out


def with_headlines(text, rng, headlines):
    """The text with a headline, and sometimes a byline, before one of its paragraphs; they end with a line break or an empty line."""
    starts = [0] + [i + 1 for i in range(len(text) - 1) if text.space[i] == 3]
    at = rng.choice(starts)
    extra = [rng.choice(headlines)]
    style = rng.random()
    if style < 0.5:
        extra[0] = ([f[:1].upper() + f[1:] if len(f) > 3 else f for f in extra[0][0]], *extra[0][1:])
    elif style < 0.6:
        extra[0] = ([f.upper() for f in extra[0][0]], *extra[0][1:])
    if rng.random() < 0.4:
        names = [f for f in text.forms if f.istitle() and len(f) > 3]
        if len(names) > 1:
            byline = ([rng.choice(("By", "by", "BY"))] if rng.random() < 0.7 else []) + rng.sample(names, 2)
            extra.append((byline, np.ones(len(byline), np.int64), np.zeros(len(byline), np.int64)))
    forms, space, end, inside = [], [], [], []
    for f, s, m in extra:
        s = s.copy()
        s[-1] = 2 if rng.random() < 0.75 else 3
        forms += f
        space.append(s)
        end.append(np.array([0] * (len(f) - 1) + [1]))
        inside.append(m)

    def join(a, new):
        return np.concatenate([a[:at], *new, a[at:]])
    return Text(text.forms[:at] + forms + text.forms[at:], join(text.space, space), join(text.end, end), join(text.inside, inside), text.weight)


def augment(text, rng, headlines=(), flat=0.03):
    """A changed copy: headlines, other paragraph breaks (a share `flat` has none), wrapped lines, lost final periods, other case."""
    if headlines and rng.random() < 0.3:
        text = with_headlines(text, rng, headlines)
    forms, space, end, inside = list(text.forms), text.space.copy(), text.end.copy(), text.inside.copy()
    kind = rng.random()
    if kind < 0.40:
        space[:-1][space[:-1] == 3] = 2
    elif kind < 0.40 + flat:
        space[:-1][space[:-1] == 3] = 1
    elif kind < 0.47 + flat:  # hard-wrapped lines
        space[:-1][space[:-1] == 2] = 3
        wrap, since = rng.randint(9, 16), 0
        for i in range(len(space)):
            since = 0 if space[i] > 1 else since + 1
            if since >= wrap and space[i] == 1:
                space[i], since = 2, 0
    keep = np.ones(len(forms), bool)
    for i in range(1, len(forms)):
        if forms[i] == "." and end[i] == 1 and space[i - 1] == 0 and rng.random() < (0.06 if space[i] >= 2 else 0.015):
            keep[i] = False
            space[i - 1], end[i - 1] = space[i], 1
    r = rng.random()
    if r < 0.03:
        forms = [f.upper() for f in forms]
    elif r < 0.06:
        forms = [f.lower() for f in forms]
    out = Text([f for f, k in zip(forms, keep) if k], space[keep], end[keep], inside[keep], text.weight)
    return out
