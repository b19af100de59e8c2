#!/usr/bin/env python3
"""An outlet whose pages change, move, go and come back, over HTTP from a server on loopback."""
import http.server
import threading
import unittest

import support
from live_test import PAGE, feed

STORY = "/harbour/council-buys-time-for-a-bridge"
HEADLINE = "Council buys time for a bridge"
GONE = "<!doctype html><html lang=en><title>The Alder</title><h1>The Alder</h1><p>This article has been removed after a complaint.</p>"


class Outlet(http.server.BaseHTTPRequestHandler):
    pages, redirects = {}, {}

    def do_GET(self):
        target = self.redirects.get(self.path)
        kind, body = self.pages.get(self.path, ("text/html; charset=utf-8", None))
        body = b"" if body is None else body.encode()
        self.send_response(302 if target else 200 if self.path in self.pages else 404)
        if target:
            self.send_header("Location", target)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Revisions(support.Journey):
    def setUp(self):
        super().setUp()
        Outlet.pages, Outlet.redirects = {}, {}
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.base = f"http://127.0.0.1:{server.server_port}"
        self.env = {"KAYNAK_GATHER_ALLOW_PRIVATE_ADDRESSES": "true", "KAYNAK_GATHER_HOST_DELAY_MILLISECONDS": "0"}
        self.room = self.folder / "N"
        items = [(STORY[1:], HEADLINE), (STORY[1:] + "?from=rss", HEADLINE)]
        Outlet.pages["/feed.xml"] = ("application/rss+xml", feed(self.base, items).decode())
        Outlet.pages["/"] = ("text/html", "<link rel=alternate type='application/rss+xml' href='/feed.xml'><p>front")
        Outlet.pages["/robots.txt"] = ("text/plain", "")
        self.story("3.5 million")
        support.run("init", self.room, check=0)
        support.run("source", "add", self.base + "/", "-C", self.room, "--rights", "full", env=self.env, check=0)
        self.row, = self.run_room()

    def put(self, html):
        for path in (STORY, STORY + "?from=rss"):
            Outlet.pages[path] = ("text/html; charset=utf-8", html)

    def story(self, money, title=HEADLINE):
        link = f"<link rel=canonical href='{self.base}{STORY}'>"
        self.put(PAGE.format(title=title, sum=money).replace("<title>", link + "<title>"))

    def run_room(self):
        return support.lines(support.run("run", "-C", self.room, "--json", env=self.env, check=0).out)

    def history(self, *args):
        return support.run("article", "history", self.row["id"], "-C", self.room, *args, check=0).out

    def kinds(self):
        entries = support.lines(support.run("log", "show", self.row["id"], "-C", self.room, "--json", check=0).out)
        return [e["kind"] for e in reversed(entries) if e["kind"] in ("corrected", "withdrawn", "restored")]

    def page(self):
        return (self.room / "site" / self.row["pages"]["en"]).read_text("utf-8")

    def ninjs(self):
        record, = support.lines(support.run("export", "-C", self.room, "--format", "ninjs", check=0).out)
        return record

    def test_a_correction_is_told_sentence_by_sentence(self):
        self.story("4.7 million")
        self.run_room()
        self.assertEqual(self.kinds(), ["corrected"])
        text = self.history()
        self.assertRegex(text, r"(?m)^  - .*3\.5 million")
        self.assertRegex(text, r"(?m)^  \+ .*4\.7 million")
        self.assertNotIn("\x1b", text)
        first, second = support.lines(self.history("--json"))
        self.assertEqual((first["what"], second["what"]), ("first", "corrected"))
        self.assertEqual(second["revision"]["counts"], {"changed": 2})
        self.assertTrue(all(c["numbers"] for c in second["revision"]["sentences"]))
        self.assertIn("Updated", self.page())

    def test_a_removal_notice_withdraws_and_its_end_restores(self):
        self.put(GONE)
        row, = self.run_room()
        self.assertEqual((row["id"], row["status"]), (self.row["id"], "withdrawn"))
        self.assertEqual(self.ninjs()["pubStatus"], "canceled")
        self.assertNotIn("swing bridge", self.page())
        self.story("3.5 million")
        row, = self.run_room()
        self.assertEqual(row["status"], "published")
        self.assertEqual(self.kinds(), ["withdrawn", "restored"])
        self.assertEqual(self.ninjs()["pubStatus"], "usable")
        self.assertIn("swing bridge", self.page())
        self.assertIn("es", row["read_in"])

    def test_an_address_that_leads_to_the_front_page_withdraws(self):
        for path in (STORY, STORY + "?from=rss"):
            Outlet.redirects[path] = "/"
        row, = self.run_room()
        self.assertEqual(row["status"], "withdrawn")
        Outlet.redirects.clear()
        self.assertEqual(self.run_room()[0]["status"], "published")

    def test_a_twin_that_is_tidied_up_takes_nothing_back(self):
        twin = Outlet.pages.pop(STORY + "?from=rss")
        self.run_room()
        self.assertEqual(self.run_room()[0]["status"], "published")
        Outlet.pages[STORY + "?from=rss"] = twin
        Outlet.redirects[STORY] = "/"
        self.assertEqual(self.run_room()[0]["status"], "published")

    def test_a_page_that_was_missing_comes_back_as_it_was(self):
        kept = dict(Outlet.pages)
        for path in (STORY, STORY + "?from=rss"):
            del Outlet.pages[path]
        self.run_room()
        self.assertEqual(self.run_room()[0]["status"], "withdrawn")
        Outlet.pages.update(kept)
        self.assertEqual(self.run_room()[0]["status"], "published")
        self.assertEqual(self.kinds(), ["withdrawn", "restored"])


if __name__ == "__main__":
    support.main()
