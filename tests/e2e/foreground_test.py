#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""foreground_test.py PROGRAM   `sandbox`, `serve` and `demo` where the streams and the system are not as one would wish:
nobody reads, nothing can be written, few files may be open."""
import base64
import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]
SERVERS = {"sandbox": "/easemob/server.json?app_key=x", "serve": "/api/token/generateAppToken"}
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "LANG": "C.UTF-8",
               "AGORA_APP_ID": "970CA35de60c44645bbae8a215061b33", "AGORA_APP_CERTIFICATE": "5CFd2fd1755d40ecb72977518be15d3b"}


def command(name):
    return [PROGRAM, name] + (["--port", "0"] if name in SERVERS else [])


class Server:
    """One of both with streams of the test's choice; the port is that of the first line on `first`, or known otherwise."""

    def __init__(self, name, stdout, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **options):
        self.path = SERVERS[name]
        self.process = subprocess.Popen(command(name), stdin=stdin, stdout=stdout, stderr=stderr, env=ENVIRONMENT, **options)

    def listens(self, line):
        self.port = int(re.search(rb"http://127\.0\.0\.1:(\d+)", line)[1])
        return self

    def ask(self, times):
        """That many requests on one connection, each answered before the next; returns how many were."""
        request = f"GET {self.path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n\r\n".encode()
        answered = 0
        with socket.create_connection(("127.0.0.1", self.port), timeout=60) as client:
            for _ in range(times):
                client.sendall(request)
                answered += client.recv(65536).startswith(b"HTTP/1.1 ")
        return answered

    def stop(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


def read_line(descriptor):
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(descriptor, 1)
    return line


def read_until(descriptor, pattern):
    text = b""
    while not re.search(pattern, text):
        got = os.read(descriptor, 1 << 16)
        assert got, text[-500:]
        text += got
    return text


def accounts(text):
    """How many requests a log has, and of how many it says that they were left out."""
    return (len(re.findall(rb"^GET .* ms\b.*\n", text, re.MULTILINE)),
            sum(map(int, re.findall(rb"^\((\d+) lines left out\)\n", text, re.MULTILINE))))


def contents(file):
    with open(file.name, "rb") as again:
        return again.read()


class Streams(unittest.TestCase):
    def test_a_log_that_nobody_reads_holds_nothing_up(self):
        for name in SERVERS:
            for number in (signal.SIGTERM, signal.SIGINT):
                reading, writing = os.pipe()  # both streams, as with 2>&1
                server = Server(name, writing, writing)
                os.close(writing)
                server.listens(read_line(reading))
                self.assertEqual(server.ask(5000), 5000, name)
                self.assertEqual(server.stop(number), 0, name)
                os.close(reading)

    def test_what_was_left_out_is_told(self):
        for name in SERVERS:
            reading, writing = os.pipe()
            server = Server(name, writing, writing)
            os.close(writing)
            server.listens(read_line(reading))
            self.assertEqual(server.ask(5000), 5000)
            text = b""
            while sum(accounts(text)) < 5000:
                text += os.read(reading, 1 << 16)
            self.assertEqual(server.stop(), 0)
            text += os.read(reading, 1 << 16)
            os.close(reading)
            written, left_out = accounts(text)
            self.assertEqual(written + left_out, 5000, name)
            self.assertGreater(written, 500)
            self.assertGreater(left_out, 500)

    def test_a_reader_that_leaves_is_no_reason_to_stop(self):
        reading, writing = os.pipe()
        errors, telling = os.pipe()
        server = Server("sandbox", writing, telling)
        os.close(writing)
        os.close(telling)
        server.listens(read_line(reading))
        os.close(reading)
        self.assertEqual(server.ask(50), 50)
        said = read_line(errors)
        self.assertEqual(server.ask(50), 50)
        self.assertEqual(server.stop(), 0)
        self.assertEqual(os.read(errors, 4096), b"")  # said once
        os.close(errors)
        self.assertRegex(said.decode(), r"^chat-token: standard output: cannot be written: Broken pipe\. .*Ctrl\+C stops it\.$")

    def test_a_disk_that_fills_up_is_told_and_survived(self):
        with tempfile.NamedTemporaryFile() as file:
            errors, telling = os.pipe()
            server = Server("sandbox", file.fileno(), telling,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY)))
            os.close(telling)
            while b"\n" not in contents(file):
                self.assertIsNone(server.process.poll())
            server.listens(contents(file))
            self.assertEqual(server.ask(200), 200)
            self.assertIn(b"standard output: cannot be written: File too large", read_line(errors))
            resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
            self.assertEqual(server.ask(1), 1)
            while sum(accounts(contents(file))) < 201:
                self.assertIsNone(server.process.poll())
            self.assertEqual(server.stop(), 0)
            self.assertEqual(os.read(errors, 4096), b"")  # said once
            os.close(errors)
            written, left_out = accounts(contents(file))
        self.assertEqual(written + left_out, 201)
        self.assertGreater(left_out, 50)

    def test_without_its_address_nobody_can_use_it(self):
        for name in SERVERS:
            for shell, reason in (("> /dev/full", "No space left"), (">&-", "Bad file descriptor")):
                done = subprocess.run(["sh", "-c", f'exec "$0" "$@" {shell}', *command(name)], stderr=subprocess.PIPE, text=True,
                                      stdin=subprocess.DEVNULL, env=ENVIRONMENT, timeout=60)
                self.assertEqual(done.returncode, 3, (name, shell))
                self.assertIn(f"chat-token: standard output: cannot be written: {reason}", done.stderr)

    def test_no_stream_at_all_opens_no_file_in_its_place(self):
        done = subprocess.run(["sh", "-c", 'exec "$0" "$@" <&- >&- 2>&-', *command("sandbox")], env=ENVIRONMENT, timeout=60)
        self.assertEqual(done.returncode, 3)

    def test_a_flood_of_lines_at_its_input_does_not_keep_it(self):
        for name in SERVERS:
            errors, telling = os.pipe()
            source = subprocess.Popen(["yes", "what is this line"], stdout=subprocess.PIPE)
            server = Server(name, subprocess.PIPE, telling, source.stdout)
            os.close(telling)
            source.stdout.close()
            server.listens(server.process.stdout.readline())
            read_until(errors, b"does not know this line")  # and nobody reads on
            self.assertEqual(server.ask(500), 500)
            self.assertEqual(server.stop(), 0)
            server.process.stdout.close()
            source.kill()
            source.wait()
            os.close(errors)


class Descriptors(unittest.TestCase):
    def test_few_of_them_are_told_and_never_an_abort(self):
        outcomes = {}
        for name in ("demo", *SERVERS):
            for limit in range(3, 65):
                process = subprocess.Popen(["sh", "-c", f'ulimit -n {limit}; exec "$0" "$@"', *command(name)],
                                           stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                           env=ENVIRONMENT)
                first = process.stdout.readline()
                if first and name in SERVERS:
                    process.send_signal(signal.SIGTERM)
                rest, errors = process.communicate(timeout=60)
                code = process.returncode
                if code == 3:
                    self.assertEqual((first, errors.count("\n")), ("", 1), (name, limit, errors))
                    self.assertRegex(errors, r"^chat-token: .*too few files and connections \(\d+\)\. .*ulimit")
                elif code == 127:  # the system cannot even load the program
                    self.assertIn("shared libraries", errors, (name, limit))
                else:
                    self.assertEqual((code, bool(first)), (0, True), (name, limit, errors))
                outcomes.setdefault(name, []).append(code)
        for name, codes in outcomes.items():
            self.assertEqual(codes, sorted(codes, key=[127, 3, 0].index), name)  # more is never worse
            self.assertEqual({3, 0} - set(codes), set(), name)

    def test_other_commands_with_an_event_loop_tell_it_too(self):
        codes = set()
        for words in (["rest", "call", "user.list", "--project", "sandbox", "--host", "http://127.0.0.1:9"], ["vault", "lock"]):
            for limit in range(8, 65, 4):
                done = subprocess.run(["sh", "-c", f'ulimit -n {limit}; exec "$0" "$@"', PROGRAM, *words], capture_output=True,
                                      text=True, env=ENVIRONMENT, timeout=60)
                self.assertIn(done.returncode, (0, 3, 127), (words, limit, done.stderr))
                codes.add("too few files" in done.stderr)
        self.assertEqual(codes, {True, False})

    def test_sockets_leave_room_for_requests(self):
        process = Server("sandbox", subprocess.PIPE, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (300, 300)))
        process.listens(process.process.stdout.readline())
        held, status = [], 101
        while status == 101 and len(held) < 300:
            sock = socket.create_connection(("127.0.0.1", process.port), timeout=60)
            key = base64.b64encode(os.urandom(16)).decode()
            sock.sendall((f"GET /websocket HTTP/1.1\r\nHost: localhost:{process.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                          f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n").encode())
            answer = sock.recv(65536).decode()
            status = int(answer.split()[1])
            held.append(sock)
        self.assertEqual(status, 503)
        self.assertIn("\r\nRetry-After: 1\r\n", answer)
        self.assertGreater(len(held), 150)
        self.assertEqual([process.ask(1) for _ in range(20)], [1] * 20)
        silent = [socket.create_connection(("127.0.0.1", process.port), timeout=60) for _ in range(300)]
        self.assertEqual([process.ask(1) for _ in range(20)], [1] * 20)
        for sock in held + silent:
            sock.close()
        self.assertEqual(process.stop(), 0)
        process.process.stdout.close()


unittest.main(argv=sys.argv[:1], verbosity=1)
