"""What the journeys share: the program under test, temporary folders, and checks that print what went wrong."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KAYNAK = os.environ.get("KAYNAK", str(ROOT / "build/release/kaynak"))
DATA = Path(os.environ.get("KAYNAK_SHARED_DATA", ROOT.parent / "shared/data"))
SKIPPED = 77  # what CTest's SKIP_RETURN_CODE is set to


def run(*args, input=None, env=None, check=None, timeout=300):
    """Runs kaynak; with `check`, fails unless it ended with that exit code."""
    done = subprocess.run([KAYNAK, *map(str, args)], input=input, capture_output=True, timeout=timeout,
                          env={**os.environ, **(env or {})})
    done.out = done.stdout.decode("utf-8", "replace")
    done.err = done.stderr.decode("utf-8", "replace")
    if check is not None and done.returncode != check:
        raise AssertionError(f"kaynak {' '.join(map(str, args))}: exit {done.returncode}, not {check}\n"
                             f"--- stdout\n{done.out[-2000:]}\n--- stderr\n{done.err[-4000:]}")
    return done


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Journey(unittest.TestCase):
    """A test with a temporary folder of its own."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="kaynak-journey-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)


def main():
    if not Path(KAYNAK).exists():
        sys.exit(f"no program at {KAYNAK}; build it first (make)")
    unittest.main(verbosity=1)


def skip_without_data():
    if not DATA.is_dir():
        print(f"skipped: no conformance data at {DATA}")
        sys.exit(SKIPPED)
