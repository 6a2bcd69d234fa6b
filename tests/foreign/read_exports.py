"""Reads norn's exports with other programs' readers, and compares what they find with the graph.

    read_exports.py NORN ARTICLES...

A reader that is not installed is passed over, and named; tools/setup --foreign installs them all.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

NORN = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
HERE = os.path.dirname(os.path.abspath(__file__))
ARTICLES = [os.path.abspath(path) for path in sys.argv[2:]]


def has_module(name):
    try:
        __import__(name)
        return True
    except ImportError:
        return False


def needs_module(name):
    return unittest.skipUnless(has_module(name), "python3-%s is not installed" % name)


def needs_program(name):
    return unittest.skipUnless(shutil.which(name), name + " is not installed")


def needs_npm_module(name):
    modules = os.environ.get("NORN_FOREIGN_MODULES", "")
    there = modules and shutil.which("node") and os.path.isdir(os.path.join(modules, name))
    return unittest.skipUnless(there, "npm's %s is not in $NORN_FOREIGN_MODULES" % name)


# Names that every format has to keep, whatever they hold.
TRICKY_NODES = (
    'id:ID,:LABEL,name,label,labels,start:long,weight:double,aliases:string[],odd name\n'
    'a/1,Actor;Person,"Ada ""A"" <b>&amp;</b>",own,mine,3,2.5,x\\;y;z,\n'
    'b 2,,"line\nbreak",,,,,,yes\n'
    'c,Order;Match,=1+1,,,,,,\n')
TRICKY_EDGES = (
    ':START_ID,:END_ID,:TYPE,key,label,date,count:long\n'
    'a/1,b 2,SPOKE_WITH,1,own,2025-07,\n'
    'a/1,b 2,SPOKE_WITH,2,,2025-07-04,\n'
    'b 2,c,odd type,,,,4\n')


class ForeignReaders(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(dir=os.environ.get("TEST_TMPDIR"))
        cls.graphs = {}
        articles = os.path.join(cls.folder, "articles")
        cls.norn("build", "--graph", articles, *ARTICLES)
        for name, text in (("nodes.csv", TRICKY_NODES), ("edges.csv", TRICKY_EDGES)):
            with open(os.path.join(cls.folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        tricky = os.path.join(cls.folder, "tricky")
        cls.norn("import", "--graph", tricky, os.path.join(cls.folder, "nodes.csv"), "--edges",
                 os.path.join(cls.folder, "edges.csv"))
        for name, graph in (("articles", articles), ("tricky", tricky)):
            lines = [json.loads(line) for line in cls.export(graph, "jsonl").splitlines()]
            cls.graphs[name] = (graph, [line for line in lines if "node" in line],
                                [line for line in lines if "edge" in line])

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    @classmethod
    def norn(cls, *arguments):
        return subprocess.run([NORN, *arguments], check=True, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL).stdout.decode()

    @classmethod
    def export(cls, graph, format_name, *more):
        return cls.norn("export", "--graph", graph, "--format", format_name, *more)

    @staticmethod
    def node(script, *arguments):
        environment = dict(os.environ, NODE_PATH=os.environ["NORN_FOREIGN_MODULES"])
        return subprocess.run(["node", script, *arguments], check=True, stdout=subprocess.PIPE,
                              env=environment).stdout

    def files(self, format_name, *more):
        for name, (graph, nodes, edges) in self.graphs.items():
            path = os.path.join(self.folder, name + "." + format_name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(self.export(graph, format_name, *more))
            with self.subTest(name):
                yield path, nodes, edges

    @needs_program("xmllint")
    def test_xml_is_well_formed(self):
        for format_name, more in (("graphml", ()), ("gexf", ()), ("gexf", ("--gexf-version", "1.2")),
                                  ("svg", ())):
            for path, _, _ in self.files(format_name, *more):
                subprocess.run(["xmllint", "--noout", "--nonet", path], check=True)

    def test_graphml_ids_are_what_its_schema_allows(self):
        for path, _, _ in self.files("graphml"):
            text = pathlib.Path(path).read_text(encoding="utf-8")
            for value in re.findall(r' (?:id|key|source|target)="([^"]*)"', text):
                self.assertRegex(value, r"\A[\w.:-]+\Z")
            for name in ("node", "edge"):
                titles = re.findall(r'for="%s" attr.name="([^"]*)"' % name, text)
                self.assertEqual(len(titles), len(set(titles)))

    def valid(self, path, schema):
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, path], check=True,
                       stderr=subprocess.DEVNULL)

    @needs_program("xmllint")
    def test_graphml_is_valid(self):
        for path, _, _ in self.files("graphml"):
            self.valid(path, os.path.join(HERE, "graphml.xsd"))

    @needs_program("xmllint")
    def test_gexf_is_valid(self):
        for version, space in (("1.3", "http://gexf.net/1.3"), ("1.2", "http://www.gexf.net/1.2draft")):
            text = pathlib.Path(HERE, "gexf.xsd").read_text(encoding="utf-8")
            schema = os.path.join(self.folder, "gexf-%s.xsd" % version)
            pathlib.Path(schema).write_text(
                text.replace("http://gexf.net/1.3", space).replace('fixed="1.3"', 'fixed="%s"' % version),
                encoding="utf-8")
            for path, _, _ in self.files("gexf", "--gexf-version", version):
                self.valid(path, schema)

    @needs_module("networkx")
    def test_networkx_reads_graphml(self):
        import networkx
        for path, nodes, edges in self.files("graphml"):
            graph = networkx.read_graphml(path, force_multigraph=True)
            self.assertEqual(graph.number_of_nodes(), len(nodes))
            self.assertEqual(graph.number_of_edges(), len(edges))
            by_id = {data["id"]: data for _, data in graph.nodes(data=True)}
            for node in nodes:
                data = by_id[node["node"]]
                self.assertEqual(data.get("labels", ""), "".join(":" + label for label in node["labels"]))
                self.assertEqual(data["label"], str(node["properties"].get("name", node["node"])))
                aliases = node["properties"].get("aliases")
                if aliases is not None:
                    self.assertEqual(json.loads(data["aliases"]), aliases)
            self.assertEqual(sorted(data["label"] for _, _, data in graph.edges(data=True)),
                             sorted(edge["edge"] for edge in edges))

    @needs_module("networkx")
    def test_networkx_reads_gexf(self):
        import networkx
        for path, nodes, edges in self.files("gexf", "--gexf-version", "1.2"):
            graph = networkx.read_gexf(path)
            self.assertEqual(set(graph.nodes), {node["node"] for node in nodes})
            self.assertEqual(graph.number_of_edges(), len(edges))
            for node in nodes:
                data = graph.nodes[node["node"]]
                self.assertEqual(data["label"], str(node["properties"].get("name", node["node"])))
                if "start" in node["properties"]:
                    self.assertEqual(data["property_start"], node["properties"]["start"])
            self.assertEqual(sorted(data["relationship"] for _, _, data in graph.edges(data=True)),
                             sorted(edge["edge"] for edge in edges))

    @needs_module("igraph")
    def test_igraph_reads_graphml(self):
        import igraph
        for path, nodes, edges in self.files("graphml"):
            graph = igraph.Graph.Read_GraphML(path)
            self.assertEqual(graph.vcount(), len(nodes))
            self.assertEqual(graph.ecount(), len(edges))
            self.assertEqual(sorted(graph.es["label"]), sorted(edge["edge"] for edge in edges))
            self.assertEqual(sorted(graph.vs["labels"]),
                             sorted("".join(":" + label for label in node["labels"])
                                    for node in nodes))

    @needs_module("rdflib")
    def test_rdflib_reads_json_ld(self):
        import rdflib
        schema = rdflib.Namespace("https://schema.org/")
        prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
        for path, nodes, edges in self.files("jsonld"):
            graph = rdflib.Graph().parse(path, format="json-ld")
            for kind, label in ((schema.Event, "Event"), (schema.NewsArticle, "Article"),
                                (schema.Person, "Person")):
                found = len(set(graph.subjects(rdflib.RDF.type, kind)))
                self.assertEqual(found, sum(label in node["labels"] for node in nodes), label)
            reports = {(edge["from"], edge["to"]) for edge in edges if edge["edge"] == "REPORTED_IN"}
            self.assertEqual(len(set(graph.subject_objects(prov.wasDerivedFrom))), len(reports))
            for _, day in graph.subject_objects(schema.startDate):
                self.assertIsNotNone(day.toPython().year)

    @needs_npm_module("jsonld")
    def test_jsonld_reads_the_same_statements_as_rdflib_counts(self):
        script = os.path.join(HERE, "check_jsonld.js")
        kinds = (("https://schema.org/Event", "Event"), ("https://schema.org/NewsArticle", "Article"),
                 ("https://schema.org/Person", "Person"))
        for path, nodes, edges in self.files("jsonld"):
            quads = self.node(script, path).decode().splitlines()
            for kind, label in kinds:
                found = sum(" <%s> ." % kind in quad for quad in quads)
                self.assertEqual(found, sum(label in node["labels"] for node in nodes), label)
            reports = {(edge["from"], edge["to"]) for edge in edges if edge["edge"] == "REPORTED_IN"}
            self.assertEqual(sum("prov#wasDerivedFrom" in quad for quad in quads), len(reports))

    def check_graphology(self, format_name, node_id, types):
        script = os.path.join(HERE, "check_graphology.js")
        for path, nodes, edges in self.files(format_name):
            read = json.loads(self.node(script, path))
            found = {node_id(node): node["attributes"] for node in read["nodes"]}
            self.assertEqual(set(found), {node["node"] for node in nodes})
            for node in nodes:
                name = str(node["properties"].get("name", node["node"]))
                # An attribute's line breaks are blanks to XML.
                self.assertEqual(found[node["node"]]["label"].split(), name.split())
            self.assertEqual(sorted(edge["attributes"][types] for edge in read["edges"]),
                             sorted(edge["edge"] for edge in edges))

    @needs_npm_module("graphology-gexf")
    def test_graphology_reads_gexf(self):
        self.check_graphology("gexf", lambda node: node["key"], "relationship")

    @needs_npm_module("graphology-graphml")
    def test_graphology_reads_graphml(self):
        self.check_graphology("graphml", lambda node: node["attributes"]["id"], "label")

    @needs_program("dot")
    def test_graphviz_reads_dot(self):
        for path, _, _ in self.files("dot"):
            subprocess.run(["dot", "-Tplain", "-o", os.devnull, path], check=True)

    def test_follow_the_money_has_every_actor_article_and_event(self):
        for path, nodes, _ in self.files("ftm"):
            text = pathlib.Path(path).read_text(encoding="utf-8")
            entities = [json.loads(line) for line in text.splitlines()]
            self.assertEqual(len({entity["id"] for entity in entities}), len(entities))
            count = lambda *names: sum(entity["schema"] in names for entity in entities)
            wanted = lambda label: sum(label in node["labels"] for node in nodes)
            self.assertEqual(count("Person"), wanted("Person"))
            self.assertEqual(count("PublicBody"), wanted("State"))
            self.assertEqual(count("Article"), wanted("Article"))
            self.assertEqual(count("Call", "Event"), wanted("Event"))

    @needs_npm_module("@alephdata/followthemoney")
    def test_followthemoney_accepts_every_entity(self):
        script = os.path.join(HERE, "check_ftm.js")
        for path, _, _ in self.files("ftm"):
            subprocess.run(["node", script, path], check=True)

    @needs_npm_module("apache-arrow")
    def test_arrow_reads_both_tables(self):
        script = os.path.join(HERE, "check_arrow.js")
        environment = dict(os.environ, NODE_PATH=os.environ["NORN_FOREIGN_MODULES"])
        for name, (graph, nodes, edges) in self.graphs.items():
            folder = os.path.join(self.folder, name + ".arrow")
            self.export(graph, "arrow", "-o", folder)
            rows = {}
            for table in ("nodes", "edges"):
                read = json.loads(subprocess.run(
                    ["node", script, os.path.join(folder, table + ".arrow")], check=True,
                    stdout=subprocess.PIPE, env=environment).stdout)
                rows[table] = read["rows"]
            for row, node in zip(rows["nodes"], nodes, strict=True):
                self.assertEqual(row["id"], node["node"])
                self.assertEqual(row["labels"], node["labels"])
                for key, value in node["properties"].items():
                    title = "property_" + key if key in ("id", "labels") else key
                    self.assertEqual(row[title], value, node["node"])
            for row, edge in zip(rows["edges"], edges, strict=True):
                self.assertEqual((row["from"], row["type"], row["to"], row["key"]),
                                 (edge["from"], edge["edge"], edge["to"], edge["key"]))
                for key, value in edge["properties"].items():
                    title = "property_" + key if key in ("from", "to", "type", "key") else key
                    self.assertEqual(row[title], value)

    def check_kuzu(self, module, statements, nodes, edges):
        script = os.path.join(HERE, "check_kuzu.js")
        environment = dict(os.environ, NODE_PATH=os.environ["NORN_FOREIGN_MODULES"])
        read = json.loads(subprocess.run(["node", script, module, statements], check=True,
                                         stdout=subprocess.PIPE, env=environment).stdout)
        found = {node["id"]: node for node in read["nodes"]}
        self.assertEqual(set(found), {node["node"] for node in nodes})
        for node in nodes:
            self.assertEqual(found[node["node"]]["labels"], node["labels"])
            for key, value in node["properties"].items():
                title = "property_" + key if key in ("id", "labels") else key
                self.assertEqual(found[node["node"]]["node"].get(title), value, node["node"])
        self.assertEqual(
            sorted((edge["source"], edge["edge"]["_label"], edge["target"], edge["key"])
                   for edge in read["edges"]),
            sorted((edge["from"], edge["edge"], edge["to"], edge["key"]) for edge in edges))

    @needs_npm_module("kuzu")
    def test_kuzu_loads_statements_and_tables(self):
        self.check_tables("kuzu")

    @needs_npm_module("@ladybugdb/core")
    def test_ladybugdb_loads_statements_and_tables(self):
        self.check_tables("@ladybugdb/core")

    def check_tables(self, module):
        for path, nodes, edges in self.files("kuzu"):
            self.check_kuzu(module, path, nodes, edges)
        for name, (graph, nodes, edges) in self.graphs.items():
            folder = os.path.join(self.folder, name + "-tables.kuzu")
            self.export(graph, "kuzu-csv", "-o", folder)
            self.check_kuzu(module, os.path.join(folder, "load.cypher"), nodes, edges)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
