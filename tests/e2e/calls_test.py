#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every endpoint through `rest call --dry-run`, with the catalogue's examples as a person would write them.

calls_test.py PROGRAM CATALOGUE [unittest arguments]
"""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

PROGRAM, CATALOGUE = sys.argv[1], json.loads(pathlib.Path(sys.argv[2]).read_text())
BY_ID = {entry["id"]: entry for entry in CATALOGUE}
PLACES = (("path_params", "path:"), ("query_params", "query:"), ("header_params", "header:"))
HOME = tempfile.TemporaryDirectory()


def run(*words):
    return subprocess.run([PROGRAM, "--project", "sandbox", *words], capture_output=True, text=True, timeout=60,
                          env={"PATH": os.environ["PATH"], "HOME": HOME.name, "LANG": "C.UTF-8"})


def dry(endpoint, *values, body=None):
    words = ["--json", "rest", "call", endpoint, "--dry-run", "--show-token"]
    for value in values:
        words += ["--set", value]
    return run(*words, *(["--body", body] if body else []))


def outside(entry):
    """NAME=VALUE of the example for path, query and headers."""
    return [f"{prefix}{field['name']}={field['example']}" for place, prefix in PLACES for field in entry[place]
            if field["name"] not in ("org_name", "app_name", "Authorization")]


def flat(value, name=""):
    """NAME=VALUE for each value of an example body."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        for index, item in enumerate(value):
            yield from flat(item, f"{name}[{index}]")
    elif isinstance(value, dict) and value:
        for key, item in value.items():
            yield from flat(item, f"{name}.{key}" if name else key)
    else:
        yield f"{name or '[]'}={value if isinstance(value, str) else json.dumps(value)}"


def each(work, entries):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(work, entries))


class Calls(unittest.TestCase):
    def check(self, entry, done):
        self.assertEqual((done.returncode, done.stderr), (0, ""), entry["id"])
        request = json.loads(done.stdout)
        self.assertEqual(request["method"], entry["method"])
        path = urllib.parse.unquote(urllib.parse.urlsplit(request["url"]).path)
        wanted = entry["path"].replace("{org_name}", "sandbox-org").replace("{app_name}", "sandbox-app")
        for field in entry["path_params"][2:]:
            wanted = wanted.replace("{" + field["name"] + "}", field["example"])
        self.assertEqual(path, wanted)
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(request["url"]).query))
        self.assertEqual(query, {field["name"]: field["example"] for field in entry["query_params"]})
        return request

    def test_every_endpoint_takes_its_example_as_a_body(self):
        entries = [entry for entry in CATALOGUE if entry["body_kind"] in ("json-object", "json-array", "none")]
        bodies = [json.dumps(entry["body_example"]) if entry["body_kind"] != "none" else None for entry in entries]
        for entry, done in zip(entries, each(lambda both: dry(both[0]["id"], *outside(both[0]), body=both[1]), zip(entries, bodies))):
            self.assertEqual(self.check(entry, done)["body"], entry["body_example"], entry["id"])

    def test_every_endpoint_takes_its_example_value_by_value(self):
        self.assertEqual(len(CATALOGUE), 198)
        answers = each(lambda entry: dry(entry["id"], *outside(entry), *(flat(entry["body_example"]) if entry["body_example"] else ())),
                       CATALOGUE)
        for entry, done in zip(CATALOGUE, answers):
            request = self.check(entry, done)
            if entry["body_kind"] in ("json-object", "json-array"):
                self.assertEqual(request["body"], entry["body_example"], entry["id"])

    def test_every_kind_of_message_takes_its_example(self):
        kinds = [(entry, variant) for entry in CATALOGUE for variant in entry["body_variants"]]
        self.assertGreater(len(kinds), 50)
        bodies = [{**entry["body_example"], "type": variant["type"], "body": variant["body_example"]} for entry, variant in kinds]
        answers = each(lambda both: dry(both[0][0]["id"], *outside(both[0][0]), *flat(both[1])), list(zip(kinds, bodies)))
        for (entry, variant), body, done in zip(kinds, bodies, answers):
            self.assertEqual(self.check(entry, done)["body"], body, (entry["id"], variant["type"]))

    def test_every_call_that_needs_a_user_token_gets_one(self):
        entries = [entry for entry in CATALOGUE if entry["auth"] == "user"]
        self.assertIn("push.template.user.set", [entry["id"] for entry in entries])
        for entry in entries:
            done = dry(entry["id"], *outside(entry), body=json.dumps(entry["body_example"]))
            token = json.loads(done.stdout)["headers"]["Authorization"].removeprefix("Bearer ")
            acting = next(field["example"] for field in entry["path_params"] if field.get("format") == "user_id")
            told = json.loads(run("--json", "inspect", token).stdout)["services"][0]
            self.assertEqual(told["user_id"], acting)

    def test_a_user_token_without_its_user_is_refused(self):
        done = dry("push.template.user.set", "templateName=greeting")
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn('"field":"userId"', done.stderr)

    def test_an_entry_of_a_list_is_an_entry(self):
        for values, body in ((["[0]=bob"], ["bob"]), (["[0]=bob", "[1]=carol"], ["bob", "carol"]), (["[]=bob,carol"], ["bob", "carol"])):
            self.assertEqual(json.loads(dry("presence.unsubscribe", "uid=alice", *values).stdout)["body"], body)
        done = dry("presence.subscribe", "uid=alice", "expiry=60", "usernames[0]=bob", "usernames[1]=carol")
        self.assertEqual(json.loads(done.stdout)["body"], {"usernames": ["bob", "carol"]})

    def test_an_empty_value_is_sent(self):
        self.assertEqual(json.loads(dry("push.nickname", "userId=alice", "nickname=").stdout)["body"], {"nickname": ""})
        done = dry("group.member.attr.set.batch", "group_id=184524748161025", "[0].username=alice", "[0].metadata.nick=")
        self.assertEqual(json.loads(done.stdout)["body"], [{"username": "alice", "metadata": {"nick": ""}}])
        self.assertTrue(json.loads(dry("user.list", "cursor=").stdout)["url"].endswith("?cursor="))

    def test_an_empty_value_that_cannot_be_one_is_refused(self):
        for endpoint, values, field in (("user.get", ["username="], "username"), ("user.list", ["limit="], "limit"),
                                        ("file.upload", ["file="], "file"), ("group.create", ["maxusers="], "maxusers")):
            done = dry(endpoint, *values)
            self.assertEqual((done.returncode, done.stdout), (2, ""), endpoint)
            self.assertIn(f'"field":"{field}"', done.stderr)

    def test_a_moment_that_is_none_is_refused(self):
        formats = ("date", "date_time", "hour", "minute", "time_range", "unix_ms")
        seen = set()
        for entry in CATALOGUE:
            for place in ("path_params", "query_params", "body_fields"):
                for field in entry[place]:
                    if field.get("format") not in formats:
                        continue
                    seen.add(entry["id"])
                    body = [value for value in (flat(entry["body_example"]) if entry["body_example"] else ())
                            if value.split("=")[0] != field["name"]]
                    others = [value for value in outside(entry) if value.split("=")[0].split(":")[-1] != field["name"]]
                    done = dry(entry["id"], *others, *body, f"{field['name']}=99999999999999999999")
                    self.assertEqual((done.returncode, done.stdout), (2, ""), (entry["id"], field["name"]))
                    self.assertIn('"code":"bad-format"', done.stderr)
        self.assertEqual(len(seen), 11)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
