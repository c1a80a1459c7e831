#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""answers_test.py PROGRAM [--sanitized]   `rest call` against loopback servers that mean harm: bodies of every size
stay below 64 MiB of memory, and each broken answer has one exit code and one sentence."""
import concurrent.futures
import gzip
import json
import os
import pathlib
import pty
import random
import re
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import unittest
import zlib

PROGRAM = sys.argv[1]
SANITIZED = "--sanitized" in sys.argv  # the sanitizers' own memory says nothing
MIB = 1024 * 1024
HONEST = 300_000_000
JSON_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
# A process of its own waits for the program: the peak of a child counts what its parent had before exec.
LAUNCH = """import os, sys
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
open(sys.argv[1], "w").write(str(usage.ru_maxrss))
sys.exit(os.waitstatus_to_exitcode(status))"""


class Server:
    """Answers each request by `answer(connection)`; closes, or resets where that says so."""

    def __init__(self, answer):
        self.answer = answer if callable(answer) else lambda connection: connection.sendall(answer)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        try:
            head = b""
            while b"\r\n\r\n" not in head:
                piece = connection.recv(65536)
                if not piece:
                    return
                head += piece
            self.answer(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()


def arguments(port, *more, scheme="http"):
    return [PROGRAM, "--project", "sandbox", "rest", "call", "user.get", "--set", "username=alice", "--host",
            f"{scheme}://127.0.0.1:{port}", *more]


def environment(home, **more):
    return {"PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "LANG": "C.UTF-8", **more}


def for_ever(head, piece, pause=None):
    def answer(connection):
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            if pause:
                threading.Event().wait(pause)
    return answer


def silent(connection):
    while connection.recv(65536):
        pass


def bomb(noise):
    """gzip of 400 MB, whose megabytes begin with `noise` random bytes."""
    unit = random.Random(1).randbytes(noise) + bytes(1_000_000 - noise)
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([packer.compress(unit) for _ in range(400)] + [packer.flush()])


def whole(body, headers=b"Server: x\r\n"):
    return b"HTTP/1.1 200 OK\r\n" + headers + b"Content-Length: %d\r\n\r\n" % len(body) + body


def honest(kind):
    """300 MB with their length: text without a line break, or one JSON array of small numbers."""
    def answer(connection):
        connection.sendall((JSON_HEAD if kind == "json" else b"HTTP/1.1 200 OK\r\n") + b"Content-Length: %d\r\n\r\n" % HONEST)
        piece = (b"0," if kind == "json" else b"xy") * 50_000
        connection.sendall((b"[ " if kind == "json" else b"xy") + piece[2:])
        for _ in range(HONEST // len(piece) - 2):
            connection.sendall(piece)
        connection.sendall(piece[:-2] + (b"0]" if kind == "json" else b"xy"))
    return answer


class Memory(unittest.TestCase):
    """Each body in each form: the exit code, and the peak of the memory."""

    def call(self, answer, form, *options):
        with tempfile.TemporaryDirectory() as home, Server(answer) as server:
            words = arguments(server.port, "--timeout", "10m", *options)
            if form == "json":
                words.insert(1, "--json")
            peak = os.path.join(home, "peak")
            words = [sys.executable, "-c", LAUNCH, peak, *words]
            self.bytes, self.start, self.file = 0, b"", None
            if form == "terminal":
                reader, out = pty.openpty()
            else:
                reader, out = os.pipe()
            process = subprocess.Popen(words, stdout=out, stderr=subprocess.PIPE, env=environment(home))
            os.close(out)
            notes = []
            listener = threading.Thread(target=lambda: notes.append(process.stderr.read().decode()))
            listener.start()
            while True:
                try:
                    piece = os.read(reader, 1 << 20)
                except OSError:  # the terminal has closed
                    piece = b""
                if not piece:
                    break
                self.bytes += len(piece)
                self.start += piece[:max(0, 65536 - len(self.start))]
            os.close(reader)
            code = process.wait()
            listener.join()
            process.stderr.close()
            self.notes = notes[0]
            if form == "json" and self.bytes < 65536:
                self.object = json.loads(self.start)
                name = self.object["response"].get("body_file")
                if name:
                    self.assertIsNone(self.object["response"]["body"])
                    self.assertIn(name, self.notes)
                    self.assertEqual(os.path.dirname(name), home)
                    status = os.stat(name)
                    self.assertEqual(stat.S_IMODE(status.st_mode), 0o600)
                    self.file = status.st_size
            left = [one for one in os.listdir(home) if one.startswith("chat-token-body")]
            self.assertEqual(len(left), 1 if self.file else 0, left)
            mebibytes = int(pathlib.Path(peak).read_text()) / 1024
            print(f"{self._testMethodName} {form}: {mebibytes:.0f} MiB", file=sys.stderr)
            if not SANITIZED:
                self.assertLess(mebibytes, 64, form)
            return code

    def test_endless(self):
        answer = for_ever(b"HTTP/1.1 200 OK\r\nServer: x\r\n\r\n", b"x" * 65536)
        for form in ("plain", "json", "terminal"):
            self.assertEqual(self.call(answer, form, "--max-body", "200M"), 3)
            self.assertIn("longer than the limit, and cut after 210 MB", self.notes)
            self.assertIn("--max-body", self.notes)
            if form == "plain":
                self.assertEqual(self.bytes, 200 * MIB)
            if form == "json":
                self.assertEqual(self.file, 200 * MIB)
                self.assertEqual(self.object["response"]["doubts"], ["cut"])

    def test_bomb_of_31(self):
        packed = bomb(31_000)
        self.assertTrue(28 < 400e6 / len(packed) < 34, len(packed))
        for form in ("plain", "json", "terminal"):
            self.assertEqual(self.call(whole(packed, b"Content-Encoding: gzip\r\n"), form, "--max-body", "300M"), 3)
            self.assertIn("longer than the limit", self.notes)

    def test_bomb_of_1000(self):
        for form in ("plain", "json", "terminal"):
            self.assertEqual(self.call(whole(bomb(0), b"Content-Encoding: gzip\r\n"), form), 3)
            self.assertIn("packed more than 200 to 1", self.notes)

    def test_nested(self):
        packed = bomb(0)
        for _ in range(9):
            packed = gzip.compress(packed)
        for form in ("plain", "json", "terminal"):
            self.assertEqual(self.call(whole(packed, b"Content-Encoding: " + b", ".join([b"gzip"] * 10) + b"\r\n"), form), 0)
            self.assertIn("unknown-encoding", self.notes)
            self.assertEqual(self.call(whole(packed, b"Content-Encoding: gzip\r\n"), form), 0)

    def test_honest(self):
        for kind in ("text", "json"):
            for form in ("plain", "json", "terminal"):
                self.assertEqual(self.call(honest(kind), form), 0, self.notes if hasattr(self, "notes") else "")
                if form == "plain":
                    self.assertEqual(self.bytes, HONEST)
                    self.assertEqual(self.notes, "")
                elif form == "json":
                    self.assertEqual(self.file, HONEST)
                    self.assertEqual(self.object["response"]["bytes"], HONEST)
                else:
                    self.assertIn("these are the first 262 kB of 300 MB", self.notes)

    def test_inline(self):
        """Up to 8 MiB the body stands in the object, whatever it is made of."""
        numbers = b"[" + b" 0 ,\n" * 1_600_000 + b"0]"
        self.assertEqual(self.call(whole(numbers, b"Content-Type: application/json\r\n"), "json"), 0)
        self.assertTrue(self.start.endswith(b"0,0,0,0") or b'"body":[0,0,0,0' in self.start)
        deep = b"[" * 1_000_000
        self.assertEqual(self.call(whole(deep), "json"), 0)
        self.assertIn(b'"body":"[[[[', self.start)
        self.assertEqual(self.call(whole(b"\x00" * 8_000_000), "json"), 0)
        self.assertIn(rb'"body":"\u0000\u0000', self.start)
        self.assertEqual(self.call(whole(b"[" * 200_000 + b"]" * 200_000), "terminal"), 0)


class Caller(unittest.TestCase):
    def run_with(self, answer, *options, scheme="http", **more):
        with tempfile.TemporaryDirectory() as home, Server(answer) as server:
            done = subprocess.run(arguments(server.port, *options, scheme=scheme), capture_output=True,
                                  env=environment(home, **more), timeout=300)
        done.notes = done.stderr.decode()
        return done


class Forms(Caller):
    def test_json_body_as_before(self):
        text = '{"big":1173998498812376874, "s":"a \\" b\\\\",\n "e":[ ], "n":[1.0, -0, 1E400], "t":"\u4f60"}'
        done = self.run_with(whole(text.encode(), b"Content-Type: application/json\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n"), "--json")
        self.assertEqual(done.returncode, 0, done.notes)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn('"body":{"big":1173998498812376874,"s":"a \\" b\\\\","e":[],"n":[1.0,-0,1E400],"t":"\u4f60"},"bytes":',
                      done.stdout.decode())
        self.assertEqual(list(json.loads(done.stdout)["response"]), ["status", "headers", "body", "bytes", "time_ms"])
        self.assertEqual(json.loads(done.stdout)["response"]["headers"]["Set-Cookie"], "a, b")

    def test_other_body_is_a_string(self):
        characters = "\u00e9\u4f60\U0001f600" * 60_000  # a piece ends inside a sequence
        done = self.run_with(whole(characters.encode()), "--json")
        self.assertEqual(json.loads(done.stdout)["response"]["body"], characters)
        done = self.run_with(whole(b"a\xffb\xe4\xbd"), "--json")
        self.assertEqual(json.loads(done.stdout)["response"]["body"], "a\ufffdb\ufffd\ufffd")
        done = self.run_with(whole(b""), "--json")
        self.assertEqual(json.loads(done.stdout)["response"]["body"], "")

    def test_stdout_takes_no_more(self):
        for body, options in ((b"{}", ()), (b"x" * 5_000_000, ()), (b"{}", ("--json",)), (b"x" * 5_000_000, ("--json",))):
            with tempfile.TemporaryDirectory() as home, Server(whole(body)) as server:
                words = arguments(server.port, *options)
                with open("/dev/full", "wb") as full:
                    done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, env=environment(home))
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn("No space left on device", done.stderr)
                reader, out = os.pipe()
                os.close(reader)
                done = subprocess.run(words, stdout=out, stderr=subprocess.PIPE, text=True, env=environment(home))
                os.close(out)
                self.assertEqual(done.returncode, 3, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn("Broken pipe", done.stderr)

    def test_options(self):
        for option, value in (("--max-body", "0"), ("--max-body", "1T"), ("--max-body", "x"), ("--timeout", "0"), ("--timeout", "x")):
            done = self.run_with(whole(b"{}"), option, value)
            self.assertEqual(done.returncode, 2, done.notes)
            self.assertIn(option, done.notes)
        self.assertEqual(self.run_with(whole(b"123456"), "--max-body", "6").returncode, 0)
        done = self.run_with(whole(b"123456"), "--max-body", "5")
        self.assertEqual((done.returncode, done.stdout), (3, b"12345"))


CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
CHUNKED_JSON = JSON_HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
OK = b"HTTP/1.1 200 OK\r\n"
BEHIND = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
LOOK = " The request may have been carried out all the same: look before sending it again."
LATER = r" Allow it more time \(Settings, --timeout\)\. It may have been carried out: look before sending it again."
NONE = (r"the answer \(status 200\) has no header fields: the server sent none, a line that is none, or more than Qt takes "
        r"\(100 fields, 100 KiB in one, 256 KiB in all\)\. Where its body ends cannot be known\. See it with “curl -i”\.")
CLOSED = "127.0.0.1: the server closed the connection without an HTTP answer." + LOOK
INTERIM = "the server sent the interim status {}, and Qt drops the answer behind it." + LOOK
MAY = "warning: the body may not be what the server meant: "
PART = r"Body: not all of it came, or not as it was: "
# name, answer, exit code, the one line on stderr (a pattern), further arguments
ROWS = [
    ("nothing wrong", BEHIND, 0, ""),
    ("HTTP 404", b"HTTP/1.1 404 N\r\nContent-Length: 2\r\n\r\n{}", 1, "HTTP 404: .*"),
    ("HTTP 302", b"HTTP/1.1 302 F\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", 0,
     "HTTP 302: the server sends this on to /x. It was not followed."),
    # Errors.
    ("nothing", b"", 3, CLOSED),
    ("no HTTP", b"<html>hello</html>", 3, CLOSED),
    ("half the headers", OK + b"Content-Length: 2\r\nX: a", 3, CLOSED),
    ("no headers", OK + b"\r\nabc", 3, NONE),
    ("101 fields", OK + b"A: b\r\n" * 100 + b"Content-Length: 2\r\n\r\nok", 3, NONE),
    ("a field of 103 KB", OK + b"A: " + b"x" * 103_000 + b"\r\nContent-Length: 2\r\n\r\nok", 3, NONE),
    ("headers of 1 MB", OK + (b"A: " + b"x" * 20_000 + b"\r\n") * 50 + b"Content-Length: 2\r\n\r\nok", 3, NONE),
    ("headers of 80 KB", OK + b"A: " + b"x" * 80_000 + b"\r\nContent-Length: 2\r\n\r\nok", 3,
     r"the answer's headers have 80.0 kB, more than 65.5 kB\. This is no answer of the Chat service\. Check the host\."),
    ("status 101", b"HTTP/1.1 101 S\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n" + BEHIND, 3, INTERIM.format(101)),
    ("status 103", b"HTTP/1.1 103 E\r\nLink: a\r\n\r\n" + BEHIND, 3, INTERIM.format(103)),
    ("status -200", b"HTTP/1.1 -200 OK\r\nContent-Length: 2\r\n\r\nok", 3,
     r"the answer is not proper HTTP: status -200\. Check that host and port are those of the REST service\."),
    ("silent", silent, 3, "no whole status line and headers came for 15 s." + LATER),
    ("dripping header", for_ever(OK + b"X: ", b"x", 0.2), 3, "no whole status line and headers came for 15 s." + LATER),
    ("interim answers without end", for_ever(b"", b"HTTP/1.1 100 C\r\n\r\n", 0.2), 3,
     "no whole status line and headers came for 15 s." + LATER),
    ("silent in the body", lambda connection: (connection.sendall(OK + b"Content-Length: 9\r\n\r\nabc"), silent(connection)), 3,
     "nothing more of the body came for 15 s." + LATER),
    ("dripping body", for_ever(OK + b"Server: x\r\n\r\n", b"x", 0.2), 3, r"not done within 5 s \(inside the body\)\." + LATER,
     "--timeout", "5s"),
    ("silent, with a timeout", silent, 3, r"not done within 3 s \(while waiting for the answer\)\." + LATER, "--timeout", "3s"),
    # Doubts.
    ("closed inside the body", OK + b"Content-Length: 9\r\n\r\nabc", 3, PART + "the connection was lost inside it." + LOOK),
    ("bad first chunk", CHUNKED + b"xyz\r\nabc\r\n0\r\n\r\n", 0,
     MAY + r"it is chunked and empty, as a broken chunk looks, too \(empty-chunked\)\."),
    ("bad second chunk", CHUNKED_JSON + b"3\r\n[1,\r\nxyz\r\n2]\r\n0\r\n\r\n", 3,
     PART + "it is announced as JSON and is none, or only the beginning." + LOOK),
    ("bad second chunk, text", CHUNKED + b"3\r\nabc\r\nxyz\r\ndef\r\n0\r\n\r\n", 0,
     MAY + r"no length says whether it is whole \(no-length\)\."),
    ("no length", OK + b"Server: x\r\n\r\nabc", 0, MAY + r"no length says whether it is whole \(no-length\)\."),
    ("empty length", OK + b"Server: x\r\nContent-Length:\r\n\r\nabc", 0, MAY + r"no length says whether it is whole \(no-length\)\."),
    ("negative length", OK + b"Content-Length: -3\r\n\r\nabc", 0, MAY + r"its Content-Length is no length \(bad-content-length\)\."),
    ("two lengths", OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nabc", 0,
     MAY + r"it has more than one Content-Length \(two-content-lengths\)\."),
    ("length and chunked", OK + b"Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 0,
     MAY + r"it has a Content-Length and is chunked as well \(length-and-chunked\)\."),
    ("odd transfer encoding", JSON_HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n3\r\n[1]\r\n0\r\n\r\n", 0,
     MAY + r"it has a Transfer-Encoding other than chunked, which is not undone \(odd-transfer-encoding\)\."),
    ("no gzip", whole(b"abc", b"Content-Encoding: gzip\r\n"), 3, PART + "its compression is damaged from some byte on." + LOOK),
    ("gzip cut", whole(gzip.compress(b"hello" * 100)[:-9], b"Content-Encoding: gzip\r\n"), 3, PART + "its compression has no end." + LOOK),
    ("unknown encoding", whole(b"abc", b"Content-Encoding: br\r\n"), 0,
     MAY + r"its Content-Encoding is not known, so it stands as it came \(unknown-encoding\)\."),
    ("doubtful refusal", b"HTTP/1.1 500 E\r\nServer: x\r\nTransfer-Encoding: chunked\r\n\r\n", 1, MAY + ".*empty-chunked.*\nchat-token: HTTP 500: .*"),
]


class Sentences(Caller):
    def row(self, name, answer, code, line, *options):
        done = self.run_with(answer, *options)
        expected = re.compile("chat-token: " + line + "\n" if line else "", re.S)
        if done.returncode != code or not expected.fullmatch(done.notes):
            return f"{name}: exit {done.returncode}, {done.notes!r}"
        return None

    def test_rows(self):
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            problems = [one for one in pool.map(lambda row: self.row(*row), ROWS) if one]
        self.assertEqual(problems, [], "\n".join(problems))

    def test_machine(self):
        done = self.run_with(whole(b"x" * 1_000_000), TMPDIR="/nonexistent")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.notes, "chat-token: the body cannot be stored: No such file or directory. Free some space in the "
                                     "temporary folder, or set TMPDIR to another one.\n")
        done = self.run_with(silent, scheme="https")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(done.notes, "chat-token: 127.0.0.1: the connection was not ready within 10 s. Check the host and the "
                                     "network connection.\n")
        with socket.create_server(("127.0.0.1", 0)) as plain:
            def answer():
                connection, _ = plain.accept()
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 400 B\r\nContent-Length: 0\r\n\r\n")
                connection.close()
            threading.Thread(target=answer, daemon=True).start()
            done = subprocess.run(arguments(plain.getsockname()[1], scheme="https"), capture_output=True, text=True,
                                  env=environment("/nonexistent"))
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, "^chat-token: 127.0.0.1: no secure connection: .*[.] Nothing was sent[.] .*\n$")
        proxy = "http://127.0.0.1:1"
        done = subprocess.run([*arguments(1)[:-1], "https://chat.example"], capture_output=True, text=True,
                              env=environment("/nonexistent", https_proxy=proxy, http_proxy=proxy))
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, "^chat-token: Proxy: the proxy failed: .*[.] Check the proxy settings of the system[.]\n$")
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        done = subprocess.run(arguments(port), capture_output=True, text=True, env=environment("/nonexistent"))
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr, f"^chat-token: 127.0.0.1: nothing listens on port {port}[.] .*\n$")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *[word for word in sys.argv[2:] if word != "--sanitized"]])
