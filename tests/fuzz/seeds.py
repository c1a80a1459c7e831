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


PASTED = ["curl -X POST 'https://a/b' -H 'Authorization: Bearer 007eJx' -d '{}'", "HTTP/1.1 401 x\r\nDate: y\r\n\r\n{\"error\":\"z\"}",
          "App ID: 970CA35de60c44645bbae8a215061b33\nApp Certificate: x", '"007eJx" +\n "TYP"', "007eJx\\u003d\\/&#43;=3D",
          "> 007eJx\n> abc", "Bearer%20007eJx%252B", "\x1b[32m007eJx\x1b[0m", "MDA3ZUp4"]
ANSWERS = ['{"error":"unauthorized","error_description":"Unable to authenticate due to expired access token"}', "<html>",
           "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
           '[{"status":400,"error":"a","cause":"b","when":"c"}]', "username [XXX] is not legal / XX {a} %s"]


def legacy_body(text):
    """What stands behind the head of a 006 or 005 token, or the columns of an older one."""
    if text[:3] in ("003", "004"):
        return text[3:].encode()
    try:
        return base64.b64decode(text[{"006": 35, "005": 3}[text[:3]]:])
    except (ValueError, KeyError):
        return b""


def seeds(target, data):
    vectors = json.loads((data / "token/vectors.json").read_text())["vectors"]
    broken = json.loads((data / "token/malformed.json").read_text())["rows"]
    if target == "fuzz_request":
        return [b"\x10" + text.encode() for text in REQUESTS]
    if target == "fuzz_frame":
        frames = json.loads((data / "msync/frames.json").read_text())
        return [bytes.fromhex(text) for part in ("sent", "written") for text in frames[part].values()]
    if target == "fuzz_text":
        return [text.encode() for text in BLOCKS]
    texts = [row["token"] for row in vectors + broken if len(row["token"]) < 4096]
    if target == "fuzz_answer":
        return [b"\x01" + text.encode() for text in ANSWERS]
    if target in ("fuzz_inspect", "fuzz_clean"):
        return [text.encode() for text in texts + PASTED * (target == "fuzz_clean")]
    if target == "fuzz_legacy":
        return [body for body in map(legacy_body, texts) if body]
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
