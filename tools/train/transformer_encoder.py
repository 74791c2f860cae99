"""A small pre-trained transformer (BERT's architecture) as the encoder of a teacher: weights from an ONNX file, in PyTorch.

The teacher only labels text for the network that ships; see train_teacher.py.  The weights are those of e5-small-v2 (Wang et al. 2022,
"Text Embeddings by Weakly-Supervised Contrastive Pre-training", MIT), which began as MiniLM-L12-H384-uncased (Wang et al. 2020, MIT).
"""
import re

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

WIDTH, HEADS = 384, 12


def read_onnx(path):
    """{name as in BERT's checkpoints: float array}; products of integers are restored to [inputs x outputs] floats."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(str(path)).graph
    raw = {t.name: numpy_helper.to_array(t) for t in graph.initializer}

    def restored(name):
        base = name[:-len("_quantized")]
        zero, scale = raw[base + "_zero_point"].astype(np.float32), raw[base + "_scale"].astype(np.float32)
        return (raw[name].astype(np.float32) - zero) * scale
    out = {k: v for k, v in raw.items() if v.dtype == np.float32 and not k.endswith("_scale")}
    for k in raw:
        if k.endswith("_quantized") and "embeddings" in k:
            out[k[:-len("_quantized")]] = restored(k)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = re.match(r"/?encoder/layer\.(\d+)/(.*)/MatMul_quant", node.name)
            if place:
                out[f"encoder.layer.{place[1]}.{place[2].replace('/', '.')}.weight"] = restored(node.input[1])
    return out


class Encoder(nn.Module):
    """Word pieces [B x S] -> [B x S x 384] by the first `layers` layers."""

    def __init__(self, weights, layers, vocabulary):
        super().__init__()
        self.layers = layers
        p = {"word": weights["embeddings.word_embeddings.weight"], "position": weights["embeddings.position_embeddings.weight"],
             "norm.w": weights["embeddings.LayerNorm.weight"], "norm.b": weights["embeddings.LayerNorm.bias"]}
        p["position"] = p["position"] + weights["embeddings.token_type_embeddings.weight"][0]
        for i in range(layers):
            at = f"encoder.layer.{i}."
            qkv = [at + "attention.self." + n for n in ("query", "key", "value")]
            p[f"{i}.qkv.w"] = np.concatenate([weights[n + ".weight"] for n in qkv], 1)
            p[f"{i}.qkv.b"] = np.concatenate([weights[n + ".bias"] for n in qkv])
            for short, name in (("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense")):
                p[f"{i}.{short}.w"], p[f"{i}.{short}.b"] = weights[at + name + ".weight"], weights[at + name + ".bias"]
            for short, name in (("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
                p[f"{i}.{short}.w"], p[f"{i}.{short}.b"] = weights[at + name + ".weight"], weights[at + name + ".bias"]
        for name, value in p.items():
            self.register_parameter(name.replace(".", "_"), nn.Parameter(torch.from_numpy(np.array(value, np.float32))))
        assert self.word.shape == (vocabulary, WIDTH), self.word.shape

    def freeze(self, layers):
        """The rows of the word pieces and the first `layers` layers are not trained."""
        for name, p in self.named_parameters():
            first = name.split("_")[0]
            p.requires_grad_(first.isdigit() and int(first) >= layers)

    def _get(self, name):
        return getattr(self, name.replace(".", "_"))

    def _norm(self, x, name):
        return F.layer_norm(x, (WIDTH,), self._get(name + ".w"), self._get(name + ".b"), 1e-12)

    def _linear(self, x, name):
        return torch.addmm(self._get(name + ".b"), x, self._get(name + ".w"))

    def forward(self, pieces, lengths, dropout=0.0, added=None, below=0):
        """lengths [B]: pieces in use, the rest is padding. `added` [B * S x 384] joins the input of layer `below`."""
        b, s = pieces.shape
        inside = torch.arange(s).unsqueeze(0) < lengths.unsqueeze(1)
        x = self._norm(F.embedding(pieces, self.word) + self.position[:s], "norm").view(b * s, WIDTH)
        x = F.dropout(x, dropout, self.training)
        mask = inside.view(b, 1, 1, s)
        for i in range(self.layers):
            if added is not None and i == below:
                x = x + added
            q, k, v = self._linear(x, f"{i}.qkv").view(b, s, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b * s, WIDTH)
            x = self._norm(x + F.dropout(self._linear(a, f"{i}.out"), dropout, self.training), f"{i}.norm1")
            y = self._linear(F.gelu(self._linear(x, f"{i}.up")), f"{i}.down")
            x = self._norm(x + F.dropout(y, dropout, self.training), f"{i}.norm2")
        return x.view(b, s, WIDTH)
