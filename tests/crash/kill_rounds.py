#!/usr/bin/env python3
"""Kills actant at random moments and verifies that nothing is lost.

usage: kill_rounds.py ACTANT [--rounds 200] [--seed 1] [--articles 1200] [--operations build,load,bulk,merge,compact,remove]

Each round copies a graph, starts an operation on it, and ends it by SIGKILL at a random moment of the time that it takes undisturbed.
Then `actant check` must find nothing, the same command must go on to its end, and the JSON-LD export must be byte for byte that of the
same operation undisturbed. Python 3 standard library only. Exit status 1 when a round fails; its graph is then kept.
"""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

NAMES = ["Abel Quist", "Berta Rask", "Cyrus Tonn", "Dalia Umber", "Edgar Voss", "Fay Wren", "Gorm Yates", "Hana Zeller"]
RELATIONS = ["accused", "met-with", "supports", "visited", "open:write_to", "threatened"]
WORDS = "the of over under river border council minister harbour winter treaty report morning paper silence bridge".split()


def record(number):
    """One article with three relations, two of them between the same few people all the time."""
    rng = random.Random(number)
    text, entities, relations = "", [], []
    for index, name in enumerate(rng.sample(NAMES, 4) + [f"Person {rng.randrange(500)} Example"]):
        if index < 4 and number % 3 == 0:  # a second name, so that nodes and their edges are merged
            name = name.replace(" ", " Marlo ")
        entities.append({"id": f"e{index}", "type": "person", "name": name, "mentions": []})
    for index in range(3):
        begin = len(text)
        for entity in (entities[index], entities[index + 1]):
            entity["mentions"].append({"start": len(text), "end": len(text) + len(entity["name"]), "kind": "name"})
            text += entity["name"] + " " + " ".join(rng.choices(WORDS, k=8)) + " "
        text = text[:-1] + ". "
        relations.append({"subject": f"e{index}", "relation": rng.choice(RELATIONS), "object": f"e{index + 1}", "confidence": 0.8,
                          "evidence": [{"start": begin, "end": len(text) - 1}]})
    doc = {"id": f"article-{number}", "date": f"20{rng.randrange(10, 25)}-0{rng.randrange(1, 10)}-11", "source": f"Daily {number % 7}"}
    return json.dumps({"doc": doc, "text": text, "entities": entities, "relations": relations})


class Operations:
    """The operations with the graphs that they begin with, each made once."""

    def __init__(self, actant, folder, articles):
        self.actant, self.folder, self.articles = actant, folder, articles
        self.commands = {}
        self.records("first", 0, articles // 4)
        self.records("all", 0, articles)
        self.records("odd", articles // 8, articles // 2)
        self.records("rest", articles // 2, articles)
        self.run("load", "first.jsonl", "--graph", "first")
        for name in ("odd", "rest"):
            self.run("load", f"{name}.jsonl", "--graph", name)
        self.run("load", "all.jsonl", "--graph", "whole")
        self.run("remove", "whole", "--source", "Daily 3")
        archive = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples", "archive")
        self.commands = {
            "build": ("first", ["build", archive, "--graph", "GRAPH", "--jobs", "2"]),
            "load": ("first", ["load", "all.jsonl", "--graph", "GRAPH", "--step", "1"]),
            "bulk": ("first", ["load", "all.jsonl", "--graph", "GRAPH", "--bulk"]),
            "merge": ("first", ["merge", "GRAPH", "odd", "rest"]),
            "compact": ("whole", ["compact", "GRAPH"]),
            "remove": ("whole", ["remove", "GRAPH", "--source", "Daily 4"]),
        }

    def records(self, name, begin, end):
        with open(os.path.join(self.folder, name + ".jsonl"), "w", encoding="utf-8") as out:
            out.writelines(record(number) + "\n" for number in range(begin, end))

    def run(self, *arguments):
        result = subprocess.run([self.actant, *arguments], cwd=self.folder, capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"actant {' '.join(arguments)}: exit status {result.returncode}: {result.stderr.strip()}")
        return result.stdout

    def start(self, name, graph):
        begin, command = self.commands[name]
        shutil.copytree(os.path.join(self.folder, begin), os.path.join(self.folder, graph))
        return [self.actant] + [graph if word == "GRAPH" else word for word in command]

    def undisturbed(self, name):
        """(seconds, export) of an operation that nobody interrupts."""
        command = self.start(name, "reference")
        before = time.monotonic()
        self.run(*command[1:])
        seconds = time.monotonic() - before
        export = self.run("export", "reference", "--to", "jsonld", "--with-statements")
        shutil.rmtree(os.path.join(self.folder, "reference"))
        return seconds, export

    def killed(self, name, delay, expected):
        """None, or what went wrong when the operation was killed after `delay` seconds."""
        command = self.start(name, "killed")
        process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=delay)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        try:
            self.run("check", "killed")
            self.run(*command[1:])
            self.run("check", "killed")
            export = self.run("export", "killed", "--to", "jsonld", "--with-statements")
        except RuntimeError as error:
            return str(error)
        if export != expected:
            return "the export differs from that of an undisturbed run"
        shutil.rmtree(os.path.join(self.folder, "killed"))
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("actant")
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1200)
    parser.add_argument("--operations", default="build,load,bulk,merge,compact,remove")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    # In memory where that is possible: a process that is killed loses nothing that a disk would keep, and 200 rounds take minutes.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) and shutil.disk_usage("/dev/shm").free > 2 << 30 else None
    folder = tempfile.mkdtemp(prefix="actant-kill-", dir=memory)
    operations = Operations(os.path.abspath(options.actant), folder, options.articles)
    names = options.operations.split(",")
    references = {name: operations.undisturbed(name) for name in names}
    killed = 0
    for number in range(options.rounds):
        name = names[number % len(names)]
        seconds, expected = references[name]
        delay = rng.uniform(0, seconds)
        failure = operations.killed(name, delay, expected)
        if failure:
            sys.exit(f"round {number}: {name} killed after {delay:.3f} of {seconds:.3f} s: {failure}; see {folder}/killed")
        killed += 1
        if killed % 20 == 0:
            print(f"{killed} rounds", file=sys.stderr, flush=True)
    shutil.rmtree(folder)
    print(f"{killed} rounds of {', '.join(names)}: every check passed, every export is the same")


if __name__ == "__main__":
    main()
