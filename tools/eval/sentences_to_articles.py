#!/usr/bin/env python3
"""Makes articles for `actant extract` of coded event sentences: only id and text of each line are kept.

usage: sentences_to_articles.py SENTENCES.jsonl > articles.jsonl
"""
import json
import sys


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                sentence = json.loads(line)
                print(json.dumps({"id": sentence["id"], "text": sentence["text"]}, ensure_ascii=False))


if __name__ == "__main__":
    main()
