"""Maps the label sets of the entity corpora to PER ORG LOC NORP EVENT MISC.

A corpus that does not annotate a class says so in `missing`: its O may hide that class, and training does not
punish it there (see train_joint.entity_loss).
"""
import csv
import io
import json
import pathlib

import corpora

TYPES = ("PER", "ORG", "LOC", "NORP", "EVENT", "MISC")

_TITLES = set("""mr. mr mrs. mrs ms. ms dr. dr president prime minister vice deputy general gen. gen secretary senator sen. sen
    rep. representative congressman king queen prince princess pope chancellor governor gov. foreign defense defence interior finance
    colonel col. lieutenant lt. captain capt. major sergeant sgt. admiral judge justice ambassador spokesman spokeswoman
    premier chief former commander director chairman leader lawmaker mayor of state envoy the then-president ex-president
    attorney vice-president first lady professor prof. special representative u.s. u.n.""".split())
_PEOPLES = set("""sunni shiite shi'ite shia muslim moslem islamic christian jewish arab kurdish hindu buddhist catholic orthodox protestant
    western european african asian latin american communist republican democratic democrat palestinian chechen tamil sinhalese hutu tutsi
    english welsh scottish kurd jew hispanic soviet prussian roman victorian islamist hebrew ottoman balkan slavic basque catalan
    caribbean nordic scandinavian saxon germanic celtic mediterranean anglican lutheran methodist mormon sikh pashtun uzbek
    republicans democrats socialist marxist nazi maoist""".split())
_EVENT_WORDS = set("""war wars battle cup olympics olympic games election elections revolution summit conference festival championship
    championships league riots massacre siege uprising intifada hurricane tsunami tournament day holocaust crusade referendum
    operation conflict genocide katrina rita wilma typhoon""".split())
_PRONOUNS = set("i he she they we you it his her their my our its me him them us who one a an this that these those some".split())


def demonyms(shared):
    """Lower-case adjectives of nationality and names of peoples, from countries.tsv and a list of groups."""
    out = set(_PEOPLES)
    text = (pathlib.Path(shared) / "data/lexical/countries.tsv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE):
        for name in (row["demonyms_en"] or "").replace("|", ",").split(","):
            if name.strip() and " " not in name.strip():
                out.add(name.strip().lower())
    return out | {w + "s" for w in out}


def is_people(forms, names):
    return all(f.lower() in names or f in "-" for f in forms)


def _other(forms, names):
    """Splits a corpus' miscellaneous class into NORP, EVENT and MISC."""
    if is_people(forms, names):
        return "NORP"
    return "EVENT" if any(f.lower() in _EVENT_WORDS for f in forms) else "MISC"


def _strip_titles(forms, b, e, names):
    while b < e and (forms[b].lower() in _TITLES or forms[b].lower() in names or forms[b].islower() and forms[b] not in ("al", "bin", "de", "von", "van")):
        b += 1
    return b


_CROSSNER = {
    "person": "PER", "politician": "PER", "writer": "PER", "scientist": "PER", "researcher": "PER", "musicalartist": "PER",
    "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG",
    "location": "LOC", "country": "LOC", "event": "EVENT", "election": "EVENT", "conference": "EVENT"}
_SIMPLE = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "NORP": "NORP", "EVENT": "EVENT"}
_GMB = {"per": "PER", "org": "ORG", "geo": "LOC", "gpe": "NORP", "eve": "EVENT", "nat": "misc", "art": "misc", "tim": None}
_RE3D = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
_WNUT = {"person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC", "product": "MISC", "creative-work": "MISC"}


def _gmb_span(forms, b, e, kind, names):
    words = [f.lower() for f in forms[b:e]]
    if kind == "PER":
        if is_people(forms[b:e], names):
            return b, e, "NORP"
        b = _strip_titles(forms, b, e, names)
    if kind == "NORP" and not is_people(forms[b:e], names):
        kind = "NORP" if words[-1].endswith(("an", "ans", "ese", "ish", "i", "is", "ch", "k")) else "LOC"
    if kind == "ORG" and words in (["u.s."], ["us"], ["united", "states"]):
        kind = "LOC"
    if kind == "LOC" and is_people(forms[b:e], names):
        kind = "NORP"
    return (b, e, kind) if b < e else None


def _re3d_span(forms, b, e, kind, names):
    while b < e and forms[b].lower() in ("the", "a", "an"):
        b += 1
    if kind == "PER":
        b = _strip_titles(forms, b, e, names)
    if b < e and forms[b].lower() not in _PRONOUNS and forms[b][0].isupper():
        return b, e, kind
    return None  # "the rebels", "my country": a nominal, not a name


def load(shared, name, names):
    """Sentences of data/ner/NAME with mapped tags, `missing` and `weight` set."""
    sentences = corpora.read_iob2(pathlib.Path(shared) / f"data/ner/{name}.iob2.zst")
    for s in sentences:
        mapped = []
        for b, e, kind in corpora.spans(s.ner):
            forms = s.forms[b:e]
            span = None
            if name.startswith("crossner"):
                span = (b, e, _CROSSNER.get(kind) or _other(forms, names))
            elif name.startswith("gmb"):
                to = _GMB[kind]
                if to == "misc":
                    span = (b, e, "EVENT" if _other(forms, names) == "EVENT" else "MISC")
                elif to:
                    span = _gmb_span(s.forms, b, e, to, names)
            elif name.startswith("re3d"):
                span = _re3d_span(s.forms, b, e, _RE3D[kind], names) if kind in _RE3D else None
            elif name.startswith("wnut"):
                span = (b, e, _WNUT[kind])
            elif kind in _SIMPLE:
                span = (b, e, _SIMPLE[kind])
            else:  # MISC of wikigold and GUM, OTH of UNER
                span = (b, e, _other(forms, names))
            if span:
                mapped.append(span)
        s.ner = corpora.write_spans(len(s.forms), mapped)
        s.missing = MISSING.get(name.split(".")[0], ())
        s.group = GROUP.get(name.split(".")[0], 0)
        s.weight = WEIGHT.get(name.split(".")[0], 1.0)
    return sentences


def load_redocred(shared, names):
    """Sentences of the first half of Re-DocRED dev (the other half is left to measure relations)."""
    lines = corpora.read_text(pathlib.Path(shared) / "data/relations/redocred.dev.jsonl.zst").splitlines()
    out = []
    for line in lines[:len(lines) // 2]:
        document = json.loads(line)
        found = [[] for _ in document["sents"]]
        for mention in (m for cluster in document["vertexSet"] for m in cluster):
            found[mention["sent_id"]].append((*mention["pos"], mention["type"]))
        for forms, mentions in zip(document["sents"], found):
            s = corpora.Sentence(forms)
            taken, mapped = set(), []
            for b, e, kind in sorted(mentions, key=lambda m: m[0] - m[1]):  # of overlapping mentions the longest
                if taken.isdisjoint(range(b, e)) and e <= len(forms):
                    taken.update(range(b, e))
                    if kind in ("PER", "ORG", "LOC"):
                        mapped.append((b, e, "NORP" if is_people(forms[b:e], names) else kind))
                    elif kind == "MISC":
                        mapped.append((b, e, _other(forms[b:e], names)))
            s.ner = corpora.write_spans(len(forms), mapped)
            s.group, s.weight = GROUP["redocred"], WEIGHT["redocred"]
            out.append(s)
    return out


MISSING = {"uner_ewt": ("EVENT", "MISC"), "uner_pud": ("NORP", "EVENT", "MISC"), "re3d": ("EVENT", "MISC"), "gmb": ("MISC",),
           "wnut17": ("NORP", "EVENT"), "btc": ("NORP", "EVENT", "MISC")}
WEIGHT = {"uner_ewt": 1.5, "gmb": 0.25, "gum_derived": 0.7, "re3d": 0.7, "wnut17": 0.3, "btc": 0.2, "crossner_ai": 0.5, "crossner_literature": 0.5,
          "crossner_music": 0.5, "crossner_science": 0.5, "redocred": 0.7}
# families of annotation habits (joint_network.entities); the rest is family 0: UNER, GUM and CrossNER
GROUP = {"gmb": 1, "wikigold": 2, "re3d": 3, "wnut17": 4, "btc": 4, "redocred": 5}
