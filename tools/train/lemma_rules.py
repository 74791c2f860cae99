"""Lemma rules `K|A|B|C` and `=TEXT` of extract/nn/network.md."""


def make(form, lemma):
    """The rule that turns form into lemma: ("running", "run") -> `l|0|4|`, ("is", "be") -> `=be`."""
    keep = "l" if lemma == lemma.lower() else "k"
    base = form.lower() if keep == "l" else form
    best = None
    for cut in range(min(3, len(base))):
        n = 0
        while cut + n < len(base) and n < len(lemma) and base[cut + n] == lemma[n]:
            n += 1
        if n and (best is None or n > best[1]):
            best = (cut, n)
        if best and cut == 0:
            break  # a shared prefix is the normal case
    if best is None:
        return "=" + lemma
    cut, n = best
    return f"{keep}|{cut}|{len(base) - cut - n}|{lemma[n:]}"


def apply(rule, form):
    """Inverse of make; a rule that does not fit the form gives the (lower-cased) form itself."""
    if rule.startswith("="):
        return rule[1:]
    keep, cut, drop, add = rule.split("|", 3)
    base = form.lower() if keep == "l" else form
    cut, drop = int(cut), int(drop)
    if cut + drop > len(base):
        return base
    return base[cut:len(base) - drop] + add
