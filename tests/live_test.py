#!/usr/bin/env python3
"""Live gathering over HTTP from a server on loopback: the first own source, conditional requests, corrections, withdrawal."""
import http.server
import threading
import unittest

import support

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>
<p>By Ada Quill</p><p>The harbour council of Port Alder decided on Thursday, after a debate of four hours, to spend {sum} on the
old swing bridge that has carried the tram since 1911.</p><p>"It is a bridge for {sum}," said Mara Lindqvist, who leads the
council, when the last of the speakers had sat down and the lamps were put out.</p><p>Work begins in spring and the ferries
will run until midnight for as long as the bridge is closed to carriages, carts and people on foot.</p></article></body></html>"""


class Site(http.server.BaseHTTPRequestHandler):
    pages, log = {}, []

    def do_GET(self):
        status, etag, kind, body = self.pages.get(self.path, (404, "", "text/html", b"none"))
        if etag and self.headers.get("If-None-Match") == etag:
            status, body = 304, b""
        self.log.append((self.path, status))
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def feed(base, items):
    entries = "".join(f"<item><title>{t}</title><link>{base}/{n}</link><guid>{base}/{n}</guid>"
                      f"<pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>" for n, t in items)
    return f"<rss version='2.0'><channel><title>The Alder</title><link>{base}/</link><language>en</language>{entries}</channel></rss>".encode()


class Live(support.Journey):
    def setUp(self):
        super().setUp()
        Site.pages, Site.log = {}, []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.shutdown)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.env = {"KAYNAK_GATHER_ALLOW_PRIVATE_ADDRESSES": "true", "KAYNAK_GATHER_HOST_DELAY_MILLISECONDS": "0"}
        self.room = self.folder / "N"
        self.put("/feed.xml", '"f1"', "application/rss+xml", feed(self.base, [("bridge", "Bridge"), ("private/x", "Private")]))
        self.put("/", "", "text/html", b"<link rel=alternate type='application/rss+xml' href='/feed.xml'><p>front")
        self.put("/robots.txt", "", "text/plain", b"User-agent: *\nDisallow: /private/\n")
        self.put("/bridge", '"b1"', "text/html; charset=utf-8", PAGE.format(title="Council buys time for a bridge", sum="3.5 million").encode())
        self.put("/private/x", "", "text/html", PAGE.format(title="Private", sum="1").encode())
        support.run("init", self.room, check=0)
        support.run("source", "add", self.base + "/", "-C", self.room, "--rights", "full", env=self.env, check=0)

    def put(self, path, etag, kind, body, status=200):
        Site.pages[path] = (status, etag, kind, body)

    def run_room(self, code=0):
        Site.log.clear()
        return support.lines(support.run("run", "-C", self.room, "--json", env=self.env, check=code).out)

    def test_an_own_source_is_found_gathered_and_published(self):
        self.assertIn("The Alder", next(self.room.glob("sources/*.toml")).read_text())
        row, = self.run_room()
        self.assertEqual(row["headline"], "Council buys time for a bridge")
        self.assertIn("es", row["read_in"])
        self.assertNotIn("/private/x", [path for path, _ in Site.log])

    def test_what_did_not_change_is_not_sent_again(self):
        self.run_room()
        before = support.run("log", "verify", "-C", self.room, check=0).out
        self.run_room()
        self.assertIn(("/feed.xml", 304), Site.log)
        self.assertIn(("/bridge", 304), Site.log)
        self.assertEqual(support.run("log", "verify", "-C", self.room, check=0).out, before)

    def test_a_correction_is_seen_and_reaches_the_translation(self):
        row, = self.run_room()
        page = self.room / "site" / row["pages"]["es"]
        self.assertIn("3,5", page.read_text("utf-8").replace("3.5", "3,5"))
        self.put("/bridge", '"b2"', "text/html; charset=utf-8", PAGE.format(title="Council buys time for a bridge", sum="4.7 million").encode())
        self.run_room()
        text = page.read_text("utf-8").replace("4.7", "4,7").replace("3.5", "3,5")
        self.assertIn("4,7", text)
        self.assertNotIn("3,5", text)
        kinds = [e["kind"] for e in support.lines(support.run("log", "show", row["id"], "-C", self.room, "--json", check=0).out)]
        self.assertIn("corrected", kinds)

    def test_a_page_that_is_gone_is_withdrawn_everywhere(self):
        row, = self.run_room()
        self.put("/bridge", "", "text/html", b"gone", status=410)
        row, = self.run_room()
        self.assertEqual(row["status"], "withdrawn")
        for path in row["pages"].values():
            self.assertNotIn("swing bridge", (self.room / "site" / path).read_text("utf-8"))
        self.assertEqual(support.run("search", "harbour", "-C", self.room).returncode, 1)

    def test_a_missing_page_is_withdrawn_only_when_it_stays_missing(self):
        self.run_room()
        self.put("/bridge", "", "text/html", b"none", status=404)
        self.assertEqual(self.run_room()[0]["status"], "published")
        self.assertEqual(self.run_room()[0]["status"], "withdrawn")

    def test_a_feed_that_fails_is_a_named_problem(self):
        self.put("/feed.xml", "", "text/html", b"<html>not a feed", status=200)
        done = support.run("run", "-C", self.room, "--json", env=self.env, check=0)
        self.assertIn("/feed.xml", done.err)

    def test_an_empty_feed_is_no_problem(self):
        self.put("/feed.xml", "", "application/rss+xml", feed(self.base, []))
        self.assertEqual(self.run_room(), [])

    def test_inner_addresses_are_refused_unless_allowed(self):
        done = support.run("run", "-C", self.room, "--json", check=0)
        self.assertEqual(support.lines(done.out), [])
        self.assertIn("127.0.0.1", done.err)


if __name__ == "__main__":
    support.main()
