#!/usr/bin/env python3
"""`kaynak run --follow` and `kaynak serve` beside it: rhythm, redirects, retirement, robots, reservations, pushes, hubs, folders, kills."""
import hashlib
import hmac
import http.client
import http.server
import json
import signal
import socket
import subprocess
import threading
import time
import unittest
import urllib.parse

import os

import support

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><article><h1>{title}</h1>
<p>By Ada Quill</p><p>The harbour council of Port Alder decided on Thursday, after a debate of four hours, to spend money on the
old swing bridge that has carried the tram since 1911, and on nothing else this year.</p><p>"It is a bridge," said Mara Lindqvist,
who leads the council, when the last of the speakers had sat down and the lamps were put out.</p><p>Work begins in spring and the
ferries will run until midnight for as long as the bridge is closed to carriages, carts and people on foot.</p></article></body></html>"""

NITF = """<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><doc-id id-string="alder-77"/><date.issue norm="20261120T080000Z"/>
</docdata></head><body><body.head><hedline><hl1>Lighthouse keeper retires after forty winters</hl1></hedline><byline>By Ines Roth</byline>
</body.head><body.content><p>PORT ALDER - The keeper of the northern light put out the lamp for the last time on Thursday evening.</p>
<p>"The sea will manage," she said, and handed the keys to the harbour master, who has no lamp.</p></body.content></body></nitf>"""


class World(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    answers, log, lock = {}, [], threading.Lock()

    def do_GET(self):
        self.answer()

    def do_POST(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer()

    def answer(self):
        host = self.headers.get("Host", "").partition(":")[0]
        with self.lock:
            self.log.append((time.time(), host, self.path, dict(self.headers), getattr(self, "body", b"")))
            what = self.answers.get((host, self.path), (404, {}, b"none"))
        if what == "hang":
            time.sleep(30)
            return
        status, headers, body = what
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_):
        pass  # a client that was killed


def feed(host, items, more=""):
    entries = "".join(f"<item><title>{n}</title><link>http://{host}/{n}</link></item>" for n in items)
    return f"<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>{host}</title>{more}{entries}</channel></rss>".encode()


class Follow(support.Journey):
    def setUp(self):
        super().setUp()
        World.answers, World.log = {}, []
        self.web = Server(("127.0.0.1", 0), World)
        threading.Thread(target=self.web.serve_forever, daemon=True).start()
        self.addCleanup(self.web.server_close)
        self.addCleanup(self.web.shutdown)
        port = self.web.server_port
        self.env = {**os.environ, "KAYNAK_GATHER_CONNECT_TO": f"127.0.0.1:{port}", "KAYNAK_GATHER_ALLOW_NETWORKS": "loopback",
                    "KAYNAK_GATHER_POLL_MIN_SECONDS": "1", "KAYNAK_GATHER_POLL_MAX_SECONDS": "1", "KAYNAK_GATHER_TIMEOUT_SECONDS": "5",
                    "KAYNAK_GATHER_HOST_DELAY_MILLISECONDS": "0", "KAYNAK_TRANSLATE_EDITIONS": "en>xx",
                    "KAYNAK_SITE_BASE_URL": "https://kaynak.example", "KAYNAK_SERVE_PORT": "0"}
        self.room = self.folder / "N"
        support.run("init", self.room, check=0)
        self.running = []
        self.addCleanup(self.stop_all)

    def source(self, host, more="", feeds=None):
        feeds = [f"http://{host}/feed"] if feeds is None else feeds
        (self.room / "sources" / f"{host}.toml").write_text(
            f'name = "{host}"\nhome = "http://{host}/"\nlanguage = "en"\nfeeds = {json.dumps(feeds)}\nrights = "full"\n{more}')

    def put(self, host, path, body, status=200, **headers):
        body = body if isinstance(body, bytes) else body.encode()
        with World.lock:
            World.answers[host, path] = (status, {k.replace("_", "-"): v for k, v in headers.items()}, body)

    def page(self, host, path, title, head="", **headers):
        self.put(host, path, PAGE.format(title=title, head=head), Content_Type="text/html; charset=utf-8", **headers)

    def start(self, *command):
        log = open(self.folder / f"log{len(self.running)}", "w+")
        process = subprocess.Popen([support.KAYNAK, *command, "-C", str(self.room)], env=self.env, stdout=subprocess.DEVNULL, stderr=log)
        self.running.append((process, log))
        return process

    def stop_all(self):
        for process, log in self.running:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
            log.close()

    def said(self):
        return "".join(open(log.name).read() for _, log in self.running)

    def requests(self, host, path):
        with World.lock:
            return [entry for entry in World.log if entry[1] == host and entry[2] == path]

    def until(self, what, condition, seconds=30):
        end = time.time() + seconds
        while time.time() < end:
            got = condition()
            if got:
                return got
            time.sleep(0.1)
        self.fail(f"never happened: {what}\n{self.said()[-3000:]}")

    def articles(self):
        done = support.run("export", "--format", "jsonl", "-C", self.room, env=self.env)
        return {a["headline"]: a for a in support.lines(done.out)}

    def test_each_source_is_asked_at_its_rhythm_and_a_new_item_is_on_the_site_soon(self):
        self.source("a.example")
        self.put("a.example", "/feed", feed("a.example", ["1"]), ETag='"1"')
        self.page("a.example", "/1", "Council buys time for a bridge")
        self.start("run", "--follow")
        self.until("the first article", lambda: "Council buys time for a bridge" in self.articles())
        self.until("a third poll", lambda: len(self.requests("a.example", "/feed")) >= 3)
        self.assertEqual(self.requests("a.example", "/feed")[-1][3].get("If-None-Match"), '"1"')
        self.put("a.example", "/feed", feed("a.example", ["2", "1"]), ETag='"2"')
        self.page("a.example", "/2", "Ferries will run until midnight")
        self.until("the second page", lambda: list((self.room / "site" / "en").rglob("*ferries*.html")))

    def test_sources_are_added_and_paused_while_it_runs(self):
        self.source("a.example")
        self.put("a.example", "/feed", feed("a.example", []))
        self.put("b.example", "/feed", feed("b.example", []))
        self.start("fetch", "--follow")
        self.until("a poll", lambda: self.requests("a.example", "/feed"))
        self.source("b.example")
        self.source("a.example", "paused = true\n")
        self.until("the new source's poll", lambda: self.requests("b.example", "/feed"))
        time.sleep(1.5)
        seen = len(self.requests("a.example", "/feed"))
        self.until("more polls of the other", lambda: len(self.requests("b.example", "/feed")) >= 4)
        self.assertEqual(len(self.requests("a.example", "/feed")), seen)

    def test_moved_gone_and_busy_feeds(self):
        for host in ("moved", "gone", "busy", "hangs", "well"):
            self.source(f"{host}.example")
        self.put("moved.example", "/feed", b"", 301, Location="http://moved.example/new")
        self.put("moved.example", "/new", feed("moved.example", []))
        self.put("gone.example", "/feed", b"", 410)
        self.put("busy.example", "/feed", b"", 503, Retry_After="3600")
        World.answers["hangs.example", "/feed"] = "hang"
        self.put("well.example", "/feed", feed("well.example", []))
        self.start("fetch", "--follow")
        self.until("polls of the one that is well", lambda: len(self.requests("well.example", "/feed")) >= 5)
        self.assertEqual(len(self.requests("moved.example", "/feed")), 1)
        self.assertGreaterEqual(len(self.requests("moved.example", "/new")), 3)
        self.assertEqual(len(self.requests("gone.example", "/feed")), 1)
        self.assertEqual(len(self.requests("busy.example", "/feed")), 1)
        said = self.said()
        self.assertIn("gone for good (410)", said)
        self.assertIn("has moved for good to http://moved.example/new", said)
        times = [entry[0] for entry in self.requests("well.example", "/feed")]
        self.assertLess(max(b - a for a, b in zip(times, times[1:])), 3, "somebody that hangs kept it waiting")

    def test_what_robots_and_reservations_ask(self):
        self.source("a.example")
        self.put("a.example", "/robots.txt", "User-agent: kaynak\nDisallow: /secret\n")
        self.put("a.example", "/.well-known/tdmrep.json",
                 json.dumps([{"location": "/free", "tdm-reservation": 0},
                             {"location": "/", "tdm-reservation": 1, "tdm-policy": "https://a.example/terms"}]))
        self.put("a.example", "/feed", feed("a.example", ["secret", "free", "kept"]))
        self.page("a.example", "/secret", "A page that robots may not see")
        self.page("a.example", "/free", "A bridge that anybody may cross", X_Robots_Tag="noarchive")
        self.page("a.example", "/kept", "A bridge that is somebody's own", head='<meta name="robots" content="noai">')
        self.start("run", "--follow")
        self.until("both articles", lambda: len(self.articles()) == 2)
        self.assertEqual(self.requests("a.example", "/secret"), [])
        self.assertEqual(len(self.requests("a.example", "/robots.txt")), 1)
        free, kept = (self.articles()[t]["machine_use"] for t in ("A bridge that anybody may cross", "A bridge that is somebody's own"))
        self.assertEqual(free, {"tdm_reserved": False, "directives": ["noarchive"]})
        self.assertEqual(kept, {"tdm_reserved": True, "tdm_policy": "https://a.example/terms", "directives": ["noai"]})

    def serve(self):
        process = self.start("serve")
        log = self.running[-1][1]
        line = self.until("the server", lambda: [x for x in open(log.name).read().splitlines() if "serving" in x])
        return process, int(line[0].rpartition("/ (")[0].rpartition(":")[2])

    def send(self, port, method, path, body=b"", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        try:
            connection.request(method, path, body, {k.replace("_", "-"): v for k, v in headers.items()})
        except BrokenPipeError:
            pass  # refused before all of it was sent
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def test_an_outlet_pushes_pages_and_wire_items(self):
        token = "sesame"
        self.source("a.example", f'push_token = "{hashlib.sha256(token.encode()).hexdigest()}"\n', feeds=[])
        self.source("b.example", feeds=[])
        self.start("run", "--follow")
        _, port = self.serve()
        page = PAGE.format(title="Pushed before it was printed", head="").encode()
        good = {"Authorization": f"Bearer {token}", "Content_Type": "text/html", "Content_Location": "http://a.example/pushed"}
        self.assertEqual(self.send(port, "POST", "/push/a.example", page, **good)[0], 202)
        self.assertEqual(self.send(port, "POST", "/push/a.example", page, **{**good, "Authorization": "Bearer wrong"})[0], 401)
        self.assertEqual(self.send(port, "POST", "/push/b.example", page, **good)[0], 404)
        self.assertEqual(self.send(port, "POST", "/push/a.example", page, **{**good, "Content_Location": "http://else.example/"})[0], 415)
        self.assertEqual(self.send(port, "POST", "/push/a.example", NITF.encode(), Authorization=f"Bearer {token}",
                                   Content_Type="application/xml")[0], 202)
        self.assertEqual(self.send(port, "POST", "/push/a.example", b"x" * (9 << 20), **good)[0], 413)
        self.until("both", lambda: {"Pushed before it was printed", "Lighthouse keeper retires after forty winters"} <= set(self.articles()))
        self.assertEqual(self.articles()["Pushed before it was printed"]["source"], "a.example")
        self.assertEqual(list((self.room / "data" / "inbox").glob("*.delivery")), [])

    def test_a_hub_is_asked_verified_and_believed_by_its_signature(self):
        self.source("a.example")
        self.put("a.example", "/feed", feed("a.example", [], "<atom:link rel='hub' href='http://hub.example/'/>"
                                                             "<atom:link rel='self' href='http://a.example/feed'/>"))
        self.put("hub.example", "/", b"", 202)
        self.page("a.example", "/fresh", "Sent by the hub at once")
        self.start("run", "--follow")
        _, port = self.serve()
        ask = self.until("a subscription", lambda: self.requests("hub.example", "/"), 90)[0]
        form = dict(urllib.parse.parse_qsl(ask[4].decode()))
        self.assertEqual((form["hub.mode"], form["hub.topic"]), ("subscribe", "http://a.example/feed"))
        self.assertTrue(form["hub.callback"].startswith("https://kaynak.example/websub/"))
        path = urllib.parse.urlsplit(form["hub.callback"]).path
        meant = f"{path}?hub.mode=subscribe&hub.topic=http://a.example/feed&hub.challenge=42&hub.lease_seconds=86400"
        self.assertEqual(self.send(port, "GET", meant), (200, "42"))
        self.assertEqual(self.send(port, "GET", meant.replace("a.example", "evil.example"))[0], 404)
        body = feed("a.example", ["fresh"])
        forged = hmac.new(b"guess", body, "sha256").hexdigest()
        self.assertEqual(self.send(port, "POST", path, body, X_Hub_Signature=f"sha256={forged}")[0], 202)
        time.sleep(2)
        self.assertEqual(self.articles(), {})
        signed = hmac.new(form["hub.secret"].encode(), body, "sha1").hexdigest()
        self.assertEqual(self.send(port, "POST", path, body, X_Hub_Signature=f"sha1={signed}", Content_Type="application/rss+xml")[0], 202)
        self.until("the article", lambda: "Sent by the hub at once" in self.articles())
        status, metrics = self.send(port, "GET", "/metrics")
        self.assertEqual(status, 200)
        self.assertRegex(metrics, r"kaynak_gather_polls_total \d+")
        self.assertRegex(metrics, r"kaynak_gather_lag_seconds \d+")

    def test_an_agency_is_asked_over_http(self):
        self.source("a.example", feeds=["http://a.example/latest"])
        self.put("a.example", "/latest", NITF, Content_Type="application/xml")
        self.start("run", "--follow")
        self.until("the item", lambda: "Lighthouse keeper retires after forty winters" in self.articles())

    def test_a_watched_folder(self):
        folder = self.folder / "wire"
        folder.mkdir()
        self.source("a.example", f'folder = "{folder}"\n', feeds=[])
        (folder / "1.xml").write_text(NITF)
        (folder / "broken.xml").write_bytes(b"<nitf><head>" + bytes(range(256)))
        self.start("run", "--follow")
        self.until("the item", lambda: "Lighthouse keeper retires after forty winters" in self.articles())
        (folder / "1.xml").write_text(NITF.replace("forty winters", "forty-one winters").replace("20261120T080000Z", "20261120T090000Z"))
        self.until("its next version", lambda: "Lighthouse keeper retires after forty-one winters" in self.articles())
        self.assertEqual(len(self.articles()), 1)
        self.assertTrue((folder / "1.xml").exists())

    def test_kills_lose_nothing_and_double_nothing(self):
        hosts = [f"k{n}.example" for n in range(12)]
        for host in hosts:
            self.source(host)
            self.put(host, "/feed", feed(host, [str(n) for n in range(6)]))
            for n in range(6):
                self.page(host, f"/{n}", f"Story {n} of {host} about the bridge")
        for _ in range(6):
            process = self.start("run", "--follow")
            time.sleep(0.7)
            process.kill()
            process.wait()
        self.start("run", "--follow")
        self.until("all articles", lambda: len(self.articles()) == 72, 60)
        self.stop_all()
        support.run("log", "verify", "-C", self.room, check=0)
        done = support.run("export", "--format", "jsonl", "-C", self.room, check=0)
        urls = [a["url"] for a in support.lines(done.out)]
        self.assertEqual(len(urls), len(set(urls)))


if __name__ == "__main__":
    support.main()
