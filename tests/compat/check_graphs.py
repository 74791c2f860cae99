"""Property graphs: GraphML, GEXF, JSON for viewers, DOT."""
import json
import os
import warnings
import xml.etree.ElementTree as tree

from acceptance import HERE, ROOT, Failure, check_equal, node, run

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"


def graphml_contents(path):
    """{node id: {attribute: value}} and {edge id: (source, target, {attribute: value})} by a plain XML parser: what the
    clients are compared with."""
    root = tree.parse(path).getroot()
    names = {key.get("id"): key.get("attr.name") for key in root.findall(f"{GRAPHML}key")}
    types = {key.get("id"): key.get("attr.type") for key in root.findall(f"{GRAPHML}key")}

    def values(element):
        convert = {"string": str, "int": int, "double": float, "float": float, "boolean": lambda text: text == "true"}
        return {names[d.get("key")]: convert[types[d.get("key")]](d.text or "") for d in element.findall(f"{GRAPHML}data")}

    graph = root.find(f"{GRAPHML}graph")
    nodes = {n.get("id"): values(n) for n in graph.findall(f"{GRAPHML}node")}
    edges = {e.get("id"): (e.get("source"), e.get("target"), values(e)) for e in graph.findall(f"{GRAPHML}edge")}
    return nodes, edges


def clean(attributes):
    return {name: value for name, value in attributes.items() if value is not None and value == value and value != ""}


def with_networkx(path):
    import networkx
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = networkx.read_graphml(path, force_multigraph=True)
    nodes = {name: dict(data) for name, data in graph.nodes(data=True)}
    edges = {key: (a, b, {k: v for k, v in data.items() if k != "id"}) for a, b, key, data in graph.edges(keys=True, data=True)}
    return nodes, edges


def with_igraph(path):
    import igraph
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(path)
    nodes = {v["id"]: {k: v[k] for k in v.attributes() if k != "id"} for v in graph.vs}
    edges = {e["id"]: (graph.vs[e.source]["id"], graph.vs[e.target]["id"], {k: e[k] for k in e.attributes() if k != "id"}) for e in graph.es}
    return nodes, edges


def with_graphology(kind, path):
    seen = json.loads(node("clients.mjs", kind, path))
    return {n["key"]: n["attributes"] for n in seen["nodes"]}, {e["key"]: (e["source"], e["target"], e["attributes"]) for e in seen["edges"]}


def compare(client, seen, expected):
    """Equal counts, ends, and the same value of each attribute that the file has."""
    for what, ours, theirs in (("nodes", expected[0], seen[0]), ("edges", expected[1], seen[1])):
        check_equal(f"{client}: ids of {what}", set(theirs), set(ours))
        for name, wanted in ours.items():
            got = theirs[name]
            if what == "edges":
                check_equal(f"{client}: ends of {name}", got[:2], wanted[:2])
                wanted, got = wanted[2], got[2]
            got = clean(got)
            for attribute, value in wanted.items():
                other = got.get(attribute)
                same = abs(other - value) < 1e-6 if isinstance(value, float) and isinstance(other, (int, float)) else other == value
                if not same:
                    raise Failure(f"{client}: {attribute} of {name} is {other!r}, the file has {value!r}")


def with_color(attributes):
    """graphology makes one attribute of red, green and blue."""
    color = [attributes[name] for name in "rgb" if name in attributes]
    rest = {name: value for name, value in attributes.items() if name not in ("r", "g", "b")}
    return {**rest, "color": "#" + "".join(f"{part:02x}" for part in color)} if color else rest


def check_graphml(path):
    run("xmllint", "--noout", "--schema", os.path.join(ROOT, "export", "graphml.xsd"), path)
    expected = graphml_contents(path)
    compare("networkx", with_networkx(path), expected)
    compare("igraph", with_igraph(path), expected)
    compare("graphology-graphml", with_graphology("graphml", path), ({n: with_color(v) for n, v in expected[0].items()}, expected[1]))
    return expected


def gexf_contents(path):
    graph = tree.parse(path).getroot().find(f"{GEXF}graph")
    nodes = {n.get("id"): n for n in graph.iter(f"{GEXF}node")}
    edges = {e.get("id"): e for e in graph.iter(f"{GEXF}edge")}
    return nodes, edges


def times_of(element):
    """The times of a node or an edge as (first day, last day), however they are written."""
    spells = [(spell.get("start"), spell.get("end")) for spell in element.iter(f"{GEXF}spell")]
    if element.get("start"):
        spells.append((element.get("start"), element.get("end")))
    return spells + [(day, day) for day in element.get("timestamps", "<[]>")[2:-2].split(", ") if day]


def weights_of(edge):
    return {(value.get("start", value.get("timestamp")), value.get("end", value.get("timestamp"))): float(value.get("value"))
            for value in edge.iter(f"{GEXF}attvalue") if value.get("for") == "weight"}


def check_times(nodes, edges):
    """Times of an element do not overlap, and each day of an edge is one of both of its ends, or the timeline would hide them."""
    for name, element in [*nodes.items(), *edges.items()]:
        times = times_of(element)
        if any(first > last for first, last in times) or any(a[1] >= b[0] for a, b in zip(times, times[1:])):
            raise Failure(f"GEXF: times of {name}: {times}")
    for name, edge in edges.items():
        for end in (edge.get("source"), edge.get("target")):
            own = times_of(nodes[end])
            if not all(any(a <= first and last <= b for a, b in own) for first, last in times_of(edge)):
                raise Failure(f"GEXF: node {end} lacks days of edge {name}")


def check_gexf(path, expected, dynamic_weights=False):
    """The counts of the GraphML export; days survive. \return what Gephi has to find: edges with a time, times, sum of their weights."""
    import networkx
    schema = os.path.join(ROOT, "export", "gexf.rng")
    run("xmllint", "--noout", "--relaxng", schema, path)
    run("jing", schema, path)
    nodes, edges = gexf_contents(path)
    check_equal("GEXF: nodes", set(nodes), set(expected[0]))
    check_equal("GEXF: edges", set(edges), set(expected[1]))
    check_times(nodes, edges)
    weights = {name: weights_of(edge) for name, edge in edges.items()}
    for name, edge in edges.items():
        check_equal(f"GEXF: times with a weight of {name}", set(weights[name]), set(times_of(edge)) if dynamic_weights else set())
    read = networkx.read_gexf(path, version="1.3")
    check_equal("networkx GEXF", (read.number_of_nodes(), read.number_of_edges()), (len(nodes), len(edges)))
    seen = {data["id"]: data["weight"] for *_, data in read.edges(data=True)}  # networkx keeps the weight of the whole edge
    check_equal("networkx GEXF: weights", seen, {name: values["weight"] for name, (_, _, values) in expected[1].items()})
    if not dynamic_weights:  # graphology refuses dynamic attributes beside static ones
        seen = with_graphology("gexf", path)
        check_equal("graphology-gexf: nodes", set(seen[0]), set(nodes))
        check_equal("graphology-gexf: edges", len(seen[1]), len(edges))
        for name, attributes in seen[0].items():
            check_equal(f"graphology-gexf: label of {name}", attributes.get("label"), " ".join(nodes[name].get("label").split()))
    labels = {name: values["label"] for name, values in expected[0].items()}
    check_equal("GEXF: labels", {name: n.get("label") for name, n in nodes.items()}, labels)
    times = [len(times_of(edge)) for edge in edges.values()]
    return {"timed": sum(map(bool, times)), "times": sum(times), "weights": sum(sum(w.values()) for w in weights.values())}


def check_viewers(graphology, cytoscape, expected):
    seen = with_graphology("graphology", graphology)
    check_equal("graphology JSON: nodes", set(seen[0]), set(expected[0]))
    check_equal("graphology JSON: edges", set(seen[1]), set(expected[1]))
    if any("x" not in attributes or "y" not in attributes for attributes in seen[0].values()):
        raise Failure("graphology JSON: a node has no place")
    seen = json.loads(node("clients.mjs", "cytoscape", cytoscape))
    check_equal("cytoscape.js", (set(seen["nodes"]), set(seen["edges"])), (set(expected[0]), set(expected[1])))


def check_dot(path, expected):
    seen = json.loads(run("dot", "-Tdot_json", path))
    labels = {item["name"]: item.get("label") for item in seen.get("objects", [])}
    check_equal("DOT: edges", {edge["id"] for edge in seen.get("edges", [])}, set(expected[1]))
    # dot_json keeps our escapes of backslash and quote.
    plain = {name: label.replace('\\\\', '\\').replace('\\"', '"') if '\\' in label else label for name, label in labels.items()}
    check_equal("DOT: labels", plain, {name: values["label"] for name, values in expected[0].items()})
