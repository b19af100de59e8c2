"""A world of many small outlets on one loopback port, told apart by their Host header: feeds that update, fail, hang, redirect, lie about
their length, reset connections, trickle, bomb. It remembers what it handed out whole."""
import asyncio
import collections
import gzip
import random
import socket
import struct
import time

WORDS = ("harbour council bridge tram ferry storm market school river budget bakery library hospital railway garden museum winter "
         "election captain teacher engineer orchard tunnel lighthouse parade theatre reservoir quarry vineyard").split()
FAULTS = collections.OrderedDict([  # kind: share of hosts in a hundred
    ("moved", 3), ("elsewhere", 2), ("failing", 3), ("busy", 1), ("hanging", 2), ("short", 2), ("reset", 2), ("trickling", 1), ("bomb", 1),
    ("endless", 1), ("nonsense", 1), ("flaky", 3)])


def kind_of(number):
    at = number * 37 % 100
    for kind, share in FAULTS.items():
        if at < share:
            return kind
        at -= share
    return "well"


class Outlet:
    """One host: its items so far, the oldest gone from its feed after twenty."""

    def __init__(self, number, items_a_minute):
        self.number, self.kind, self.polls, self.last = number, kind_of(number), 0, 0.0
        self.rng = random.Random(number)
        self.rate = items_a_minute / 60 * self.rng.uniform(0.3, 1.7)
        self.items, self.next_item = [], 0.0

    def grow(self, now, quiet):
        if not self.next_item:
            self.next_item = now - 3 / self.rate
        while not quiet and self.next_item <= now:
            self.items.append((len(self.items), self.next_item))
            self.next_item += self.rng.expovariate(self.rate)

    def feed(self):
        def item(n, at):
            when = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(at))
            return (f"<item><title>{self.title(n)}</title><link>http://{self.host}/a/{n}</link><guid>{self.host}-{n}</guid>"
                    f"<pubDate>{when}</pubDate></item>")
        body = "".join(item(n, at) for n, at in reversed(self.items[-20:]))
        return (f"<rss version='2.0'><channel><title>Outlet {self.number}</title><link>http://{self.host}/</link>"
                f"<language>en</language>{body}</channel></rss>").encode()

    @property
    def host(self):
        return f"h{self.number:05}.load.example"

    def title(self, n):
        rng = random.Random(self.number * 100003 + n)
        return f"The {rng.choice(WORDS)} and the {rng.choice(WORDS)} of district {self.number}, part {n}"

    def page(self, n):
        rng = random.Random(self.number * 100003 + n)
        text = "".join(f"<p>On day {k} the {rng.choice(WORDS)} of district {self.number} was given {rng.randint(2, 900)} lamps, and the "
                       f"{rng.choice(WORDS)} beside it, which the {rng.choice(WORDS)} had wanted for {rng.randint(2, 60)} years, none.</p>"
                       for k in range(8))
        return (f"<!doctype html><html lang=en><head><title>{self.title(n)}</title></head><body><nav><a href=/>Home</a></nav><article>"
                f"<h1>{self.title(n)}</h1>{text}</article></body></html>").encode()


class World:
    def __init__(self, hosts, items_a_minute):
        self.outlets = [Outlet(n, items_a_minute) for n in range(hosts)]
        self.by_host = {o.host: o for o in self.outlets}
        self.listed = set()    # (host, item) that stood in a feed which was sent whole
        self.pages = collections.Counter()   # (host, item): times served whole
        self.feeds, self.requests, self.bytes = 0, 0, 0
        self.gaps = []          # seconds between two polls of a host that is well
        self.quiet = False      # no more faults, no new items
        self.bomb = gzip.compress(bytes(64 << 20), 9)

    async def serve(self):
        self.server = await asyncio.start_server(self.connection, "127.0.0.1", 0, backlog=2048)
        return self.server.sockets[0].getsockname()[1]

    async def connection(self, reader, writer):
        try:
            while await self.request(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError, TimeoutError):
            pass
        finally:
            writer.close()

    async def request(self, reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        self.requests += 1
        lines = head.decode("latin-1").split("\r\n")
        path = lines[0].split(" ")[1]
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:] if line)}
        outlet = self.by_host.get(headers.get("host", "").partition(":")[0])
        if not outlet:
            return await self.answer(writer, 404, b"no such host")
        if path == "/robots.txt":
            return await self.answer(writer, 200, b"User-agent: *\nDisallow: /private/\n") if outlet.number % 2 else await self.answer(writer, 404, b"")
        if path.startswith("/feed") or path.startswith("/moved"):
            return await self.feed(outlet, path, headers, writer)
        if path.startswith("/a/"):
            n = int(path[3:])
            if outlet.kind == "flaky" and not self.quiet and random.random() < 0.3:
                return await self.answer(writer, 503, b"busy", "Retry-After: 2\r\n")
            alive = await self.answer(writer, 200, outlet.page(n), "Content-Type: text/html; charset=utf-8\r\n")
            self.pages[outlet.number, n] += 1
            return alive
        return await self.answer(writer, 404, b"none")

    async def feed(self, outlet, path, headers, writer):
        now = time.time()
        self.feeds += 1
        outlet.polls += 1
        if outlet.last and outlet.kind == "well" and not self.quiet:
            self.gaps.append(now - outlet.last)
        outlet.last = now
        outlet.grow(now, self.quiet)
        odd = outlet.polls % 2 and not self.quiet
        kind = outlet.kind
        if kind == "moved" and path == "/feed":
            return await self.answer(writer, 301, b"", "Location: /moved\r\n")
        if kind == "elsewhere" and path == "/feed":
            return await self.answer(writer, 302, b"", f"Location: http://{outlet.host}:{headers['host'].partition(':')[2]}/feed2\r\n")
        if kind == "failing" and not self.quiet:
            return await self.answer(writer, 500, b"oops")
        if kind == "busy" and odd:
            return await self.answer(writer, 503, b"later", "Retry-After: 10\r\n")
        if kind == "hanging" and not self.quiet:
            await asyncio.sleep(120)
            return False
        if kind == "nonsense" and odd:
            return await self.answer(writer, 200, b"<html><body>We are building a new site</body></html>")
        if kind == "bomb" and odd:
            return await self.answer(writer, 200, self.bomb, "Content-Encoding: gzip\r\n")
        body = outlet.feed()
        if kind == "short" and odd:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(body) + 500) + body[:len(body) // 2])
            await writer.drain()
            return False
        if kind == "reset" and odd:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:100])
            await writer.drain()
            writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            return False
        if kind == "trickling" and odd:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
            for at in range(0, len(body), 40):
                writer.write(body[at:at + 40])
                await writer.drain()
                await asyncio.sleep(1)
            return False
        if kind == "endless" and odd:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n<rss><channel>")
            while True:
                writer.write(b"<item><title>more and more of it</title></item>" * 500)
                await writer.drain()
        etag = f'"{len(outlet.items)}"'
        if headers.get("if-none-match") == etag:
            return await self.answer(writer, 304, b"", f"ETag: {etag}\r\n")
        alive = await self.answer(writer, 200, body, f"ETag: {etag}\r\nContent-Type: application/rss+xml\r\n")
        self.listed.update((outlet.number, n) for n, _ in outlet.items[-20:])
        return alive

    async def answer(self, writer, status, body, more=""):
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: {len(body)}\r\n{more}\r\n".encode() + body)
        await writer.drain()
        self.bytes += len(body)
        return True
