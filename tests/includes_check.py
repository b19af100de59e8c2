#!/usr/bin/env python3
"""Holds every #include against the house's rules, and prints who includes what.

1. A room (src/<room>/) includes only itself and the rooms that `stage(<room> … USES …)` in its CMakeLists.txt names.
2. Stages never include each other: they use base, text and model; extract and wire also use html.
3. A third-party library is included by the .cc files that EDGES lists, and by no header of ours.
4. A program beside a room's library (add_executable) may also include what it links: that is measuring, not a stage.
5. Test support (*_test.cc, *_for_tests.*, test_data.h) may include libraries, and is included by tests alone.
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

STAGE_MAY_USE = {stage: {"base", "text", "model"}
                 for stage in ("gather", "extract", "attribute", "trace", "translate", "publish", "comment", "wire")}
for reader in ("extract", "wire"):
    STAGE_MAY_USE[reader].add("html")

# Written when Kaynak is built.
MADE = {"text/month_names.inc"}

# Library → what its includes look like, and the only files they stand in: our edge to it.
EDGES = {
    "lexbor": (r"lexbor/", ["html/document_lexbor.cc", "text/url_lexbor.cc"]),
    "ICU": (r"unicode/", ["publish/intl_icu.cc", "text/calendars_icu.cc", "text/dates_lexicon.cc", "text/dates_months_icu.cc", "text/dates_page.cc",
                          "text/encoding_icu.cc", "text/numbers.cc", "text/regions_icu.cc", "text/unicode.cc", "text/unicode_icu.cc",
                          "text/url_icu.cc"]),
    "uchardet": (r"uchardet", ["text/encoding_uchardet.cc"]),
    "libpsl": (r"libpsl", ["text/url_psl.cc"]),
    "CLD2": (r"cld2/", ["text/language.cc"]),
    "libstemmer": (r"libstemmer", []),
    "libcurl": (r"curl/", ["gather/fetcher_curl.cc"]),
    "pugixml": (r"pugi", ["gather/xml_tree.cc", "wire/tree_pugixml.cc"]),
    "OpenSSL": (r"openssl/", ["base/hash.cc"]),
    "SQLite": (r"sqlite3\.h", ["store/sqlite.cc"]),
    "simdjson": (r"simdjson", ["base/json_simdjson.cc", "text/encoding_simdjson.cc"]),
    "toml++": (r"toml\+\+/", ["base/toml.cc"]),
    "spdlog": (r"spdlog/|fmt/", ["base/log.cc"]),
    "CLI11": (r"CLI/", ["cli/args_cli11.cc"]),
    "mustache": (r"kainjow/|mustache", ["publish/template_mustache.cc"]),
    "prometheus": (r"prometheus/", ["serve/metrics.cc"]),
    "Boost": (r"boost/", ["serve/listener.cc"]),
    "libarchive": (r"archive(_entry)?\.h", ["extract/extract_eval.cc", "pipeline/inputs_tar.cc"]),
    "zlib": (r"zlib\.h", ["gather/gzip.cc", "publish/compress.cc"]),
    "zstd": (r"zstd\.h", ["gather/zstd_decode.cc"]),
    "brotli": (r"brotli/", ["gather/brotli.cc", "publish/compress.cc"]),
}
TEST_LIBRARIES = r"(gtest|gmock|benchmark)/"
SYSTEM = r"(sys|net|netinet|arpa|linux)/\w+\.h|(unistd|fcntl|poll|dirent|signal|spawn|netdb|dlfcn|pthread|time|cxxabi|ifaddrs|malloc)\.h"

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def is_test_support(name):
    return bool(re.search(r"(_test\.cc|_for_tests\.(h|cc)|(^|/)test_data\.h)$", name))


def declared_uses():
    """Room → rooms it USES, as its CMakeLists.txt says."""
    uses = {}
    for path in sorted(SOURCE.glob("*/CMakeLists.txt")):
        text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        for name, body in re.findall(r"\bstage\(\s*(\w+)\s([^)]*)\)", text):
            words = re.search(r"\bUSES\b(.*?)(?=\b(?:SOURCES|TESTS|HIDES)\b|$)", body, re.S)
            uses[name] = set(words.group(1).split()) if words else set()
    return uses


def programs():
    """Source of a program in a room's folder → rooms whose libraries it links."""
    linked = {}
    for path in sorted(SOURCE.glob("*/CMakeLists.txt")):
        text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
        for name, sources in re.findall(r"\badd_executable\(\s*(\w+)\s([^)]*)\)", text):
            links = re.findall(rf"\btarget_link_libraries\(\s*{name}\s([^)]*)\)", text)
            rooms = {word[7:] for body in links for word in body.split() if word.startswith("kaynak_")}
            for source in re.findall(r"\S+\.cc", sources):
                linked[f"{path.parent.name}/{source}"] = rooms
    return linked


def files():
    return sorted(p for p in SOURCE.rglob("*") if p.suffix in (".h", ".cc", ".inc") and p.is_file())


def cycle(uses):
    """A way from a room back to itself over USES, or None."""
    def walk(room, path):
        if room in path:
            return path[path.index(room):] + [room]
        for other in sorted(uses.get(room, ())):
            found = walk(other, path + [room])
            if found:
                return found
        return None
    return next((found for room in sorted(uses) if (found := walk(room, []))), None)


def check_uses(uses):
    rooms = {p.name for p in SOURCE.iterdir() if p.is_dir()}
    for room in sorted(rooms - set(uses)):
        yield f"src/{room}/CMakeLists.txt: declares no stage({room} …), so nothing builds the folder"
    for room, others in uses.items():
        for other in sorted(others - set(uses)):
            yield f"src/{room}/CMakeLists.txt: USES {other}, which is no room"
        for other in sorted(others - STAGE_MAY_USE.get(room, others)):
            yield f"src/{room}/CMakeLists.txt: stage {room} USES {other}; stages use base, text and model alone"
    if way := cycle(uses):
        yield "rooms use each other in a circle: " + " → ".join(way)


def library_of(name):
    return next((lib for lib, (pattern, _) in EDGES.items() if re.match(pattern, name)), None)


def check_own(where, room, name, allowed, support):
    target = name.split("/")[0]
    if "/" not in name or not (SOURCE / target).is_dir():
        return f'{where}: write "{name}" from src/, as "{room}/{name}"'
    if not (SOURCE / name).exists() and name not in MADE:
        return f'{where}: "{name}" does not exist'
    if target != room and target not in allowed:
        return f"{where}: includes {name}, but stage({room} …) does not USE {target}"
    if is_test_support(name) and not support:
        return f"{where}: includes {name}, which is for tests"
    return None


def check_foreign(where, relative, name, support, found):
    library = library_of(name)
    if library:
        found[library].add(relative)
        if support:
            return None
        if not relative.endswith(".cc"):
            return f"{where}: {library} in a header; hide it behind a .cc file"
        if relative not in EDGES[library][1]:
            return f"{where}: {library} outside its edge ({', '.join(EDGES[library][1]) or 'none yet'})"
        return None
    if re.match(TEST_LIBRARIES, name):
        return None if support else f"{where}: <{name}> outside of tests"
    if re.fullmatch(r"[a-z_]+", name) or re.fullmatch(SYSTEM, name):
        return None
    return f"{where}: <{name}> belongs to no library that tests/includes_check.py knows; add it to EDGES"


def check_includes(uses, found):
    linked = programs()
    for path in files():
        relative, text = path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8")
        room, support = relative.split("/")[0], is_test_support(relative)
        allowed = uses.get(room, set()) | linked.get(relative, set())
        for match in INCLUDE.finditer(text):
            line = text.count("\n", 0, match.start(2)) + 1
            where, name = f"src/{relative}:{line}", match.group(2)
            if match.group(1) == '"':
                problem = check_own(where, room, name, allowed, support)
            else:
                problem = check_foreign(where, relative, name, support, found)
            if problem:
                yield problem


def check_stale(found):
    for library, (_, edges) in EDGES.items():
        for edge in edges:
            if edge not in found[library]:
                yield f"EDGES lists src/{edge} for {library}, which it does not include (any more)"


def print_tables(uses, found):
    print("room        uses")
    for room in sorted(uses):
        print(f"{room:<11} {' '.join(sorted(uses[room])) or '-'}")
    print("\nlibrary     stands in")
    for library in EDGES:
        shown = sorted(f for f in found[library] if not is_test_support(f))
        print(f"{library:<11} {' '.join(shown) or '-'}")
    print()


def main():
    uses, found = declared_uses(), {library: set() for library in EDGES}
    problems = list(check_uses(uses)) + list(check_includes(uses, found)) + list(check_stale(found))
    print_tables(uses, found)
    for problem in problems:
        print("FAILED:", problem)
    print(f"{len(files())} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
