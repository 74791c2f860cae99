"""The ranker over hashed features together with a transformer over the words: `coref-context-1` of extract/coref/ranker.md."""
import torch
from torch import nn
from torch.nn import functional as F

import coref_data
import transformer_encoder
from teacher import CLS, SEP
from transformer_encoder import WIDTH

MASK = 103  # [MASK] among the word pieces
STATES = 3 * WIDTH  # of the head, the first and the last word


class CorefContext(nn.Module):
    """hidden: units that see features and states; match: width of the product of two phrases."""

    def __init__(self, encoder, features, hidden, match):
        super().__init__()
        self.encoder, self.hidden, self.width = encoder, hidden, match
        self.rows = nn.Parameter(torch.empty(features, hidden + 1).uniform_(-0.05, 0.05))
        with torch.no_grad():
            self.rows[:, -1] = 0
        self.out_new, self.out_pair = nn.Linear(hidden, 1), nn.Linear(hidden, 1)
        self.of_role = nn.ModuleList(nn.Linear(STATES, hidden + 1) for _ in (coref_data.NEW, coref_data.ANAPHOR, coref_data.ANTECEDENT))
        self.kind = nn.Linear(STATES, len(coref_data.TYPES) + len(coref_data.STATUSES))  # of entities: learnt beside, not exported
        self.left, self.right = nn.Linear(STATES, match), nn.Linear(STATES, match)
        with torch.no_grad():
            for layer in self.of_role:
                layer.weight.mul_(0.3)

    def states(self, text, dropout, mask=0.0):
        table = text.table
        if mask > 0:
            table = torch.where((torch.rand(table.shape) < mask) & (table != CLS) & (table != SEP), MASK, table)
        pieces = self.encoder(table, text.lengths, dropout).view(-1, WIDTH).index_select(0, text.at)
        words = torch.zeros(text.words, WIDTH).index_add_(0, text.owner, pieces) / text.counts.unsqueeze(1)
        return words[text.rows].flatten(1)

    def forward(self, article, text, options=None):
        """(scores of being new [candidates], scores of the pairs, of TYPES and STATUSES [candidates x 13]); `options` while training: the
        shares that are dropped."""
        def drop(x, name):
            return F.dropout(x, getattr(options, name)) if self.training else x
        states = drop(self.states(text, options.encoder_dropout, options.mask) if self.training else self.states(text, 0.0), "state_dropout")
        kept = None
        if self.training:
            kept = (torch.rand(len(self.rows)) >= options.feature_dropout).float() / (1 - options.feature_dropout)

        def bag(role):
            rows, begins = article.bags[role]
            weights = None if kept is None else kept[rows]
            return F.embedding_bag(rows, self.rows, begins, mode="sum", sparse=True, per_sample_weights=weights)
        alone, anaphor, antecedent = (bag(role) + self.of_role[role](states) for role in (coref_data.NEW, coref_data.ANAPHOR, coref_data.ANTECEDENT))
        new = self.out_new(drop(F.relu(alone[:, :-1]), "dropout"))[:, 0] + alone[:, -1]
        a, b = article.anaphor, article.antecedent
        both = bag(coref_data.PAIR) + anaphor[a] + antecedent[b]
        pair = self.out_pair(drop(F.relu(both[:, :-1]), "dropout"))[:, 0] + both[:, -1]
        return new, pair + (self.left(states)[a] * self.right(states)[b]).sum(1) / self.width ** 0.5, self.kind(states)


def pretrained_encoder(onnx, layers, frozen):
    encoder = transformer_encoder.Encoder(transformer_encoder.read_onnx(onnx), layers, 30522)
    encoder.freeze(frozen)
    return encoder


def entity_loss(kind, labels):
    """Sum of both cross-entropies over the phrases that are annotated."""
    types = len(coref_data.TYPES)
    return sum(F.cross_entropy(kind[:, part], labels[:, i], ignore_index=-1, reduction="sum") for i, part in enumerate((slice(0, types), slice(types, None))))


def loss(article, new, pair, options):
    """Sum over the candidates, and their number: softmax with the margins of Durrett and Klein (EMNLP 2013)."""
    a, fresh, right = article.anaphor, article.fresh, article.right
    ranked = torch.zeros(article.count, dtype=torch.bool)
    ranked[a] = True
    known = fresh.clone()
    known[a[right]] = True
    pair = pair + torch.where(right, 0.0, torch.where(fresh[a], options.false_cost, options.wrong_cost))
    new = new + torch.where(fresh, 0.0, options.missed_cost)
    top = torch.full((article.count,), -1e9).scatter_reduce(0, a, pair.detach(), "amax").maximum(new.detach())
    of_pair, of_new = torch.exp(pair - top[a]), torch.exp(new - top)
    good = (of_new * fresh).index_add(0, a, of_pair * right)
    all_ = of_new.index_add(0, a, of_pair)
    each = -torch.log((good / all_).clamp(min=1e-9))[ranked & known]
    return each.sum(), len(each)
