"""Reads what `dragoman export` writes with programs that are not ours.

usage: interop_exchange.py DRAGOMAN CASE WORK XSD_FOLDER
"""

import csv
import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import igraph
import networkx
import openpyxl
from lxml import etree
from pyld import jsonld
from pyrefiqda.refiproject import RefiProject

dragoman, case, work, schemas = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
work.mkdir(parents=True, exist_ok=True)


def export(form, name):
    path = work / name
    subprocess.run(
        [dragoman, "export", case, "--to", form, "--output", path],
        check=True, stderr=subprocess.DEVNULL)
    return path


def load(name):
    # The program asks for nothing outside: the context is the one published by the W3C, in short.
    if name != "http://www.w3.org/ns/anno.jsonld":
        raise ValueError(name)
    return {"documentUrl": name, "contextUrl": None, "document": {"@context": {
        "oa": "http://www.w3.org/ns/oa#", "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
        "xsd": "http://www.w3.org/2001/XMLSchema#", "id": "@id", "type": "@type",
        "Annotation": "oa:Annotation", "AnnotationPage": "as:OrderedCollectionPage",
        "TextualBody": "oa:TextualBody", "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector", "Person": "foaf:Person",
        "body": {"@id": "oa:hasBody"}, "target": {"@id": "oa:hasTarget"},
        "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector"},
        "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
        "classifying": "oa:classifying", "tagging": "oa:tagging", "commenting": "oa:commenting",
        "describing": "oa:describing",
        "exact": "oa:exact", "prefix": "oa:prefix", "suffix": "oa:suffix",
        "start": "oa:start", "end": "oa:end", "value": "rdf:value", "format": "dc:format",
        "creator": {"@id": "dcterms:creator"}, "created": "dcterms:created", "name": "foaf:name",
        "items": {"@id": "as:items", "@container": "@list"}}}}


def check_projects():
    path = export("qdpx", "case.qdpx")
    schema = etree.XMLSchema(etree.parse(str(schemas / "Project.xsd")))
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        tree = etree.fromstring(archive.read("project.qde"))
        schema.assertValid(tree)
        space = {"q": "urn:QDA-XML:project:1.0"}
        found = 0
        for source in tree.iterfind(".//q:TextSource", space):
            name = "sources/" + source.get("plainTextPath").removeprefix("internal://")
            text = archive.read(name).decode()
            for selection in source.iterfind("q:PlainTextSelection", space):
                start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
                words = text[start:end]
                assert words and words == words.strip(), (selection.get("name"), words)
                found += 1
        assert found > 20, found
    # The models of another program, made from the schema.
    project = RefiProject.load(path, str(work / "unpacked"))
    read = [s for source in project.sources.text_source for s in source.plain_text_selection]
    assert len(read) == found
    codebook = etree.XMLSchema(etree.parse(str(schemas / "Codebook.xsd")))
    codebook.assertValid(etree.parse(str(export("qdc", "case.qdc"))))
    return found


def check_annotations():
    path = export("annotations", "case.jsonld")
    page = json.loads(path.read_text())
    for item in page["items"]:
        target = item["target"]
        # What is known of the document stands with its address.
        source = target["source"]
        text = (work / (source if isinstance(source, str) else source["id"])).read_bytes().decode()
        quote, place = target["selector"]
        assert text[place["start"]:place["end"]] == quote["exact"], item["id"]
    expanded = jsonld.expand(page, {"documentLoader": lambda url, _=None: load(url)})
    items = expanded[0]["https://www.w3.org/ns/activitystreams#items"] if (
        "https://www.w3.org/ns/activitystreams#items" in expanded[0]
    ) else expanded[0]["http://www.w3.org/ns/activitystreams#items"]
    assert len(items[0]["@list"]) == len(page["items"])
    return len(page["items"])


def check_database():
    path = export("dna", "case.dna")
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("PRAGMA foreign_key_check").fetchone() is None
    rows = base.execute(
        "SELECT s.ID, s.Start, s.Stop, d.Text FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId"
    ).fetchall()
    for _, start, stop, text in rows:
        units = text.encode("utf-16-le")
        words = units[2 * start:2 * stop].decode("utf-16-le")
        assert words and words == words.strip(), words
    values = base.execute("SELECT COUNT(*) FROM DATASHORTTEXT").fetchone()[0]
    assert values == 3 * len(rows) > 0
    return len(rows)


def check_table():
    path = export("csv", "case.csv")
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert rows and all(row["gist"] for row in rows)
    sheet = openpyxl.load_workbook(export("xlsx", "case.xlsx"), read_only=True).active
    cells = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert cells[0] == list(rows[0]) and len(cells) == len(rows) + 1
    for row, line in zip(rows, cells[1:]):
        line += [""] * (len(cells[0]) - len(line))
        # A formula in a CSV has an apostrophe, which a workbook of text does not need.
        assert [value.removeprefix("'") for value in row.values()] == line, row["id"]
    return len(rows)


def check_networks():
    wanted = json.loads(subprocess.run(
        [dragoman, "networks", case, "--format", "json"], check=True, capture_output=True,
        text=True).stdout)["view"]
    ties = {frozenset((tie["first"], tie["second"])): tie for tie in wanted["ties"]}
    assert any(tie["side"] == "ambivalent" for tie in ties.values())
    actors = {actor["id"] for actor in wanted["actors"]}
    for form, read in [
        ("graphml", networkx.read_graphml),
        ("gexf", lambda path: networkx.read_gexf(path, version="1.3")),
    ]:
        graph = read(export(form, f"case.{form}"))
        assert set(graph) == actors, form
        assert {frozenset(edge) for edge in graph.edges} == set(ties), form
        for one, two, data in graph.edges(data=True):
            tie = ties[frozenset((one, two))]
            assert float(data["congruence"]) == tie["congruence"], (form, data)
            assert float(data["conflict"]) == tie["conflict"], (form, data)
    pajek = networkx.read_pajek(export("pajek", "case.net"))
    assert (pajek.number_of_nodes(), pajek.number_of_edges()) == (len(actors), len(ties))
    for name in ["case.graphml", "case.net"]:
        graph = igraph.Graph.Read(str(work / name))
        assert (graph.vcount(), graph.ecount()) == (len(actors), len(ties)), name
    listed = igraph.Graph.Read_DL(str(export("dl", "case.dl")), directed=True)
    assert (listed.vcount(), listed.ecount()) == (len(actors), 2 * len(ties))
    return len(ties)


print(
    f"interop: {check_projects()} selections valid by the schema and in place, "
    f"{check_annotations()} annotations, {check_database()} statements of a .dna file, "
    f"{check_table()} rows, {check_networks()} ties of networks agree", file=sys.stderr)
