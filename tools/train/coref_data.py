"""Examples of coref_examples and the words they lie in, for train_coref_context.py."""
import re

import numpy as np
import torch

import corpora

ROLES = NEW, ANAPHOR, ANTECEDENT, PAIR = range(4)
TYPES = ("abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time")
STATUSES = ("new", "giv", "acc")  # GUM's information status: new, given, accessible
CORE, AROUND = 304, 40  # words of a window that are its own, and more of them on either side (coref_context.h)


def keys_of(features, role):
    """coref_key() of coref_ranker.h for an array of features."""
    key = (features ^ np.uint32((role + 1) * 0x9E3779B1 & 0xFFFFFFFF)) * np.uint32(0x85EBCA6B)
    key ^= key >> np.uint32(13)
    return np.where(key == 0, np.uint32(1), key)


class Rows:
    """Numbers of known keys."""

    def __init__(self, keys):
        self.order = np.argsort(keys)
        self.sorted = keys[self.order]

    def bag(self, lists, role):
        """Lists of features -> (rows, where each list begins), as torch.nn.functional.embedding_bag takes them."""
        lengths = [len(features) for features in lists]
        owner = np.repeat(np.arange(len(lists)), lengths)
        keys = keys_of(np.concatenate(lists) if lists else np.zeros(0, np.uint32), role)
        at = np.minimum(np.searchsorted(self.sorted, keys), len(self.sorted) - 1)
        known = self.sorted[at] == keys
        begins = np.searchsorted(owner[known], np.arange(len(lists)))
        return torch.from_numpy(self.order[at[known]]), torch.from_numpy(begins)


class Article:
    """spans [candidates x 3] first, last, head; pairs: anaphor, antecedent, right [pairs]; fresh [candidates]; bags by role."""

    def __init__(self, values, at, rows):
        count = int(values[at])
        at += 1
        spans, unary, fresh, pair_features, links = [], [], [], [], []
        for i in range(count):
            spans.append(values[at:at + 3])
            length = int(values[at + 3])
            unary.append(values[at + 4:at + 4 + length])
            at += 4 + length
            pairs, new = int(values[at]), int(values[at + 1])
            fresh.append(new)
            at += 2
            for _ in range(pairs):
                length = int(values[at + 2])
                links.append((i, int(values[at]), int(values[at + 1])))
                pair_features.append(values[at + 3:at + 3 + length])
                at += 3 + length
        self.end, self.count = at, count
        self.spans = torch.from_numpy(np.array(spans, np.int64).reshape(-1, 3))
        self.fresh = torch.tensor(fresh, dtype=torch.bool)
        links = torch.tensor(links, dtype=torch.long).reshape(-1, 3)
        self.anaphor, self.antecedent, self.right = links[:, 0], links[:, 1], links[:, 2] != 0
        self.bags = [rows.bag(unary, role) for role in (NEW, ANAPHOR, ANTECEDENT)] + [rows.bag(pair_features, PAIR)]


def read_examples(path, keys):
    """Articles of a file of coref_examples."""
    values, at, articles, rows = np.fromfile(path, np.uint32), 0, [], Rows(keys)
    while at < len(values):
        articles.append(Article(values, at, rows))
        at = articles[-1].end
    return articles


def read_words(path):
    """{document: words} of a file of coref_tokens.py, in its order."""
    documents, words = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.startswith("#begin document ("):
                words = documents.setdefault(line[len("#begin document ("):line.rindex(")")], [])
            elif "\t" in line:
                words.append(line.split("\t")[0])
    return documents


def read_entities(path):
    """{document: {(first, last): (type, information status)}} of GUM's layer `Entity` in a treebank; numbers of TYPES and STATUSES, words [first, last)."""
    documents, spans, begun, words = {}, {}, {}, 0
    for line in corpora.read_text(path).splitlines():
        if line.startswith("# newdoc id = "):
            spans, begun, words = documents.setdefault(line[len("# newdoc id = "):], {}), {}, 0
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        layer = next((part[len("Entity="):] for part in columns[9].split("|") if part.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", layer):  # `(12-person-giv:act...`, `(12-...)`, `12)`
            group = re.match(r"\(?([^-)]+)", mark)[1]
            if mark[0] == "(":
                _, kind, state = mark[1:].split("-")[:3]
                begun.setdefault(group, []).append((words, kind, state.split(":")[0]))
            if mark[-1] == ")":
                first, kind, state = begun[group].pop()
                if kind in TYPES and state in STATUSES:
                    spans[first, words + 1] = TYPES.index(kind), STATUSES.index(state)
        words += 1
    return documents


def entity_labels(article, spans):
    """[candidates x 2] of read_entities(), -1 where the phrase is none."""
    return torch.tensor([spans.get((int(first), int(last)), (-1, -1)) for first, last, _ in article.spans], dtype=torch.long).reshape(-1, 2)


def windows(words):
    """(own begin, own end, begin, end) in words: what coref_context.h reads at once."""
    return [(at, min(words, at + CORE), max(0, at - AROUND), min(words, at + CORE + AROUND)) for at in range(0, words, CORE)]


class Text:
    """Pieces of an article's windows, and where the states of each candidate lie."""

    def __init__(self, words, article, pieces):
        cut = windows(len(words))
        self.table, self.lengths, self.at, self.owner, self.counts = pieces.batch([words[b:e] for _, _, b, e in cut])
        self.words = sum(e - b for _, _, b, e in cut)
        base = np.cumsum([0] + [e - b for _, _, b, e in cut])  # of each window in the words of all
        first, last, head = article.spans.numpy().T if article.count else np.zeros((3, 0), np.int64)
        window = first // CORE
        begin, end = np.array([c[2] for c in cut])[window], np.array([c[3] for c in cut])[window]
        self.rows = torch.from_numpy(np.stack([base[window] + np.clip(word, begin, end - 1) - begin for word in (head, first, last - 1)], 1))
