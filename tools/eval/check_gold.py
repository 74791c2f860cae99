#!/usr/bin/env python3
"""Scores records against the gold articles with their own scorer, checks floors and the seed article.

usage: check_gold.py GOLD_FOLDER RECORDS --floor strict=25 [--floor precision=60 ...] [--seed RELATION,...]

`strict`, `lenient`, `precision` (strict), `names`, `entities` and the qualifiers (`time`, `place`, ...) are percentages. With --seed the article `seed-article` must show, for each of
these relations, at least half of its gold triples strictly right. Exit code 1 when something is below its floor.
"""
import argparse
import collections
import importlib.util
import json
import os
import subprocess
import sys


def scorer(folder):
    spec = importlib.util.spec_from_file_location("score", os.path.join(folder, "score.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def seed_failures(folder, records, relations):
    """Relations of the seed article with less than half of the gold triples right."""
    score = scorer(folder)
    gold = score.load(os.path.join(folder, "dev"))["seed-article"]
    article = score.Article(gold, records.get("seed-article", {}))
    right, all_gold = collections.Counter(), collections.Counter(r["relation"] for r in gold["relations"])
    free = list(gold["relations"])
    for relation in records.get("seed-article", {}).get("relations", []):
        match = next((g for g in free if article.same(relation, g, True)), None)
        if match:
            free.remove(match)
            right[match["relation"]] += 1
    failures = []
    for relation in relations:
        print(f"seed article, {relation}: {right[relation]} of {all_gold[relation]} right")
        if 2 * right[relation] < all_gold[relation]:
            failures.append(relation)
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("records")
    parser.add_argument("--floor", action="append", default=[])
    parser.add_argument("--seed", default="")
    options = parser.parse_args()
    command = [sys.executable, os.path.join(options.folder, "score.py"), os.path.join(options.folder, "dev"), options.records]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())
    result = json.loads(subprocess.run(command + ["--json"], check=True, capture_output=True, text=True).stdout)
    found = {"strict": result["relations"]["f1"], "lenient": result["lenient"]["f1"], "precision": result["relations"]["p"],
             "names": result["names"]["f1"], "entities": result["entities"]["f1"]}
    found.update({name: round(100 * tally["right"] / max(tally["of"], 1), 1) for name, tally in result["qualifiers"].items()})
    failed = False
    for floor in options.floor:
        name, value = floor.split("=")
        if found[name] < float(value):
            failed = True
            print(f"BELOW THE FLOOR: {name} {found[name]} < {value}")
    if options.seed:
        failures = seed_failures(options.folder, scorer(options.folder).load(options.records), options.seed.split(","))
        failed |= bool(failures)
        if failures:
            print(f"BELOW THE FLOOR: seed article, {', '.join(failures)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
