#!/usr/bin/env python3
"""Open relations in the formats of their benchmarks, sentence by sentence.

usage: open_benchmark.py articles SENTENCES > articles.jsonl
       open_benchmark.py carb SENTENCES RECORDS > system.tsv
       open_benchmark.py benchie SENTENCES RECORDS > system.tsv

SENTENCES has one tokenized sentence a line (blanks between tokens). `articles` makes each an article of its own with the
number of its line as id; RECORDS is what `actant extract --open` writes for them:

    tools/eval/open_benchmark.py articles dev.txt > articles.jsonl
    actant extract --open --language any articles.jsonl > records.jsonl
    tools/eval/open_benchmark.py carb dev.txt records.jsonl > system.tsv

`carb` (Bhardwaj et al., EMNLP 2019): sentence, confidence, relation, arg1, arg2, ... The benchmark has n-ary tuples, our records
one triple for each argument (graph/model/record.md). So triples of one clause are joined: those with the same subject whose
predicates share a word and the first part of the lemma. The first gives relation and second argument, the others add what
they have beyond it. Conjuncts of a subject become one argument. A copula that the text leaves out is written `be`.

`benchie` (Gashteovski et al., ACL 2022): line number, subject, predicate, object; triples as they are, in words of the sentence,
so that relations without a word of their own are left out.

Words are the tokens of the line that a span touches. Records are those of our tool or of any that follows record.md.
"""
import argparse
import collections
import json
import sys

BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"}


class Sentence:
    def __init__(self, number, line):
        self.number, self.line, self.tokens, self.starts = number, line, line.split(), []
        at = 0
        for token in self.tokens:
            at = line.index(token, at)
            self.starts.append((at, at + len(token)))
            at += len(token)

    def words(self, spans):
        """Indices of the tokens that the spans touch."""
        return sorted({i for i, (start, end) in enumerate(self.starts)
                       for a, b in spans if a < end and start < b})

    def text(self, indices):
        return " ".join(self.tokens[i] for i in sorted(indices))


class Triple:
    def __init__(self, sentence, relation):
        spans = relation.get("open") or {}
        self.subject, self.predicate, self.object = (tuple(sentence.words(spans.get(part) or []))
                                                     for part in ("subject", "predicate", "object"))
        self.lemma = relation["relation"].split(":", 1)[1].split("_")[0]
        self.confidence = relation.get("confidence", 1.0)
        self.extra = {}

    def said(self, sentence):
        """The predicate in words, with the copula where the text has none."""
        words = sentence.text(self.predicate)
        if self.lemma == "be" and not any(sentence.tokens[i].lower() in BE for i in self.predicate):
            words = ("be " + words).strip()
        return words


def read_sentences(path):
    with open(path, encoding="utf-8") as lines:
        return [Sentence(n, line.strip()) for n, line in enumerate(lines, 1) if line.strip()]


def read_triples(sentences, path):
    """{line number: its open triples in the order of the record}"""
    by_id = {str(s.number): s for s in sentences}
    found = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                record = json.loads(line)
                sentence = by_id.get(str(record["doc"]["id"]))
                if sentence is None:
                    sys.exit(f"{path}:{number}: no line {record['doc']['id']} among the sentences")
                found[sentence.number] = [Triple(sentence, r) for r in record.get("relations", ())
                                          if r["relation"].startswith("open:")]
            except (ValueError, KeyError) as error:
                sys.exit(f"{path}:{number}: not an extraction record: {error!r}")
    return found


def join_subjects(triples):
    """Triples that differ in the conjunct of the subject only become one."""
    joined = collections.OrderedDict()
    for t in triples:
        key = (t.predicate, t.object, t.lemma) if t.predicate else (t.subject, t.object, t.lemma)
        if key in joined:
            first = joined[key]
            lo, hi = min(first.subject[0], t.subject[0]), max(first.subject[-1], t.subject[-1])
            blocked = set(t.predicate) | set(t.object)
            if t.subject != first.subject and not blocked & set(range(lo, hi + 1)):
                first.subject = tuple(range(lo, hi + 1))
                continue
        joined.setdefault(key, t)
    return list(joined.values())


def join_clauses(triples):
    """[first triple of a clause, words of its further arguments]"""
    clauses = []
    for t in triples:
        for clause in clauses:
            first = clause[0]
            same = t.subject == first.subject and t.lemma == first.lemma and set(t.predicate) & set(first.predicate)
            if not same:
                continue
            if t.predicate == first.predicate:      # another conjunct: a tuple of its own with the same rest
                clause[1].append(t)
            else:
                clause[2].append(t)
            break
        else:
            clauses.append((t, [t], []))
    for first, heads, others in clauses:
        for head in heads:
            taken = set(head.predicate) | {w for h in heads for w in h.object}
            yield head, [w for w in ([x for x in sorted(set(o.predicate) | set(o.object)) if x not in taken]
                                     for o in others) if w]


def carb_tuples(sentence, triples):
    """(first triple of a clause, its cells relation, arg1, arg2, ...)"""
    for triple, further in join_clauses(join_subjects(triples)):
        arguments, used = [], set()
        for words in further:
            fresh = [w for w in words if w not in used]
            used.update(fresh)
            if fresh:
                arguments.append(sentence.text(fresh))
        yield triple, (triple.said(sentence), sentence.text(triple.subject), sentence.text(triple.object), *arguments)


def carb(sentence, triples):
    seen = set()
    for triple, cells in carb_tuples(sentence, triples):
        if cells not in seen and all(cells[:3]):
            seen.add(cells)
            yield (sentence.line, "%.4f" % triple.confidence) + cells


def benchie(sentence, triples):
    for t in triples:
        cells = [sentence.text(part) for part in (t.subject, t.predicate, t.object)]
        if all(cells):
            yield [str(sentence.number)] + cells


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("articles", "carb", "benchie"))
    parser.add_argument("sentences")
    parser.add_argument("records", nargs="?")
    options = parser.parse_args()
    sentences = read_sentences(options.sentences)
    if options.what == "articles":
        for s in sentences:
            print(json.dumps({"id": str(s.number), "text": s.line}, ensure_ascii=False))
        return
    if options.records is None:
        parser.error("RECORDS are missing")
    found = read_triples(sentences, options.records)
    write = carb if options.what == "carb" else benchie
    for sentence in sentences:
        for cells in write(sentence, found.get(sentence.number, [])):
            print("\t".join(cells))


if __name__ == "__main__":
    main()
