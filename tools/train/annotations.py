#!/usr/bin/env python3
"""Our own annotated articles: stand-off annotations of documents of ../shared/corpora/pretrain, after gold/GUIDELINES.md.

usage: annotations.py text CORPUS NUMBER [--shared FOLDER]       print a document with its sentences numbered
       annotations.py compile SHEET... [--shared FOLDER]         sheets to stand-off annotations (JSON Lines) on stdout
       annotations.py gold OUT [--shared FOLDER] [--sets A,B | --train]
                                                                 make OUT a folder like ../shared/gold, of annotations/*.jsonl;
                                                                 --train: of those that may train, all but held.jsonl

The form of a sheet and of the stand-off lines: annotations/README.md. Exit status 1 with a message that names the sheet and
the line when a sheet contradicts its text; a document whose text has changed (sha256) is refused.
"""
import argparse
import glob
import hashlib
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TYPES = {"person", "organization", "place", "group", "event", "topic"}
KINDS = {"n": "name", "d": "nominal", "p": "pronoun"}
RELATIONS = set("""stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened
protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in
part-of related-to also-known-as""".split())
MEASURE_ONLY = "held"  # its errors are never read and nothing is fitted to it
END_OF_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)[.?!]['\"’”)]*(?=\s+[A-Z\"'“‘])|\n\n")
PUBLISHERS = {"gmb_voa": "Voice of America", "whitehouse_statements": "The White House"}  # the source of an article
documents_of = {}


def documents(shared, corpus):
    """The documents of a corpus, paragraphs set apart by an empty line."""
    if corpus not in documents_of:
        path = os.path.join(shared, "corpora", "pretrain", corpus + ".txt.zst")
        text = subprocess.run(["zstd", "-dcq", "--long=27", path], check=True, capture_output=True).stdout.decode("utf-8")
        documents_of[corpus] = ["\n\n".join(d.split("\n")) for d in text.strip("\n").split("\n\n")]
    return documents_of[corpus]


def sentences(text):
    """Spans of sentences, by a rule of thumb: for people to point at, nothing else."""
    ends = [m.end() for m in END_OF_SENTENCE.finditer(text)]
    spans, start = [], 0
    for end in ends + [len(text)]:
        if text[start:end].strip():
            left = start + len(text[start:end]) - len(text[start:end].lstrip())
            spans.append((left, start + len(text[start:end].rstrip())))
        start = end
    return spans


def fail(sheet, line, message):
    sys.exit(f"{sheet}:{line}: {message}")


class Sheet:
    """One annotated document as a person wrote it."""

    def __init__(self, path, shared):
        self.path, self.entities, self.statements, self.relations = path, {}, [], []
        self.line = 0
        with open(path, encoding="utf-8") as lines:
            for self.line, line in enumerate(lines, 1):
                line = line.strip()
                if not line or line.startswith("#"):
                    continue
                if line.startswith("doc "):
                    _, self.corpus, number = line.split()
                    self.number = int(number)
                    self.text = documents(shared, self.corpus)[self.number]
                    self.sentences = sentences(self.text)
                elif " > " in line:
                    self.add_relation(line)
                else:
                    self.add_entity(line)
        for statement in self.statements:
            inside = [key for key, e in self.entities.items() for m in e["mentions"]
                      if m["kind"] == "name" and statement["start"] <= m["start"] and m["end"] <= statement["end"]]
            statement["about"] = sorted(set(inside))

    def fail(self, message):
        fail(self.path, self.line, message)

    def places(self, words, which):
        found = [m.span() for m in re.finditer(r"(?<!\w)" + re.escape(words) + r"(?!\w)", self.text)]
        if which == "*":
            if not found:
                self.fail(f"not in the text: {words!r}")
            return found
        chosen = []
        for n in which.split(","):
            if not 1 <= int(n) <= len(found):
                self.fail(f"{words!r} stands {len(found)} times in the text, not {n}")
            chosen.append(found[int(n) - 1])
        return chosen

    def add_entity(self, line):
        parts = [p.strip() for p in line.split("|")]
        if len(parts) != 4 or parts[1] not in TYPES:
            self.fail("expected `key | type | name | mention ; mention ...`")
        key, kind, name, mentions = parts
        if key in self.entities:
            self.fail(f"{key} is there already")
        spans = {}
        for mention in mentions.split(" ; "):
            found = re.fullmatch(r"([ndp]):(.+?)(?:@([\d,]+|\*))?", mention.strip())
            if not found:
                self.fail(f"expected n:words@1,2 or n:words@*, not {mention!r}")
            for start, end in self.places(found[2].strip(), found[3] or "1"):
                spans[start, end] = KINDS[found[1]]
        self.entities[key] = {"id": key, "type": kind, "name": name,
                              "mentions": [{"start": s, "end": e, "kind": k} for (s, e), k in sorted(spans.items())]}

    def entity(self, key):
        if key not in self.entities:
            self.fail(f"no entity {key!r} above")
        return key

    def add_relation(self, line):
        parts = [p.strip() for p in line.split(" | ")]
        arguments = parts[0].split(" > ")
        if len(arguments) != 3 or arguments[1] not in RELATIONS or len(parts) < 2:
            self.fail("expected `subject > relation > object | sentences | key=value ...`")
        subject, relation, thing = arguments
        relation_of = {"subject": self.entity(subject), "relation": relation}
        if relation == "stated":
            relation_of["object"] = self.add_statement(thing)
        else:
            relation_of["object"] = thing if relation == "also-known-as" else self.entity(thing)
        relation_of["evidence"] = []
        for n in parts[1].split(","):
            if not 1 <= int(n) <= len(self.sentences):
                self.fail(f"no sentence {n}")
            start, end = self.sentences[int(n) - 1]
            relation_of["evidence"].append({"start": start, "end": end})
        for item in parts[2:]:
            name, _, value = item.partition("=")
            if name == "negated":
                relation_of["negated"] = True
            elif name == "modality" and value in ("planned", "requested", "possible"):
                relation_of["modality"] = value
            elif name in ("attributed_to", "place"):
                relation_of[name] = self.entity(value)
            elif name in ("time", "title") and value:
                relation_of[name] = value
            else:
                self.fail(f"unknown qualifier {item!r}")
        self.relations.append(relation_of)

    def add_statement(self, words):
        """`first words ... last words`, or all the words."""
        first, _, last = (p.strip() for p in words.strip('"').partition(" ... "))
        starts = [m.start() for m in re.finditer(re.escape(first), self.text)]
        if len(starts) != 1:
            self.fail(f"{first!r} stands {len(starts)} times in the text: give enough words to make it one")
        start = starts[0]
        end = self.text.find(last, start) + len(last) if last else start + len(first)
        if last and self.text.find(last, start) < 0:
            self.fail(f"not after that in the text: {last!r}")
        for statement in self.statements:
            if (statement["start"], statement["end"]) == (start, end):
                return statement["id"]  # two speakers of one content
        self.statements.append({"id": f"s{len(self.statements) + 1}", "start": start, "end": end})
        return self.statements[-1]["id"]

    def standoff(self):
        return {"corpus": self.corpus, "document": self.number, "sha256": hashlib.sha256(self.text.encode()).hexdigest(),
                "entities": list(self.entities.values()), "statements": self.statements, "relations": self.relations}


def training_sets():
    names = {os.path.splitext(os.path.basename(path))[0] for path in glob.glob(os.path.join(HERE, "annotations", "*.jsonl"))}
    return names - {MEASURE_ONLY}


def write_gold(folder, shared, sets):
    os.makedirs(os.path.join(folder, "dev"), exist_ok=True)
    scorer = os.path.join(folder, "score.py")
    if not os.path.lexists(scorer):
        os.symlink(os.path.abspath(os.path.join(shared, "gold", "score.py")), scorer)
    with open(os.path.join(folder, "dev.articles.jsonl"), "w", encoding="utf-8") as articles:
        for path in sorted(glob.glob(os.path.join(HERE, "annotations", "*.jsonl"))):
            if sets and os.path.splitext(os.path.basename(path))[0] not in sets:
                continue
            with open(path, encoding="utf-8") as lines:
                for number, line in enumerate(lines, 1):
                    record = json.loads(line)
                    corpus, document, digest = (record.pop(k) for k in ("corpus", "document", "sha256"))
                    text = documents(shared, corpus)[document]
                    if hashlib.sha256(text.encode()).hexdigest() != digest:
                        fail(path, number, f"document {document} of {corpus} is not the text that was annotated")
                    doc = {"id": f"{corpus}-{document}", "source": PUBLISHERS.get(corpus, corpus)}
                    with open(os.path.join(folder, "dev", doc["id"] + ".jsonl"), "w", encoding="utf-8") as out:
                        print(json.dumps({"doc": doc, "text": text, **record}, ensure_ascii=False), file=out)
                    print(json.dumps({**doc, "text": text}, ensure_ascii=False), file=articles)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("text", "compile", "gold"))
    parser.add_argument("names", nargs="+")
    parser.add_argument("--shared", default=os.path.join(HERE, "..", "..", "..", "shared"))
    parser.add_argument("--sets")
    parser.add_argument("--train", action="store_true")
    options = parser.parse_args()
    if options.what == "text":
        text = documents(options.shared, options.names[0])[int(options.names[1])]
        for number, (start, end) in enumerate(sentences(text), 1):
            print(f"{number}. {text[start:end]}")
    elif options.what == "compile":
        for path in options.names:
            print(json.dumps(Sheet(path, options.shared).standoff(), ensure_ascii=False))
    else:
        sets = set(options.sets.split(",")) if options.sets else None
        write_gold(options.names[0], options.shared, training_sets() if options.train else sets)


if __name__ == "__main__":
    main()
