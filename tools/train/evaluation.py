"""Predicts with gold tokens and scores: accuracy of tags, lemmas and arcs over all words, F1 of entity spans."""
import numpy as np
import torch

import corpora
import decoding
import lemma_rules
from dataset import batches, make_batch


def predict(network, embeddings, lexicon, labels, items, parse=True, entities=True):
    """Fills s.out (dict of lists) of every Encoded item."""
    network.eval()
    names = labels["ner"]
    with torch.no_grad():
        for group in batches(items, 4000):
            batch, bags = make_batch(group, lexicon)
            h = network.encode(network.inputs(embeddings.lookup(bags), batch), batch)
            for s in group:
                s.out = {}
            starts = batch.offsets.tolist()
            if parse:
                tags = [t.argmax(1).numpy() for t in network.tags(h, batch)]
                scores = network.arcs(h, batch).numpy()
                heads, rows = [], []
                for i, s in enumerate(group):
                    n = len(s)
                    head = decoding.tree(scores[i, :n, :n + 1].astype(np.float64))
                    heads.append(head)
                    rows.append(np.where(head == 0, batch.total, starts[i] + head - 1))
                relation = network.relations(h, batch, torch.from_numpy(np.concatenate(rows)))
                relation[:, labels["deprel"].index("root")] -= 1e4  # `root` belongs to the root arc and only to it
                relation = relation.argmax(1).numpy()
                for i, s in enumerate(group):
                    cut = slice(starts[i], starts[i + 1])
                    s.out.update(upos=[labels["upos"][t] for t in tags[0][cut]], xpos=[labels["xpos"][t] for t in tags[1][cut]],
                                 rule=[labels["lemma"][t] for t in tags[2][cut]], head=heads[i].tolist(),
                                 deprel=["root" if a == 0 else labels["deprel"][t] for a, t in zip(heads[i], relation[cut])])
            if entities:
                logp = torch.log_softmax(network.entities(h, batch), 1).numpy()
                for i, s in enumerate(group):
                    s.out["ner"] = [names[t] for t in decoding.viterbi(logp[starts[i]:starts[i + 1]], names)]


def score_parse(items):
    """Percentages over all words, punctuation included."""
    n, hit = 0, dict.fromkeys(("upos", "xpos", "lemma", "uas", "las", "clas"), 0)
    for s in items:
        g, o = s.source, s.out
        n += len(s)
        for i in range(len(s)):
            hit["upos"] += g.upos[i] == o["upos"][i]
            hit["xpos"] += g.xpos[i] == o["xpos"][i]
            hit["lemma"] += g.lemma[i] in ("_", lemma_rules.apply(o["rule"][i], g.forms[i]))
            arc = g.head[i] == o["head"][i]
            hit["uas"] += arc
            hit["clas"] += arc and g.deprel[i] == o["deprel"][i]  # with subtypes; the official LAS is without
            hit["las"] += arc and g.deprel[i].split(":")[0] == o["deprel"][i].split(":")[0]
    out = {k: round(100 * v / n, 2) for k, v in hit.items()}
    out["las_subtypes"] = out.pop("clas")
    return out


def score_entities(items, kinds=("PER", "ORG", "LOC")):
    """Span precision, recall and F1 over `kinds`, and F1 of each kind."""
    gold, guess, both = {}, {}, {}
    for k, s in enumerate(items):
        g = {x for x in corpora.spans(s.source.ner) if x[2] in kinds}
        o = {x for x in corpora.spans(s.out["ner"]) if x[2] in kinds}
        for table, found in ((gold, g), (guess, o), (both, g & o)):
            for x in found:
                table[x[2]] = table.get(x[2], 0) + 1

    def f1(keys):
        g, o, b = (sum(t.get(k, 0) for k in keys) for t in (gold, guess, both))
        return round(200 * b / max(1, g + o), 2)
    g, o, b = (sum(t.values()) for t in (gold, guess, both))
    return {"p": round(100 * b / max(1, o), 2), "r": round(100 * b / max(1, g), 2), "f1": f1(kinds), **{k: f1([k]) for k in kinds}}
