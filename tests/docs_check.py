#!/usr/bin/env python3
"""Holds the documents against the code.

  docs_check.py               what can be told by reading: folders, links, settings, commands
  docs_check.py --run KAYNAK  runs every ```sh test block of README.md and docs/, and holds docs/kaynak.1 against --help

A block whose fence reads ```sh test is run, as is, by bash -eu in a temporary folder of its document (blocks of one
document share it and run in order). There, `kaynak` is the program given, and tests/docs_world.py has put what the
examples name: pages, archives, and an outlet at https://news.example/ that is served from this machine. `kaynak serve`
is stopped again once it answers.
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docs_world

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.M | re.S)


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def documents():
    """All .md files that belong to the tree."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"], cwd=ROOT,
                            capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        names = [n for n in listed.stdout.split("\0") if n and (ROOT / n).exists()]
    else:
        names = [p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*.md")]
    return sorted(n for n in names if "node_modules" not in n and not n.startswith("build/"))


def anchors(text):
    """Anchors that GitHub makes of a document's headings."""
    plain = FENCE.sub("", text)
    found = set()
    for heading in re.findall(r"^#{1,6}\s+(.+?)\s*$", plain, re.M):
        word = re.sub(r"[^\w\- ]", "", re.sub(r"`", "", heading).lower())
        found.add(word.replace(" ", "-"))
    return found


def check_links():
    for name in documents():
        text = re.sub(r"`[^`\n]*`", "", FENCE.sub("", read(name)))
        for link in re.findall(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)", text):
            if re.match(r"[a-z][a-z0-9+.-]*:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (ROOT / name).parent / path if path else ROOT / name
            if not target.exists():
                yield f"{name}: link to {link}: there is no such file"
            elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
                yield f"{name}: link to {link}: no heading makes that anchor"


def check_present():
    for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE",
                 "docs/kaynak.1"):
        if not (ROOT / name).exists():
            yield f"{name} is missing"
    linked = read("README.md")
    for page in sorted((ROOT / "docs").glob("*.md")):
        if f"docs/{page.name}" not in linked and not any(f"({page.name}" in p.read_text(encoding="utf-8")
                                                         for p in (ROOT / "docs").glob("*.md")):
            yield f"docs/{page.name}: neither README.md nor a page of docs/ links it"


def check_architecture():
    text = read("ARCHITECTURE.md")
    if (lines := text.count("\n")) > 200:
        yield f"ARCHITECTURE.md has {lines} lines; at most 200"
    for folder in sorted(p.name for p in (ROOT / "src").iterdir() if p.is_dir()):
        if f"`src/{folder}/`" not in text:
            yield f"ARCHITECTURE.md does not name `src/{folder}/`"
    for folder in re.findall(r"`src/(\w+)/`", text):
        if not (ROOT / "src" / folder).is_dir():
            yield f"ARCHITECTURE.md names src/{folder}/, which is not there"


def check_two_commands():
    shown = [command for block in FENCE.finditer(read("README.md"))
             for command in re.findall(r"^make +(\w+)", block["body"], re.M)]
    if shown != ["run", "test"]:
        yield f"README.md shows the make commands {shown}; its two commands are make run and make test"
    for target in ("run", "test"):
        if not re.search(rf"^{target}:", read("Makefile"), re.M):
            yield f"Makefile has no target {target}"


def check_settings():
    code = set(re.findall(r'\{"([a-z]+\.[a-z_]+)",', read("src/pipeline/config.cc")))
    if len(code) < 10:
        yield "src/pipeline/config.cc: the table of keys was not found; mend tests/docs_check.py"
    described = set(re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", read("docs/configuration.md"), re.M))
    for key in sorted(code - described):
        yield f"docs/configuration.md: no row for `{key}`"
    for key in sorted(described - code):
        yield f"docs/configuration.md: `{key}` is no key of src/pipeline/config.cc"


def check_manual_form():
    if not shutil.which("mandoc"):
        print("SKIPPED docs/kaynak.1: mandoc is not installed (./setup --test installs it)")
        return
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", "docs/kaynak.1"], cwd=ROOT, capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        yield f"docs/kaynak.1: {done.stdout}{done.stderr}"


def man_text():
    """docs/kaynak.1 without escapes: '\\-' is '-'."""
    return read("docs/kaynak.1").replace("\\-", "-").replace("\\&", "")


def helps(program, words=()):
    """Yields (words of a command, its help), the program's own first."""
    run = subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"FAILED: kaynak {' '.join(words)} --help exits with {run.returncode}: {run.stderr}")
    yield words, run.stdout
    section = ""
    for line in run.stdout.splitlines():
        if re.match(r"\S.*:$", line):
            section = line
        found = re.match(r"  ([a-z]+)\s{2,}\S", line)
        if found and not section.startswith(("Options", "Positionals")):
            yield from helps(program, (*words, found.group(1)))


def check_manual(program):
    manual = man_text()
    listed = list(helps(program))
    if len(listed) < 20:
        yield f"only {len(listed)} commands were found in kaynak --help; mend tests/docs_check.py"
    for words, text in listed[1:]:
        if not re.search(rf"^\.It Cm {' '.join(words)}( |$)", manual, re.M):
            yield f"docs/kaynak.1: no entry '.It Cm {' '.join(words)}'"
        for option in re.findall(r"^  (?:-\w,)?--([a-z-]+)", text, re.M):
            if option not in ("help", "version") and not re.search(rf"Fl -{option}\b", manual):
                yield f"docs/kaynak.1: --{option} of kaynak {' '.join(words)} is not described"


def blocks(name):
    """(line, text) of the document's runnable blocks."""
    text = read(name)
    for match in FENCE.finditer(text):
        if match["info"].split() == ["sh", "test"]:
            yield text.count("\n", 0, match.start()) + 2, match["body"]


def run_document(name, program, world):
    with tempfile.TemporaryDirectory(prefix="kaynak-docs-") as folder:
        world.furnish(Path(folder))
        for line, script in blocks(name):
            done = world.run(script, Path(folder), program)
            print(f"{'ran' if done.returncode == 0 else 'FAILED'} {name}:{line}")
            if done.returncode != 0:
                yield f"{name}:{line}: exit {done.returncode}\n{script}\n{done.stdout}{done.stderr}"


def check_runnable(program):
    with docs_world.World() as world:
        for name in ["README.md", *sorted(d for d in documents() if d.startswith("docs/"))]:
            yield from run_document(name, program, world)
    for name in ("README.md", "docs/first-newsroom.md", "docs/extract.md"):
        if not list(blocks(name)):
            yield f"{name}: has no ```sh test block"


def main(arguments):
    if arguments[:1] == ["--run"] and len(arguments) == 2:
        program = str(Path(arguments[1]).resolve())
        checks = [lambda: check_manual(program), lambda: check_runnable(program)]
    elif not arguments:
        checks = [check_present, check_architecture, check_links, check_two_commands, check_settings, check_manual_form]
    else:
        raise SystemExit(__doc__)
    problems = [problem for check in checks for problem in check()]
    for problem in problems:
        print("FAILED:", problem)
    print(f"{len(documents())} documents, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
