"""The training mixture: encodes sentences to ids and draws batches."""
import collections
import json
import pathlib
import random

import numpy as np
import torch

import annotated_names
import corpora
import entity_mapping
import lemma_rules
import sports_lines
from joint_network import Batch
from text_features import ngram_rows, norm, places, shape

EXTRA_NER = ["wikigold", "re3d.open", "crossner_politics.train", "crossner_ai.train", "crossner_literature.train",
             "crossner_music.train", "crossner_science.train"]
# corpora of which only a sample is drawn each epoch: silver, or far from news
SAMPLED_NER = {"gmb.train": 3000, "wnut17.train": 200, "btc": 200, "sports": 1200}
VARIANTS = ("plain", "upper", "lower", "title")


class Lexicon:
    """Word types (distinct norm(form)) and the table rows each reads."""

    def __init__(self, vocabulary, buckets):
        self.words, self.buckets = {w: i for i, w in enumerate(vocabulary)}, buckets
        self.ids, self.first, self.ngrams = {}, [], []

    def type_of(self, form):
        w = norm(form)
        if w not in self.ids:
            self.ids[w] = len(self.first)
            self.first.append(self.words.get(w, 0))
            self.ngrams.append(np.array(ngram_rows(w, self.buckets), np.int64) + len(self.words))
        return self.ids[w]

    def bags(self, keys):
        """Rows for word keys (type * 4 + 1 if the word row is dropped + 2 if the n-grams are): see Embeddings.lookup."""
        first, rows, counts = [], [], []
        empty = np.zeros(0, np.int64)
        for key in keys.tolist():
            t, state = key >> 2, key & 3
            grams = empty if state & 2 else self.ngrams[t]
            first.append(0 if state & 1 else self.first[t])
            rows.append(grams)
            counts.append(len(grams))
        begin = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        scale = 1 / np.sqrt(np.maximum(1, np.array(counts))).astype(np.float32)
        rows = np.concatenate(rows) if rows else empty
        return tuple(torch.from_numpy(np.ascontiguousarray(a)) for a in (np.array(first, np.int64), rows, begin, scale))


_shape_cache = {}


def cached_shape(form):
    if form not in _shape_cache:
        _shape_cache[form] = shape(form)
    return _shape_cache[form]


class Encoded:
    """A sentence as ids.  Labels absent from the inventory, or a layer that is missing, are -100 (ignored)."""

    def __init__(self, s, lexicon, labels):
        self.source = s
        self.types = np.array([lexicon.type_of(f) for f in s.forms], np.int64)
        n = len(s.forms)
        none = np.full(n, -100, np.int64)

        def ids(values, name):
            return np.array([labels[name].get(v, -100) for v in values], np.int64) if values else none
        self.upos, self.xpos, self.deprel = ids(s.upos, "upos"), ids(s.xpos, "xpos"), ids(s.deprel, "deprel")
        rules = s.meta.get("rules") or (s.lemma and [lemma_rules.make(f, m) for f, m in zip(s.forms, s.lemma)])
        self.lemma = ids(rules, "lemma") if rules else none
        self.head = np.array(s.head, np.int64) if s.head else none
        self.parsed = s.head is not None
        self.ner = ids(s.ner, "ner")
        self.ner_weight = np.full(n, s.weight if s.ner else 0.0, np.float32)
        self.group = np.full(n, s.group, np.int64)
        allowed = np.zeros((n, len(labels["ner"])), np.float32)
        if s.ner:
            allowed[np.arange(n), self.ner] = 1
            for kind in s.missing:
                for p in "BI":
                    allowed[self.ner == 0, labels["ner"][f"{p}-{kind}"]] = 1
        self.ner_allowed = allowed
        self._surface = {}

    def __len__(self):
        return len(self.types)

    def surface(self, variant="plain"):
        """Shape and place ids of the sentence as it stands or re-cased (norm is the same for all)."""
        if variant not in self._surface:
            forms = self.source.forms
            if variant == "upper":
                forms = [f.upper() for f in forms]
            elif variant == "lower":
                forms = [f.lower() for f in forms]
            elif variant == "title":  # headline style
                forms = [f[:1].upper() + f[1:] if len(f) > 3 or not f.islower() or i == 0 else f for i, f in enumerate(forms)]
            self._surface[variant] = (np.array([cached_shape(f) for f in forms], np.int64), np.array(places(forms), np.int64))
        return self._surface[variant]


def attach_ner(treebank, annotated):
    """Copies entity tags onto treebank sentences of the same id and length; returns how many."""
    by_id = {s.id: s for s in annotated}
    done = 0
    for s in treebank:
        a = by_id.get(s.id)
        if a and len(a.forms) == len(s.forms):
            s.ner, s.missing, s.weight = a.ner, a.missing, a.weight
            done += 1
    return done


def load_training(shared, dump_tokens=None, vocabulary=None):
    """(treebank sentences with entities, [entity sentences], {name: pool to sample from}); our own annotated names are
    among the second where the tokenizer `dump_tokens` is given, lines of sports among the third where the vocabulary is."""
    data, names = pathlib.Path(shared) / "data", entity_mapping.demonyms(shared)
    strict = set((data / "treebank/gum_strict_docs.txt").read_text().split())
    trees = corpora.read_conllu(data / "treebank/en_ewt-ud-train.conllu.zst")
    a = attach_ner(trees, entity_mapping.load(shared, "uner_ewt.train.with-OTH", names))
    gum = corpora.read_conllu(data / "treebank/en_gum-ud-train.conllu.zst", strict)
    b = attach_ner(gum, entity_mapping.load(shared, "gum_derived.train", names))
    extra = [s for n in EXTRA_NER for s in entity_mapping.load(shared, n, names)]
    extra += entity_mapping.load_redocred(shared, names)
    if dump_tokens:
        extra += annotated_names.load(shared, dump_tokens)
    pools = {n: entity_mapping.load(shared, n, names) for n in SAMPLED_NER if n != "sports"}
    if vocabulary:
        pools["sports"] = sports_lines.load(shared, random.Random(5), vocabulary, 12000)
    print(f"trees {len(trees)} + {len(gum)} (with entities {a} + {b}), entities {len(extra)} + {[len(p) for p in pools.values()]}", flush=True)
    return trees + gum, extra, pools


def load_dev(shared, dump_tokens=None, which=("ewt-ud-dev", "gum-ud-dev"), entities=("uner_ewt.dev", "crossner_politics.dev")):
    data, names = pathlib.Path(shared) / "data", entity_mapping.demonyms(shared)
    out = {n: corpora.read_conllu(data / f"treebank/en_{n}.conllu.zst") for n in which}
    out.update({n: entity_mapping.load(shared, n, names) for n in entities})
    if dump_tokens:
        out["annotated names, held"] = annotated_names.load(shared, dump_tokens, held=True)
    return out


def inventories(trees):
    """Label lists: upos, xpos, deprel (all seen twice or more), lemma rules seen three times or more, ner."""
    count = {n: collections.Counter(v for s in trees for v in getattr(s, n)) for n in ("upos", "xpos", "deprel")}
    rules = collections.Counter(lemma_rules.make(f, m) for s in trees for f, m in zip(s.forms, s.lemma))
    labels = {n: sorted(v for v, c in counter.items() if c >= 2) for n, counter in count.items()}
    labels["lemma"] = [r for r, c in rules.most_common() if c >= 3]
    labels["ner"] = ["O"] + [f"{p}-{t}" for t in entity_mapping.TYPES for p in "BI"]
    return labels


def batches(items, tokens, rng=None, limit=24000, shuffle=True):
    """Lists of items of similar length, about `tokens` words each and at most `limit` padded arc cells x 10."""
    order = sorted(items, key=lambda s: len(s) + (rng.uniform(-2.5, 2.5) if rng else 0))
    out, current, total = [], [], 0
    for s in order:
        if current and (total + len(s) > tokens or (len(current) + 1) * len(s) ** 2 > limit * 10):
            out.append(current)
            current, total = [], 0
        current.append(s)
        total += len(s)
    if current:
        out.append(current)
    if rng and shuffle:
        rng.shuffle(out)
    return out


def make_batch(items, lexicon, rng=None, word_drop=0.0, gram_drop=0.0, recase=0.0):
    """Batch and the bags of its distinct words, with word, n-gram and case augmentation when training."""
    variants = ["plain"] * len(items)
    if rng and recase:
        variants = [rng.choice(("upper", "lower", "title")) if rng.random() < recase else "plain" for _ in items]
    batch = Batch(items, variants)
    keys = batch.types * 4
    if rng:
        u = np.random.rand(len(keys))
        keys += (u < word_drop) * 1 + ((u >= word_drop) & (u < word_drop + gram_drop)) * 2
    unique, inverse = np.unique(keys, return_inverse=True)
    batch.word_of = torch.from_numpy(inverse)
    return batch, lexicon.bags(unique)


def load_silver(files):
    """Sentences of label_texts.py."""
    out = []
    for path in files:
        for line in corpora.read_text(path).splitlines():
            r = json.loads(line)
            s = corpora.Sentence(r["forms"], "silver")
            s.upos, s.xpos, s.head, s.deprel, s.ner = (r[k] for k in ("upos", "xpos", "head", "deprel", "ner"))
            s.meta = {"rules": r["rule"]}
            if r["gold_names"]:
                s.missing, s.weight, s.group = tuple(r["missing"]), r["weight"], r["group"]
            out.append(s)
    return out


def draw_epoch(trees, extra, pools, rng, tokens, swap=None, rate=0.0, silver=(), silver_words=0, processes=1):
    """Batches of one epoch: all trees, all gold entities, a sample of each pool, about `silver_words` words of `silver`; a share `rate`
    with swapped names.  The batches of a kind come in runs of `processes` of like length, so that processes wait little."""
    entity = list(extra)
    for name, pool in pools.items():
        entity += rng.sample(pool, min(len(pool), SAMPLED_NER[name]))
    drawn, count = [], 0
    for s in rng.sample(silver, len(silver)):
        if count > silver_words:
            break
        drawn.append(s)
        count += len(s)
    if swap:
        trees, entity, drawn = ([swap.swap(s) if rng.random() < rate else s for s in part] for part in (trees, entity, drawn))
    runs = []
    for part in (trees, entity, drawn):
        lots = batches(part, tokens, rng, shuffle=False)
        runs += [lots[i:i + processes] for i in range(0, len(lots) - processes + 1, processes)]
    rng.shuffle(runs)
    return [lot for run in runs for lot in run]
