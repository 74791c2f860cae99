"""Logistic regression over named features, without any library: small data, small tables."""
import collections
import hashlib
import math


def parse(features):
    """{name: value} of `name name=0.5 ...`"""
    found = {}
    for item in features.split():
        name, _, value = item.partition("=")
        found[name] = found.get(name, 0.0) + (float(value) if value else 1.0)
    return found


def sigmoid(odds):
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def log_odds(weights, row):
    return weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in row.items())


def predict(weights, row):
    return sigmoid(log_odds(weights, row))


def solve(matrix, vector):
    """x of matrix x = vector for a symmetric positive matrix of which the lower half is given (Cholesky; overwrites it)."""
    n = len(vector)
    for i in range(n):
        row = matrix[i]
        for j in range(i):
            other = matrix[j]
            row[j] = (row[j] - sum(row[k] * other[k] for k in range(j) if row[k])) / other[j]
        row[i] = math.sqrt(max(1e-12, row[i] - sum(v * v for v in row[:i])))
    x = list(vector)
    for i in range(n):
        row = matrix[i]
        x[i] = (x[i] - sum(row[k] * x[k] for k in range(i))) / row[i]
    for i in reversed(range(n)):
        x[i] /= matrix[i][i]
        for k in range(i):
            x[k] -= matrix[i][k] * x[i]
    return x


def newton_step(data, targets, weights, centre, penalty):
    """The step of Newton's method for the penalized log loss."""
    n = len(weights)
    gradient = [l2 * (w - c) for w, c, l2 in zip(weights, centre, penalty)]
    curvature = [[0.0] * i + [penalty[i]] for i in range(n)]
    for row, target in zip(data, targets):
        p = sigmoid(sum(weights[i] * value for i, value in row))
        error, slope = p - target, p * (1 - p)
        for at, (i, value) in enumerate(row):
            gradient[i] += error * value
            line, scaled = curvature[i], slope * value
            for j, other in row[:at + 1]:
                line[j] += scaled * other
    return solve(curvature, gradient)


def fit(rows, targets, l2, least=8, rounds=25, start=None, free=()):
    """Weights {name: w} with `bias`. Targets are in [0, 1]; features seen in fewer than `least` rows are left out.

    Newton's method to the minimum, from zero or from `start`, towards which the L2 penalty then pulls; the bias and the features
    in `free` are not penalized.
    """
    counts = collections.Counter(name for row in rows for name in row)
    start = start or {}
    names = ["bias"] + sorted(name for name, count in counts.items() if count >= least and name != "bias")
    place = {name: i for i, name in enumerate(names)}
    data = [[(0, 1.0)] + sorted((place[name], value) for name, value in row.items() if name in place) for row in rows]
    centre = [start.get(name, 0.0) for name in names]
    penalty = [1e-3 if name == "bias" or name in free else max(l2, 1e-6) for name in names]
    weights = list(centre)
    for _ in range(rounds):
        step = newton_step(data, targets, weights, centre, penalty)
        # Far from the minimum a full step may overshoot.
        longest = max(abs(s) for s in step)
        scale = min(1.0, 4.0 / longest) if longest else 1.0
        weights = [w - scale * s for w, s in zip(weights, step)]
        if longest < 1e-4:
            break
    return dict(zip(names, weights))


def folds_of(groups, count, deal=0):
    """{group: fold}: groups in the order of their hash, dealt out; another `deal`, another order."""
    order = sorted(set(groups), key=lambda g: hashlib.sha256(f"{deal or ''}{g}".encode()).hexdigest())
    return {g: i % count for i, g in enumerate(order)}
