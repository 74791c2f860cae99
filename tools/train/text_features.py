"""Features of a word, exactly as extract/nn/network.md defines them (the C++ twin is extract/nn/)."""
import unicodedata

MAX_NGRAMS = 40
SHAPES = 13
PLACES = 8

_MAP = {0x2018: "'", 0x2019: "'", 0x2032: "'", 0x201C: '"', 0x201D: '"', 0x2033: '"',
        0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2013: "-", 0x2014: "-", 0x2212: "-"}


def norm(form):
    """Lower-cased form with digits as 0 and plain quotes and dashes: `2,000` -> `0,000`, `Iran’s` -> `iran's`."""
    if form.isascii():
        return "".join("0" if "0" <= c <= "9" else c for c in form.lower())
    out = []
    for c in form:
        if "0" <= c <= "9":
            out.append("0")
        elif ord(c) in _MAP:
            out.append(_MAP[ord(c)])
        else:
            # simple (one to one) lower case: the only full mapping that differs is U+0130
            out.append("i" if c == "\u0130" else c.lower())
    return "".join(out)


def fnv1a(data):
    """FNV-1a 64 of bytes."""
    h = 14695981039346656037
    for b in data:
        h = ((h ^ b) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


def ngram_rows(normalized, buckets):
    """Rows of `ngram` for norm(form), at most MAX_NGRAMS, ordered by start and then by length."""
    s = "<" + normalized + ">"
    rows = []
    for i in range(len(s)):
        for n in (3, 4, 5):
            if i + n > len(s) or n == len(s):  # the whole of s is not an n-gram
                continue
            if len(rows) == MAX_NGRAMS:
                return rows
            rows.append(fnv1a(s[i:i + n].encode()) % buckets)
    return rows


def shape(form):
    """Shape id 0..12 of a form, first rule that applies."""
    letters = [c for c in form if c.isalpha()]
    digits = any("0" <= c <= "9" for c in form)
    if not letters:
        if not digits:
            return 0
        return 1 if all("0" <= c <= "9" for c in form) else 2
    if digits:
        return 3
    upper = [unicodedata.category(c) in ("Lu", "Lt") for c in letters]
    if not any(upper):
        return 4
    if "." in form[1:] and all(upper):
        return 9
    if len(letters) == 1:
        return 5
    if upper[0] and not any(upper[1:]):
        return 6
    if all(upper):
        return 7 if len(letters) <= 4 else 8
    if upper[0]:
        return 10
    return 11


def places(forms):
    """Place ids of a sentence: 0 inside, 1 first, 2 last, 3 only; + 4 where no token has a lower-case letter."""
    n = len(forms)
    caps = 0 if any(unicodedata.category(c) == "Ll" for f in forms for c in f) else 4
    if n == 1:
        return [3 + caps]
    return [1 + caps] + [caps] * (n - 2) + [2 + caps]
