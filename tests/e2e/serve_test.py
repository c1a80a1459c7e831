#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""serve_test.py PROGRAM   `chat-token serve` as its users and their clients meet it."""
import json
import os
import pathlib
import re
import shlex
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = sys.argv[1]
CREDENTIALS = {"AGORA_APP_ID": "970CA35de60c44645bbae8a215061b33", "AGORA_APP_CERTIFICATE": "5CFd2fd1755d40ecb72977518be15d3b"}
KEY = "correct-horse-battery-staple"
ROUTES = ["POST /generate-user-token", "POST /generate-app-token", "GET /api/token/generateUserToken",
          "GET /api/token/generateAppToken", "POST /token/generate"]


def environment(**variables):
    return {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "LANG": "C.UTF-8", **variables}


def run(*arguments, stdin="", **variables):
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, timeout=60,
                          env=environment(**variables))


class Server:
    """`chat-token serve` on a free port; stopped by SIGTERM, its stderr read to the end."""

    def __init__(self, *arguments, credentials=CREDENTIALS, stop=signal.SIGTERM):
        self.stop = stop
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--json", *arguments], text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                        env=environment(**credentials))
        self.address = json.loads(self.process.stdout.readline())
        self.port = int(self.address["url"].rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(self.stop)
        self.exit_code = self.process.wait(timeout=60)
        self.process.stdin.close()
        self.rest = self.process.stdout.read()
        self.process.stdout.close()
        self.errors.seek(0)
        self.log = self.errors.read()
        self.errors.close()

    def curl(self, line):
        """A curl line of the vendor's guide, verbatim but for the port."""
        words = shlex.split(re.sub(r"localhost:\d+/", f"localhost:{self.port}/", line))
        done = subprocess.run([*words, "-sS", "-m", "60", "-w", "\n%{http_code}"], capture_output=True, text=True)
        body, _, status = done.stdout.rpartition("\n")
        return int(status), body

    def alice(self, *words):
        return self.curl("curl 'http://localhost:1/api/token/generateUserToken?account=alice' " + shlex.join(words))


def inspected(token, *arguments):
    done = run("inspect", token, "--json", *arguments, **CREDENTIALS)
    return done.returncode, json.loads(done.stdout)


def token_of(body):
    return json.loads(body)["token"]


class Routes(unittest.TestCase):
    def test_the_vendors_curl_lines_work_unchanged(self):
        rows = [
            ("""curl -X POST http://localhost:8080/generate-user-token -H "Content-Type: application/json" """
             """-d '{"user_uuid": "test_user", "expire": 3600}'""", {"token"}, "test_user"),
            ("""curl -X POST http://localhost:8080/generate-app-token -H "Content-Type: application/json" """
             """-d '{"expire": 3600}'""", {"token"}, None),
            ("""curl "http://localhost:8080/api/token/generateUserToken?account=user123&expireTimeInSeconds=3600" """,
             {"status", "token"}, "user123"),
            ("""curl "http://localhost:3001/api/token/generateAppToken?expireTimeInSeconds=3600" """, {"status", "token"}, None),
            ("""curl -X POST http://localhost:8080/token/generate -H "Content-Type: application/x-www-form-urlencoded" """
             """-d "userId=testUser&expireSeconds=3600&tokenType=user" """, None, "testUser"),
            ("""curl -X POST http://localhost:8080/token/generate -d "userId=testUser&expireSeconds=3600&tokenType=app" """,
             None, None),
        ]
        with Server() as server:
            self.assertEqual(server.address, {"url": f"http://127.0.0.1:{server.port}", "routes": ROUTES})
            for line, members, user in rows:
                asked = int(time.time())
                status, body = server.curl(line)
                self.assertEqual(status, 200, line)
                token = body if members is None else json.loads(body)["token"]
                if members:
                    self.assertEqual(set(json.loads(body)), members)
                code, said = inspected(token, *(["--for-user", user] if user else ["--for-rest"]))
                self.assertEqual((code, said["problems"], said["signature_check"], said["expire"]), (0, [], "valid", 3600), line)
                self.assertEqual(said["app_id"], CREDENTIALS["AGORA_APP_ID"])
                self.assertTrue(asked <= said["issue_ts"] <= time.time(), (asked, said["issue_ts"]))
        self.assertEqual((server.exit_code, server.rest), (0, ""))

    def test_both_loopbacks_answer_and_nothing_else(self):
        with Server() as server:
            table = subprocess.run(["cat", "/proc/net/tcp", "/proc/net/tcp6"], capture_output=True, text=True).stdout
            listening = {row.split()[1].rsplit(":", 1)[0] for row in table.splitlines()
                         if f":{server.port:04X} " in row and row.split()[3] == "0A"}
            self.assertLessEqual(listening, {"0100007F", "00000000000000000000000001000000"})
            self.assertIn("0100007F", listening)

    def test_the_sandbox_project_needs_no_certificate(self):
        with Server("--project", "sandbox", credentials={}) as server:
            token = token_of(server.alice()[1])
        done = run("inspect", token, "--for-user", "alice", "--project", "sandbox", "--json")
        self.assertEqual((done.returncode, json.loads(done.stdout)["signature_check"]), (0, "valid"))


class Guards(unittest.TestCase):
    def test_the_cap_is_kept(self):
        with Server("--max-expire", "2h") as server:
            line = "curl 'http://localhost:1/api/token/generateAppToken?expireTimeInSeconds={}'"
            self.assertEqual(server.curl(line.format(7200))[0], 200)
            for _ in range(20):
                status, body = server.curl(line.format(7201))
                self.assertEqual((status, "token" in json.loads(body)), (400, False))
        rows = [json.loads(row) for row in server.log.splitlines()]
        self.assertEqual([row["status"] for row in rows], [200] + [400] * 20)

    def test_the_key_is_asked_for_and_never_printed(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "key")
            file.write_text(KEY + "\n")
            with Server("--access-key-file", str(file)) as server:
                self.assertEqual(server.alice()[0], 401)
                self.assertEqual(server.alice("-H", "Authorization: Bearer " + KEY[:-1])[0], 401)
                self.assertEqual(server.curl(f"curl 'http://localhost:1/{KEY}?key={KEY}'")[0], 401)
                self.assertEqual(server.alice("-H", "Authorization: Bearer " + KEY)[0], 200)
            self.assertNotIn(KEY, server.log)
            for text in ("", "\n", "short", "with blanks in between", "x" * 257):
                file.write_text(text)
                done = run("serve", "--access-key-file", str(file), **CREDENTIALS)
                self.assertEqual((done.returncode, done.stdout), (2, ""), text)
                self.assertRegex(done.stderr, r"^chat-token: --access-key-file: no access key: .*\n$")
        self.assertEqual(run("serve", "--access-key-file", "/nowhere", **CREDENTIALS).returncode, 3)

    def test_web_pages_need_to_be_listed(self):
        with Server("--allow-origin", "http://localhost:3000/", "--allow-origin", "https://a.example") as server:
            for origin, status in (("http://localhost:3000", 200), ("https://a.example", 200), ("http://localhost:3001", 403)):
                self.assertEqual(server.alice("-H", f"Origin: {origin}")[0], status, origin)
        for origin in ("*", "null", "localhost:3000"):
            done = run("serve", "--allow-origin", origin, **CREDENTIALS)
            self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1))
            self.assertIn("--allow-origin", done.stderr)

    def test_no_output_shows_a_token_or_the_certificate(self):
        with Server() as server:
            token = token_of(server.alice()[1])
            server.curl(f"curl http://localhost:1/{token}")
            server.curl(f"curl 'http://localhost:1/api/token/generateUserToken?account={CREDENTIALS['AGORA_APP_CERTIFICATE']}'")
        rows = [json.loads(row) for row in server.log.splitlines()]
        self.assertEqual([row["status"] for row in rows], [200, 404, 200])
        self.assertEqual({k: rows[0][k] for k in ("method", "path", "kind", "user")},
                         {"method": "GET", "path": "/api/token/generateUserToken", "kind": "user", "user": "alice"})
        self.assertNotIn(token[:20], server.log)
        self.assertNotIn(CREDENTIALS["AGORA_APP_CERTIFICATE"], server.log)


class Knobs(unittest.TestCase):
    def test_set_at_the_start_and_by_lines(self):
        with Server("--knob", "lifetime=10s", "--knob", "kind=forged") as server:
            code, said = inspected(token_of(server.alice()[1]))
            self.assertEqual((code, said["expire"], said["signature_check"]), (1, 10, "invalid"))
            for line in ("knob kind=expired", "knob lifetime=off", "knob nonsense=1", "what", "knob status=200"):
                server.process.stdin.write(line + "\n")
            while inspected(token_of(server.alice()[1]))[1]["state"] != "expired":
                pass  # the lines are taken at a moment of the server's choice
            server.process.stdin.write("knob kind=off\nknob status=418\n")
            while server.alice()[0] != 418:
                pass
        codes = [row["error"]["code"] for row in map(json.loads, server.log.splitlines()) if isinstance(row.get("error"), dict)]
        self.assertEqual(codes, ["unknown-knob", "unknown-line", "bad-knob-value"])

    def test_bad_knobs_are_usage(self):
        for knob, says in (("delay=61s", "It takes"), ("delays=1s", "Did you mean “delay”?"), ("zzz", "lifetime")):
            done = run("serve", "--knob", knob, **CREDENTIALS)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), knob)
            self.assertIn(says, done.stderr)


class Life(unittest.TestCase):
    def test_both_signals_stop_it_and_free_the_port(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with Server(stop=number) as server:
                server.process.stdin.close()  # the end of input does not stop it
                self.assertEqual(server.alice()[0], 200)
                slow = socket.create_connection(("127.0.0.1", server.port))
                slow.send(b"GET / HT")
            self.assertEqual((server.exit_code, server.rest), (0, ""))
            slow.settimeout(60)
            try:
                self.assertEqual(slow.recv(4096), b"")  # a slow client is not waited for: it never got its 408
            except ConnectionResetError:
                pass
            slow.close()
            with socket.socket() as again:
                again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                again.bind(("127.0.0.1", server.port))

    def test_a_port_in_use_says_what_to_do(self):
        with Server() as server:
            done = run("serve", "--port", str(server.port), **CREDENTIALS)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("--port", done.stderr)

    def test_without_a_certificate_it_does_not_start(self):
        done = run("serve", "--port", "0", AGORA_APP_ID=CREDENTIALS["AGORA_APP_ID"])
        self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1))


unittest.main(argv=sys.argv[:1], verbosity=1)
