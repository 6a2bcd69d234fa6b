#!/usr/bin/env python3
"""Annotated texts of others without their words: the rows with places in the text instead.

usage: standoff.py strip --texts LANGUAGE.txt… ARTICLES.txt… > STANDOFF.txt
       standoff.py join  --texts LANGUAGE.txt… STANDOFF.txt… > ARTICLES.txt

ARTICLES are as ../event_corpus.h reads them. A text of running words (LANGUAGE.txt: a paragraph a
line, an empty line between documents) that an article is a run of paragraphs of is named by the file,
the first paragraph's line and their number; words in M rows and quotes are characters [from-to) of it.
Fails where a text is not found, or is not what was annotated.
"""
import argparse
import hashlib
import os
import sys


def fail(where, why):
    sys.exit(f"{where}: {why}")


def read_articles(path):
    article = None
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line.startswith("@@ "):
            if article:
                yield article
            article = {"head": line.split()[1:], "text": [], "rows": [], "where": f"{path}:{number}", "in": "text"}
        elif article and line == "--":
            article["in"] = "rows"
        elif article:
            article[article["in"]].append(line)
    if article:
        yield article


def text_of(paragraphs):
    return "\n\n".join(paragraphs).strip()


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def load(paths):
    return {os.path.basename(path): open(path, encoding="utf-8").read().split("\n") for path in paths}


class Finder:
    """Where a run of paragraphs stands in the texts."""

    def __init__(self, texts):
        self.texts = texts
        self.lines = {}
        for name, lines in texts.items():
            for at, line in enumerate(lines):
                self.lines.setdefault(line.strip(), []).append((name, at))

    def find(self, where, paragraphs):
        for name, at in self.lines.get(paragraphs[0], []):
            run = [line.strip() for line in self.texts[name][at:at + len(paragraphs)]]
            if run == paragraphs:
                return name, at
        fail(where, "its text is in none of the files")


def place(where, text, words, begin, end):
    """Of words that stand together in text[begin:end], or each by itself."""
    at = text.find(words, begin, end)
    if at >= 0:
        return f"{at}-{at + len(words)}"
    spans = []
    for word in words.split():
        at = text.find(word, begin, end)
        if at < 0:
            fail(where, f"not in the sentence: {word}")
        spans.append(f"{at}-{at + len(word)}")
    return "+".join(spans)


def words_at(text, spans):
    return " ".join(text[int(a):int(b)] for a, b in (span.split("-") for span in spans.split("+")))


def change_mention(row, change):
    """The row with its trigger and what fills its roles changed."""
    kind, event, *cells = [cell.strip() for cell in row.replace("M ", "M|", 1).split("|")]
    trigger, fillers = cells[0], cells[1] if len(cells) > 1 else ""
    roles = [filler.partition("=") for filler in fillers.split(";") if filler.strip()]
    changed = "; ".join(f"{role.strip()}={change(words.strip())}" for role, _, words in roles)
    return f"{kind} {event} | {change(trigger)} | {changed}".rstrip()


def strip_article(article, finder):
    where = article["where"]
    paragraphs = [line.strip() for line in article["text"] if line.strip()]
    name, line = finder.find(where, paragraphs)
    text = text_of(paragraphs)
    out = ["@@ " + " ".join([*article["head"], name, str(line + 1), str(len(paragraphs)), digest(text)])]
    rows = [row for row in article["rows"] if row.strip()]
    at = 0
    while at < len(rows):
        row = rows[at]
        if row.startswith("M "):
            quote = rows[at + 1].strip()[1:].strip()
            begin = text.find(quote)
            if begin < 0:
                fail(where, f"not in the text: {quote[:60]}")
            end = begin + len(quote)
            out.append(change_mention(row, lambda words: place(where, text, words, begin, end)))
            out.append(f"  > {begin}-{end}")
            at += 1
        else:
            out.append(row.strip())
        at += 1
    return out


def join_article(article, texts):
    where = article["where"]
    *head, name, line, count, wanted = article["head"]
    if name not in texts:
        fail(where, f"{name} is not among the texts")
    first = int(line) - 1
    paragraphs = [paragraph.strip() for paragraph in texts[name][first:first + int(count)]]
    text = text_of(paragraphs)
    if digest(text) != wanted:
        fail(where, f"line {line} of {name} is not the text that was annotated")
    out = ["@@ " + " ".join(head), text, "--"]
    for row in article["text"]:
        if row.startswith("M "):
            out.append(change_mention(row, lambda spans: words_at(text, spans)))
        elif row.strip().startswith(">"):
            out.append("  > " + words_at(text, row.strip()[1:].strip()))
        elif row.strip():
            out.append(row)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["strip", "join"])
    parser.add_argument("--texts", nargs="+", required=True)
    parser.add_argument("articles", nargs="+")
    args = parser.parse_args()
    texts = load(args.texts)
    finder = Finder(texts) if args.command == "strip" else None
    for path in args.articles:
        for article in read_articles(path):
            rows = strip_article(article, finder) if finder else join_article(article, texts)
            print("\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
