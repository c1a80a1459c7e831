#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""snippets_test.py PROGRAM FOLDER WORK   the token servers of the Snippets tab, built and run, and what they hand out
inspected. A language whose tools this machine lacks is skipped, and said so."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request

PROGRAM, FOLDER, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
APP_ID, CERTIFICATE = "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Snippets(unittest.TestCase):
    def source(self, name):
        text = (FOLDER / name).read_text()
        self.assertEqual(text.count("APP_ID_HERE"), 1)
        WORK.mkdir(parents=True, exist_ok=True)
        (WORK / name).write_text(text.replace("APP_ID_HERE", APP_ID))
        return str(WORK / name)

    def need(self, tool):
        if not shutil.which(tool):
            self.skipTest(f"no {tool} here")

    def ask(self, port, body):
        request = urllib.request.Request(f"http://127.0.0.1:{port}/generate-user-token", body.encode(),
                                         {"Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=5) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, json.load(refusal)

    def check(self, *command):
        port = free_port()
        environment = {**os.environ, "AGORA_APP_CERTIFICATE": CERTIFICATE, "PORT": str(port)}
        server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=WORK)
        try:
            deadline = time.monotonic() + 60
            while True:
                try:
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                except OSError:
                    self.assertIsNone(server.poll(), "it ended")
                    self.assertLess(time.monotonic(), deadline)
                    time.sleep(0.05)
            for body, user, expire in (('{"user_uuid": "alice", "expire": 600}', "alice", 600),
                                       ('{"user_uuid": "用户-1"}', "用户-1", 3600)):
                status, answer = self.ask(port, body)
                self.assertEqual(status, 200, answer)
                done = subprocess.run([PROGRAM, "inspect", answer["token"], "--for-user", user, "--json"], text=True,
                                      capture_output=True, env={**environment, "AGORA_APP_ID": APP_ID})
                said = json.loads(done.stdout)
                self.assertEqual((done.returncode, said["problems"], said["signature_check"]), (0, [], "valid"))
                self.assertEqual((said["app_id"], said["expire"]), (APP_ID, expire))
            for body in ("", "[]", "{}", '{"user_uuid": ""}', '{"user_uuid": "a", "expire": 0}',
                         '{"user_uuid": "a", "expire": 86401}', '{"user_uuid": "a", "expire": 1.5}'):
                status, answer = self.ask(port, body)
                self.assertEqual((status, list(answer)), (400, ["error"]), body)
        finally:
            server.terminate()
            server.wait(timeout=10)

    def test_python(self):
        self.check(sys.executable, self.source("token_server.py"))

    def test_node(self):
        self.need("node")
        self.check("node", self.source("token_server.mjs"))

    def test_java(self):
        self.need("java")
        self.check("java", self.source("TokenServer.java"))

    def test_go(self):
        self.need("go")
        binary = str(WORK / "token_server_go")
        subprocess.run(["go", "build", "-o", binary, self.source("token_server.go")], check=True, cwd=WORK)
        self.check(binary)

    def test_cpp(self):
        if not pathlib.Path("/usr/include/httplib.h").exists() or not pathlib.Path("/usr/include/nlohmann").exists():
            self.skipTest("no cpp-httplib or nlohmann-json here")
        binary = str(WORK / "token_server_cpp")
        subprocess.run(["g++", "-std=c++17", "-Wall", "-Wextra", self.source("token_server.cpp"), "-o", binary,
                        "-lcpp-httplib", "-lssl", "-lcrypto", "-lz", "-pthread"], check=True)
        self.check(binary)

    def test_no_certificate_stands_in_a_source(self):
        for file in FOLDER.iterdir():
            self.assertNotRegex(file.read_text(), r"\b[0-9a-fA-F]{32}\b", file.name)


unittest.main(argv=sys.argv[:1], verbosity=2)
