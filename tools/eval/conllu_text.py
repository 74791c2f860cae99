"""Reading CoNLL-U for the scorers: sentences as tokens and words with their places in the text without blanks."""
import subprocess
import sys

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)


def read_text(path):
    """Whole text of a file; `-` is stdin, `.zst` is unpacked by the program zstd."""
    if path == "-":
        return sys.stdin.read()
    if path.endswith(".zst"):
        return subprocess.run(["zstd", "-dcq", path], check=True, capture_output=True).stdout.decode("utf-8")
    with open(path, encoding="utf-8") as file:
        return file.read()


class Word:
    """A syntactic word. begin and end count characters of the text without blanks; the words of a multiword token have
    the place of the token and `multiword` set."""
    __slots__ = ("columns", "begin", "end", "multiword", "parent")

    def __init__(self, columns, begin, end, multiword):
        self.columns, self.begin, self.end, self.multiword, self.parent = columns, begin, end, multiword, None


class Text:
    """characters without blanks, and as (begin, end) in them: tokens, sentences; words with their parents."""

    def __init__(self):
        self.characters, self.tokens, self.sentences, self.words = [], [], [], []


def blocks(text):
    """Sentences as (comments, rows); rows are lists of ten columns, without empty nodes."""
    comments, rows = [], []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip("\r")
        if not line:
            if rows:
                yield comments, rows
            comments, rows = [], []
        elif line.startswith("#"):
            comments.append(line)
        else:
            columns = line.split("\t")
            if len(columns) != 10:
                raise ValueError(f"line {number}: found {len(columns)} columns, expected 10")
            if "." not in columns[ID]:
                rows.append(columns)
    if rows:
        yield comments, rows


def _add_sentence(rows, out):
    start, first_word = len(out.characters), len(out.words)
    span, last_inside = None, 0
    for columns in rows:
        inside = "-" not in columns[ID] and int(columns[ID]) <= last_inside
        if not inside:
            begin = len(out.characters)
            out.characters.extend("".join(columns[FORM].split()))
            span = (begin, len(out.characters))
            out.tokens.append(span)
        if "-" in columns[ID]:
            last_inside = int(columns[ID].split("-")[1])
        else:
            out.words.append(Word(columns, *span, inside))
    words = out.words[first_word:]
    for word in words:
        head = int(word.columns[HEAD]) if word.columns[HEAD].isdigit() else 0
        if head > len(words):
            raise ValueError(f"head {head} of '{word.columns[FORM]}' in a sentence of {len(words)} words")
        word.parent = words[head - 1] if head else None
    out.sentences.append((start, len(out.characters)))


def load(path):
    """The Text of a CoNLL-U file."""
    out = Text()
    for _, rows in blocks(read_text(path)):
        _add_sentence(rows, out)
    return out
