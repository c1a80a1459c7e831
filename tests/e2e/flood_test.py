#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""flood_test.py PROGRAM [REQUESTS [FLOOD...]]   floods at full speed against the sandbox while two other processes are busy: an
ordinary client waits no longer than 100 ms besides what the machine lets it wait, which the busy processes and a second
sandbox that is left in peace tell. Prints the times of each flood."""
import base64
import http.client
import json
import multiprocessing
import os
import selectors
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

import machine

PROGRAM = sys.argv[1]
REQUESTS = int(sys.argv[2]) if len(sys.argv) > 2 else 150  # of the ordinary client, under each flood
FLOODERS, SOCKETS = 2, 200                                 # processes; WebSockets of each
PROBLEMS = []


def start():
    server = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json"], stdout=subprocess.PIPE, text=True)
    address = json.loads(server.stdout.readline())
    threading.Thread(target=server.stdout.read, daemon=True).start()
    return server, int(address["rest_url"].rsplit(":", 1)[1]), "/" + address["app_key"].replace("#", "/")


def head(port, prefix, method="GET", extra=""):
    return f"{method} {prefix}/users HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{extra}\r\n".encode()


def frame(payload=b"", opcode=2, final=True):
    size = bytes([128 | len(payload)]) if len(payload) < 126 else struct.pack(">BH", 128 | 126, len(payload))
    return bytes([(128 if final else 0) | opcode]) + size + bytes(4) + payload


def upgrade(port):
    sock = socket.create_connection(("127.0.0.1", port), timeout=30)
    key = base64.b64encode(os.urandom(16)).decode()
    sock.sendall((f"GET /websocket HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                  f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n").encode())
    sock.recv(4096)
    return sock


def pour(port, number, first, block, connect=lambda port: socket.create_connection(("127.0.0.1", port), timeout=30)):
    """`number` connections at once, each sent `first` and then `block` for ever, whatever is answered thrown away."""
    waiting = selectors.DefaultSelector()

    def add():
        try:
            sock = connect(port)
        except OSError:
            return
        sock.setblocking(False)
        waiting.register(sock, selectors.EVENT_READ | selectors.EVENT_WRITE, [first or block, 0])

    while True:
        while len(waiting.get_map()) < number:
            add()
        for key, events in waiting.select():
            sock, state = key.fileobj, key.data
            try:
                if events & selectors.EVENT_READ and not sock.recv(1 << 18):
                    raise ConnectionError
                if events & selectors.EVENT_WRITE:
                    state[1] += sock.send(memoryview(state[0])[state[1]:])
                    if state[1] == len(state[0]):
                        state[:] = [block, 0]
            except BlockingIOError:
                pass
            except OSError:
                waiting.unregister(sock)
                sock.close()


def bodies(port, prefix):
    whole = head(port, prefix, "POST", "Content-Type: application/json\r\nContent-Length: 1000000\r\n")
    pour(port, 32, whole, b"x" * 1_000_000 + whole)


def chunks(port, prefix):
    whole = head(port, prefix, "POST", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n")
    pour(port, 32, None, whole + b"1\r\nx\r\n" * 100_000 + b"0\r\n\r\n")


def pipelining(port, prefix):
    pour(port, 32, None, head(port, prefix) * 500)


def reconnects(port, prefix):
    request = head(port, prefix)
    while True:
        socks = []
        for _ in range(30):
            sock = socket.socket()
            sock.setblocking(False)
            sock.connect_ex(("127.0.0.1", port))
            socks.append(sock)
        for sock in socks:
            try:
                sock.send(request)
            except OSError:
                pass
            sock.close()


def frames(port, prefix):
    pour(port, SOCKETS, None, frame(b"\x08\x01") * 5000, upgrade)


def fragments(port, prefix):
    pour(port, SOCKETS, frame(b"x", final=False), frame(b"", 0, False) * 10_000, upgrade)


def pings(port, prefix):
    pour(port, SOCKETS, None, frame(b"", 9) * 10_000, upgrade)


class Ordinary(threading.Thread):
    """A client that comes by, asks once and goes, again and again."""

    def __init__(self, port, prefix):
        super().__init__()
        self.port, self.prefix, self.times, self.lost = port, prefix, [], 0

    def run(self):
        while len(self.times) < REQUESTS:
            begun = time.monotonic()
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                connection.request("GET", self.prefix + "/users/alice")
                connection.getresponse().read()
            except OSError:
                self.lost += 1
            connection.close()
            self.times.append((time.monotonic() - begun) * 1000)
            time.sleep(0.005)

    def figures(self):
        times = sorted(self.times)
        return times[len(times) * 99 // 100 - 1], times[-1]


def measure(flood):
    attacked, peaceful = start(), start()
    busy, others = machine.Busy(2), []
    if flood:
        others = [multiprocessing.Process(target=flood, args=attacked[1:], daemon=True) for _ in range(FLOODERS)]
    for other in others:
        other.start()
    used = int(open(f"/proc/{attacked[0].pid}/stat").read().rsplit(") ", 1)[1].split()[11])
    while flood and int(open(f"/proc/{attacked[0].pid}/stat").read().rsplit(") ", 1)[1].split()[11]) < used + 20:
        time.sleep(0.01)  # until the flood is felt
    busy.begin()
    clients = [Ordinary(*server[1:]) for server in (attacked, peaceful)]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    for other in others:
        other.kill()
        other.join()
    for server in (attacked, peaceful):
        server[0].send_signal(signal.SIGTERM)
        if server[0].wait(timeout=30) != 0:
            PROBLEMS.append(f"{flood}: a sandbox did not end well")
    (p99, worst), (peace99, peace) = (client.figures() for client in clients)
    gap = busy.longest()
    busy.end()
    name = flood.__name__ if flood else "no flood"
    print(f"{name:12} p99 {p99:6.0f} ms, worst {worst:6.0f} ms; in peace p99 {peace99:4.0f} ms, worst {peace:4.0f} ms; "
          f"a busy process waits up to {gap:.0f} ms; "
          f"{clients[0].lost} lost", flush=True)
    if p99 > 100 + 2 * max(gap, peace):
        PROBLEMS.append(f"{name}: an ordinary client waited {p99:.0f} ms")
    if clients[0].lost > REQUESTS // 10:
        PROBLEMS.append(f"{name}: {clients[0].lost} requests of an ordinary client were lost")


for one in (None, bodies, chunks, pipelining, reconnects, frames, fragments, pings):
    if len(sys.argv) < 4 or (one.__name__ if one else "none") in sys.argv[3:]:
        measure(one)
for problem in PROBLEMS:
    print("FAIL", problem)
sys.exit(1 if PROBLEMS else 0)
