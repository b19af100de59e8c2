#!/usr/bin/env python3
"""bench/table: what it prints of pages, with and without a peer, and what it says when something is missing."""
import json
import os
import subprocess
import tarfile
import unittest
from pathlib import Path

import support

TABLE = support.ROOT / "bench/table"
PAGES = support.ROOT / "samples/demo/captures/harbourledger.example/2026/11"
STAGES = ["decode", "parse", "map", "extract", "attribute", "json", "release"]


def table(*args, env=None):
    return subprocess.run([TABLE, "--build", Path(support.KAYNAK).parent, *map(str, args)], capture_output=True, text=True, timeout=300,
                          env={**os.environ, **(env or {})})


class Bench(support.Journey):
    def setUp(self):
        super().setUp()
        (self.folder / "data/demo").mkdir(parents=True)
        self.pages = sorted(PAGES.glob("*.html"))
        with tarfile.open(self.folder / "data/demo/pages.tar.gz", "w:gz") as archive:
            for page in self.pages:
                archive.add(page, arcname=page.name)

    def test_stages_add_up_to_the_whole(self):
        out = self.folder / "figures.json"
        done = table("--data", self.folder / "data", "--no-peer", "--rounds", 1, "--json", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.splitlines()[1].split(), ["set", "pages", "kB", *STAGES, "whole"])
        self.assertEqual(done.stdout.splitlines()[2].split()[:2], ["demo", str(len(self.pages))])
        demo = json.loads(out.read_text())["stages"]["demo"]
        self.assertEqual(list(demo["stages"]), STAGES)
        self.assertEqual(demo["bytes"], sum(p.stat().st_size for p in self.pages))
        self.assertGreater(demo["articles"], 0)
        self.assertAlmostEqual(sum(demo["stages"].values()), demo["whole"], places=3)
        for stage in ("decode", "parse", "attribute", "json"):
            self.assertGreater(demo["stages"][stage], 0, stage)

    def test_what_is_missing_is_skipped_with_its_reason(self):
        for args, reason in ((["--data", self.folder / "nowhere"], "no extraction sets in"),
                             (["--data", self.folder], "no <set>/pages.tar.gz in"),
                             (["--data", self.folder / "data", "--set", "other"], "no set 'other'"),
                             (["--data", self.folder / "data", "--build", self.folder], "no program")):
            done = table(*args)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("bench/table: skipped, " + reason, done.stdout)

    def test_a_missing_peer_leaves_our_own_table(self):
        done = table("--data", self.folder / "data", "--rounds", 1)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("bench/table: no peer, no set 'scrapinghub'", done.stdout)
        tools = self.folder / "bin"
        tools.mkdir()
        (tools / "python3").symlink_to(os.path.realpath("/usr/bin/python3"))
        (tools / "env").symlink_to("/usr/bin/env")
        done = table("--data", self.folder / "data", "--peer-set", "demo", "--rounds", 1, env={"PATH": str(tools)})
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("demo", done.stdout)
        self.assertIn("bench/table: no peer, no node", done.stdout)

    def test_the_peer_stands_beside_us(self):
        if not (Path(support.KAYNAK).parent.parent / "peer/node_modules/.kaynak-lock").exists():
            self.skipTest("the peer is not installed: bench/table installs it")
        out = self.folder / "figures.json"
        done = table("--data", self.folder / "data", "--peer-set", "demo", "--rounds", 1, "--json", out)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = json.loads(out.read_text())["peer"]
        self.assertEqual([r["name"].split()[0] for r in rows], ["Kaynak", "without", "Readability.js", "Readability.js"])
        self.assertLess(rows[1]["whole"], rows[0]["whole"])
        self.assertEqual({r["pages"] for r in rows}, {len(self.pages)})
        self.assertIn("body F1", done.stdout)


if __name__ == "__main__":
    if not (Path(support.KAYNAK).parent / "bench/kaynak_stages").exists():
        print("skipped: kaynak_stages is not built")
        raise SystemExit(support.SKIPPED)
    support.main()
