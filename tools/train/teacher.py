"""The teacher: the heads of joint_network.py over a pre-trained transformer, for labelling text that the shipped network learns from.

Its own casing is lost in the transformer (uncased word pieces), so each word brings its shape, place and word vector to the heads.
"""
import numpy as np
import torch
from tokenizers import Tokenizer

import joint_network
from transformer_encoder import WIDTH, Encoder

CLS, SEP, UNKNOWN = 101, 102, 100
MAX_PIECES_OF_WORD = 6


class Pieces:
    """Word pieces of words, kept."""

    def __init__(self, tokenizer_json):
        self.tokenizer, self.known = Tokenizer.from_file(str(tokenizer_json)), {}

    def of(self, word):
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_OF_WORD]
            self.known[word] = ids or [UNKNOWN]
        return self.known[word]

    def batch(self, sentences):
        """([B x S] pieces, [B] lengths, [T] row of each piece of a word in B * S, [T] its word, [words] pieces a word)."""
        rows, where, owner, counts = [], [], [], []
        for forms in sentences:
            row = [CLS]
            for form in forms:
                ids = self.of(form)
                if len(row) + len(ids) > 510:
                    ids = []
                where.append((len(rows), len(row), len(ids)))
                row += ids
            rows.append(row + [SEP])
        width = max(map(len, rows))
        table = np.zeros((len(rows), width), np.int64)
        for i, row in enumerate(rows):
            table[i, :len(row)] = row
        at = []
        for word, (i, begin, n) in enumerate(where):
            n_kept = max(n, 1)
            at += [i * width + min(begin + k, width - 1) for k in range(n_kept)]
            owner += [word] * n_kept
            counts.append(n_kept)
        return (torch.from_numpy(table), torch.tensor([len(r) for r in rows]), torch.tensor(at), torch.tensor(owner),
                torch.tensor(counts, dtype=torch.float32))


class Teacher(joint_network.JointNetwork):
    """config as in train_joint.py, and `transformer`: layers used."""

    def __init__(self, config, labels, shapes, places, weights):
        width = WIDTH + config["H"] + config["E"]
        assert width % 2 == 0
        super().__init__({**config, "L": 0, "E": width - config["H"]}, labels, shapes, places)
        self.encoder = Encoder(weights, config["transformer"], 30522)

    def encode_words(self, words, batch, pieces):
        """[T x (384 + H + E)] for a batch; `words` [unique x E] as in JointNetwork.inputs."""
        table, lengths, at, owner, counts = pieces
        states = self.encoder(table, lengths, 0.1 if self.training else 0.0).view(-1, WIDTH).index_select(0, at)
        mean = torch.zeros(batch.total, WIDTH).index_add_(0, owner, states) / counts.unsqueeze(1)
        h = torch.cat([mean, self.inputs(words, batch)], 1)
        return joint_network.shared_dropout(h, 0.1, batch.sentence_of, len(batch.offsets) - 1, self.training)
