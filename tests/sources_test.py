#!/usr/bin/env python3
"""Sources from an address to a healthy list: found out, tried, paused, imported, exported, removed; and what a wrong file says."""
import html
import http.server
import re
import tarfile
import threading
import unittest

import support

FRONT = b"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>News of the harbour</title>
<meta property="og:site_name" content="The Alder"><link rel="icon" href="/mark.png" sizes="64x64">
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" title="All" href="/all.xml"></head><body><p>News</p></body></html>"""
PAGE = """<!doctype html><html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>By Ada Quill</p>
<p>The harbour council of Port Alder decided on Thursday, after a debate of four hours, to spend its money on the old swing
bridge that has carried the tram since 1911.</p><p>Work begins in spring and the ferries will run until midnight for as long as
the bridge is closed to carriages, carts and people on foot.</p></article></body></html>"""


class Site(http.server.BaseHTTPRequestHandler):
    pages = {}

    def do_GET(self):
        status, kind, body = self.pages.get(self.path, (404, "text/html", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Sources(support.Journey):
    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.env = {"KAYNAK_GATHER_ALLOW_PRIVATE_ADDRESSES": "true", "KAYNAK_GATHER_HOST_DELAY_MILLISECONDS": "0"}
        self.room = self.folder / "N"
        items = "".join(f"<item><title>{n}</title><link>{self.base}/{n}</link><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>"
                        for n in ("bridge", "ferry"))
        feed = f"<rss version='2.0'><channel><title>Alder RSS</title><link>{self.base}/</link>{items}</channel></rss>".encode()
        Site.pages = {"/": (200, "text/html", FRONT), "/all.xml": (200, "application/rss+xml", feed),
                      "/comments/feed": (200, "application/rss+xml", feed),
                      "/bridge": (200, "text/html", PAGE.format(title="Council buys time for a bridge").encode()),
                      "/ferry": (200, "text/html", PAGE.format(title="Ferries run until midnight").encode())}
        support.run("init", self.room, check=0)

    def kaynak(self, *args, code=0):
        return support.run(*args, "-C", self.room, env=self.env, check=code)

    def listed(self, *args):
        return support.lines(self.kaynak("source", "list", "--json", *args).out)

    def add(self):
        added, = support.lines(self.kaynak("source", "add", self.base, "--json").out)
        return added["source"]["id"]

    def test_a_front_page_leads_to_the_whole_file(self):
        dry = self.kaynak("source", "add", self.base, "--dry-run").out
        self.assertIn("would write sources/gb/127.0.0.1.toml: The Alder", dry)
        self.assertEqual(list(self.room.glob("sources/**/*.toml")), [])
        self.assertEqual(self.add(), "gb/127.0.0.1")
        text = (self.room / "sources/gb/127.0.0.1.toml").read_text()
        for line in ('name = "The Alder"', 'language = "en-GB"', 'country = "GB"', f'feeds = ["{self.base}/all.xml"]', "/mark.png"):
            self.assertIn(line, text)
        again = self.kaynak("source", "add", self.base + "/all.xml", code=1).err
        self.assertIn("is there already as 'gb/127.0.0.1'", again)

    def test_an_address_without_news_says_what_was_tried(self):
        Site.pages = {"/": (200, "text/html", b"<p>Under construction")}
        self.assertIn("/atom.xml: status 404", self.kaynak("source", "add", self.base, code=1).err)

    def test_a_source_is_tried_before_it_is_added(self):
        trial, = support.lines(self.kaynak("source", "test", self.base, "--json").out)
        self.assertEqual(trial["polls"][0]["items"], 2)
        self.assertEqual([p["headline"] for p in trial["pages"]], ["Council buys time for a bridge", "Ferries run until midnight"])
        self.assertEqual(trial["pages"][0]["author"], "Ada Quill")
        self.assertFalse((self.room / "data/warc").exists() and any((self.room / "data/warc").iterdir()))
        Site.pages["/bridge"] = Site.pages["/ferry"] = (500, "text/html", b"")
        self.kaynak("source", "test", self.base, code=1)

    def test_health_follows_what_happens(self):
        name = self.add()
        self.assertEqual(self.listed()[0]["state"], "not asked yet")
        self.kaynak("fetch")
        health, = self.listed()
        self.assertEqual(health["state"], "ok")
        self.assertTrue(health["last_success"] and health["last_new"] and health["next_poll"])
        self.assertEqual(self.listed("--failing"), [])
        Site.pages["/all.xml"] = (503, "text/plain", b"")
        self.kaynak("fetch", code=1)
        failing, = self.listed("--failing")
        self.assertIn("answers with status 503", failing["note"])
        shown = self.kaynak("source", "show", "127.0.0.1").out
        self.assertIn("1 in a row: answers with status 503", shown)
        self.assertIn("gb/127.0.0.1.toml", shown)
        Site.pages["/all.xml"] = (410, "text/plain", b"")
        self.kaynak("source", "poll", name)
        self.kaynak("fetch", code=1)
        self.assertEqual(self.listed()[0]["state"], "retired")

    def test_a_paused_source_is_not_asked_until_it_is_resumed(self):
        name = self.add()
        file = self.room / "sources/gb/127.0.0.1.toml"
        before = file.read_text() + "# ours\n"
        file.write_text(before)
        self.kaynak("source", "pause", "the alder")
        self.assertIn("0 pages", self.kaynak("fetch").err)
        self.assertEqual(self.listed()[0]["state"], "paused")
        self.kaynak("source", "resume", name)
        self.assertEqual(file.read_text(), before)
        self.assertIn("2 pages", self.kaynak("fetch").err)

    def test_a_removed_source_leaves_its_articles(self):
        name = self.add()
        self.kaynak("run")
        said = self.kaynak("source", "remove", name).out
        self.assertIn("its 2 articles stay", said)
        self.assertEqual(self.listed(), [])
        self.assertTrue((self.room / "sources/removed/gb/127.0.0.1.toml").exists())

    def test_an_unknown_source_is_met_with_near_names(self):
        self.add()
        self.assertIn("did you mean 'The Alder'?", self.kaynak("source", "pause", "The Adler", code=1).err)

    def test_wrong_files_are_named_with_line_and_key(self):
        (self.room / "sources/a.toml").write_text('name = "A"\nfeds = ["https://a.example/f"]\ncountry = "UK"\n')
        (self.room / "sources/b.toml").write_text('name = "B"\nlanguage = "english"\n')
        checked = self.kaynak("source", "check", code=1)
        self.assertIn("a.toml:2: 'feds' is no key of a source; did you mean 'feeds'?", checked.out)
        self.assertIn("a.toml:3: country: 'UK' is no country", checked.out)
        self.assertIn("b.toml:2: language: 'english'", checked.out)
        self.assertIn("sources/a.toml:2", self.kaynak("source", "list", code=1).err)
        (self.room / "sources/a.toml").unlink()
        (self.room / "sources/b.toml").unlink()
        self.kaynak("source", "check")

    def test_lists_of_feeds_go_in_and_out(self):
        self.add()
        opml = self.folder / "list.opml"
        opml.write_text("<opml version='2.0'><body><outline text='Turkey'>"
                        "<outline text='Quay - World' xmlUrl='https://quay.example/w'/>"
                        "<outline text='Quay - Sport' xmlUrl='https://quay.example/s'/></outline>"
                        f"<outline text='x' xmlUrl='{self.base}/all.xml'/></body></opml>")
        report, = support.lines(self.kaynak("source", "import", opml, "--rights", "excerpt", "--json").out)
        self.assertEqual((report["feeds"], report["new"], report["known"], len(report["sources"])), (3, 2, 1, 1))
        self.assertEqual(report["sources"][0]["name"], "Quay")
        self.assertEqual(report["sources"][0]["country"], "TR")
        out = self.folder / "out.opml"
        out.write_text(self.kaynak("source", "export", "--opml").out)
        other = self.folder / "M"
        support.run("init", other, check=0)
        back, = support.lines(support.run("source", "import", out, "--json", "-C", other, check=0).out)
        self.assertEqual((back["feeds"], back["new"], back["skipped"]), (3, 3, []))

    def test_real_lists_come_in_whole(self):
        archive = support.DATA / "feeds/opml.tar.gz"
        if not archive.exists():
            self.skipTest(f"no lists at {archive}")
        with tarfile.open(archive) as tar:
            for member in (m for m in tar if m.isfile()):
                file = self.folder / "list.opml"
                text = tar.extractfile(member).read()
                file.write_bytes(text)
                named = {html.unescape(url.decode()).strip() for url in re.findall(rb'xmlUrl="([^"]+)"', text)}
                report, = support.lines(self.kaynak("source", "import", file, "--dry-run", "--json").out)
                self.assertEqual(report["new"], report["feeds"], member.name)
                self.assertEqual((report["feeds"], report["skipped"]), (len(named), []), member.name)


if __name__ == "__main__":
    support.main()
