"""The network `joint-sru-1` (extract/nn/network.md) in PyTorch.

Tokens of a batch are packed: [T x width] with `offsets` marking sentences, so that nearly all work is in large
matrix products; only the arc scores are padded to [B x n x (n + 1)].  Matrices are [inputs x outputs].
"""
import ctypes

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

CORPUS_GROUPS = 6
_lib = None


def load_kernels(path):
    """Loads the shared library built from kernels.cc."""
    global _lib
    _lib = ctypes.CDLL(str(path))


def _p(t):
    return ctypes.c_void_p(t.data_ptr())


class Recurrence(torch.autograd.Function):
    """U [T x 2kd], x [T x 2d], v, b [2 x 2 x d] -> h [T x 2d]."""

    @staticmethod
    def forward(ctx, u, x, v, b, offsets, d, k):
        u, x, v, b = u.contiguous(), x.contiguous(), v.contiguous(), b.contiguous()
        h, c, f, r = (torch.empty(u.shape[0], 2 * d) for _ in range(4))
        _lib.sru_forward(_p(u), _p(x), _p(v), _p(b), _p(offsets), len(offsets) - 1, d, k, _p(h), _p(c), _p(f), _p(r))
        ctx.save_for_backward(u, x, v, offsets, c, f, r)
        ctx.size = (d, k)
        return h

    @staticmethod
    def backward(ctx, dh):
        u, x, v, offsets, c, f, r = ctx.saved_tensors
        d, k = ctx.size
        dh = dh.contiguous()
        du, dx = torch.empty_like(u), torch.empty_like(x) if k == 3 else torch.empty(0)
        dv, db = torch.zeros_like(v), torch.zeros_like(v)
        _lib.sru_backward(_p(dh), _p(u), _p(x), _p(v), _p(offsets), len(offsets) - 1, d, k, _p(c), _p(f), _p(r),
                          _p(du), _p(dx), _p(dv), _p(db))
        return du, dx if k == 3 else None, dv, db, None, None, None


class Embeddings:
    """Word and n-gram rows in one table [(V + G) x E], trained by a lazy Adam that touches only rows in the batch.

    `bags`: for each word type (first row, n-gram rows).
    """

    def __init__(self, table, vocabulary):
        self.table, self.vocabulary, self.e = table.contiguous(), vocabulary, table.shape[1]
        self.m, self.v, self.gradient = (torch.zeros_like(self.table) for _ in range(3))
        self.seen = torch.zeros(table.shape[0], dtype=torch.uint8)
        self.touched = torch.zeros(table.shape[0], dtype=torch.int64)

    def lookup(self, bags):
        """bags: (first [n], rows [m], begin [n + 1], scale [n]) -> [n x E], a leaf that collects its gradient."""
        first, rows, begin, scale = bags
        out = torch.empty(len(first), self.e)
        _lib.bag_forward(_p(self.table), _p(first), _p(rows), _p(begin), _p(scale), len(first), self.e, _p(out))
        return out

    def update(self, bags, grad, rate, beta1=0.9, beta2=0.98, decay=0.0):
        first, rows, begin, scale = bags
        grad = grad.contiguous()
        c = ctypes.c_float
        _lib.bag_update(_p(self.table), _p(self.m), _p(self.v), _p(self.gradient), _p(self.seen), _p(self.touched), _p(grad),
                        _p(first), _p(rows), _p(begin), _p(scale), len(first), self.e,
                        c(rate), c(beta1), c(beta2), c(1e-6), c(decay))


def shared_dropout(x, p, sentence_of, sentences, training):
    """Dropout with one mask a sentence (Gal and Ghahramani 2016): x [T x w], sentence_of [T]."""
    if not training or p == 0:
        return x
    mask = (torch.rand(sentences, x.shape[1]) >= p).float().mul_(1 / (1 - p))
    return x * mask.index_select(0, sentence_of)


def _matrix(rows, columns, gain=1.0):
    return nn.Parameter(torch.empty(rows, columns).uniform_(-1, 1) * gain * (3.0 / rows) ** 0.5)


class JointNetwork(nn.Module):
    """Everything but the word rows.  config: E H d L tag ner arc label dropout; labels: name -> inventory."""

    def __init__(self, config, labels, shapes, places):
        super().__init__()
        self.config = config
        e, hh, d = config["E"], config["H"], config["d"]
        self.d, self.layers = d, config["L"]
        p = {"shape": nn.Parameter(torch.randn(shapes, hh) * 0.3), "place": nn.Parameter(torch.randn(places, hh) * 0.3)}
        width = e + hh
        for i in range(self.layers):
            k = 3 if width == 2 * d else 4
            p[f"sru.{i}.w"] = _matrix(width, 2 * k * d)
            p[f"sru.{i}.v"] = nn.Parameter(torch.zeros(2, 2, d).uniform_(-0.1, 0.1))
            p[f"sru.{i}.b"] = nn.Parameter(torch.zeros(2, 2, d))
            if i >= 3:  # a closed reset gate: a deep layer begins as the identity, so a trained network can be deepened
                p[f"sru.{i}.b"].data[:, 1] = -2.0
            width = 2 * d

        def linear(name, rows, columns, gain=1.0, bias=True):
            p[name + ".w"] = _matrix(rows, columns, gain)
            if bias:
                p[name + ".b"] = nn.Parameter(torch.zeros(columns))
        for name, size in (("tag", config["tag"]), ("ner_hidden", config["ner"]), ("dep", config["arc"]), ("head", config["arc"]),
                           ("label_dep", config["label"])):
            linear(name, width, size)
        linear("label_head", width, config["label"], bias=False)
        for name in ("upos", "xpos", "lemma"):
            linear(name, config["tag"], len(labels[name]), 0.5)
        linear("ner", config["ner"], len(labels["ner"]), 0.5)
        p["arc.w"] = _matrix(config["arc"], config["arc"], 0.5)
        p["arc.b"] = nn.Parameter(torch.zeros(config["arc"]))
        p["root"] = nn.Parameter(torch.randn(config["arc"]) * 0.1)
        p["label_root"] = nn.Parameter(torch.randn(config["label"]) * 0.1)
        linear("label", config["label"], len(labels["deprel"]), 0.5)
        # Annotation habits of the other entity corpora, learnt beside the network and not exported: see entities().
        self.corpus_bias = nn.Parameter(torch.zeros(CORPUS_GROUPS, config["ner"]))
        self.names = list(p)
        self._not_first = (torch.arange(CORPUS_GROUPS) > 0).float().unsqueeze(1)
        for name, value in p.items():
            self.register_parameter(name.replace(".", "_"), value)

    def get(self, name):
        return getattr(self, name.replace(".", "_"))

    def tensors(self):
        """Name in the model file -> parameter."""
        return {name: self.get(name) for name in self.names}

    def inputs(self, words, batch):
        """[T x (E + H)]: words [unique x E] spread to tokens, and shape + place."""
        x = words.index_select(0, batch.word_of)
        extra = self.shape.index_select(0, batch.shapes) + self.place.index_select(0, batch.places)
        return torch.cat([x, extra], 1)

    def encode(self, x, batch, trace=None):
        """Input [T x (E + H)] -> [T x 2d]; `trace` (a list) collects each layer's output."""
        p, drop = self.config["dropout"], self.training
        n = len(batch.offsets) - 1
        x = shared_dropout(x, self.config.get("input_dropout", p), batch.sentence_of, n, drop)
        for i in range(self.layers):
            w = self.get(f"sru.{i}.w")
            k = w.shape[1] // (2 * self.d)
            x = Recurrence.apply(x @ w, x, self.get(f"sru.{i}.v"), self.get(f"sru.{i}.b"), batch.offsets, self.d, k)
            if trace is not None:
                trace.append(x)
            x = shared_dropout(x, p, batch.sentence_of, n, drop)
        return x

    def _linear(self, x, name):
        return x @ self.get(name + ".w") + self.get(name + ".b")

    def _hidden(self, h, name, batch, active=True):
        x = self._linear(h, name)
        x = F.relu(x) if active else x
        return shared_dropout(x, self.config["dropout"], batch.sentence_of, len(batch.offsets) - 1, self.training)

    def tags(self, h, batch):
        t = self._hidden(h, "tag", batch)
        return tuple(self._linear(t, n) for n in ("upos", "xpos", "lemma"))

    def entities(self, h, batch, group=None):
        """Label scores [T x labels]. In training `group` [T] names the corpus family of each token; its bias takes up what
        that family annotates differently. Family 0, the gold corpora the model shall follow, has none."""
        x = self._linear(h, "ner_hidden")
        if group is not None:
            x = x + (self.corpus_bias * self._not_first).index_select(0, group)
        x = shared_dropout(F.relu(x), self.config["dropout"], batch.sentence_of, len(batch.offsets) - 1, self.training)
        return self._linear(x, "ner")

    def arcs(self, h, batch):
        """Scores [B x n x (n + 1)], column 0 the root; padding is -1e9."""
        dep, head = self._hidden(h, "dep", batch), self._hidden(h, "head", batch)
        left = dep @ self.arc_w
        b, n = batch.pad.shape
        left = left.index_select(0, batch.pad.reshape(-1)).view(b, n, -1)
        right = torch.cat([self.root.expand(b, 1, -1), head.index_select(0, batch.pad.reshape(-1)).view(b, n, -1)], 1)
        score = torch.bmm(left, right.transpose(1, 2)) + (right @ self.arc_b).unsqueeze(1)
        return score + batch.arc_mask.unsqueeze(1)

    def relations(self, h, batch, heads):
        """Label scores [T x labels] for `heads` [T]: packed row of the head, or T for the root."""
        left = self._linear(h, "label_dep")
        right = torch.cat([h @ self.label_head_w, self.label_root.unsqueeze(0)], 0)
        x = F.relu(left + right.index_select(0, heads))
        x = shared_dropout(x, self.config["dropout"], batch.sentence_of, len(batch.offsets) - 1, self.training)
        return self._linear(x, "label")


class Batch:
    """Packed sentences: see the fields.  `items` are dataset.Encoded."""

    def __init__(self, items, variants):
        lengths = np.array([len(s) for s in items])
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        self.items, self.lengths, self.total = items, lengths, int(offsets[-1])
        self.offsets = torch.from_numpy(offsets.astype(np.int32))
        self.sentence_of = torch.from_numpy(np.repeat(np.arange(len(items)), lengths))
        shapes, places = zip(*[s.surface(v) for s, v in zip(items, variants)])
        self.shapes, self.places = torch.from_numpy(np.concatenate(shapes)), torch.from_numpy(np.concatenate(places))
        self.types = np.concatenate([s.types for s in items])
        self.word_of = None  # set by the caller: row of `words` for each token
        n = int(lengths.max())
        inside = np.arange(n)[None, :] < lengths[:, None]
        self.pad = torch.from_numpy(np.where(inside, offsets[:-1, None] + np.arange(n)[None, :], 0))
        self.inside = torch.from_numpy(inside)
        mask = np.zeros((len(items), n + 1), np.float32)
        mask[:, 1:][~inside] = -1e9
        self.arc_mask = torch.from_numpy(mask)

    def field(self, name):
        """Concatenated integer field of the items, [T]."""
        return torch.from_numpy(np.concatenate([getattr(s, name) for s in self.items]))
