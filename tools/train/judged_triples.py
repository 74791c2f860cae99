#!/usr/bin/env python3
"""Triples of whole articles that people judged right or wrong (annotations/judged.tsv), to learn confidence from.

usage: judged_triples.py [--shared FOLDER] > articles.jsonl     the articles, for `actant explain --json`

The file, tab-separated: `# corpus document sha256` opens an article (its text is documents() of annotations.py); each line after it is a triple:
start and end of the subject, the relation, start and end of the object (of the words said for `stated`), `r` or `w`.
"""
import argparse
import hashlib
import json
import os
import sys

import annotations
import records
import relation_sentences

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotations", "judged.tsv")


def judged(path=FILE):
    """{article id: [(subject, relation, object, right)]}, spans of code points; and the ids' (corpus, document, sha256)."""
    found, where = {}, {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if line.startswith("# "):
                corpus, document, digest = fields[0][2:], int(fields[1]), fields[2]
                of_article = found[f"{corpus}-{document}"] = []
                where[f"{corpus}-{document}"] = corpus, document, digest
                continue
            subject, relation, thing = fields[0].split()
            of_article.append((relation_sentences.span(subject), relation, relation_sentences.span(thing), fields[1] == "r"))
    return found, where


def articles(shared):
    """The articles as `actant extract` reads them."""
    for article, (corpus, document, digest) in judged()[1].items():
        text = annotations.documents(shared, corpus)[document]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != digest:
            sys.exit(f"{FILE}: document {document} of {corpus} is not the text that was judged")
        yield {"id": article, "text": text, "source": annotations.PUBLISHERS.get(corpus, corpus)}


def judgements(explained):
    """(article id, triple of the record, 1.0 or 0.0) of each triple that was judged."""
    found = judged()[0]
    for record in records.records(explained):
        for triple in record.relations:
            verdicts = {right for subject, relation, thing, right in found.get(record.id, ()) if record.is_like(triple, subject, relation, thing)}
            if len(verdicts) == 1:
                yield record.id, triple, float(verdicts.pop())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared"))
    for article in articles(parser.parse_args().shared):
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
