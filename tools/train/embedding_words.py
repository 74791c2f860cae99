"""Writes the two side inputs of `embeddings`: words that must be in the vocabulary, and the treebank text.

    embedding_words.py SHARED_DIR WORDS_OUT TEXT_OUT
"""
import collections
import pathlib
import sys

import corpora
from text_features import norm

NER = ["wikigold", "re3d.open", "crossner_politics.train", "crossner_ai.train", "crossner_literature.train",
       "crossner_music.train", "crossner_science.train", "wnut17.train", "btc"]  # the other two are treebank sentences


def main():
    shared, words_out, text_out = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    data = shared / "data"
    strict = set((data / "treebank/gum_strict_docs.txt").read_text().split())
    sentences = corpora.read_conllu(data / "treebank/en_ewt-ud-train.conllu.zst")
    sentences += corpora.read_conllu(data / "treebank/en_gum-ud-train.conllu.zst", strict)
    for name in NER:
        sentences += corpora.read_iob2(data / f"ner/{name}.iob2.zst")
    counts = collections.Counter(norm(f) for s in sentences for f in s.forms)
    with open(words_out, "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w, c in counts.items() if c >= 2 and " " not in w)
    with open(text_out, "w", encoding="utf-8") as f:
        f.writelines(" ".join(norm(w).replace(" ", "_") for w in s.forms) + "\n" for s in sentences)


if __name__ == "__main__":
    main()
