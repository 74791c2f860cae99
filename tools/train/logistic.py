"""Logistic regression over named features, without any library: small data, small tables."""
import collections
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


def fit(rows, targets, l2, least=8, rounds=250, start=None):
    """Weights {name: w} with `bias`. Targets are in [0, 1]; features seen in fewer than `least` rows are left out.

    Full-batch AdaGrad from zero, or from `start`, towards which the L2 penalty then pulls; the bias is not penalized.
    """
    counts = collections.Counter(name for row in rows for name in row)
    start = start or {}
    names = ["bias"] + sorted(name for name, count in counts.items() if count >= least)
    place = {name: i for i, name in enumerate(names)}
    data = [[(0, 1.0)] + [(place[name], value) for name, value in row.items() if name in place] for row in rows]
    centre = [start.get(name, 0.0) for name in names]
    weights, squares = list(centre), [1e-8] * len(names)
    for _ in range(rounds):
        gradient = [l2 * (w - c) for w, c in zip(weights, centre)]
        gradient[0] = 0.0
        for row, target in zip(data, targets):
            error = sigmoid(sum(weights[i] * value for i, value in row)) - target
            for i, value in row:
                gradient[i] += error * value
        for i, g in enumerate(gradient):
            squares[i] += g * g
            weights[i] -= 0.5 * g / math.sqrt(squares[i])
    return dict(zip(names, weights))


def folds_of(groups, count):
    """{group: fold}: groups in the order of their hash, dealt out."""
    import hashlib
    order = sorted(set(groups), key=lambda g: hashlib.sha256(str(g).encode()).hexdigest())
    return {g: i % count for i, g in enumerate(order)}


def out_of_fold(rows, targets, groups, train, count, **options):
    """Log-odds of every row from weights fitted without its group; `train[i]` tells whether row i may train at all."""
    fold = folds_of(groups, count)
    result = [0.0] * len(rows)
    for f in range(count):
        chosen = [i for i in range(len(rows)) if train[i] and fold[groups[i]] != f]
        weights = fit([rows[i] for i in chosen], [targets[i] for i in chosen], **options)
        for i, row in enumerate(rows):
            if fold[groups[i]] == f:
                result[i] = log_odds(weights, row)
    return result


def fit_scaled(rows, targets, groups, count=5, **options):
    """fit(), with the log-odds brought to the scale that held-back groups ask for (Platt): what is learned on the rows
    themselves is too sure of itself."""
    train = [True] * len(rows)
    odds = out_of_fold(rows, targets, groups, train, count, **options)
    scale = fit([{"odds": o} for o in odds], targets, l2=0.0, least=1, start={"odds": 1.0})
    weights = fit(rows, targets, **options)
    scaled = {name: w * scale["odds"] for name, w in weights.items()}
    scaled["bias"] += scale["bias"]
    return scaled
