#!/usr/bin/env python3
"""Scores who says what: an attribution is right when its source, its cue and its content all overlap those of the gold one
(the measure by which two human annotators of PolNeAR reach 78.8), from the output of analyze_attribution.

  score_attribution.py articles FILE.jsonl.zst > articles.jsonl          articles for analyze_attribution
  score_attribution.py score FILE.jsonl.zst records.jsonl [--floor F1=65] [--errors N]

FILE holds articles with character offsets (PolNeAR) or sentences with token offsets (EWT, GUM), whose words are joined by
blanks here; --strict FILE takes the listed documents only. A part that the gold attribution lacks (an implicit source, the
cue of a GUM record) is not asked for; `cue` of GUM is what of the attribution unit is not its source. A system attribution
without source, cue or content fails where gold has one. --clauses: phrases that are no gold attribution do not count against
the system, as for GUM, whose attributions stand between clauses. --outermost: what the system finds inside the content of
another attribution does not count, as for PolNeAR, whose annotations are univocal: a token takes part in one attribution.
"""
import argparse
import collections
import json
import sys

from conllu_text import read_text
from score_conllu import below, f1, parse_floors, percent


# Rules whose content is a phrase.
PHRASES = {"said-infinitive", "said-object", "said-preposition", "said-gerund", "said-as", "said-attitude", "said-carried",
           "call-for", "wide-object", "wide-phrase", "wide-noun", "wide-modified", "wide-passive", "wide-impersonal",
           "wide-gerund", "wide-charge", "wide-unowned", "wide-felt"}


def to_characters(tokens, ranges):
    begins, at = [], 0
    for token in tokens:
        begins.append(at)
        at += len(token) + 1
    return [(begins[a], begins[b - 1] + len(tokens[b - 1])) for a, b in ranges if a < b]


def without(ranges, others):
    tokens = {t for a, b in ranges for t in range(a, b)} - {t for a, b in others for t in range(a, b)}
    return [(t, t + 1) for t in sorted(tokens)]


def load(path, keep):
    """{id: (text, [(source, cue, content)])}, spans as lists of (begin, end) characters."""
    articles = {}
    for number, line in enumerate(read_text(path).split("\n")):
        if not line.strip():
            continue
        row = json.loads(line)
        if "text" in row:
            gold = [tuple([tuple(s) for s in a[part]] for part in ("source", "cue", "content")) for a in row["attributions"]]
            articles[row["id"]] = (row["text"], gold)
            continue
        if keep is not None and row["doc"] not in keep:
            continue
        tokens = row["tokens"]
        records = row.get("attributions")
        if records is None:
            records = [{"source": row["source"], "content": row["content"],
                        "cue": without(row["attribution_edu"], row["source"])}]
        text = " ".join(tokens)
        gold = [tuple(to_characters(tokens, a[part]) for part in ("source", "cue", "content")) for a in records]
        key = row.get("sent_id") or row["doc"] + "/" + "+".join(row["sent_ids"])
        if key in articles and articles[key][0] == text:
            articles[key][1].extend(gold)
        else:
            articles[key if key not in articles else f"{key}#{number}"] = (text, gold)
    return articles


def system_of(record, phrases=False, outermost=False):
    """[(source, cue, content)]; `phrases`: those whose content is a phrase alone; `outermost`: none inside another."""
    statements = {s["id"]: s for s in record.get("statements", [])}
    found = []
    for s in statements.values():
        if (phrases and s.get("rule") not in PHRASES) or (outermost and s.get("nested")):
            continue
        parts = []
        for part in ("source", "cue"):
            parts.append([(s[part]["start"], s[part]["end"])] if s.get(part) else [])
        found.append((parts[0], parts[1], [(s["start"], s["end"])]))
    return found


def touches(a, b):
    return any(x < v and u < y for x, y in a for u, v in b)


def same(gold, system):
    return all(not g or touches(g, s) for g, s in zip(gold, system)) and any(gold)


def match(gold, system):
    """Pairs, one to one, by augmenting paths (Kuhn)."""
    owner = {}

    def place(g, seen):
        for s in range(len(system)):
            if s in seen or not same(gold[g], system[s]):
                continue
            seen.add(s)
            if s not in owner or place(owner[s], seen):
                owner[s] = g
                return True
        return False
    for g in range(len(gold)):
        place(g, set())
    return {g: s for s, g in owner.items()}


def kind_of(item, others):
    """What is wrong with an attribution that has no partner among `others`, those of the other side."""
    near = [o for o in others if touches(item[1], o[1])] if item[1] else [o for o in others if touches(item[2], o[2])]
    if not near:
        return "cue"
    source = any(not item[0] or touches(item[0], o[0]) for o in near)
    content = any(not item[2] or touches(item[2], o[2]) for o in near)
    if source and content:
        return "paired with another"
    if source:
        return "content"
    without = "no source" if not any(o[0] for o in near) else "source"
    return without if content else without + " and content"


def shown(text, spans):
    return " … ".join(text[a:b] for a, b in spans) or "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["articles", "score"])
    parser.add_argument("gold")
    parser.add_argument("records", nargs="?")
    parser.add_argument("--strict", help="file with the ids of the documents to take")
    parser.add_argument("--floor", action="append", default=[], metavar="METRIC=PERCENT")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N gold attributions missed and N false ones")
    parser.add_argument("--clauses", action="store_true", help="phrases are asked for only where gold has them")
    parser.add_argument("--outermost", action="store_true", help="none inside the content of another")
    parser.add_argument("--kinds", action="store_true", help="count what is wrong with those missed and those false")
    parser.add_argument("--cues", action="store_true", help="print the cues most often missed and most often false")
    args = parser.parse_args()
    articles = load(args.gold, set(read_text(args.strict).split()) if args.strict else None)
    if args.task == "articles":
        for key, (text, _) in articles.items():
            print(json.dumps({"id": key, "text": text}, ensure_ascii=False))
        return 0
    records = {}
    for line in read_text(args.records).split("\n"):
        if line.strip():
            record = json.loads(line)
            records[record["doc"]["id"]] = record
    right = of_gold = of_system = 0
    kinds = {"missed": collections.Counter(), "false": collections.Counter()}
    missed_cues, false_cues, lines = collections.Counter(), collections.Counter(), {"missed": [], "false": []}
    for key, (text, gold) in articles.items():
        system = system_of(records.get(key, {}), outermost=args.outermost)
        pairs = match(gold, system)
        if args.clauses:
            phrases = system_of(records.get(key, {}), phrases=True, outermost=args.outermost)
            system = [s for i, s in enumerate(system) if s not in phrases or i in pairs.values()]
            pairs = match(gold, system)
        right, of_gold, of_system = right + len(pairs), of_gold + len(gold), of_system + len(system)
        for kind, items, done in (("missed", gold, set(pairs)), ("false", system, set(pairs.values()))):
            others = system if kind == "missed" else gold
            for i, (source, cue, content) in enumerate(items):
                if i not in done:
                    (missed_cues if kind == "missed" else false_cues)[shown(text, cue).lower()] += 1
                    wrong = kind_of(items[i], others)
                    kinds[kind][wrong] += 1
                    lines[kind].append(f"{kind} ({wrong}): [{shown(text, source)}] [{shown(text, cue)}] [{shown(text, content)[:160]}]")
    for kind in lines:
        step = max(1, len(lines[kind]) // max(1, args.errors))
        print("\n".join(lines[kind][::step][:args.errors]), end="\n" if args.errors else "")
    if args.kinds:
        for kind, counts in kinds.items():
            print(f"{kind} {sum(counts.values())}: " + ", ".join(f"{wrong} {count}" for wrong, count in counts.most_common()))
    if args.cues:
        print("missed", missed_cues.most_common(60))
        print("false", false_cues.most_common(40))
    values = {"F1": f1((right, of_gold, of_system)), "precision": percent(right, of_system), "recall": percent(right, of_gold)}
    print(f"precision {values['precision']:.2f} recall {values['recall']:.2f} F1 {values['F1']:.2f} ({right} of {of_gold}, {of_system} found)")
    missed = below(values, parse_floors(args.floor))
    for message in missed:
        print(f"score_attribution.py: {message}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
