#!/usr/bin/env python3
"""Make countries.tsv, igos.tsv, cities.tsv and forenames.tsv from the published lists that README.md names.

usage: make_tables.py SOURCE_FOLDER

SOURCE_FOLDER holds countries.tsv, igos.tsv, cities.tsv, phoenix_actors.tsv, forenames_by_country.tsv and
us_census1990_names.tsv (unpacked). Writes beside itself. Run by hand when a source changes; the build reads only the tables.
"""
import collections
import csv
import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
# Too common as words or as other names to stand for what the lists mean.
SKIPPED_IGO_TERMS = {"the Fund", "the Commission", "the Union", "the Alliance", "AI", "PCA", "CAN", "NAM", "AL", "EP", "TI",
                     "WB", "ADB", "IDB", "PACE", "the Commonwealth", "Commonwealth", "Quad", "ICG", "CPJ", "EC", "BIS", "EMA"}

SKIPPED_COUNTRY_TERMS = {"Island"}  # Iceland's own name without its accent


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def latin(text):
    return all(ord(c) < 0x250 or c in "’" for c in text)


def unique(terms):
    return list(dict.fromkeys(t.strip() for t in terms if t and t.strip()))


def with_folded(terms):
    return unique(t for term in terms for t in (term, folded(term)))


def extra_terms():
    extra = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(os.path.join(HERE, "country_terms_extra.tsv"), encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                iso3, kind, terms = line.rstrip("\n").split("\t")
                extra[iso3][kind] += terms.split("|")
    return extra


def write(name, head, table):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.write("# " + head + "\n")
        for row in table:
            out.write("\t".join(row) + "\n")


def countries(folder):
    extra = extra_terms()
    table, by_name, seen = [], {}, set()
    # States before their territories: the first to name a term keeps it (`American`, `French`).
    for row in sorted(rows(folder, "countries.tsv"), key=lambda r: (r["iso3"] not in extra, r["independent"] != "1")):
        iso3 = row["iso3"]
        more = extra.get(iso3, {})
        seen.add(iso3)
        names = [n for n in [row["name"], row["official_name"], *row["alt_names"].split("|")] if latin(n) and len(n) > 3]
        names = [n for n in with_folded(more.get("n", []) + names) if n not in SKIPPED_COUNTRY_TERMS]
        demonyms = unique(more.get("a", []) + row["demonyms_en"].split(", "))
        capitals = with_folded(more.get("c", []) + row["capitals"].split("|"))
        by_name.update({folded(n).upper(): iso3 for n in names})
        common = more["n"][0] if more.get("n") else row["name"]
        table.append((iso3, common, "|".join(names), "|".join(demonyms), "|".join(unique(more.get("p", []))), "|".join(capitals)))
    for iso3, more in extra.items():
        if iso3 not in seen:
            table.append((iso3, more["n"][0], "|".join(more["n"]), "|".join(more.get("a", [])), "", ""))
    write("countries.tsv", "iso3\tcommon name\tnames\tdemonyms\tfurther plural demonyms\tcapitals and seats of government", table)
    return by_name


def igos(folder):
    table = []
    for row in rows(folder, "igos.tsv"):
        terms = [t for t in unique([row["name"], row["acronym"], *row["aliases"].split("|")]) if t not in SKIPPED_IGO_TERMS]
        sector = "NGO" if row["kind"] in ("ngo", "humanitarian", "sport") else "IGO"
        table.append((sector, row["name"], "|".join(with_folded(terms))))
    write("igos.tsv", "sector\tname\tterms", table)


def cities(folder, country_of):
    """Cities of the world list that the event-data dictionaries give for the same country: those that news is about."""
    known = set()
    for row in rows(folder, "phoenix_actors.tsv"):
        iso3 = country_of.get(row["name"])
        if row["dictionary"] == "Countries" and iso3:
            known.update((alias, iso3) for alias in row["aliases"].split("|"))
    found = {}
    for row in rows(folder, "cities.tsv"):
        name = row["name"]
        iso3 = country_of.get(folded(row["country"]).upper())
        if len(name) > 3 and latin(name) and (folded(name).upper(), iso3) in known:
            found.setdefault(name, set()).add(iso3)
    table = [(places.pop(), "|".join(with_folded([name]))) for name, places in sorted(found.items()) if len(places) == 1]
    write("cities.tsv", "iso3\tname", table)


def forenames(folder):
    weight = collections.defaultdict(lambda: [0.0, 0.0])
    for row in rows(folder, "us_census1990_names.tsv"):
        if row["kind"].startswith("first_"):
            weight[row["name"]][row["kind"] == "first_female"] += float(row["percent"])
    for row in rows(folder, "forenames_by_country.tsv"):
        name = row["Romanized Name"]
        if latin(name) and " " not in name and row["Gender"] in ("M", "F"):
            weight[name][row["Gender"] == "F"] += 0.05
    with open(os.path.join(HERE, "forenames_extra.tsv"), encoding="utf-8") as extra:
        for line in extra:
            if not line.startswith("#"):
                gender, members = line.rstrip("\n").split("\t")
                for name in members.split():
                    weight.setdefault(name, [0.0, 0.0])[gender == "f"] += 0.001
    names = {"m": [], "f": []}
    for name, (male, female) in weight.items():
        if male >= 5 * female:
            names["m"].append(name)
        elif female >= 5 * male:
            names["f"].append(name)
    lines = []
    for gender, members in names.items():
        members = with_folded(sorted(members))
        lines += [(gender, " ".join(members[i:i + 20])) for i in range(0, len(members), 20)]
    write("forenames.tsv", "gender\tnames (blank-separated)", lines)


if __name__ == "__main__":
    source = sys.argv[1]
    known_countries = countries(source)
    igos(source)
    cities(source, known_countries)
    forenames(source)
