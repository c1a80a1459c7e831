#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""serve_steady_test.py PROGRAM   the token server under load for CHATTOKEN_SOAK_SECONDS (default 600): every token right,
quick answers, no growth of memory or descriptors."""
import base64
import hashlib
import hmac
import http.client
import json
import os
import signal
import struct
import subprocess
import sys
import threading
import time
import zlib

import machine

PROGRAM, SECONDS = sys.argv[1], float(os.environ.get("CHATTOKEN_SOAK_SECONDS", "600"))
APP_ID, CERTIFICATE = "970CA35de60c44645bbae8a215061b33", "5CFd2fd1755d40ecb72977518be15d3b"
CLIENTS, WARM_UP = 6, 20_000  # connections; requests before memory is measured


def resident_kib(pid):
    return int(next(line.split()[1] for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS")))


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).digest()


def is_right(token, user, asked):
    """Signed with the certificate, for this user, for an hour from when it was asked for."""
    payload = zlib.decompress(base64.b64decode(token[3:]))
    info = payload[34:]
    issued, expire, salt = struct.unpack_from("<III", info, 34)
    key = mac(struct.pack("<I", salt), mac(struct.pack("<I", issued), CERTIFICATE.encode()))
    return (token.startswith("007") and mac(key, info) == payload[2:34] and info[2:34] == APP_ID.encode()
            and info.endswith(struct.pack("<H", len(user)) + user.encode()) and expire == 3600
            and int(asked) <= issued <= time.time())


class Client(threading.Thread):
    def __init__(self, number, port, end):
        super().__init__()
        self.number, self.port, self.end, self.asked, self.wrong = number, port, end, 0, []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while not self.end.is_set():
            user, asked = f"u{self.number}-{self.asked}", time.time()
            connection.request("POST", "/generate-user-token", json.dumps({"user_uuid": user}),
                               {"Content-Type": "application/json"})
            answer = connection.getresponse()
            body = answer.read()
            self.asked += 1
            if answer.status != 200 or not is_right(json.loads(body)["token"], user, asked):
                self.wrong.append((user, answer.status))
            if self.asked % 500 == 0:  # a new connection now and then
                connection.close()
        connection.close()


def main():
    server = subprocess.Popen([PROGRAM, "serve", "--port", "0", "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              stdin=subprocess.DEVNULL, text=True,
                              env={**os.environ, "AGORA_APP_ID": APP_ID, "AGORA_APP_CERTIFICATE": CERTIFICATE})
    port = int(json.loads(server.stdout.readline())["url"].rsplit(":", 1)[1])
    end, times = threading.Event(), []
    clients = [Client(number, port, end) for number in range(CLIENTS)]
    busy = machine.Busy(1)
    started = time.monotonic()
    try:
        for client in clients:
            client.start()
        while sum(client.asked for client in clients) < WARM_UP and all(client.is_alive() for client in clients):
            time.sleep(0.05)
        memory, files = resident_kib(server.pid), descriptors(server.pid)
        busy.begin()
        while time.monotonic() - started < SECONDS and all(client.is_alive() for client in clients):
            before = time.monotonic()  # a client that comes by for one token
            probe = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            probe.request("GET", "/api/token/generateAppToken")
            assert probe.getresponse().read().startswith(b'{"status":"success"')
            probe.close()
            times.append(time.monotonic() - before)
            time.sleep(0.05)
        grown, open_now = resident_kib(server.pid) - memory, descriptors(server.pid)
    finally:
        end.set()
        for client in clients:
            client.join()
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=60) == 0
    asked, wrong = sum(client.asked for client in clients), [row for client in clients for row in client.wrong]
    machines = busy.longest()
    busy.end()
    p99 = sorted(times)[int(len(times) * 0.99)] * 1000
    print(f"{asked} tokens, {len(wrong)} wrong, p99 {p99:.1f} ms (a busy process waits up to {machines:.0f} ms), {grown} KiB more, descriptors {files} -> {open_now}")
    assert asked > WARM_UP and not wrong, wrong[:5]
    assert p99 < 50 + 2 * machines and grown < 1024 and abs(open_now - files) <= 2


main()
