#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hostile_test.py PROGRAM   clients that mean harm, against the real program: each is refused as promised, the
memory stays, and an ordinary client is answered meanwhile."""
import base64
import http.client
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

import machine

PROGRAM = sys.argv[1]
MIB = 1024 * 1024


def resident(pid):
    return int(next(line.split()[1] for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))) * 1024


def mint(*words):
    return subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True).stdout.strip()


APP, ALICE = mint("app"), mint("user", "alice")
SERVER = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json"], stdout=subprocess.PIPE, text=True)
ADDRESS = json.loads(SERVER.stdout.readline())
PORT = int(ADDRESS["rest_url"].rsplit(":", 1)[1])
PREFIX = "/" + ADDRESS["app_key"].replace("#", "/")
BUSY = machine.Busy(1)
PROBLEMS = []


def check(truth, what):
    if not truth:
        PROBLEMS.append(what)


class Watch:
    """An ordinary client, and the memory, while something else goes on."""

    def __init__(self, name):
        self.name, self.going, self.times, self.peak = name, True, [], 0

    def run(self):
        while self.going:
            begun = time.monotonic()
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
            connection.request("GET", PREFIX + "/users/alice", headers={"Authorization": f"Bearer {APP}"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            self.times.append((time.monotonic() - begun) * 1000)
            check(answer.status == 200, f"{self.name}: the ordinary client got {answer.status}")
            self.peak = max(self.peak, resident(SERVER.pid))
            time.sleep(0.01)

    def __enter__(self):
        self.before = resident(SERVER.pid)
        BUSY.begin()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.going = False
        self.thread.join()
        times = sorted(self.times)
        slow = times[int(len(times) * 0.99)] if times else 10_000
        grown, machines = self.peak - self.before, BUSY.longest()
        print(f"{self.name}: {grown / MIB:.1f} MiB more, ordinary client p99 {slow:.0f} ms of {len(times)}, "
              f"a busy process waits up to {machines:.0f} ms")
        check(grown < 16 * MIB, f"{self.name}: {grown / MIB:.1f} MiB more")
        check(slow < 100 + 2 * machines, f"{self.name}: the ordinary client waited {slow:.0f} ms")


def connect():
    return socket.create_connection(("127.0.0.1", PORT), timeout=60)


def status_of(sock):
    """The status of the answer, 0 where the server only closed."""
    data = b""
    try:
        while b"\r\n" not in data:
            chunk = sock.recv(4096)
            if not chunk:
                break
            data += chunk
    except ConnectionError:
        pass
    return int(data.split()[1]) if data.startswith(b"HTTP/1.1 ") else 0


def send_all(sock, pieces):
    """As much as the server takes; True when it took everything."""
    try:
        for piece in pieces:
            sock.sendall(piece)
        return True
    except OSError:
        return False


def request(text):
    with connect() as sock:
        send_all(sock, [text if isinstance(text, bytes) else text.encode()])
        return status_of(sock)


def head(method="GET", target="/users", host=None, extra=""):
    return f"{method} {PREFIX}{target} HTTP/1.1\r\nHost: {host or f'127.0.0.1:{PORT}'}\r\n{extra}\r\n"


def broken_requests():
    with Watch("16 MiB header"):
        with connect() as sock:
            whole = send_all(sock, [head()[:-2].encode() + b"X: "] + [b"a" * 65536] * 256)
            check(not whole or status_of(sock) in (0, 431), "a header of 16 MiB was taken")
        check(request(head(extra="X: " + "a" * 20_000 + "\r\n")) == 431, "no 431 for a header of 20 kB")
    with Watch("1 GB body"):
        check(request(head("POST", extra="Content-Type: application/json\r\nContent-Length: 1000000000\r\n")) == 413,
              "no 413 for a length of 1 GB")
        with connect() as sock:
            send_all(sock, [head("POST", extra="Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n").encode()])
            whole = send_all(sock, [b"10000\r\n" + b"a" * 65536 + b"\r\n"] * 16384)
            check(not whole or status_of(sock) in (0, 413), "1 GB of chunks was taken")
    with Watch("CL+TE and chunks"):
        both = head("POST", extra="Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")
        check(request(both + "0\r\n\r\nG") == 400, "no 400 for both lengths")
        for chunk in ("x\r\n", "-1\r\n", "ffffffffffffffff\r\n", "5\r\nabcdeXX\r\n", "0x5\r\nabcde\r\n\r\n"):
            check(request(head("POST", extra="Transfer-Encoding: chunked\r\n") + chunk) in (400, 413), f"chunk {chunk!r}")
        check(request(head("POST", extra="Content-Length: 5\r\nContent-Length: 6\r\n") + "abcdef") == 400, "two lengths")
        check(request(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200)) in (0, 400), "TLS")


def hosts_and_origins():
    hosts = ["evil.com", "127.0.0.1", "localhost", f"localhost.evil.com:{PORT}", f"127.0.0.1.nip.io:{PORT}", "", "*",
             f"127.0.0.1:{PORT + 1}", f"0.0.0.0:{PORT}", f"[::]:{PORT}", f"127.1:{PORT}", f"2130706433:{PORT}",
             f"127.0.0.1:{PORT}@evil.com", f"evil.com#127.0.0.1:{PORT}", f"LOCALHOST.:{PORT}", f"0x7f000001:{PORT}",
             f"[::ffff:127.0.0.1]:{PORT}", f"localhost:{PORT}.", f"127.0.0.2:{PORT}", f"localhost:0{PORT}"]
    hosts += [f"rebind{i}.example:{PORT}" for i in range(20)]
    for host in hosts:
        text = head(host="X").replace("Host: X", f"Host: {host}")
        check(request(text) in (400, 403), f"Host {host!r} was taken")
    origins = ["null", "https://evil.com", "http://localhost.evil.com", "http://127.0.0.1.nip.io", "file://", "http://192.168.0.1",
               "http://10.0.0.1:3000", "http://[::2]", "chrome-extension://abc", "http://evil.com:80", "http://localhost@evil.com",
               "http://0.0.0.0:8080", "http://127.0.0.1/x", "ws://localhost", "//localhost", "localhost", "http://", "http:///",
               "http://localhost:99999", "http://localhost:", "http://2130706433"]
    origins += [f"https://site{i}.example" for i in range(9)]
    upgrade = ("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
    for origin in origins:
        check(request(head(extra=f"Origin: {origin}\r\n")) == 403, f"Origin {origin!r} was taken")
        check(request(head("OPTIONS", extra=f"Origin: {origin}\r\nAccess-Control-Request-Method: GET\r\n")) == 403,
              f"preflight of {origin!r} was taken")
        socket_request = f"GET /websocket HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nOrigin: {origin}\r\n{upgrade}\r\n"
        check(request(socket_request) == 403, f"a WebSocket of {origin!r} was taken")
    check(request(head(extra="Sec-Fetch-Site: cross-site\r\n")) == 403, "cross-site without Origin was taken")
    print(f"{len(hosts)} hosts and {len(origins)} origins refused")


def slow_connections():
    with Watch("900 slow connections"):
        begun = time.monotonic()
        slow = []
        for _ in range(900):
            sock = connect()
            sock.setblocking(False)
            slow.append(sock)
            try:
                sock.send(head()[:20].encode())
            except OSError:
                pass
        while slow:
            still = []
            for sock in slow:
                try:
                    if sock.recv(65536) == b"":
                        sock.close()
                        continue
                except BlockingIOError:
                    pass
                except OSError:
                    sock.close()
                    continue
                try:
                    sock.send(b"a")
                except OSError:
                    pass
                still.append(sock)
            slow = still
            time.sleep(0.25)
        print(f"all closed after {time.monotonic() - begun:.1f} s")


def field(number, content):
    if isinstance(content, int):
        return varint(number << 3) + varint(content)
    content = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(content)) + content


def varint(value):
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


class WebSocket:
    def __init__(self):
        self.sock = connect()
        key = base64.b64encode(os.urandom(16)).decode()
        self.sock.sendall((f"GET /websocket HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                           f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n").encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.sock.recv(4096)
        assert answer.startswith(b"HTTP/1.1 101"), answer

    def frame(self, payload, opcode=2, final=True, masked=True, reserved=0, length=None):
        length = len(payload) if length is None else length
        head = bytes([(128 if final else 0) | reserved | opcode])
        size = bytes([length]) if length < 126 else struct.pack(">BH", 126, length) if length < 65536 else struct.pack(">BQ", 127, length)
        head += bytes([size[0] | (128 if masked else 0)]) + size[1:] + (bytes(4) if masked else b"")
        return send_all(self.sock, [head + payload])

    def is_closed(self):
        """The server ends it, with a close frame or without."""
        try:
            while True:
                data = self.sock.recv(65536)
                if not data or data[0] & 15 == 8:
                    return True
        except ConnectionError:
            return True
        except TimeoutError:
            return False

    def sign_in(self):
        jid = field(1, ADDRESS["app_key"]) + field(2, "alice") + field(3, "easemob.com")
        self.frame(field(1, 0) + field(2, jid) + field(3, "$t$" + ALICE) + field(8, 3) + field(9, field(13, "device")))
        return self.sock.recv(65536)


def broken_frames():
    with Watch("broken frames"):
        for options in ({"masked": False}, {"reserved": 0x40}, {"reserved": 0x70}, {"opcode": 3}, {"opcode": 9, "final": False},
                        {"opcode": 0}, {"length": 2 ** 62}, {"length": 2 ** 63 + 5}, {"opcode": 1}, {"length": 5 * MIB}):
            socket_ = WebSocket()
            socket_.frame(b"abc", **options)
            check(socket_.is_closed(), f"a frame with {options} was borne")
        for garbage in (b"\xff" * 100, os.urandom(1000), b"\x0a\xff\xff\xff\xff\x0f", varint(9 << 3 | 2) + varint(2 ** 60), b"\x08" * 60_000):
            socket_ = WebSocket()
            socket_.frame(garbage)
            check(socket_.is_closed(), "garbage was borne")
        socket_ = WebSocket()
        taken = all(socket_.frame(b"a" * 60_000, opcode=2 if i == 0 else 0, final=False) for i in range(2000))
        check(not taken or socket_.is_closed(), "120 MB in fragments were taken")


def bombs():
    nested = b""
    for _ in range(2000):
        nested = field(4, nested)
    wide = b"\x22\x00" * 30_000  # contents without content
    keys = field(5, b"") * 30_000
    with Watch("protobuf bombs"):
        for payload in (nested[:60_000], wide, keys, field(1, 2 ** 63) * 5000):
            for _ in range(20):
                socket_ = WebSocket()
                check(socket_.sign_in(), "not signed in")
                target = field(1, ADDRESS["app_key"]) + field(2, "alice") + field(3, "easemob.com")
                meta = field(1, 7) + field(3, target) + field(5, 1) + field(6, payload)
                socket_.frame(field(8, 0) + field(9, field(1, meta)))
                socket_.frame(b"", opcode=9)
                try:
                    socket_.sock.recv(65536)  # the answer to either tells that the bomb has been looked at
                except ConnectionError:
                    pass
                socket_.sock.close()


def main():
    connection = http.client.HTTPConnection("127.0.0.1", PORT)
    connection.request("POST", PREFIX + "/users", json.dumps({"username": "alice"}),
                       {"Authorization": f"Bearer {APP}", "Content-Type": "application/json"})
    assert connection.getresponse().status == 200
    connection.close()
    try:
        broken_requests()
        hosts_and_origins()
        broken_frames()
        bombs()
        slow_connections()
        check(request(head(extra=f"Authorization: Bearer {APP}\r\n")) == 200, "it does not serve any more")
    finally:
        SERVER.send_signal(signal.SIGTERM)
        check(SERVER.wait(timeout=60) == 0, "it did not end well")
        BUSY.end()
    for problem in PROBLEMS:
        print("FAIL", problem)
    sys.exit(1 if PROBLEMS else 0)


main()
