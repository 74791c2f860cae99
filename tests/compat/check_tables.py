"""Tables and FollowTheMoney."""
import csv
import json
import os
import re

from acceptance import Failure, check_equal

ID = re.compile(r"^[A-Za-z][A-Za-z0-9.-]*[A-Za-z0-9]$")


def rows_of(folder, name):
    """The rows as dictionaries; every row has the header's width, and no field a line end."""
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        text = file.read()
    if text.startswith("\ufeff") or "\r" in text:
        raise Failure(f"{name}: byte order mark or carriage return")
    lines = list(csv.reader(text.splitlines(keepends=True), strict=True))
    check_equal(f"{name}: physical lines", text.count("\n"), len(lines))
    header = lines[0]
    check_equal(f"{name}: header names differ without case", len({h.lower() for h in header}), len(header))
    for number, line in enumerate(lines):
        check_equal(f"{name}:{number + 1}: width", len(line), len(header))
    return [dict(zip(header, line)) for line in lines[1:]]


def check_ids(name, rows, column):
    ids = [row[column] for row in rows]
    check_equal(f"{name}: ids are unique", len({i.lower() for i in ids}), len(ids))
    for value in ids:
        if not ID.match(value) or len(value) > 64:
            raise Failure(f"{name}: id {value!r}")
    return set(ids)


def check_resolves(name, rows, column, known):
    for row in rows:
        if row[column] not in known:
            raise Failure(f"{name}: {column} {row[column]!r} is in no table")


def check_gephi_csv(folder, expected):
    nodes, edges = rows_of(folder, "nodes.csv"), rows_of(folder, "edges.csv")
    check_equal("nodes.csv", check_ids("nodes.csv", nodes, "Id"), set(expected[0]))
    check_equal("edges.csv", check_ids("edges.csv", edges, "Id"), set(expected[1]))
    for column in ("Source", "Target"):
        check_resolves("edges.csv", edges, column, set(expected[0]))
    check_equal("nodes.csv: labels", {row["Id"]: row["Label"] for row in nodes},
                {name: values["label"] for name, values in expected[0].items()})


def check_neo4j_csv(folder, expected):
    entities, articles = rows_of(folder, "entities.csv"), rows_of(folder, "articles.csv")
    relations, evidence = rows_of(folder, "relations.csv"), rows_of(folder, "evidence.csv")
    check_equal("entities.csv", check_ids("entities.csv", entities, "id:ID(entity)"), set(expected[0]))
    known = check_ids("articles.csv", articles, "id:ID(article)")
    check_equal("relations.csv", check_ids("relations.csv", relations, "id"), set(expected[1]))
    for column in (":START_ID(entity)", ":END_ID(entity)"):
        check_resolves("relations.csv", relations, column, set(expected[0]))
    check_resolves("evidence.csv", evidence, ":START_ID(entity)", set(expected[0]))
    check_resolves("evidence.csv", evidence, ":END_ID(article)", known)
    for row in relations:
        if row["negated:boolean"] not in ("true", "false") or not re.fullmatch(r"[A-Z0-9_]+", row[":TYPE"]):
            raise Failure(f"relations.csv: {row}")
    return {"nodes": len(entities) + len(articles), "relationships": len(relations) + len(evidence)}


def list_of(text):
    if not re.fullmatch(r"\[('[^']*'(,'[^']*')*)?\]", text):
        raise Failure(f"GraphRAG list {text!r}")
    return re.findall(r"'([^']*)'", text)


def check_graphrag(folder, expected):
    entities, relationships = rows_of(folder, "entities.csv"), rows_of(folder, "relationships.csv")
    units = rows_of(folder, "text_units.csv")
    check_equal("entities.csv", check_ids("entities.csv", entities, "id"), set(expected[0]))
    check_equal("relationships.csv", check_ids("relationships.csv", relationships, "id"), set(expected[1]))
    known = check_ids("text_units.csv", units, "id")
    titles = {row["title"] for row in entities}
    check_equal("entities.csv: titles are unique", len(titles), len(entities))
    for column in ("source", "target"):
        check_resolves("relationships.csv", relationships, column, titles)
    degrees = {row["title"]: int(row["degree"]) for row in entities}
    for row in relationships:
        check_equal("combined_degree", int(row["combined_degree"]), degrees[row["source"]] + degrees[row["target"]])
    # Each side names the other.
    cited = {(unit, row["id"]) for row in relationships for unit in list_of(row["text_unit_ids"])}
    check_equal("relationship_ids of text units", {(row["id"], r) for row in units for r in list_of(row["relationship_ids"])}, cited)
    cited = {(unit, row["id"]) for row in entities for unit in list_of(row["text_unit_ids"])}
    check_equal("entity_ids of text units", {(row["id"], e) for row in units for e in list_of(row["entity_ids"])}, cited)
    check_equal("text units", known, {unit for unit, _ in cited})
    documents = rows_of(folder, "documents.csv")
    check_resolves("text_units.csv", units, "document_id", check_ids("documents.csv", documents, "id"))


def check_ftm(path):
    """`ftm validate` must pass every line through unchanged, and every reference must be in the file."""
    from followthemoney import model
    from followthemoney.proxy import EntityProxy
    entities, schemata = {}, {}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            data = json.loads(line)
            if data["id"] in entities:
                raise Failure(f"ftm:{number}: id {data['id']} comes twice")
            cleaned = EntityProxy.from_dict(data, cleaned=False).to_dict()
            model.get(data["schema"]).validate(data)
            ours = {name: sorted(values) for name, values in data["properties"].items()}
            theirs = {name: sorted(values) for name, values in cleaned["properties"].items()}
            if (data["id"], data["schema"], ours) != (cleaned["id"], cleaned["schema"], theirs):
                raise Failure(f"ftm:{number}: followthemoney makes {cleaned} of {data}")
            entities[data["id"]] = data
            schemata[data["schema"]] = schemata.get(data["schema"], 0) + 1
    for data in entities.values():
        schema = model.get(data["schema"])
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop.type.name != "entity":
                continue
            for value in values:
                if value not in entities:
                    raise Failure(f"ftm: {name} {value} of {data['id']} is not in the file")
                if not model.get(entities[value]["schema"]).is_a(prop.range):
                    raise Failure(f"ftm: {name} of a {data['schema']} is a {entities[value]['schema']}, not a {prop.range.name}")
    return schemata
