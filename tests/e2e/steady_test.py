#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""steady_test.py PROGRAM SECONDS   the sandbox under load: right answers, no growth of memory or descriptors."""
import http.client
import json
import os
import signal
import subprocess
import sys
import time

PROGRAM, SECONDS = sys.argv[1], float(sys.argv[2])


def resident_kib(pid):
    return int(next(line.split()[1] for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS")))


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def main():
    app = subprocess.run([PROGRAM, "app"], capture_output=True, text=True, check=True).stdout.strip()
    server = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json"], stdout=subprocess.PIPE, text=True)
    address = json.loads(server.stdout.readline())
    port = int(address["rest_url"].rsplit(":", 1)[1])
    users = "/" + address["app_key"].replace("#", "/") + "/users"
    headers = {"Authorization": f"Bearer {app}", "Content-Type": "application/json"}

    def ask(connection, method, path, body=None):
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def round_trip(number):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for i in range(40):
            name = f"u{number}-{i}"
            assert ask(connection, "POST", users, json.dumps({"username": name}))[0] == 200
            assert name.encode() in ask(connection, "GET", f"{users}/{name}")[1]
            assert ask(connection, "DELETE", f"{users}/{name}")[0] == 200
        connection.close()

    try:
        for warm in range(10):
            round_trip(f"w{warm}")
        memory, files, start, rounds = resident_kib(server.pid), descriptors(server.pid), time.monotonic(), 0
        while time.monotonic() - start < SECONDS:
            round_trip(rounds)
            rounds += 1
        grown = resident_kib(server.pid) - memory
        print(f"{rounds * 120} requests, {grown} KiB more, descriptors {files} -> {descriptors(server.pid)}")
        assert rounds > 0 and grown < 2048 and descriptors(server.pid) <= files + 1
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=60) == 0


main()
