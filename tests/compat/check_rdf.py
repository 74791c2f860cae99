"""RDF: JSON-LD, N-Quads, Turtle."""
import json
import os

from acceptance import Failure, check_equal, node, run


def quads_of(path, syntax):
    import rdflib
    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(path, format=syntax)
    return dataset


def values(dataset, graphs):
    """The quads with numbers compared as values: processors print doubles differently."""
    import rdflib
    double = rdflib.XSD.double

    def term(value):
        if isinstance(value, rdflib.Literal) and value.datatype == double:
            return ("double", float(value))
        return value

    result = set()
    for s, p, o, context in dataset.quads():
        name = getattr(context, "identifier", context)
        result.add((s, p, term(o), name if graphs and isinstance(name, rdflib.URIRef) and not str(name).startswith("file:") else None))
    return result


def check_parts(folder, expected):
    """Each part is a whole document for the streaming parser too."""
    together = set()
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        part = values(quads_of(path, "json-ld"), False)
        for client, count in json.loads(node("clients.mjs", "jsonld", path)).items():
            check_equal(f"{client}: triples of {name}", count, len(part))
        check_equal(f"rdflib: {name} repeats nothing", len(part & together), 0)
        together |= part
    if together != expected:
        raise Failure(f"JSON-LD in parts and N-Quads differ: {list(together ^ expected)[:4]}")


def check_rdf(jsonld, nquads, trig, turtle=None, parts=None):
    """All clients read the same number of triples; JSON-LD, N-Quads, TriG and Turtle hold the same ones, and so do the parts of a
    JSON-LD export together. There are no blank nodes, so equal sets are isomorphic graphs."""
    from pyld import jsonld as processor
    seen = dict(json.loads(node("clients.mjs", "jsonld", jsonld)))
    with open(jsonld, encoding="utf-8") as file:
        quads = processor.to_rdf(json.load(file))
    seen["pyld"] = sum(len(graph) for graph in quads.values())
    expected = values(quads_of(nquads, "nquads"), turtle is None)
    from_jsonld = values(quads_of(jsonld, "json-ld"), turtle is None)
    seen["rdflib JSON-LD"], seen["rdflib N-Quads"] = len(from_jsonld), len(expected)
    lines = run("rapper", "-q", "-i", "nquads", "-o", "nquads", nquads).splitlines()
    seen["rapper N-Quads"] = len(set(lines))
    if from_jsonld != expected:
        raise Failure(f"JSON-LD and N-Quads differ: {list(from_jsonld ^ expected)[:4]}")
    from_trig = values(quads_of(trig, "trig"), turtle is None)
    seen["rdflib TriG"] = len(from_trig)
    seen["rapper TriG"] = len(set(run("rapper", "-q", "-i", "trig", "-o", "nquads", trig).splitlines()))
    if from_trig != expected:
        raise Failure(f"TriG and N-Quads differ: {list(from_trig ^ expected)[:4]}")
    if parts:
        check_parts(parts, expected)
    if turtle:
        from_turtle = values(quads_of(turtle, "turtle"), False)
        seen["rdflib Turtle"] = len(from_turtle)
        seen["rapper Turtle"] = len(set(run("rapper", "-q", "-i", "turtle", "-o", "ntriples", turtle).splitlines()))
        if from_turtle != expected:
            raise Failure(f"Turtle and N-Quads differ: {list(from_turtle ^ expected)[:4]}")
    if len(set(seen.values())) != 1:
        raise Failure(f"triple counts differ: {seen}")
    with open(nquads, "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    for before, line in zip(lines, lines[1:]):
        if before >= line:
            raise Failure(f"N-Quads lines are not sorted: {before[:300]} before {line[:300]}")
    return len(expected)
