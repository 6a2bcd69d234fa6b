"""Opens an exported page in headless Chromium, clicks and types in it.

    page_test.py NORN STORES...
"""
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium, program

NORN = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else ""
# Graphs that were built of articles: to read these takes most of a minute without optimisation.
STORES = sorted(os.path.abspath(path) for path in sys.argv[2:] if path.endswith(".tar.gz"))
READY = "document.body.dataset.ready === 'true'"


def norn(*arguments):
    subprocess.run([NORN, *arguments], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


@unittest.skipUnless(program(), "chromium is not installed")
class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # One for all: to start it takes seconds.
        cls.browser = Chromium().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def setUp(self):
        self.folder = tempfile.mkdtemp(dir=os.environ.get("TEST_TMPDIR"))
        self.page = os.path.join(self.folder, "page.html")
        self.browser.new_page()

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def shown(self, browser):
        return browser.value("document.getElementById('shown').textContent")

    def count(self, browser):
        return int(self.shown(browser).split(" ")[0])

    def test_search_filters_table_details_and_timeline(self):
        graph = os.path.join(self.folder, "graph")
        with tarfile.open(STORES[-1]) as archive:
            archive.extractall(self.folder)
        norn("export", "--graph", graph, "-o", self.page)
        browser = self.browser
        browser.open("file://" + self.page)
        browser.wait(READY)
        everything = self.count(browser)
        self.assertGreater(everything, 2)

        # An event of the table shows its sentence and the article.
        browser.click("#rows tr td:nth-child(4) button",
                      "!!document.querySelector('#details blockquote')")
        self.assertTrue(browser.value("document.querySelector('#details blockquote').textContent"))
        self.assertIn("status", browser.value("document.getElementById('details').textContent"))

        # What is typed narrows the picture and the table; Escape lets the choice go.
        browser.press("Escape", 27)
        browser.press("/", 191)
        browser.type("meeting")
        browser.wait("document.getElementById('search').value === 'meeting'")
        browser.wait("!document.getElementById('shown').textContent.startsWith('%d ')" % everything)
        self.assertLess(self.count(browser), everything)
        full = "document.getElementById('shown').textContent.startsWith('%d ')" % everything
        browser.click("#clear", full)

        # A kind that is switched off is gone.
        browser.click("#choose-type input", "!" + full)
        browser.click("#choose-type input", full)

        # A bar of the timeline sets the time.
        browser.click("#timeline rect", "!!document.getElementById('from').value")
        self.assertLess(self.count(browser), everything)

        # Nothing was blocked, nothing asked for, and nothing went wrong.
        browser.click("#clear", full)
        browser.click("#fit")
        self.assertEqual(browser.complaints(), [])
        if os.environ.get("NORN_SCREENSHOT"):
            browser.click("#rows tr:nth-child(3) td:nth-child(4) button")
            browser.screenshot(os.environ["NORN_SCREENSHOT"])

    def test_texts_are_not_markup(self):
        nodes = os.path.join(self.folder, "nodes.csv")
        with open(nodes, "w", encoding="utf-8") as file:
            file.write("id:ID,:LABEL,name\na,Ship,</script><img src=x onerror=alert(1)>\n")
        graph = os.path.join(self.folder, "graph")
        norn("import", "--graph", graph, nodes)
        norn("export", "--graph", graph, "-o", self.page)
        browser = self.browser
        browser.open("file://" + self.page)
        browser.wait(READY)
        self.assertEqual(browser.value("document.querySelectorAll('img').length"), 0)
        self.assertIn("<img", browser.value("document.getElementById('rows').textContent"))
        self.assertEqual(browser.complaints(), [])

    def test_five_thousand_events_do_not_hang_it(self):
        nodes = os.path.join(self.folder, "nodes.csv")
        edges = os.path.join(self.folder, "edges.csv")
        with open(nodes, "w", encoding="utf-8") as file:
            file.write("id:ID,:LABEL,name,type,status,date\n")
            for number in range(1000):
                file.write("person/%d,Actor;Person,Person %d,,,\n" % (number, number))
            for number in range(5000):
                file.write("event/%d,Event;Call,Call %d,call,happened,20%02d-%02d-%02d\n" %
                           (number, number, number % 25, number % 12 + 1, number % 28 + 1))
        with open(edges, "w", encoding="utf-8") as file:
            file.write(":START_ID,:END_ID,:TYPE,role\n")
            for number in range(5000):
                # The lower the number of a person, the more calls.
                file.write("person/%d,event/%d,PARTICIPATED_IN,participant\n" %
                           (number * number % 1000 * number // 5000 % 1000, number))
                file.write("person/%d,event/%d,PARTICIPATED_IN,participant\n" %
                           ((number * 7 + 501) % 1000, number))
        graph = os.path.join(self.folder, "graph")
        norn("import", "--graph", graph, nodes, "--edges", edges)
        norn("export", "--graph", graph, "-o", self.page)
        browser = self.browser
        start = time.monotonic()
        browser.open("file://" + self.page)
        browser.wait(READY, 60)
        there = time.monotonic() - start
        self.assertEqual(self.count(browser), 5000)
        took = browser.value(
            "(() => { const start = performance.now();"
            " const box = document.getElementById('search'); box.value = 'Person 77';"
            " box.dispatchEvent(new Event('input')); return performance.now() - start; })()")
        print("5,000 events, %.1f MB: there after %.1f s, searched in %.0f ms" %
              (os.path.getsize(self.page) / 1e6, there, took))
        self.assertLess(took, 5000)
        self.assertLess(self.count(browser), 5000)
        if os.environ.get("NORN_SCREENSHOT"):
            browser.click("#clear")
            browser.screenshot(os.environ["NORN_SCREENSHOT"] + ".many.png")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
