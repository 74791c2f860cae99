#!/usr/bin/env python3
"""What is read of real files in every format, against what is known to be in them, and the same files packed in every way.

    read_formats.py ARCHIVES READ_ARTICLES

ARCHIVES is a folder with the archives of ../shared/corpora unpacked (`for f in *.tar.zst; do tar --zstd -xf $f; done`); READ_ARTICLES
the program of that name. Fails when a set gives another number of articles than it holds (those read, and duplicates told), when a
title, date or address that the set has is missing, or when packing changes what is read.
"""
import collections
import glob
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

# Articles in the set; those of them that must have a title, a date, an address. "told": records without a text, told one by one.
SETS = {
    "txt/voa": dict(articles=6721),
    "html/extraction_benchmark/*.html": dict(articles=181),
    "html/fundus": dict(articles=75, title=75),
    "json/whitehouse_statements_array_400.json": dict(articles=400, title=400, date=400, url=400),
    "json/newsapi_style_300.json": dict(articles=300, title=300, date=300, url=300),
    "json/reuters21578.jsonl.gz": dict(articles=19043, title=19043, date=19043),
    "csv/whitehouse_readouts.csv": dict(articles=2500, title=2500, date=2500, url=2500),
    "csv/whitehouse_readouts_semicolon_cp1252.csv": dict(articles=300, title=300, date=300),
    "csv/voa_one_article_per_row.tsv": dict(articles=4000),
    "xml/rss_generated": dict(articles=1400, title=1400, date=1400, url=1400),
    "xml/nitf": dict(articles=19, title=19, date=19),
    "xml/nitf_generated": dict(articles=500, title=500, date=500),
    "xml/newsml_1": dict(articles=3, title=3, date=3),
    "xml/newsml_g2_generated": dict(articles=500, title=500, date=500),
    "email/*.eml": dict(articles=8, title=8, date=8),
    "email/whitehouse_alerts.mbox": dict(articles=300, title=300, date=300),
    "sgml/reuters21578": dict(articles=21578 - 1799, date=21578 - 1799, told=1799),
    "md/whitehouse": dict(articles=501, title=501, date=501, url=501),
    "warc/news_pages_generated.warc.gz": dict(articles=256, title=256, date=256, url=256),
    "warc/news_pages_generated_small.warc": dict(articles=15, title=15, date=15, url=15),
    "zip/voa_1000_txt.zip": dict(articles=1000),
    "zip/whitehouse_2021.tar.bz2": dict(articles=800, date=800),
    "zip/whitehouse_2022.tar.xz": dict(articles=800, date=800),
    "zip/whitehouse_2023.tar.gz": dict(articles=800, date=800),
}
# One file of each format, for packing.
SAMPLES = ["txt/voa/0/*.txt", "html/fundus/uk/*.html", "json/newsapi_style_300.json", "csv/*cp1252.csv", "csv/*.tsv", "xml/rss_generated/*.xml",
           "xml/nitf_generated/*.xml", "xml/newsml_g2_generated/*.xml", "email/simple*.eml", "email/*.mbox", "sgml/reuters21578/reut2-000.sgm",
           "md/whitehouse/releases/*.md", "warc/news_pages_generated_small.warc", "warc/news_pages_generated.warc.gz",
           "json/reuters21578.jsonl.gz", "zip/voa_1000_txt.zip"]


def read(program, paths, stdin=None):
    run = subprocess.run([program, *paths], stdin=stdin, capture_output=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()], run.stderr.decode(errors="replace").splitlines()


def check_set(archives, program, name, known):
    paths = sorted(glob.glob(os.path.join(archives, name)))
    articles, problems = read(program, [p for p in paths if not p.endswith(".json") or "html" not in name])
    duplicates = sum("(skipped) duplicate" in line for line in problems)
    lost = sum("(skipped)" not in line for line in problems[:-1] if ".expected.json" not in line)
    found = {"articles": len(articles) + duplicates, "told": lost}
    for field in ("title", "date", "url", "language"):
        found[field] = sum(bool(a[field]) for a in articles) + duplicates
    wrong = [f"{field} {found[field]}, known {number}" for field, number in known.items() if found[field] != number]
    formats = ", ".join(sorted({a["format"] for a in articles}))
    print(f"{name}: {len(articles)} read ({formats}), {duplicates} duplicates, {lost} told; title {found['title']}, date {found['date']}, "
          f"address {found['url']}, language {found['language']}" + (f"  WRONG: {'; '.join(wrong)}" if wrong else ""))
    return not wrong


def essence(articles):
    """What may not depend on how a file is packed."""
    return collections.Counter((a["text"], a["title"], a["date"], a["source"], a["url"], a["language"], a["format"]) for a in articles)


def pack(folder, work):
    """The folder in each way; (name, path)."""
    base = os.path.join(work, "mix")
    for mode in ("", ":gz", ":xz", ":bz2"):
        path = base + ".tar" + mode.replace(":", ".")
        with tarfile.open(path, "w" + mode) as tar:
            tar.add(folder, "mix")
        yield path
    subprocess.run(["zstd", "-q", "-k", base + ".tar"], check=True)
    yield base + ".tar.zst"
    with zipfile.ZipFile(base + ".zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(os.listdir(folder)):
            archive.write(os.path.join(folder, name), "mix/" + name)
    yield base + ".zip"
    with tarfile.open(base + "-nested.tar.gz", "w:gz") as tar:
        tar.add(base + ".zip", "deep/mix.zip")
    yield base + "-nested.tar.gz"
    for tool, end in (("gzip", ".gz"), ("zstd", ".zst"), ("xz", ".xz"), ("bzip2", ".bz2")):
        copy = base + end
        shutil.copytree(folder, copy)
        for name in sorted(os.listdir(copy)):
            subprocess.run([tool, "-q", os.path.join(copy, name)], check=True)
            if tool == "zstd":
                os.remove(os.path.join(copy, name))
        yield copy


def check_packing(archives, program, work):
    folder = os.path.join(work, "in")
    os.mkdir(folder)
    for pattern in SAMPLES:
        path = sorted(glob.glob(os.path.join(archives, pattern)))[0]
        shutil.copy(path, folder)
    plain, _ = read(program, [folder])
    want, fine = essence(plain), True
    print(f"mixed folder: {len(plain)} articles in {len({a['format'] for a in plain})} formats")
    for path in pack(folder, work):
        ways = [("", [path], None)]
        if os.path.isfile(path):
            ways.append((" on standard input", ["-"], open(path, "rb")))
        for way, paths, stdin in ways:
            got = essence(read(program, paths, stdin)[0])
            fine = fine and got == want
            missing, more = sum((want - got).values()), sum((got - want).values())
            print(f"  {os.path.basename(path)}{way}: {'the same' if got == want else f'WRONG: {missing} missing, {more} more'}")
    return fine


def check_metadata(archives, program):
    """Titles and days of the pages whose publisher's articles are known: of the pages whose title is one of them, the day."""
    titles = days = pages = 0
    for expected in sorted(glob.glob(os.path.join(archives, "html/fundus/**/*.expected.json"), recursive=True)):
        with open(expected, encoding="utf-8") as file:
            known = {" ".join((a.get("title") or "").split()): (a.get("publishing_date") or "")[:10] for a in json.load(file).values()}
        for page in sorted(glob.glob(expected[: -len(".expected.json")] + "_*.html")):
            for article in read(program, [page])[0]:
                pages += 1
                if article["title"] in known:
                    titles += 1
                    days += known[article["title"]] == article["date"]
    print(f"fundus: {pages} pages; {titles} have one of the titles known of their publisher, {days} of these its day")


def main():
    archives, program = sys.argv[1:]
    fine = all([check_set(archives, program, name, known) for name, known in SETS.items()])
    check_metadata(archives, program)
    with tempfile.TemporaryDirectory() as work:
        fine = check_packing(archives, program, work) and fine
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
