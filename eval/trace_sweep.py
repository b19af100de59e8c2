#!/usr/bin/env python3
"""The sweep behind src/trace's thresholds: containment of 3-, 4- and 5-word shingles of the shorter text in the longer one, by
how the answer was made (linking/reuse-short-answers), and what each threshold would take for a copy."""
import collections
import gzip
import json
import re
import sys
from pathlib import Path

DATA = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent.parent / "shared/data")
FILE = DATA / "linking/reuse-short-answers.jsonl.gz"
if not FILE.exists():
    sys.exit(f"skipped: no {FILE}")


def shingles(text, n):
    words = [w.lower() for w in re.findall(r"\w+", text)]
    return set(zip(*(words[i:] for i in range(n))))


rows = [json.loads(line) for line in gzip.open(FILE, "rt", encoding="utf-8")]
for n in (3, 4, 5):
    found = collections.defaultdict(list)
    for row in rows:
        a, b = sorted((shingles(row["source"], n), shingles(row["text"], n)), key=len)
        found[row["level"]].append(len(a & b) / max(1, len(a)))
    for threshold in (0.05, 0.07, 0.1, 0.15, 0.2, 0.25, 0.28, 0.3, 0.35, 0.45):
        print(n, f"{threshold:.2f}", *(f"{level} {sum(x >= threshold for x in found[level])}/{len(found[level])}"
                                       for level in ("cut", "light", "heavy", "non")), sep="\t")
