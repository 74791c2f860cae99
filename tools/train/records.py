"""Extraction records as the annotations see them: triples found again by the words of their arguments."""
import json

from relation_sentences import SYMMETRIC


def share(a, b):
    """Whether one of two spans holds at least half of the other."""
    return 2 * (min(a[1], b[1]) - max(a[0], b[0])) >= min(a[1] - a[0], b[1] - b[0])


class Record:
    """A line of `actant extract` or `actant explain --json`."""

    def __init__(self, line):
        data = json.loads(line)
        self.id, self.relations = data["doc"]["id"], data["relations"]
        self.names = {e["id"]: e["name"] for e in data["entities"]}
        self.spans = {e["id"]: [(m["start"], m["end"]) for m in e["mentions"]] for e in data["entities"]}
        self.spans.update({s["id"]: [(s["start"], s["end"])] for s in data.get("statements", ())})

    def is_at(self, node, words):
        """Whether the entity or statement stands at these words."""
        return any(share(span, words) for span in self.spans.get(node, ()))

    def is_like(self, triple, subject, relation, thing):
        """Whether the triple has this relation and arguments (spans)."""
        if triple["relation"] != relation:
            return False
        ways = [(subject, thing)] + ([(thing, subject)] if relation in SYMMETRIC else [])
        return any(self.is_at(triple["subject"], a) and self.is_at(triple["object"], b) for a, b in ways)

    def find(self, subject, relation, thing):
        """The triple read in the sentence of these words, or None."""
        for triple in self.relations:
            if any(e["start"] <= subject[0] < e["end"] for e in triple["evidence"]) and self.is_like(triple, subject, relation, thing):
                return triple
        return None


def records(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield Record(line)
