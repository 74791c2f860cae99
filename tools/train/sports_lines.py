"""Made-up sports results, tables, schedules and reports with their names, as training text for the entity tagger.

Wire services print teams by their city alone (`Chicago 4 Boston 3`, `Leeds striker ...`): there it names a club, an ORG, while
`in Leeds` stays a LOC and so do countries, on the field too.  The clean corpora hold next to none of such text.  The lines follow the
common forms of agate type; cities, forenames and surnames are drawn from the lists of name_swap.py, so no team or match is a real one.
"""
import csv
import io
import pathlib

import corpora
import name_swap

_PREFIX = "Real Sporting Dynamo Dinamo Lokomotiv Spartak Inter AC FC Atletico Racing Olympique Borussia Bayern Hapoel Maccabi SV RC AS".split()
_SUFFIX = "United City Rovers Athletic FC Wanderers Town County Albion Rangers Wednesday Hotspur Villa Thistle SC".split()
_MASCOTS = """Tigers Lions Bears Kings Eagles Falcons Hawks Bulls Wolves Rangers Giants Stars Pirates Royals Knights Sharks Panthers Jets Reds
    Braves Rockets Warriors Saints Chiefs Cowboys Flames Devils Blues Hornets Raptors Cardinals Cougars Broncos""".split()
_MONTHS = "January February March April May June July August September October November December".split()
_SPORTS = "SOCCER TENNIS BASEBALL BASKETBALL CRICKET GOLF CYCLING ATHLETICS BOXING RUGBY SKIING HOCKEY ATHLETICS BADMINTON SQUASH".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_ROLES = "striker midfielder defender goalkeeper captain forward coach manager winger pitcher quarterback guard shortstop skipper".split()
_VERBS = "beat defeated edged crushed thrashed downed stunned upset outclassed blanked".split()

# {C} club by its city, {F} club in full, {T} either, {L} city, {N} country, {P} person, {S} surname; digits: {1} 0-4, {2} 10-99, {3} 100-299
_LINES = """
{C} {1} {C} {1}
{C} {1} {C} {1}
{F} {1} {C} {1}
{C} {2} {C} {2}
{C} {2} , {C} {2}
{C} {1} , {C} {1}
{C} {1} , {C} {1} ( {1} innings )
{C} {2} {C} {2} ( OT )
{C} {1} {C} {1} ( halftime {1}-{1} )
{T} {1} ( {S} {2} , {S} {2} penalty ) {T} {1} . Halftime {1}-{1} . Attendance {2},000
{T} {1} ( {S} {2} ) , {T} {1} ( {S} {2} , {S} {2} )
Scorers : {T} - {P} ( {2}th , {2}th ) ; {T} - {P} ( {2}th )
{C} v {C}
{T} v {T}
{T} vs. {T}
{C} at {C}
{C} at {C}
{C} AT {C}
{T} {2} {1} {1} {1} {2} {2} {2}
{T} {2} {1} {1} {1} {2} {2} {2}
{2} . {T} {2} {1} {1} {1} {2} {2} {2}
{C} {2} {2} .{3} -
{C} {2} {2} .{3} {1} 1/2
{N} {2} {1} {1} {1} {2} {2} {2}
{N} {1} {N} {1}
{N} {1} ( {P} {2} , {P} {2} ) {N} {1} . Halftime {1}-{1} .
{N} {3} all out ( {P} {2} , {P} {2} ; {P} {1}-{2} )
{N} v {N}
At {L} : {N} {3} and {3} for {1} ( {P} {2} not out ) ; {N} {3} ( {P} {1}-{2} )
In {L} : {T} {1} {T} {1}
At {L} ( {N} ) : {T} beat {T} {1}-{1}
{L} : {C} {3} ( {P} {2} ; {P} {1}-{2} ) , {C} {3}-{1}
{1} . {P} ( {N} ) {2}.{2} seconds
{1} . {P} ( {N} ) {1} minutes {2}.{2} seconds
{2} . {P} ( {N} ) at {1}:{2}
{P} ( {N} ) beat {P} ( {N} ) {1}-{1} {1}-{1}
{1} - {P} ( {N} ) beat {P} ( {N} ) {1}-{1} , {1}-{1}
{P} , {N} , def. {P} , {N} , {1}-{1} , {1}-{1} .
{1} . {P} ( {N} ) {T} {2}
{3} {P} {2} {2} {2}
{3} {P} ( {N} ) {2} {2} {2}
{P} ( {T} ) {2} , {P} ( {T} ) {2}
Won {2} , lost {1} : {P} ( {T} )
{2} - {P} ( {T} ) , {P} ( {T} ) .
{2} {P} , {C}
{P} , {C} , {2}
{C} - {P} , {P} ; {C} - {P}
{SPORT} - {T} BEAT {T} {1}-{1} .
{SPORT} - {S} LEADS {C} PAST {C} .
{SPORT} - {P} WINS {L} OPEN .
{SPORT} - {N} LEAGUE STANDINGS .
{SPORT} - {N} NAME SQUAD FOR {N} TOUR .
{SPORT} - RESULTS OF {N} CHAMPIONSHIP MATCHES .
{SPORT} - {T} SIGN {N} STRIKER {S} .
{L} , {MONTH} {D}
{L} {D} {MONTH}
Results of {N} first division matches played on {DAY} :
Standings in the {N} premier league after {DAY} 's games ( tabulate under played , won , drawn , lost , for , against , points ) :
{T} {VERB} {T} {1}-{1} on {DAY} .
{T} {VERB} {T} {2}-{2} in {L} on {DAY} .
{P} scored twice as {T} {VERB} {T} {1}-{1} .
{T} {ROLE} {P} scored in the {2}th minute against {T} .
{C} {ROLE} {P} is out for the season with a knee injury .
{T} have signed {N} {ROLE} {P} from {T} for {2} million .
{P} hit a two-run homer in the ninth to lift {C} to a {1}-{1} win over {C} .
In {L} , {P} had {2} points as {C} won their third straight , {VERBING} {C} {2}-{2} .
At {L} , {P} threw for {2} yards and {C} rallied past {C} .
{C} lost at home to {C} and dropped to fifth place .
{T} travel to {C} on {DAY} without injured {ROLE} {P} .
{T} remain top of the table , {1} points clear of {T} and {T} .
{N} {VERB} {N} {1}-{1} in a World Cup qualifier in {L} on {DAY} .
{N} began the defence of their title with a {1}-{1} win against {N} in {L} .
{N} 's {P} beat {N} 's {P} {1}-{1} {1}-{1} in {L} .
{P} of {N} won the {L} marathon on {DAY} .
{P} , the {C} {ROLE} , said he would retire .
{P} moved from {C} to {C} last summer .
" We played well , " {T} {ROLE} {P} told reporters in {L} .
The {F} {VERB} the {F} {2}-{2} in {L} .
The {M} {VERB} the {M} {2}-{2} .
{F} of {N} and {F} of {N} meet in {L} on {DAY} .
Traded : {P} from {C} to {C} for {P}
{C} - Signed {ROLE} {P} to a {1}-year contract .
{C} - Fired {ROLE} {P} .
AMERICAN LEAGUE : {C} {1} , {C} {1}
EASTERN CONFERENCE : {C} {2} {2} .{3}
{C} ( {S} {1}-{1} ) at {C} ( {S} {1}-{1} ) , {1}:{2}
""".strip().split("\n")


class SportsLines:
    """draw() gives one line as a corpora.Sentence with IOB2 tags; EVENT and MISC names are not annotated."""

    def __init__(self, shared, rng, vocabulary):
        """`vocabulary`: words by falling frequency; most cities drawn are well-known words."""
        lexical = pathlib.Path(shared) / "data/lexical"
        self.rng = rng
        self.first = name_swap.column(lexical / "forenames_by_country.tsv.zst", "Romanized Name")
        self.last = name_swap.column(lexical / "surnames_by_country.tsv.zst", "Romanized Name")
        self.last += name_swap.column(lexical / "us_census1990_names.tsv.zst", "name", lambda r: r["kind"] == "last" and int(r["rank"]) <= 3000)
        rows = csv.DictReader(io.StringIO(corpora.read_text(lexical / "cities.tsv.zst")), delimiter="\t", quoting=csv.QUOTE_NONE)
        cities = [(row["name"], row["country"]) for row in rows]
        near = {"United States", "United Kingdom", "Germany", "Italy", "France", "Spain", "Canada", "Netherlands", "Australia", "Brazil", "Argentina"}
        good = [(n, c) for n, c in cities if all(w.replace("-", "").replace(".", "").replace("'", "").isalpha() for w in n.split()) and n.istitle()]
        self.cities = [n.split() for n, c in good]
        common = set(vocabulary[:25000])
        self.known = [n.split() for n, _ in good if all(w in common for w in n.lower().split())]
        self.sporting = [n.split() for n, c in good if c in near]
        countries = csv.DictReader(io.StringIO((lexical / "countries.tsv").read_text(encoding="utf-8")), delimiter="\t", quoting=csv.QUOTE_NONE)
        self.countries = [row["name"].split() for row in countries if row["name"].replace(" ", "").isalpha()]

    def _city(self):
        u = self.rng.random()
        return self.rng.choice(self.known if u < 0.6 else self.sporting if u < 0.85 else self.cities)

    def _fill(self, slot):
        """(words, entity type or None) of a slot."""
        rng = self.rng
        if slot == "T":
            slot = "C" if rng.random() < 0.6 else "F"
        if slot == "C":
            return self._city(), "ORG"
        if slot == "F":
            u = rng.random()
            if u < 0.35:
                return self._city() + [rng.choice(_SUFFIX)], "ORG"
            return ([rng.choice(_PREFIX)] + self._city() if u < 0.6 else self._city() + [rng.choice(_MASCOTS)]), "ORG"
        if slot == "M":
            return [rng.choice(_MASCOTS)], "ORG"
        if slot == "L":
            return self._city(), "LOC"
        if slot == "N":
            return rng.choice(self.countries), "LOC"
        if slot == "P":
            u = rng.random()
            first = rng.choice(self.first)
            return [first[0] + "." if u < 0.15 else first, rng.choice(self.last)], "PER"
        if slot == "S":
            return [rng.choice(self.last)], "PER"
        if slot in "123D":
            low, high = {"1": (0, 9), "2": (10, 99), "3": (100, 299), "D": (1, 30)}[slot]
            return [str(rng.randint(low, high))], None
        lists = {"SPORT": _SPORTS, "MONTH": _MONTHS, "DAY": _DAYS, "VERB": _VERBS, "ROLE": _ROLES, "VERBING": ["beating", "defeating", "downing", "edging"]}
        return [rng.choice(lists[slot])], None

    def draw(self):
        forms, tags = [], []
        template = self.rng.choice(_LINES)
        upper = template.startswith("{SPORT}") or self.rng.random() < 0.12
        for word in template.split():
            if "{" not in word:
                forms.append(word)
                tags.append("O")
            elif word[0] == "{" and word[-1] == "}" and word.count("{") == 1:
                words, kind = self._fill(word[1:-1])
                forms += words
                tags += [f"{'I' if i else 'B'}-{kind}" if kind else "O" for i in range(len(words))]
            else:  # figures within a word
                while "{" in word:
                    head, _, rest = word.partition("{")
                    slot, _, tail = rest.partition("}")
                    word = head + self._fill(slot)[0][0] + tail
                forms.append(word)
                tags.append("O")
        s = corpora.Sentence([f.upper() for f in forms] if upper else forms, "sports")
        s.ner, s.missing = tags, ("EVENT", "MISC", "NORP")
        return s


def load(shared, rng, vocabulary, count):
    lines = SportsLines(shared, rng, vocabulary)
    return [lines.draw() for _ in range(count)]
