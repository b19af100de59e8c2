#!/usr/bin/env python3
"""What goes wrong at a person's desk: each a clear message that names the thing and what to do, and nothing stored is lost."""
import os
import signal
import socket
import subprocess
import time
import unittest
import urllib.request

import support

STORY = """<html lang="en"><head><link rel="canonical" href="https://news.example/{n}"></head><body><article><h1>Story {n}</h1><p>By Ada
Quill</p>{p}</article></body></html>"""
PARAGRAPH = "<p>The ferry of {n}:00 was late again on Monday, said the harbour master, because the tide waits for nobody at all.</p>"


def story(n):
    return STORY.format(n=n, p="".join(PARAGRAPH.format(n=n + i) for i in range(4))).encode()


class Trouble(support.Journey):
    def room(self, *languages):
        room = self.folder / "N"
        support.run("init", room, *(x for language in languages for x in ("--language", language)), check=0)
        return room

    def import_story(self, room, n=1):
        page = self.folder / f"s{n}.html"
        page.write_bytes(story(n))
        return support.lines(support.run("import", "-C", room, page, "--json", check=0).out)

    def test_no_newsroom_says_how_to_make_one(self):
        done = support.run("run", "-C", self.folder, check=1)
        self.assertIn("kaynak init", done.err)

    def test_making_a_newsroom_twice_changes_nothing(self):
        room = self.room()
        before = (room / "kaynak.toml").read_text()
        self.assertIn("already", support.run("init", room, check=1).err)
        self.assertEqual((room / "kaynak.toml").read_text(), before)

    def test_a_wrong_setting_is_named(self):
        room = self.room()
        with open(room / "kaynak.toml", "a") as f:
            f.write("\n[serve]\nprot = 1\n")
        done = support.run("run", "-C", room, check=2)
        self.assertIn("kaynak.toml", done.err)
        room2 = self.folder / "M"
        support.run("init", room2, check=0)
        text = (room2 / "kaynak.toml").read_text().replace("# port = 8080", "prot = 1")
        (room2 / "kaynak.toml").write_text(text)
        self.assertIn("serve.prot", support.run("run", "-C", room2, check=2).err)

    def test_a_wrong_source_file_is_named(self):
        room = self.room()
        (room / "sources/x.toml").write_text("name = 'X'\nrights = 'everything'\n")
        self.assertIn("sources/x.toml", support.run("run", "-C", room, check=1).err)

    def test_a_busy_port_is_named_and_what_to_do(self):
        room = self.room()
        with socket.socket() as busy:
            busy.bind(("127.0.0.1", 0))
            busy.listen()
            port = str(busy.getsockname()[1])
            done = support.run("serve", "-C", room, env={"KAYNAK_SERVE_PORT": port}, check=1)
        self.assertIn(port, done.err)

    def test_serving_stops_gracefully(self):
        room = self.room()
        self.import_story(room)
        process = subprocess.Popen([support.KAYNAK, "serve", "-C", str(room)], stderr=subprocess.PIPE, text=True,
                                   env={**os.environ, "KAYNAK_SERVE_PORT": "0"})
        line = process.stderr.readline()
        address = line.split("on ")[1].split(" ")[0]
        with urllib.request.urlopen(address + "healthz") as answer:
            self.assertEqual(answer.status, 200)
        with urllib.request.urlopen(address + "metrics") as answer:
            self.assertIn(b"kaynak_articles 1", answer.read())
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=15), 0)
        process.stderr.close()

    def test_where_no_engine_serves_the_article_appears_in_its_own_language(self):
        room = self.room("ar", "en")
        row, = self.import_story(room)
        self.assertEqual(row["read_in"], ["en"])
        page = (room / "site" / row["pages"]["ar"]).read_text("utf-8")
        self.assertIn('dir="rtl"', page)
        self.assertIn("The ferry of", page)
        self.assertIn('lang="en"', page)

    def test_without_apertium_everything_else_works_and_doctor_says_so(self):
        room = self.room("en", "es")
        env = {"KAYNAK_TRANSLATE_APERTIUM_MODES": str(self.folder / "nothing")}
        page = self.folder / "s.html"
        page.write_bytes(story(1))
        done = support.run("import", "-C", room, page, "--json", env=env, check=0)
        self.assertEqual(support.lines(done.out)[0]["read_in"], ["en"])
        self.assertIn("no translation", done.err)
        doctor = support.run("doctor", "-C", room, env=env, check=1)
        self.assertIn("translation engine", doctor.out)

    def test_two_runs_at_once_do_not_meet(self):
        room = self.room()
        import fcntl
        with open(room / "data/run.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = support.run("run", "-C", room, check=1)
        self.assertIn("another kaynak process", done.err)

    def test_a_damaged_database_is_named_and_doctor_tells_the_way_back(self):
        room = self.room()
        self.import_story(room)
        for file in (room / "data").glob("kaynak.db*"):
            file.unlink()
        (room / "data/kaynak.db").write_bytes(b"not a database" * 1000)
        self.assertIn("kaynak.db", support.run("run", "-C", room, check=1).err)
        self.assertIn("kaynak.db", support.run("doctor", "-C", room, check=1).out)
        (room / "data/kaynak.db").unlink()
        rows = support.lines(support.run("import", "-C", room, room / "data/warc", "--json").out)
        self.assertEqual([r["headline"] for r in rows], ["Story 1"])

    def test_a_changed_log_is_found_out(self):
        import sqlite3
        room = self.room()
        self.import_story(room)
        support.run("log", "verify", "-C", room, check=0)
        database = sqlite3.connect(room / "data/kaynak.db")
        for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        table, = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('log', 'events')").fetchone()
        database.execute(f"UPDATE {table} SET kind = 'approved' WHERE rowid = 2")
        database.commit()
        database.close()
        self.assertIn("broken at entry 2", support.run("log", "verify", "-C", room, check=1).out)

    def test_a_full_disk_loses_nothing(self):
        if os.geteuid() != 0:
            self.skipTest("mounting a small disk needs root")
        disk = self.folder / "disk"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True).returncode != 0:
            self.skipTest("no disk can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk], capture_output=True)
        room = disk / "N"
        support.run("init", room, "--language", "en", check=0)
        row, = self.import_story(room)
        pages = self.folder / "many"
        pages.mkdir()
        for n in range(2, 60):
            (pages / f"s{n}.html").write_bytes(story(n) + os.urandom(20000).hex().encode())
        done = support.run("import", "-C", room, pages, "--json")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.err.lower(), "full|no space|room")
        subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
        support.run("log", "verify", "-C", room, check=0)
        rows = support.lines(support.run("import", "-C", room, pages, "--json", check=0).out)
        self.assertEqual(len(rows), 59)
        self.assertTrue(all(r["status"] == "published" for r in rows))


if __name__ == "__main__":
    support.main()
