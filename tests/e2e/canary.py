# SPDX-License-Identifier: Apache-2.0
"""Looks for secrets in files, in every form that a careless program might leave them in."""
import base64
import json
import urllib.parse


def sanitized(program):
    """Whether it was built with the address sanitizer, which has its own way with signals, tracing and memory."""
    with open(program, "rb") as file:
        return b"__asan_init" in file.read()


def forms(secret):
    """A secret as a careless program might leave it."""
    raw = secret.encode()
    found = {"raw": raw, "upper": raw.upper(), "utf-16": secret.encode("utf-16-le"), "hex": raw.hex().encode(),
             "url": urllib.parse.quote(secret, safe="").encode(), "json": json.dumps(secret)[1:-1].encode()}
    for shift in range(3):  # what base64 makes of it depends on where it begins
        for name, encode in (("base64", base64.b64encode), ("base64url", base64.urlsafe_b64encode)):
            found[f"{name} {shift}"] = encode(b"\0" * shift + raw)[(0, 2, 3)[shift]:].rstrip(b"=")[:-2]
    return found


def hits(folder, secrets):
    found = []
    for path in (p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        for secret in secrets:
            found += [f"{path.name}: {name}" for name, form in forms(secret).items() if form in content]
    return found
