#!/usr/bin/env python3
"""Opens every export with the programs that users have (see README.md beside this file).

usage: export_acceptance.py ACTANT CACHE RECORDS.jsonl [RECORDS.jsonl ...]

CACHE is a folder for the Java libraries, kept from run to run. Exit code 0 when every client reads every export and all agree,
1 otherwise.
"""
import os
import sys
import tempfile
import time

from acceptance import Failure, run
from check_graphs import check_dot, check_gexf, check_graphml, check_viewers
from check_java import check_gephi, check_neo4j
from check_rdf import check_rdf
from check_tables import check_ftm, check_gephi_csv, check_graphrag, check_neo4j_csv


class Exports:
    """Exports of one graph with one selection; each is written twice and compared."""

    def __init__(self, actant, graph, folder, selection):
        self.actant, self.graph, self.folder, self.selection = actant, graph, folder, selection
        os.makedirs(folder)

    def bytes_of(self, path):
        if os.path.isdir(path):
            return {name: self.bytes_of(os.path.join(path, name)) for name in sorted(os.listdir(path))}
        with open(path, "rb") as file:
            return file.read()

    def __call__(self, target, *options, name=None):
        path = os.path.join(self.folder, name or f"graph.{target}")
        written = []
        for copy in (path, path + ".again" + os.path.splitext(path)[1]):
            run(self.actant, "export", self.graph, "--to", target, "-o", copy, *self.selection, *options)
            written.append(self.bytes_of(copy))
        if written[0] != written[1]:
            raise Failure(f"{target}: two exports of one graph differ")
        return path


def check_all(export, cache, work):
    report = {}

    def timed(name, check, *arguments):
        begin = time.monotonic()
        result = check(*arguments)
        report[name] = report.get(name, 0) + time.monotonic() - begin
        return result

    # With a layout, so that the looks go through the clients too.
    graphml = export("graphml", "--layout", name="graph.graphml")
    expected = timed("graphml", check_graphml, graphml)
    check_graphml(export("graphml", "--strict", name="strict.graphml"))
    gexfs = {}
    for form in ("timestamp", "interval", "spells"):
        for weights in ([], ["--dynamic-weights"]):
            path = export("gexf", "--layout", "--time", form, *weights, name="-".join(["graph", form, *weights]) + ".gexf")
            gexfs[path] = timed("gexf", check_gexf, path, expected, bool(weights))
    timed("viewers", check_viewers, export("graphology", name="graph.json"), export("cytoscape", name="graph.cyjs"), expected)
    timed("dot", check_dot, export("dot", "--layout", name="graph.dot"), expected)
    parts = export("jsonld", "--split", "2000", name="parts")
    triples = timed("rdf", check_rdf, export("jsonld", name="graph.jsonld"), export("nquads", name="graph.nq"), export("trig", name="graph.trig"),
                    export("turtle", name="graph.ttl"), parts)
    graphs = ("--provenance", "graphs")
    timed("rdf graphs", check_rdf, *[export(target, *graphs, name=f"graphs.{target}") for target in ("jsonld", "nquads", "trig")])
    timed("gephi csv", check_gephi_csv, export("gephi-csv"), expected)
    neo4j = export("neo4j-csv")
    counts = timed("neo4j csv", check_neo4j_csv, neo4j, expected)
    timed("graphrag", check_graphrag, export("graphrag"), expected)
    schemata = timed("ftm", check_ftm, export("ftm", name="graph.ftm.json"))
    timed("gephi", check_gephi, cache, graphml, gexfs, expected)
    timed("neo4j", check_neo4j, cache, neo4j, work, counts)
    print("  " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in report.items()))
    return f"{len(expected[0])} nodes, {len(expected[1])} edges, {triples} triples, {sum(schemata.values())} FtM entities"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    actant, cache, inputs = sys.argv[1], os.path.abspath(sys.argv[2]), sys.argv[3:]
    passed = failed = 0
    for records in inputs:
        for selection in ([], ["--with-statements", "--open"]):
            with tempfile.TemporaryDirectory() as folder:
                name = f"{os.path.basename(records)} {' '.join(selection)}".strip()
                try:
                    graph = os.path.join(folder, "graph")
                    run(actant, "load", records, "--graph", graph)
                    print(f"ok {name}: {check_all(Exports(actant, graph, os.path.join(folder, 'out'), selection), cache, folder)}")
                    passed += 1
                except (Failure, OSError, ImportError, ValueError, KeyError) as error:
                    failed += 1
                    print(f"FAILED {name}: {type(error).__name__}: {error}")
                sys.stdout.flush()
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
