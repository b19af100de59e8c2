#!/usr/bin/env python3
"""`kaynak trace`: whose words a page holds, from a file, standard input and a newsroom, as tree, JSON and HTML."""
import json
import re
import unittest

import support

REPUBLISHED = """<!doctype html><html lang="tr"><head><title>Bạch Vân barajında kapaklar açıldı - Kuzey Postası</title>
<meta property="og:site_name" content="Kuzey Postası"><link rel="canonical" href="https://kuzeypostasi.example/dunya/baraj-1">
<meta property="article:published_time" content="2026-08-16T09:00:00+03:00"></head><body>
<nav><a href="/">Ana sayfa</a> <a href="/dunya">Dünya</a></nav>
<main><article><h1>Bạch Vân barajında kapaklar açıldı</h1>
<figure><img src="/baraj.jpg" width="900" height="600"><figcaption>Bạch Vân barajının açılış töreni. Fotoğraf: KCNA</figcaption></figure>
<p>Ülkenin kuzeyindeki Bạch Vân barajının kapakları cumartesi günü törenle açıldı ve göl üç yıl sonra ilk kez boşaltılmaya başlandı.</p>
<p>[reklam_2]</p>
<p>KCNA'nın yayımladığı mektupta Başkan Ho Min-su, “Bu su bütün vadinin suyudur” dedi.</p>
<p>Törene katılan mühendisler, suyun ağustos sonuna kadar ovadaki bütün köylere ulaşacağını ve sulamanın eylülde başlayacağını söyledi.</p>
<p>Ngọc Anh (KCNA, Reuters)</p>
<p>Kaynak: <a href="https://songbao.example/the-gioi/dap-bach-van.html">https://songbao.example/the-gioi/dap-bach-van.html</a></p>
</article><section class="comments"><h2>Yorumlar (0)</h2></section></main></body></html>"""


class Trace(support.Journey):
    def page(self):
        path = self.folder / "baraj.html"
        path.write_text(REPUBLISHED, encoding="utf-8")
        return path

    def traced(self, *arguments, **options):
        return json.loads(support.run("trace", *arguments, "--json", check=0, **options).out)

    def test_a_republished_page_leads_back_to_its_origin(self):
        article = self.traced(self.page())["article"]
        hops = {(hop["role"], hop["name"]) for hop in article["hops"]}
        self.assertLessEqual({("agency", "KCNA"), ("agency", "Reuters"), ("author", "Ngọc Anh"), ("republisher", "Kuzey Postası")}, hops)
        original, = [hop for hop in article["hops"] if hop["role"] == "publisher"]
        self.assertEqual(original["url"], "https://songbao.example/the-gioi/dap-bach-van.html")
        for furniture in ("reklam", "Kaynak:", "Yorumlar", "songbao", "Fotoğraf"):
            self.assertNotIn(furniture, article["body_text"])
        self.assertEqual(article["figures"][0]["credit"], "KCNA")

    def test_every_claim_of_the_chain_is_proved(self):
        claims = self.traced(self.page())["claims"]
        for claim in claims:
            if claim["kind"] in ("hop", "quotation", "date"):
                self.assertTrue(claim.get("words"), claim)

    def test_the_tree_shows_proof_speaker_and_relay(self):
        out = support.run("trace", self.page(), check=0).out
        self.assertRegex(out, r"(?m)^  .*KCNA · agency")
        self.assertRegex(out, r"\[KCNA\]")
        self.assertRegex(out, r"Bu su bütün vadinin suyudur.*\n.*Ho Min-su.*through KCNA")

    def test_the_html_page_marks_claims_and_runs_no_script(self):
        page = support.run("trace", self.page(), "--html", check=0).out
        self.assertIn("<!DOCTYPE html>", page)
        self.assertNotIn("<script", page)
        self.assertGreaterEqual(len(re.findall(r'class="claim ', page)), 4)
        for target in set(re.findall(r'href="#(c\d+)"', page)):
            self.assertIn(f'id="{target}"', page)

    def test_standard_input_is_a_page_too(self):
        answer = self.traced("-", input=REPUBLISHED.encode())
        self.assertEqual(answer["article"]["headline"], "Bạch Vân barajında kapaklar açıldı")
        self.assertIsNone(answer["story"])

    def test_an_article_of_a_newsroom_is_found_by_address_and_id(self):
        room = self.folder / "room"
        support.run("init", room, check=0)
        support.run("import", "-C", room, self.page(), check=0)
        support.run("run", "-C", room, check=0)
        known = self.traced("-C", room, "https://kuzeypostasi.example/dunya/baraj-1")
        again = self.traced("-C", room, known["article"]["article_id"])
        self.assertEqual(known["article"], again["article"])
        self.assertEqual(len(known["story"]["articles"]), 1)
        self.assertIn("Who has the text", support.run("trace", "-C", room, known["article"]["article_id"], check=0).out)

    def test_the_chain_leaves_as_hop_history(self):
        room = self.folder / "room"
        support.run("init", room, check=0)
        support.run("import", "-C", room, self.page(), check=0)
        support.run("run", "-C", room, check=0)
        message = self.folder / "message.xml"
        message.write_text(support.run("export", "-C", room, "--format", "newsml-g2", check=0).out, encoding="utf-8")
        item, = json.loads(support.run("inspect", "wire", message, "--json", check=0).out)["items"]
        self.assertEqual(item["hophistory"][0], "KCNA")
        self.assertEqual(item["hophistory"][-1], "Kuzey Postası")

    def test_what_is_not_there_is_said(self):
        done = support.run("trace", "nothing-here", env={"KAYNAK_NEWSROOM": str(self.folder)}, check=1)
        self.assertIn("no file and no web address", done.err)
        front = self.folder / "front.html"
        front.write_text("<html><body><a href='/a'>One</a></body></html>")
        self.assertIn("no article", support.run("trace", front, check=1).err)


if __name__ == "__main__":
    support.main()
