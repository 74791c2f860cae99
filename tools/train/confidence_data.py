"""Triples of coded event sentences that are known to be right or wrong, to learn confidence from beside the annotated articles.

Each sentence has the event that its source codes, and names other events in it that are not coded: a triple that matches the one is
right, one of the others' relations counts neither way, all else is wrong (the lenient reading of EVENTS_FOLDER/score_events.py).
"""
import json
import os

SETS = ("plover_gsr.dev", "petrarch.dev")


def records_of(path):
    with open(path, encoding="utf-8") as lines:
        return {record["doc"]["id"]: record for record in map(json.loads, lines)}


def judgements(score_events, folder, name, explained):
    """(sentence id, features, 1.0 or 0.0) of each triple that is decided; EXPLAINED is what `actant explain --json` writes."""
    system = records_of(explained)
    for sentence in score_events.read(os.path.join(folder, name + ".jsonl")):
        record = system.get(sentence["id"])
        if record is None:
            continue
        dyads = score_events.dyads(sentence)
        uncoded = set(sentence.get("extra", ())) | {relation for dyad in dyads for relation, _ in dyad.also}
        entities = {e["id"]: e for e in record.get("entities", ())}
        for relation in record["relations"]:
            name = relation["relation"]
            unreal = relation.get("negated") or relation.get("modality") in ("requested", "possible")
            if name not in score_events.RELATIONS or unreal:
                continue
            triple = (name, entities.get(relation["subject"]), entities.get(relation["object"]))
            if any(dyad.fits(triple, "triple", "lenient") for dyad in dyads):
                yield sentence["id"], relation["features"], 1.0
            elif name not in uncoded:
                yield sentence["id"], relation["features"], 0.0
