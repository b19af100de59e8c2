#!/usr/bin/env python3
"""Our ninjs output validates against IPTC's schema as it stands, and the validator really refuses."""
import json
import sys
import tarfile

import support

support.skip_without_data()
try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(support.SKIPPED)


def validator():
    with tarfile.open(support.DATA / "newsmeta/ninjs-schemas.tar.gz") as archive:
        schema = json.load(archive.extractfile("ninjs-schema_3.1.json"))
    schema["$id"] = "urn:ninjs"  # the schema's own address is one nobody should be asked for
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


class Ninjs(support.Journey):
    def check(self, documents):
        v = validator()
        for document in documents:
            errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in v.iter_errors(document)]
            self.assertEqual(errors, [], document.get("uri"))

    def test_the_validator_refuses_what_is_wrong(self):
        self.assertTrue(list(validator().iter_errors({"uri": "urn:x", "kaynak": {}})))
        self.assertTrue(list(validator().iter_errors({"headlines": []})))

    def test_extracted_articles_validate(self):
        pages = support.DATA / "extraction/fundus/pages.tar.gz"
        done = support.run("extract", "--format", "ninjs", pages, check=0)
        documents = [d for d in support.lines(done.out) if "error" not in d]
        self.assertGreater(len(documents), 100)
        self.check(documents)

    def test_a_newsrooms_export_validates_editions_too(self):
        room = self.folder / "room"
        support.run("demo", room, "--no-serve", check=0)
        documents = support.lines(support.run("export", "-C", room, "--editions", check=0).out)
        self.assertGreater(sum(d["uri"].startswith("urn:kaynak:edition:") for d in documents), 5)
        self.check(documents)


if __name__ == "__main__":
    support.main()
