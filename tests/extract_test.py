#!/usr/bin/env python3
"""`kaynak extract` as a filter: every kind of input, order, memory, bad input, exit codes."""
import gzip
import io
import os
import resource
import subprocess
import tarfile
import unittest

import support

ARTICLE = """<!doctype html><html lang="en"><head><title>{title} - The Example</title>
<link rel="canonical" href="https://news.example/{slug}"><meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<main><article><h1>{title}</h1><p class="byline">By Ada Quill</p>{paragraphs}</article></main><footer>About us</footer></body></html>"""


def page(number, paragraphs=4):
    text = "".join(f"<p>Paragraph {i} of article {number} tells, in a sentence that is long enough to be a sentence, what the harbour "
                   f"council decided on its {i + 2}nd evening, and why the ferries were late again.</p>" for i in range(paragraphs))
    return ARTICLE.format(title=f"Council decides number {number}", slug=f"story-{number}", paragraphs=text).encode()


def tar_of(count, path, paragraphs=4, filler=0):
    with tarfile.open(path, "w:gz") as archive:
        for n in range(count):
            data = page(n, paragraphs) + b"<!--" + os.urandom(filler).hex().encode() + b"-->"
            info = tarfile.TarInfo(f"pages/p{n:05}.html")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


class Extract(support.Journey):
    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def test_a_file_gives_one_record_with_the_contracts_fields(self):
        record, = support.lines(support.run("extract", self.write("p1.html", page(1)), check=0).out)
        self.assertEqual(record["id"], "p1")
        self.assertEqual(record["uri"], "https://news.example/story-1")
        self.assertEqual(record["headline"], "Council decides number 1")
        self.assertEqual(record["language"], "en")
        self.assertEqual(record["versioncreated"][:10], "2026-11-20")
        self.assertEqual(record["authors"], ["Ada Quill"])
        self.assertEqual(record["body_text"].count("\n\n"), 3)
        for key in ("blocks", "byline", "text_agencies", "dateline", "figures", "cited_sources", "quotes", "hops", "dates"):
            self.assertIn(key, record)

    def test_every_kind_of_input_gives_the_same_article(self):
        self.write("folder/p1.html", page(1))
        tar_of(2, self.folder / "pages.tar.gz")
        body = page(1)
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
        head = (b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
                b"WARC-Target-URI: https://news.example/story-1\r\nWARC-Date: 2026-11-20T09:00:00Z\r\n"
                b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http))
        self.write("crawl.warc", head + http + b"\r\n\r\n")
        self.write("crawl2.warc.gz", gzip.compress(head + http + b"\r\n\r\n"))
        texts = set()
        for name in ("folder", "folder/p1.html", "crawl.warc", "crawl2.warc.gz"):
            record, = support.lines(support.run("extract", self.folder / name, check=0).out)
            texts.add(record["body_text"])
        texts.add(support.lines(support.run("extract", self.folder / "pages.tar.gz", check=0).out)[1]["body_text"])
        texts.add(support.lines(support.run("extract", "-", input=body, check=0).out)[0]["body_text"])
        self.assertEqual(len(texts), 1)

    def test_output_is_in_the_order_of_the_input_whatever_the_threads(self):
        tar_of(300, self.folder / "pages.tar.gz")
        ids = [f"p{n:05}" for n in range(300)]
        one = support.run("extract", "--jobs", "1", self.folder / "pages.tar.gz", check=0).out
        four = support.run("extract", "--jobs", "4", self.folder / "pages.tar.gz", check=0).out
        self.assertEqual([r["id"] for r in support.lines(one)], ids)
        self.assertEqual(one, four)

    def test_memory_does_not_grow_with_the_input(self):
        def peak(count):
            path = self.folder / f"{count}.tar.gz"
            tar_of(count, path, paragraphs=40)
            program = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,check=True);"
                       "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
            done = subprocess.run(["python3", "-c", program, support.KAYNAK, "extract", "--jobs", "2", str(path)],
                                  capture_output=True, check=True)
            return int(done.stdout)
        few, many = peak(200), peak(4000)
        self.assertLess(many, few + 20 * 1024, "kilobytes")

    def test_bad_pages_are_named_and_the_batch_goes_on(self):
        pages = {"a-good": page(1), "b-empty": b"", "c-binary": os.urandom(5000), "d-deep": b"<div>" * 100_000 + b"x",
                 "e-listing": b"<html><head><base href='https://a.example/'></head><body>" + b"<a href='/x'>A headline of a story</a>" * 200, "f-good": page(2)}
        for name, data in pages.items():
            self.write(f"in/{name}.html", data)
        records = {r["id"]: r for r in support.lines(support.run("extract", self.folder / "in", check=0).out)}
        self.assertEqual(list(records), list(pages))
        for name in ("a-good", "f-good"):
            self.assertNotIn("error", records[name])
        for name in ("b-empty", "c-binary", "d-deep", "e-listing"):
            self.assertIn("error", records[name], name)
            self.assertTrue(records[name]["reason"])

    def test_a_page_of_fifty_megabytes_is_an_error_not_a_crash(self):
        path = self.write("in/huge.html", b"<p>" + b"word " * 10_500_000)
        self.write("in/small.html", page(3))
        records = support.lines(support.run("extract", self.folder / "in", check=0).out)
        self.assertEqual(records[0]["error"], "too_large")
        self.assertIn("huge", records[0]["reason"])
        self.assertEqual(records[1]["id"], "small")
        self.assertGreater(path.stat().st_size, 50_000_000)

    def test_inputs_that_cannot_be_read_exit_one_and_the_rest_goes_on(self):
        tar_of(50, self.folder / "pages.tar.gz", filler=20_000)
        whole = (self.folder / "pages.tar.gz").read_bytes()
        cut = self.write("cut.tar.gz", whole[: len(whole) // 2])
        good = self.write("good.html", page(9))
        done = support.run("extract", cut, self.folder / "absent.html", self.folder / "absent.warc.gz", good, check=1)
        ids = [r["id"] for r in support.lines(done.out)]
        self.assertIn("p00000", ids)
        self.assertEqual(ids[-1], "good")
        for name in ("cut.tar.gz", "absent.html", "absent.warc.gz"):
            self.assertIn(name, done.err)

    def test_usage_is_exit_two(self):
        self.assertEqual(support.run("extract").returncode, 2)
        self.assertEqual(support.run("extract", "--format", "xml", "x").returncode, 2)
        self.assertEqual(support.run("extrct").returncode, 2)

    def test_a_private_address_is_not_fetched(self):
        done = support.run("extract", "http://127.0.0.1:1/x", check=1)
        self.assertIn("127.0.0.1", done.err)

    def test_a_reader_that_leaves_ends_the_program(self):
        tar_of(2000, self.folder / "pages.tar.gz")
        done = subprocess.run(f"'{support.KAYNAK}' extract '{self.folder}/pages.tar.gz' | head -n 1", shell=True,
                              capture_output=True, timeout=60)
        self.assertEqual(len(done.stdout.splitlines()), 1)

    def test_other_formats_are_for_people(self):
        path = self.write("p1.html", page(1).replace(b"Council decides", b"Council &lt;b&gt; decides"))
        self.assertIn("Council <b> decides number 1", support.run("extract", "-f", "text", path, check=0).out)
        self.assertIn("<h1>Council &lt;b&gt; decides number 1</h1>", support.run("extract", "-f", "html", path, check=0).out)

    def test_rules_of_ftr_site_config_are_converted_and_tried(self):
        rules = self.write("news.example.txt", b"title: //h1\nbody: //article\nstrip: //p[3]\nsingle_page_link: //a[@id='all']\n")
        made = support.run("source", "rules", rules, check=0)
        self.assertIn('strip = [\n  "p:nth-of-type(3)",\n]', made.out)
        self.assertIn("left out: single_page_link", made.err)
        path = self.write("p1.html", page(1))
        for file in (rules, self.write("news.toml", made.out.encode())):
            text = support.lines(support.run("extract", "--rules", file, path, check=0).out)[0]["body_text"]
            self.assertIn("Paragraph 0", text)
            self.assertNotIn("Paragraph 1", text)
        self.assertEqual(support.run("extract", "--rules", self.folder / "none.toml", path).returncode, 1)

    def test_rules_are_held_to_saved_pages(self):
        rules = self.write("ledger.toml", b'[[extract]]\nstrip = "p:nth-of-type(2)"\n')
        self.write("ledger.pages/p1.html", page(1))
        self.assertIn("p1.json", support.run("source", "test", rules, check=1).err)
        support.run("source", "test", rules, "--write", check=0)
        self.assertIn("good   ", support.run("source", "test", rules, check=0).out)
        rules.write_text('[[extract]]\nstrip = ".none"\n')
        done = support.run("source", "test", rules, self.folder / "ledger.pages/p1.html", check=1)
        self.assertIn("WRONG  ", done.out)
        self.assertIn("body_text: not expected: Paragraph 0 of article 1", done.out)

    def test_rules_that_have_ended_are_named_and_not_used(self):
        rules = self.write("old.toml", b'[[extract]]\nvalid_until = "2024-05-31"\nheadline = "p.byline"\n')
        done = support.run("extract", "--rules", rules, self.write("p1.html", page(1)), check=0)
        self.assertEqual(support.lines(done.out)[0]["headline"], "Council decides number 1")
        self.assertIn('old.toml: [[extract]] ended with valid_until = "2024-05-31"', done.err)

    def test_explain_says_why_each_block_was_kept_or_dropped(self):
        path = self.write("p1.html", page(1).replace(b"</main>", b"<div class=comments><p>&lt;script&gt; Late again, and I was waiting</p></div></main>"))
        text = support.run("extract", "--explain", path, check=0).out
        self.assertIn("an article of 4 out of", text)
        self.assertRegex(text, r"(?m)^\+ +\+\d\.\d  Paragraph 0 of article 1")
        self.assertIn("rule: headline", text)
        blocks = support.lines(support.run("extract", "--explain", "-f", "json", path, check=0).out)[0]["blocks"]
        self.assertEqual([b["text"][:11] for b in blocks if b["kept"]], [f"Paragraph {i}" for i in range(4)])
        comment = next(b for b in blocks if "Late again" in b["text"])
        self.assertLess(comment["reasons"]["near:comment"], 0)
        html = support.run("extract", "--explain", "-f", "html", path, check=0).out
        self.assertEqual(html.count('<details class="kept'), 4)
        self.assertIn("&lt;script&gt; Late again", html)
        self.assertNotIn("<script", html)


if __name__ == "__main__":
    support.main()
