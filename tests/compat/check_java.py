"""The importers of Gephi and Neo4j themselves, from their Maven packages."""
import json
import os
import re
import shutil
import subprocess

from acceptance import HERE, Failure, check_equal, run


def classpath(name, cache):
    """Fetches the libraries of tests/compat/NAME/pom.xml once."""
    folder = os.path.join(cache, name)
    libraries = os.path.join(folder, "lib")
    if not os.path.exists(os.path.join(folder, "complete")):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        run("mvn", "-B", "-q", "-f", os.path.join(HERE, name, "pom.xml"), "dependency:copy-dependencies", f"-DoutputDirectory={libraries}")
        open(os.path.join(folder, "complete"), "w").close()
    return os.path.join(libraries, "*")


def open_in_gephi(cache, *files):
    """What Gephi holds after it imported each file."""
    libraries = classpath("gephi", cache)
    classes = os.path.join(cache, "gephi", "classes")
    run("javac", "-nowarn", "-d", classes, "-cp", libraries, os.path.join(HERE, "gephi", "GephiImport.java"))
    out = run("java", "-Djava.awt.headless=true", "-cp", f"{classes}:{libraries}", "GephiImport", *files)
    return [json.loads(line) for line in out.splitlines() if line.startswith("{")]


def check_gephi(cache, graphml, gexfs, expected):
    """`gexfs`: files, each with what check_gexf found in it."""
    nodes, edges = expected
    kinds = len({values["label"] for _, _, values in edges.values()})
    weight = sum(values["weight"] for _, _, values in edges.values())
    for file, seen in zip((graphml, *gexfs), open_in_gephi(cache, graphml, *gexfs), strict=True):
        name = f"Gephi {os.path.basename(file)}"
        check_equal(f"{name}: issues above INFO", seen["issues"], [])
        check_equal(f"{name}: nodes, edges, labels", (seen["nodes"], seen["edges"], seen["labels"]), (len(nodes), len(edges), len(nodes)))
        check_equal(f"{name}: kinds of edges", seen["kinds"], kinds)
        check_equal(f"{name}: nodes with a place", seen["placed"], len(nodes))
        times = gexfs.get(file)
        if times:
            check_equal(f"{name}: edges on the timeline and their times", (seen["timed"], seen["times"]), (times["timed"], times["times"]))
            check_equal(f"{name}: weights of times", seen["weights"], times["weights"])
        if not times or not times["weights"]:
            check_equal(f"{name}: weight", round(seen["weight"]), round(weight))


def check_neo4j(cache, folder, work, expected):
    """A real neo4j-admin database import, which counts every bad entry."""
    libraries = classpath("neo4j", cache)
    home = os.path.join(work, "neo4j")
    os.makedirs(os.path.join(home, "conf"))
    table = lambda name: os.path.join(folder, name)
    command = ["java", "-cp", libraries, "org.neo4j.cli.AdminTool", "database", "import", "full", "news", "--id-type=string", "--verbose",
               "--max-off-heap-memory=256m", "--threads=1", f"--report-file={home}/report",
               f"--nodes={table('entities.csv')}", f"--nodes={table('articles.csv')}",
               f"--relationships={table('relations.csv')}", f"--relationships={table('evidence.csv')}"]
    environment = dict(os.environ, NEO4J_HOME=home, NEO4J_CONF=os.path.join(home, "conf"))
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    out = result.stdout + result.stderr
    counts = re.search(r"Imported:\s+(\d+) nodes\s+(\d+) relationships", out)
    if result.returncode != 0 or not counts:
        raise Failure(f"neo4j-admin database import: exit {result.returncode}: {out[-1500:]}")
    check_equal("neo4j-admin", {"nodes": int(counts[1]), "relationships": int(counts[2])}, expected)
    report = os.path.join(home, "report")
    if os.path.exists(report) and os.path.getsize(report):
        raise Failure(f"neo4j-admin: bad entries: {open(report, encoding='utf-8').read()[:500]}")
