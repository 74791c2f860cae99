#!/usr/bin/env python3
"""Compares the communities of `actant communities` (Leiden) with Louvain and Leiden as python-igraph has them, on one graph.

usage: compare_communities.py ACTANT GRAPH

For each: modularity with the weights, communities of at least two nodes, communities that are not connected inside, seconds. Louvain
and igraph's Leiden draw the order of the nodes, so theirs are the best and worst of ten runs. Needs python-igraph.
"""
import collections
import csv
import os
import random
import subprocess
import sys
import tempfile
import time

import igraph


def read_graph(actant, directory, folder):
    """The undirected graph that `actant communities` sees: what happened, articles as weights, pairs joined."""
    subprocess.run([actant, "export", directory, "--to", "gephi-csv", "-o", folder], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    weights = collections.Counter()
    csv.field_size_limit(1 << 30)
    with open(os.path.join(folder, "edges.csv"), newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["negated"] == "false" and row["modality"] == "actual":
                weights[tuple(sorted((row["Source"], row["Target"])))] += int(row["articles"])
    return weights


def read_communities(actant, directory):
    text = subprocess.run([actant, "communities", directory, "--csv"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return {row["node_id"]: int(row["community"]) for row in csv.DictReader(text.splitlines())}


def describe(name, graph, membership, seconds):
    groups = collections.defaultdict(list)
    for vertex, community in enumerate(membership):
        groups[community].append(vertex)
    larger = [group for group in groups.values() if len(group) > 1]
    broken = sum(not graph.subgraph(group).is_connected() for group in larger)
    modularity = graph.modularity(membership, weights="weight")
    return f"{name:28} modularity {modularity:.4f}, {len(larger)} communities, {broken} not connected, {seconds:.2f} s"


def best_and_worst(name, graph, find):
    runs = []
    for seed in range(10):
        random.seed(seed)
        igraph.set_random_number_generator(random)
        begin = time.monotonic()
        membership = find().membership
        runs.append((graph.modularity(membership, weights="weight"), membership, time.monotonic() - begin))
    runs.sort()
    print(describe(name + ", best", graph, runs[-1][1], runs[-1][2]))
    print(describe(name + ", worst", graph, runs[0][1], runs[0][2]), flush=True)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    actant, directory = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        weights = read_graph(actant, directory, os.path.join(folder, "csv"))
    graph = igraph.Graph.TupleList([(a, b, weight) for (a, b), weight in weights.items()], weights=True)
    print(f"{graph.vcount()} nodes with edges, {graph.ecount()} pairs")
    begin = time.monotonic()
    found = read_communities(actant, directory)
    seconds = time.monotonic() - begin
    alone = max(found.values(), default=0)
    membership = [found[v["name"]] if v["name"] in found else (alone := alone + 1) for v in graph.vs]
    print(describe("actant, with its reading", graph, membership, seconds))
    best_and_worst("igraph's Louvain", graph, lambda: graph.community_multilevel(weights="weight"))
    best_and_worst("igraph's Leiden", graph, lambda: graph.community_leiden("modularity", weights="weight", n_iterations=-1))


if __name__ == "__main__":
    main()
