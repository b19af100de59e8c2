"""What the documents' examples name, made for a test: pages, archives, and https://news.example/ on this machine."""
import gzip
import http.server
import io
import os
import socket
import subprocess
import tarfile
import threading

OUTLET = "https://news.example"
STORIES = {
    "/ferry": ("Night ferry returns to Port Alder", "The night ferry between Port Alder and Sarn runs again from Monday.",
               "“The boat is ready,” said harbour master Ilse Varga."),
    "/library": ("Library opens its map room", "The town library has opened a room with 1,200 maps of the coast.",
                 "“Some have never been shown,” said librarian Tomas Reed."),
}

# `serve` runs until it is stopped: here, until it answers.
PRELUDE = r"""
kaynak() {
  case " $* " in
    *" serve "*)
      command kaynak "$@" & local server=$! tries=0 answer=
      until answer=$(python3 -c 'import os, urllib.request as u
print(u.urlopen("http://127.0.0.1:%s/healthz" % os.environ["KAYNAK_SERVE_PORT"], timeout=2).read().decode())' 2>/dev/null); do
        tries=$((tries + 1)); [ $tries -lt 100 ] && kill -0 $server || { echo "kaynak serve does not answer" >&2; return 1; }
        sleep 0.1
      done
      kill -INT $server; wait $server ;;
    *) command kaynak "$@" ;;
  esac
}
"""


def page(base, path):
    title, lead, said = STORIES[path]
    filler = "".join(f"<p>Paragraph {n} tells more of it: the council met on Tuesday, heard both sides, and asked for "
                     f"a report by the end of the month, which the clerk will read aloud.</p>" for n in range(1, 5))
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<link rel="canonical" href="{base}{path}"><link rel="alternate" type="application/rss+xml" '
            f'href="{base}/feed.xml"><meta property="article:published_time" content="2026-11-20T09:00:00Z"></head>'
            f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>By Nora Feld</p><p>{lead}</p><p>{said}</p>"
            f"{filler}</article><footer>The Example News</footer></body></html>").encode()


def front(base):
    return (f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The Example News</title><link rel="alternate" '
            f'type="application/rss+xml" href="{base}/feed.xml"></head><body><p>News of the coast.</p></body></html>').encode()


def feed(base):
    items = "".join(f"<item><title>{s[0]}</title><link>{base}{path}</link><guid>{base}{path}</guid>"
                    f"<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate></item>" for path, s in STORIES.items())
    return (f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>The Example News</title>'
            f"<link>{base}/</link><language>en</language>{items}</channel></rss>").encode()


def warc_record(path):
    body = page(OUTLET, path)
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    head = (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(path):012}>\r\n"
            f"WARC-Target-URI: {OUTLET}{path}\r\nWARC-Date: 2026-11-20T10:00:00Z\r\n"
            f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n").encode()
    return gzip.compress(head + answer + b"\r\n\r\n")


class World:
    """Use as a context: the outlet is served while it lasts."""

    def __enter__(self):
        world = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                world.answer(self)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, request):
        if request.path == "/feed.xml":
            kind, body = "application/rss+xml", feed(self.base)
        elif request.path == "/":
            kind, body = "text/html; charset=utf-8", front(self.base)
        elif request.path in STORIES:
            kind, body = "text/html; charset=utf-8", page(self.base, request.path)
        else:
            kind, body = "text/plain", b""
        request.send_response(200 if body else 404)
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    @staticmethod
    def furnish(folder):
        """page.html, pages/, pages.tar.gz and crawl.warc.gz."""
        (folder / "pages").mkdir()
        (folder / "page.html").write_bytes(page(OUTLET, "/ferry"))
        with tarfile.open(folder / "pages.tar.gz", "w:gz") as archive:
            for path in STORIES:
                (folder / "pages" / f"{path[1:]}.html").write_bytes(page(OUTLET, path))
                info = tarfile.TarInfo(f"{path[1:]}.html")
                info.size = len(page(OUTLET, path))
                archive.addfile(info, io.BytesIO(page(OUTLET, path)))
        (folder / "crawl.warc.gz").write_bytes(b"".join(warc_record(path) for path in STORIES))

    def run(self, script, folder, program):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("KAYNAK_")}
        environment.update(PATH=f"{os.path.dirname(program)}:{environment['PATH']}", KAYNAK_SERVE_PORT=str(port),
                           KAYNAK_GATHER_ALLOW_PRIVATE_ADDRESSES="true", KAYNAK_GATHER_HOST_DELAY_MILLISECONDS="0",
                           HOME=str(folder))
        return subprocess.run(["bash", "-eu", "-o", "pipefail", "-c", PRELUDE + script.replace(OUTLET, self.base)],
                              cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
                              stdin=subprocess.DEVNULL)
