"""Decoding as in extract/nn/network.md: single-root maximum spanning arborescence, and BIO Viterbi."""
import numpy as np


def _cycle(head):
    """Nodes of one cycle of head [n + 1] (head[0] unused), or None."""
    n = len(head)
    state = np.zeros(n, np.int8)
    state[0] = 2
    for start in range(1, n):
        path, v = [], start
        while state[v] == 0:
            state[v] = 1
            path.append(v)
            v = head[v]
        if state[v] == 1:
            return path[path.index(v):]
        for u in path:
            state[u] = 2
    return None


def _arborescence(score):
    """Chu-Liu-Edmonds, recursive. score [n + 1, n + 1]: score[j, i] of head i for node j; node 0 is the root."""
    n = len(score)
    head = score.argmax(1)
    head[0] = 0
    cycle = _cycle(head)
    if cycle is None:
        return head
    rest = [v for v in range(n) if v not in set(cycle)]
    c = len(rest)  # index of the contracted node
    small = np.full((c + 1, c + 1), -1e30)
    small[:c, :c] = score[np.ix_(rest, rest)]
    cyc = np.array(cycle)
    inside = score[cyc, head[cyc]]
    enter = score[np.ix_(cyc, rest)] - inside[:, None]  # breaking the cycle at each of its nodes
    small[c, :c] = enter.max(0)
    enter_at = cyc[enter.argmax(0)]
    leave = score[np.ix_(rest, cyc)]
    small[:c, c] = leave.max(1)
    leave_from = cyc[leave.argmax(1)]
    sub = _arborescence(small)
    out = head.copy()
    for k in range(1, c):
        out[rest[k]] = leave_from[k] if sub[k] == c else rest[sub[k]]
    out[enter_at[sub[c]]] = rest[sub[c]]
    return out


def tree(score):
    """Heads [n] (0 = root) from arc scores [n, n + 1]; exactly one word hangs on the root."""
    n = len(score)
    full = np.full((n + 1, n + 1), -1e30)
    full[1:] = score
    full[np.arange(1, n + 1), np.arange(1, n + 1)] = -1e30
    head = full.argmax(1)
    head[0] = 0
    if (head[1:] == 0).sum() == 1 and _cycle(head) is None:
        return head[1:]
    full[1:, 0] -= 1e5  # each root arc costs so much that the best tree has one
    return _arborescence(full)[1:]


def viterbi(logp, names):
    """Best label ids [n] of token log-probabilities [n x labels]: I-X follows only B-X or I-X."""
    k = len(names)
    allowed = np.zeros((k, k), np.float32)
    for b, name in enumerate(names):
        if name[0] == "I":
            allowed[:, b] = -1e9
            for a, before in enumerate(names):
                if before[0] in "BI" and before[2:] == name[2:]:
                    allowed[a, b] = 0
    start = np.array([-1e9 if name[0] == "I" else 0 for name in names], np.float32)
    best, back = logp[0] + start, []
    for row in logp[1:]:
        step = best[:, None] + allowed
        back.append(step.argmax(0))
        best = step.max(0) + row
    path = [int(best.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1]
