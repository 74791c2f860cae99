"""Augmentation: replaces personal and place names of a training sentence by random ones of the same kind.

The labelled corpora hold few names from most of the world, while archives are full of them; a swapped name keeps its tags,
head and relation (Dai and Adel 2020, "An Analysis of Simple Data Augmentation for Named Entity Recognition").
Names: forenames and surnames by country (CC0-1.0), US census surnames (public domain), cities (CC-BY-4.0, GeoNames).
"""
import copy
import csv
import io
import pathlib

import corpora

_KEEP = set("""mr mrs ms dr sir sheikh shaikh president prince king queen pope saint st general bin ibn abu al von van der den de la
    god jesus allah""".split())


def column(path, name, keep=lambda row: True):
    """Sorted names of a column of a tab-separated list: single capitalized words of three letters and more."""
    rows = csv.DictReader(io.StringIO(corpora.read_text(path)), delimiter="\t", quoting=csv.QUOTE_NONE)
    names = (row[name] for row in rows if keep(row))
    return sorted({n for n in names if n and n.isalpha() and n.istitle() and len(n) > 2})


class NameSwap:
    """swap(item) gives a copy of an Encoded sentence with other names, or the sentence itself when it has none."""

    def __init__(self, shared, lexicon, rng):
        lexical = pathlib.Path(shared) / "data/lexical"
        self.first = column(lexical / "forenames_by_country.tsv.zst", "Romanized Name")
        self.last = column(lexical / "surnames_by_country.tsv.zst", "Romanized Name")
        self.last += column(lexical / "us_census1990_names.tsv.zst", "name", lambda r: r["kind"] == "last" and int(r["rank"]) <= 1500)
        self.place = rng.sample(column(lexical / "cities.tsv.zst", "name"), 6000)
        self.lexicon, self.rng = lexicon, rng

    def _name(self, form, kind, first):
        if not (form.isalpha() and form.istitle() and len(form) > 2) or form.lower() in _KEEP:
            return form
        return self.rng.choice(self.place if kind == "LOC" else self.first if first else self.last)

    def swap(self, item):
        forms = list(item.source.forms)
        for b, e, kind in corpora.spans(item.source.ner or []):
            if kind == "LOC" and e - b == 1 and len(forms[b]) > 3 and self.rng.random() < 0.5:
                forms[b] = self._name(forms[b], kind, True)
            elif kind == "PER" and e - b <= 4:
                alone = e - b == 1 and self.rng.random() < 0.5
                for i in range(b, e):
                    forms[i] = self._name(forms[i], kind, alone or (i == b and e - b > 1))
        if forms == item.source.forms:
            return item
        out = copy.copy(item)
        out.source = copy.copy(item.source)
        out.source.forms = forms
        out.types = item.types.copy()
        for i, (old, new) in enumerate(zip(item.source.forms, forms)):
            if old != new:
                out.types[i] = self.lexicon.type_of(new)
        out._surface = {}
        return out
