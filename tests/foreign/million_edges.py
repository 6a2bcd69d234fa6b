"""Writes a graph of a million edges in every format, and prints what each takes.

    million_edges.py NORN [FOLDER]

The graph is made by arithmetic: 20,000 actors, 150,000 events, 30,000 articles; 400,000 parts in events,
300,000 reports with a sentence each, 300,000 mentions. Each export is a process of its own: seconds
of a core, the most memory that it held, and the size of what it wrote.
"""
import os
import shutil
import subprocess
import sys
import tempfile

ACTORS, EVENTS, ARTICLES = 20000, 150000, 30000
PARTS, REPORTS, MENTIONS = 400000, 300000, 300000
KINDS = ("call", "meeting", "attack", "supply", "visit")
FORMATS = (("jsonl", "all.jsonl"), ("csv", "csv"), ("graphml", "all.graphml"), ("gexf", "all.gexf"),
           ("cypher", "all.cypher"), ("kuzu", "all.kuzu.cypher"), ("kuzu-csv", "kuzu"),
           ("arrow", "arrow"), ("ftm", "all.ftm.json"), ("jsonld", "all.jsonld"),
           ("html", "all.html"), ("dot", "all.dot"), ("svg", "all.svg"), ("png", "all.png"))


def date(number):
    return "20%02d-%02d-%02d" % (number % 25, number % 12 + 1, number % 28 + 1)


def write_nodes(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("id:ID,:LABEL,name,type,status,date,title,url\n")
        for number in range(ACTORS):
            file.write("person/%d,Actor;Person,Person number %d,,,,,\n" % (number, number))
        for number in range(EVENTS):
            kind = KINDS[number % len(KINDS)]
            file.write("event/%s/%d,Event;%s,%s %d,%s,happened,%s,,\n" %
                       (kind, number, kind.capitalize(), kind.capitalize(), number, kind, date(number)))
        for number in range(ARTICLES):
            file.write("article/%d,Article,a%d.txt,,,%s,Title of article %d,https://example.org/%d\n" %
                       (number, number, date(number), number, number))


def event(number):
    return "event/%s/%d" % (KINDS[number % len(KINDS)], number)


def write_edges(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write(":START_ID,:END_ID,:TYPE,key,role,quote,count:long\n")
        for number in range(PARTS):
            # The lower the number of an actor, the more events.
            actor = number * number % ACTORS * number // PARTS % ACTORS
            file.write("person/%d,%s,PARTICIPATED_IN,%d,participant,,\n" %
                       (actor, event(number % EVENTS), number))
        for number in range(REPORTS):
            file.write("%s,article/%d,REPORTED_IN,%d,,They talked for the %dth time about what both want.,\n"
                       % (event(number % EVENTS), number * 7 % ARTICLES, number, number))
        for number in range(MENTIONS):
            file.write("person/%d,article/%d,MENTIONED_IN,%d,,,%d\n" %
                       (number * 31 % ACTORS, number % ARTICLES, number, number % 9 + 1))


def size_of(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))


def run(*arguments):
    """Seconds of a core, and the most memory in MiB."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise RuntimeError("%s ended with %d" % (" ".join(arguments), status))
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    norn = os.path.abspath(sys.argv[1])
    folder = sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp()
    os.makedirs(folder, exist_ok=True)
    graph, nodes, edges = (os.path.join(folder, name) for name in ("graph", "nodes.csv", "edges.csv"))
    if not os.path.exists(graph):
        write_nodes(nodes)
        write_edges(edges)
        took, most = run(norn, "import", "--graph", graph, nodes, "--edges", edges)
        print("%-9s %6.1f s %6.0f MiB" % ("import", took, most), flush=True)
    for name, file in FORMATS:
        path = os.path.join(folder, file)
        took, most = run(norn, "export", "--graph", graph, "--format", name, "-o", path)
        print("%-9s %6.1f s %6.0f MiB %6.0f MB written" % (name, took, most, size_of(path) / 1e6), flush=True)
    if len(sys.argv) <= 2:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
