#!/usr/bin/env python3
"""Opens GraphML and JSON-LD exports with the programs that users have (see README.md beside this file).

usage: export_acceptance.py ACTANT RECORDS.jsonl [RECORDS.jsonl ...]

Exit code 0 when every client reads every export and all agree on the counts, 1 otherwise.
"""
import json
import os
import subprocess
import sys
import tempfile
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: exit {result.returncode}: {result.stderr.strip()[:500]}")
    return result.stdout


def counts_in_file(path):
    """Nodes, edges and labelled nodes by a plain XML parser: the reference for the other clients."""
    import xml.etree.ElementTree as tree
    name = "{http://graphml.graphdrawing.org/xmlns}"
    root = tree.parse(path).getroot()
    nodes = root.findall(f"{name}graph/{name}node")
    labelled = [n for n in nodes if any(d.get("key") == "n0" and d.text for d in n)]
    return {"nodes": len(nodes), "edges": len(root.findall(f"{name}graph/{name}edge")), "labels": len(labelled)}


def with_networkx(path):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(),
            "labels": sum(1 for _, d in graph.nodes(data=True) if d.get("label"))}


def with_igraph(path):
    import igraph
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(path)
    return {"nodes": graph.vcount(), "edges": graph.ecount(), "labels": sum(1 for label in graph.vs["label"] if label)}


def with_graphology(path):
    return json.loads(run("node", os.path.join(HERE, "clients.mjs"), "graphml", path))


def check_graphml(path):
    run("xmllint", "--noout", "--schema", os.path.join(ROOT, "export", "graphml.xsd"), path)
    expected = counts_in_file(path)
    for client in (with_networkx, with_igraph, with_graphology):
        seen = client(path)
        if seen != expected:
            raise RuntimeError(f"{client.__name__}: sees {seen}, the file has {expected}")
    return expected


def check_jsonld(path):
    import rdflib
    from pyld import jsonld
    javascript = json.loads(run("node", os.path.join(HERE, "clients.mjs"), "jsonld", path))
    seen = dict(javascript)
    with open(path, encoding="utf-8") as file:
        quads = jsonld.to_rdf(json.load(file))
    seen["pyld"] = sum(len(graph) for graph in quads.values())
    seen["rdflib"] = len(rdflib.Graph().parse(path, format="json-ld"))
    if len(set(seen.values())) != 1:
        raise RuntimeError(f"triple counts differ: {seen}")
    return seen


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    actant, inputs = sys.argv[1], sys.argv[2:]
    failures = 0
    for number, records in enumerate(inputs):
        with tempfile.TemporaryDirectory() as folder:
            try:
                graph = os.path.join(folder, "graph")
                run(actant, "load", records, "--graph", graph)
                for options in ([], ["--with-statements"]):
                    graphml, again, rdf = (os.path.join(folder, f"{number}{i}") for i in (".graphml", "b.graphml", ".jsonld"))
                    for target, path in (("graphml", graphml), ("graphml", again), ("jsonld", rdf)):
                        run(actant, "export", graph, "--to", target, "-o", path, "--force", *options)
                    if open(graphml, "rb").read() != open(again, "rb").read():
                        raise RuntimeError("two exports of one graph differ")
                    print(f"ok {os.path.basename(records)} {' '.join(options)} {check_graphml(graphml)} {check_jsonld(rdf)}")
            except (RuntimeError, OSError, ImportError, ValueError) as error:
                failures += 1
                print(f"FAILED {records}: {error}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
