#!/usr/bin/env python3
"""kill -9 at fifty random moments of a run: then running on gives what an undisturbed run gives, nothing lost, nothing twice."""
import os
import random
import re
import signal
import sqlite3
import subprocess
import time
import unittest
from pathlib import Path

import support

KILLS = 50
SEED = int(os.environ.get("KAYNAK_CRASH_SEED", "2026"))


def start(room):
    return subprocess.Popen([support.KAYNAK, "demo", str(room), "--no-serve"], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL, start_new_session=True)


def facts(room):
    """What must be the same whatever happened on the way."""
    database = sqlite3.connect(f"file:{room}/data/kaynak.db?mode=ro", uri=True)
    rows = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("captures", "articles", "article_versions", "editions", "publications", "texts")}
    # A body that two addresses gave stands in the archive once.
    rows["bodies"] = database.execute("SELECT count(*) FROM captures WHERE body_of = ''").fetchone()[0]
    rows["publications"] = sorted(database.execute("SELECT language, path FROM publications").fetchall())
    open_jobs = database.execute("SELECT count(*) FROM jobs WHERE state IN ('waiting', 'leased')").fetchone()[0]
    database.close()
    pages = {str(f.relative_to(room)): f.read_bytes() for f in (room / "site").rglob("*") if f.is_file()}
    return rows, open_jobs, pages


def bare(page):
    """A page without its words, where some of them are a machine's: Apertium's tagger remembers what it read before, so a
    pipeline that was started again may put a sentence in other words (docs/translation.md)."""
    return re.sub(rb">[^<]+<", b"><", page) if b"Apertium" in page else page


def archived(room):
    """Responses in the newsroom's own WARC files, as Kaynak reads them."""
    files = sorted((room / "data/warc").glob("*.warc.gz"))
    records = support.lines(support.run("inspect", "warc", *files, "--json", check=0).out)
    return [(r["target_uri"], r["date"]) for r in records if r["type"] == "response"]


def first_difference(name, wanted, found):
    at = next((i for i, (a, b) in enumerate(zip(wanted, found)) if a != b), min(len(wanted), len(found)))
    return f"\n{name} at {at}:\n  {wanted[max(0, at - 60):at + 120]!r}\n  {found[max(0, at - 60):at + 120]!r}"


class Crash(support.Journey):
    def finish(self, room):
        support.run("demo", room, "--no-serve", check=0)
        support.run("log", "verify", "-C", room, check=0)
        return facts(room)

    def test_nothing_is_lost_and_nothing_done_twice(self):
        calm = self.folder / "calm"
        began = time.monotonic()
        wanted, open_jobs, pages = self.finish(calm)
        length = time.monotonic() - began
        self.assertEqual(open_jobs, 0)
        dice = random.Random(SEED)
        room, number, kills = self.folder / "room0", 0, 0
        while kills < KILLS:
            process = start(room)
            time.sleep(dice.uniform(0.005, max(0.05, 0.7 * length)))
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                kills += 1
            process.wait()
            if process.returncode == 0:  # it was done before the knife fell: compare, and begin a new one
                self.compare(room, wanted, pages)
                number += 1
                room = self.folder / f"room{number}"
        self.compare(room, wanted, pages)
        print(f"{kills} kills over {number + 1} newsrooms, an undisturbed run takes {length:.1f} s")

    def compare(self, room, wanted, pages):
        found, open_jobs, found_pages = self.finish(room)
        self.assertEqual(found, wanted)
        self.assertEqual(open_jobs, 0)
        responses = archived(room)
        self.assertEqual(len(responses), len(set(responses)), "a response stands twice in the archive")
        self.assertEqual(len(responses), wanted["bodies"])
        self.assertEqual(sorted(found_pages), sorted(pages))
        different = [name for name in pages if not name.endswith((".gz", ".br")) and bare(pages[name]) != bare(found_pages[name])]
        self.assertEqual(different, [], "".join(first_difference(name, bare(pages[name]), bare(found_pages[name])) for name in different))


if __name__ == "__main__":
    support.main()
