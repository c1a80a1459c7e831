#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py TARGET DATA CORPUS   puts seed inputs of that fuzz target into the corpus folder."""
import base64
import json
import pathlib
import sys
import zlib

REQUESTS = [
    "GET /a/b HTTP/1.1\r\nHost: 127.0.0.1:8090\r\n\r\n",
    "POST /o/a/users HTTP/1.1\r\nHost: localhost:8090\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n{}{}",
    "POST / HTTP/1.1\r\nHost: [::1]:8090\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
]
BLOCKS = ["App ID: 970CA35de60c44645bbae8a215061b33\nAppKey: 1#2", "1h30m", "2026-11-24T09:30:15+02:00",
          '{"expire":1,"services":[{"type":8,"privileges":{"1":1},"permissions":[]}]}', '[1e400,-0,"\\u00e9"]']


def seeds(target, data):
    vectors = json.loads((data / "token/vectors.json").read_text())["vectors"]
    broken = json.loads((data / "token/malformed.json").read_text())["rows"]
    if target == "fuzz_request":
        return [b"\x10" + text.encode() for text in REQUESTS]
    if target == "fuzz_text":
        return [text.encode() for text in BLOCKS]
    texts = [row["token"] for row in vectors + broken if len(row["token"]) < 4096]
    if target == "fuzz_inspect":
        return [text.encode() for text in texts]
    payloads = []
    for text in texts:
        try:
            payloads.append(zlib.decompress(base64.b64decode(text[3:])))
        except (ValueError, zlib.error):
            pass
    return [payload for payload in payloads if len(payload) < 8192]


def main():
    target, data, corpus = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target, data)):
        (corpus / f"seed-{number}").write_bytes(seed)


main()
