"""Readers of the training data: CoNLL-U treebanks and IOB2 entity files, plain or zstd-compressed."""
import subprocess


def read_text(path):
    """Whole text of a file; `.zst` is decompressed by the zstd program."""
    if str(path).endswith(".zst"):
        return subprocess.run(["zstd", "-dc", "--long=27", str(path)], check=True, capture_output=True).stdout.decode()
    with open(path, encoding="utf-8") as f:
        return f.read()


class Sentence:
    """One sentence: parallel lists over syntactic words; a missing layer is None.

    head: 1-based, 0 = root.  ner: IOB2 tags.  missing: entity types which the source does not annotate, so its O
    may hide them.  weight: factor on the entity loss.  group: family of annotation habits.
    """
    __slots__ = ("id", "forms", "upos", "xpos", "lemma", "head", "deprel", "ner", "missing", "weight", "group", "misc", "meta")

    def __init__(self, forms, id=""):
        self.id, self.forms = id, forms
        self.upos = self.xpos = self.lemma = self.head = self.deprel = self.ner = self.misc = None
        self.missing, self.weight, self.group, self.meta = (), 1.0, 0, {}


def read_conllu(path, documents=None):
    """Sentences of a CoNLL-U file; with `documents` (a set of ids) only those whose `# newdoc id` is in it."""
    out, meta, rows, doc = [], {}, [], ""
    for line in read_text(path).split("\n"):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            meta[key.strip()] = value.strip()
            if key.strip() == "newdoc id":
                doc = value.strip()
        elif line:
            cols = line.split("\t")
            if cols[0].isdigit():
                rows.append(cols)
            elif "-" in cols[0]:
                meta.setdefault("mwt", []).append(cols)
        elif rows:
            if documents is None or doc in documents:
                s = Sentence([r[1] for r in rows], meta.get("sent_id", ""))
                s.lemma, s.upos, s.xpos = ([r[i] for r in rows] for i in (2, 3, 4))
                s.head, s.deprel, s.misc = [int(r[6]) for r in rows], [r[7] for r in rows], [r[9] for r in rows]
                meta["doc"] = doc
                s.meta = meta
                out.append(s)
            meta, rows = {}, []
    return out


def read_iob2(path):
    """Sentences of an entity file (token TAB tag; lines without TAB are comments)."""
    out, forms, tags, sent_id, doc = [], [], [], "", ""
    for line in read_text(path).split("\n") + [""]:
        if "\t" in line:
            form, tag = line.split("\t")[:2]
            forms.append(form)
            tags.append(tag)
        elif line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line.startswith("# doc_id"):
            doc = line.partition("=")[2].strip()
        elif not line and forms:
            s = Sentence(forms, sent_id)
            s.ner, s.meta = tags, {"doc": doc}
            out.append(s)
            forms, tags, sent_id = [], [], ""
    return out


def spans(tags):
    """Entity spans [(begin, end, type)] of IOB2 tags; an I- that continues nothing opens a span."""
    out, begin, kind = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if begin is not None and tag != "I-" + kind:
            out.append((begin, i, kind))
            begin = None
        if tag[0] == "B" or (tag[0] == "I" and begin is None):
            begin, kind = i, tag[2:]
    return out


def write_spans(n, items):
    """IOB2 tags of length n from spans."""
    tags = ["O"] * n
    for b, e, kind in items:
        for i in range(b, e):
            tags[i] = ("B-" if i == b else "I-") + kind
    return tags
