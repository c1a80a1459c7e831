#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The contract of chat-token, from outside: shapes of --json, exit codes, errors, the sandbox by curl.

cli_test.py PROGRAM DATA MAN [unittest arguments]
"""
import base64
import concurrent.futures
import email.utils
import json
import os
import pathlib
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import zlib

PROGRAM, DATA, MAN = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
COMMANDS = ["user", "app", "build", "inspect", "compare", "why", "demo", "sandbox", "serve", "rest list", "rest show", "rest call",
            *(f"projects {word}" for word in ("list", "add", "show", "edit", "remove", "export", "import")),
            *(f"vault {word}" for word in ("init", "status", "lock", "passphrase", "keychain", "key-file", "restore")),
            "completion", "help", "version"]


def run(*arguments, stdin="", **variables):
    environment = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "LANG": "C.UTF-8", **variables}
    done = subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, text=True, env=environment, timeout=60)
    done.lines = done.stdout.splitlines()
    return done


def credentials():
    return {"AGORA_APP_ID": APP_ID, "AGORA_APP_CERTIFICATE": CERTIFICATE}


class Sandbox:
    """`chat-token sandbox` on a free port."""

    def __enter__(self):
        self.process = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json"], stdout=subprocess.PIPE, text=True)
        self.address = json.loads(self.process.stdout.readline())
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.exit_code = self.process.wait(timeout=10)
        self.process.stdout.close()


def curl(*arguments, stdin=None):
    done = subprocess.run(["curl", "-sS", "-m", "20", "-w", "\n%{http_code}", *arguments], input=stdin,
                          capture_output=True, text=True)
    body, _, status = done.stdout.rpartition("\n")
    return int(status), body


class Tokens(unittest.TestCase):
    def test_same_inputs_give_the_vendors_text(self):
        vectors = json.loads((DATA / "token/vectors.json").read_text())["vectors"]
        chosen = [v for v in vectors if "cpp" in v.get("text_agrees", []) and v["kind"] == "007"][:40]
        self.assertGreater(len(chosen), 20)
        for vector in chosen:
            spec = {k: vector[k] for k in ("app_id", "issue_ts", "expire", "salt", "services")}
            done = run("build", "-", stdin=json.dumps(spec), AGORA_APP_ID=vector["app_id"],
                       AGORA_APP_CERTIFICATE=vector["app_certificate"])
            self.assertEqual((done.returncode, done.stdout.strip()), (0, vector["token"]), vector["id"])

    def test_user_and_app(self):
        for arguments in (["user", "alice"], ["app"]):
            done = run("--json", *arguments, "--expire", "1h30m", "--issued-at", "2023-11-14T22:13:20Z", "--salt=7",
                       **credentials())
            answer = json.loads(done.stdout)
            self.assertEqual(list(answer), ["token", "expires_at"])
            self.assertEqual(answer["expires_at"], 1700000000 + 5400)
            again = run(*arguments, "--issued-at=1700000000", "--salt", "7", "--expire", "5400", **credentials())
            self.assertEqual(again.stdout, answer["token"] + "\n")

    def test_options_stand_anywhere_and_end_with_two_dashes(self):
        first = run("user", "--", "--json", **credentials())
        self.assertEqual(first.returncode, 0)
        self.assertTrue(first.stdout.startswith("007eJ"))
        self.assertEqual(json.loads(run("user", "x", "--json", **credentials()).stdout).keys(), {"token", "expires_at"})

    def test_bad_inputs_are_usage(self):
        for arguments in (["user"], ["user", ""], ["user", "a", "b"], ["user", "a", "--expire", "soon"],
                          ["user", "a", "--expire", "4294967296"], ["user", "a", "--salt", "-1"],
                          ["user", "a", "--issued-at", "1700000000000"], ["user", "a" * 65536], ["nothing"], ["rest"],
                          ["user", "a", "--certificate", CERTIFICATE], ["rest", "show", "user.registr"]):
            done = run(*arguments, **credentials())
            self.assertEqual((done.returncode, done.stdout), (2, ""), arguments)
            self.assertRegex(done.stderr, r"^chat-token: .+[.?]\n$")
            self.assertEqual(done.stderr.count("\n"), 1)
            error = json.loads(run("--json", *arguments, **credentials()).stderr)
            self.assertEqual(list(error["error"]), ["code", "field", "message", "hint"], arguments)

    def test_no_output_ever_shows_the_certificate(self):
        canary = "c0ffee00c0ffee00c0ffee00c0ffee99"
        for arguments in (["user", "a"], ["app", "--json"], ["inspect", canary], ["inspect", "007x"], ["demo"],
                          ["rest", "call", "user.list", "--dry-run"], ["build", "-"], ["nothing"]):
            done = run(*arguments, stdin="{}", AGORA_APP_ID=APP_ID, AGORA_APP_CERTIFICATE=canary)
            self.assertNotIn(canary, done.stdout + done.stderr, arguments)


class Inspection(unittest.TestCase):
    KEYS = ["format", "cleaned", "app_id", "issue_ts", "expire", "expires_at", "effective_expires_at", "salt", "signature",
            "services", "fields", "payload_hex", "signature_check", "matched_project", "state", "problems"]

    def test_every_damaged_token_gets_its_code(self):
        rows = json.loads((DATA / "token/malformed.json").read_text())["rows"]

        def judge(row):
            extra = []
            if "channel" in row:
                extra = ["--channel", row["channel"], "--uid", row["uid"]]
            done = run("inspect", "--json", "--at", str(row["at"]), *extra, stdin=row["token"],
                       AGORA_APP_CERTIFICATE=row["app_certificate"])
            answer = json.loads(done.stdout)
            codes = [(p["code"], p["severity"]) for p in answer["problems"]]
            errors = [code for code, severity in codes if severity == "error"]
            if (done.returncode == 0) != (not errors):
                return f'{row["id"]}: exit {done.returncode} with {errors}'
            if row["expect"] == "ok":
                return f'{row["id"]}: {errors}' if errors else None
            severity = dict(codes).get(row["expect"])
            if severity is None or (severity == "error" and errors[0] != row["expect"]):
                return f'{row["id"]}: {row["expect"]} is not (first) in {codes}'
            return None

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            wrong = [fault for fault in pool.map(judge, rows) if fault]
        self.assertEqual(wrong, [])

    def test_every_vector_is_read_and_verified(self):
        vectors = json.loads((DATA / "token/vectors.json").read_text())["vectors"]

        def judge(vector):
            extra = [f"--{name}={vector[name]}" for name in ("channel", "uid") if name in vector]
            done = run("inspect", "--json", "--at", "1", *extra, stdin=vector["token"],
                       AGORA_APP_CERTIFICATE=vector.get("app_certificate", ""))
            answer = json.loads(done.stdout)
            end = 0
            for field in answer["fields"]:
                if field["offset"] != end:
                    return f'{vector["id"]}: {field} does not follow byte {end}'
                end += field["length"]
            if end != len(answer["payload_hex"]) // 2:
                return f'{vector["id"]}: the fields end at {end}'
            check = "valid" if "app_certificate" in vector else "not-checked"
            if vector["kind"] == "007" and (answer["format"], answer["signature_check"]) != ("007", check):
                return f'{vector["id"]}: {answer["format"]}, signature {answer["signature_check"]}'
            return None

        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            wrong = [fault for fault in pool.map(judge, vectors) if fault]
        self.assertEqual(wrong, [])

    def test_shape_and_coverage(self):
        token = run("user", "alice", "--issued-at", "1700000000", **credentials()).stdout.strip()
        done = run("inspect", "--json", f'Authorization: Bearer {token}', "--at", "1700000001",
                   AGORA_APP_CERTIFICATE=CERTIFICATE)
        self.assertEqual(done.returncode, 0)
        answer = json.loads(done.stdout)
        self.assertEqual(list(answer), self.KEYS)
        self.assertEqual(answer["cleaned"], ["bearer-prefix"])
        self.assertEqual((answer["state"], answer["signature_check"]), ("valid", "valid"))
        self.assertEqual(answer["services"], [{"type": 5, "name": "Chat", "privileges": {"1": 3600}, "user_id": "alice"}])
        at = 0
        for field in answer["fields"]:
            self.assertEqual(list(field), ["path", "offset", "length", "value"])
            self.assertEqual(field["offset"], at)
            at += field["length"]
        self.assertEqual(at, len(answer["payload_hex"]) // 2)
        self.assertIn({"path": "services[0].user_id", "offset": 94, "length": 5, "value": "alice"}, answer["fields"])
        for problem in answer["problems"]:
            self.assertEqual(list(problem), ["code", "severity", "message", "offset"])

    def test_argument_stdin_and_dash_are_the_same(self):
        token = run("user", "alice", "--issued-at", "1700000000", "--salt", "1", **credentials()).stdout.strip()
        answers = {run("inspect", token, "--at", "1700000001").stdout, run("inspect", "-", "--at", "1700000001", stdin=token).stdout,
                   run("inspect", "--at", "1700000001", stdin=token + "\n").stdout.replace(
                       "White space in or around the token was taken off.", "")}
        self.assertGreaterEqual(len(answers), 1)
        self.assertTrue(all("alice" in answer for answer in answers))

    def test_fitness(self):
        user = run("user", "alice", **credentials()).stdout.strip()
        self.assertEqual(run("inspect", user, "--for-rest", **credentials()).returncode, 1)
        self.assertEqual(run("inspect", user, "--for-user", "alice", **credentials()).returncode, 0)
        self.assertEqual(run("inspect", user, "--for-user", "bob", **credentials()).returncode, 1)

    def test_legacy_shape(self):
        vectors = json.loads((DATA / "token/vectors.json").read_text())["vectors"]
        vector = next(v for v in vectors if v["kind"] == "006" and v.get("app_certificate"))
        done = run("inspect", "--json", vector["token"], "--channel", vector["channel"], "--uid", vector["uid"],
                   "--at", "1600000000", AGORA_APP_CERTIFICATE=vector["app_certificate"])
        answer = json.loads(done.stdout)
        self.assertEqual((answer["format"], answer["signature_check"]), ("006", "valid"))
        self.assertEqual(answer["privileges"], vector["privileges"])
        self.assertNotIn("services", answer)
        self.assertIsInstance(answer["channel_crc"], int)

    def test_compare(self):
        a, b, c = (run("user", user, "--salt", salt, "--issued-at", "1700000000", **credentials()).stdout.strip()
                   for user, salt in (("alice", "1"), ("alice", "2"), ("bob", "1")))
        same = json.loads(run("compare", "--json", a, a).stdout)
        self.assertEqual((list(same), same["same"], same["differ"]), (["same", "differ", "summary"], True, []))
        salt = run("compare", "--json", a, b)
        answer = json.loads(salt.stdout)
        self.assertEqual((salt.returncode, [d["path"] for d in answer["differ"]]), (1, ["signature", "salt"]))
        self.assertEqual(list(answer["differ"][1]), ["path", "a", "b"])
        self.assertEqual(answer["summary"], "These differ only in salt and signature.")
        self.assertIn("user_id", json.loads(run("compare", "--json", a, c).stdout)["summary"])


    def test_every_stored_certificate_is_tried(self):
        sandbox = run("user", "alice", "--project", "sandbox").stdout.strip()
        answer = json.loads(run("inspect", "--json", sandbox).stdout)
        self.assertEqual((answer["signature_check"], answer["matched_project"]), ("valid", "sandbox"))
        foreign = run("user", "alice", **credentials()).stdout.strip()
        answer = json.loads(run("inspect", "--json", foreign).stdout)
        self.assertEqual((answer["signature_check"], answer["matched_project"]), ("not-checked", None))
        self.assertIn("a certificate that you have not stored", run("inspect", foreign).stdout)
        # Beside the environment the stored ones are known by name.
        answer = json.loads(run("inspect", "--json", sandbox, **credentials()).stdout)
        self.assertEqual((answer["problems"][0]["code"], answer["matched_project"]), ("wrong-project", "sandbox"))
        self.assertIn("sandbox", answer["problems"][0]["message"])

    def test_mints_again(self):
        token = run("user", "alice", "--salt", "1", "--issued-at", "1700000000", **credentials()).stdout.strip()
        at = ["--at", "1700000001"]
        done = run("inspect", "--json", "--remint", token, *at, **credentials())
        again = json.loads(done.stdout)["remint"]
        self.assertEqual((done.returncode, list(again)), (0, ["outcome", "field", "producer", "differ", "summary", "token"]))
        self.assertEqual((again["outcome"], again["field"], again["token"]), ("identical", None, token))
        done = run("inspect", "--json", "--remint", "--user", "bob", token, *at, **credentials())
        again = json.loads(done.stdout)["remint"]
        self.assertEqual((done.returncode, again["outcome"], again["field"]), (1, "differs", "services[0].user_id"))
        self.assertIn("“bob”", run("inspect", "--remint", "--user", "bob", token, *at, **credentials()).stdout)
        self.assertEqual(json.loads(run("inspect", "--json", "--remint", "--expire", "60", token, *at, **credentials())
                                    .stdout)["remint"]["field"], "expire")
        vectors = json.loads((DATA / "token/vectors.json").read_text())["vectors"]
        vector = next(v for v in vectors if "go" in v.get("other_texts", {}))
        done = run("inspect", "--json", "--remint", vector["other_texts"]["go"], "--at", str(vector["issue_ts"]),
                   AGORA_APP_CERTIFICATE=vector["app_certificate"])
        again = json.loads(done.stdout)["remint"]
        self.assertEqual((again["outcome"], again["producer"]), ("same-payload", "go"))
        self.assertEqual(run("inspect", "--remint", "hello", **credentials()).returncode, 2)

    def test_a_report_holds_no_secret(self):
        token = run("user", "alice", **credentials()).stdout.strip()
        report = run("inspect", "--report", token, **credentials())
        self.assertEqual(report.returncode, 0)
        self.assertIn("alice", report.stdout)
        self.assertNotIn(CERTIFICATE, report.stdout)
        for at in range(len(token) - 16):
            self.assertNotIn(token[at:at + 16], report.stdout)
        self.assertEqual(list(json.loads(run("inspect", "--report", "--json", token, **credentials()).stdout)), ["report"])


class Why(unittest.TestCase):
    CLOSED = json.dumps({"error": "unauthorized", "error_description": "Registration is not open, please contact the app admin."})

    def test_shape(self):
        token = run("user", "alice", **credentials()).stdout.strip()
        done = run("why", "--json", token, "--endpoint", "user.register", "--status", "401", "--body", self.CLOSED, **credentials())
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, list(answer)),
                         (1, ["refused", "state", "judged_at", "causes", "answer", "clock_skew"]))
        self.assertEqual(list(answer["causes"][0]), ["code", "severity", "message", "hint", "evidence", "fix", "fix_args"])
        self.assertEqual((answer["causes"][0]["code"], answer["causes"][0]["fix"]), ("wrong-kind", "mint-app-token"))
        self.assertEqual(list(answer["answer"]), ["status", "error", "description", "documented", "meaning"])

    def test_good_tokens_have_no_cause(self):
        for arguments, use in ((["user", "alice"], ["--user", "alice"]), (["app"], ["--endpoint", "user.get"]), (["app"], [])):
            token = run(*arguments, **credentials()).stdout.strip()
            done = run("why", "--json", token, *use, **credentials())
            self.assertEqual((done.returncode, json.loads(done.stdout)["causes"]), (0, []), arguments)
            self.assertEqual(run("why", *use, stdin=token + "\n", **credentials()).returncode, 0)

    def test_uses_and_answers(self):
        token = run("user", "alice", "--issued-at", "1700000000", **credentials()).stdout.strip()

        def first(*arguments):
            return json.loads(run("why", "--json", token, *arguments, **credentials()).stdout)["causes"][0]["code"]

        at = ["--at", "1700000001"]
        self.assertEqual(first("--user", "bob", *at), "wrong-user")
        self.assertEqual(first("--user", "alice"), "expired")
        self.assertEqual(first("--status", "418", "--body", "teapot", *at), "unknown-answer")
        self.assertEqual(first("--status", "429", "--body", '{"error":"reach_limit"}', *at), "rate-limit")
        self.assertEqual(first("--status", "401", "--date", "Tue, 14 Nov 2023 22:03:20 GMT", *at), "clock-skew")
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            file.write('{"error":"organization_application_not_found"}')
            file.flush()
            self.assertEqual(first("--status", "404", "--body", "@" + file.name, *at), "wrong-app-key")

    def test_bad_inputs_are_usage(self):
        for arguments in (["--endpoint", "user.gte"], ["--status", "600"], ["--body", "{}"], ["--status", "401", "--date", "now"],
                          ["--user", "a", "--endpoint", "user.get"], ["--status", "401", "--body", "@/nowhere"]):
            done = run("why", "007eJx", *arguments, **credentials())
            self.assertIn(done.returncode, (2, 3), arguments)
            self.assertEqual((done.stdout, done.stderr.count("\n")), ("", 1), arguments)


class Help(unittest.TestCase):
    def test_every_command_has_help_and_stands_in_the_man_page(self):
        man = MAN.read_text()
        for command in COMMANDS:
            done = run(*command.split(), "--help")
            self.assertEqual(done.returncode, 0)
            self.assertIn(command, done.stdout)
            self.assertIn(f"Ic {command}", man)
            for option in re.findall(r"^\s+--([a-z-]+)", done.stdout, re.M):
                self.assertTrue(re.search(rf"Fl -{option}\b(?!-)", man), f"{command} --{option} is not in the man page")
        self.assertRegex(run("--version").stdout, r"\d+\.\d+\.\d+")

    def test_completions_know_the_commands(self):
        for shell in ("bash", "zsh", "fish"):
            done = run("completion", shell)
            self.assertEqual(done.returncode, 0)
            self.assertIn("__complete", done.stdout, shell)
        for group, begun, words in (("rest", "ca", ["call"]), ("vault", "key", ["key-file", "keychain"])):
            script = run("completion", "bash").stdout + (
                f'\nCOMP_WORDS=(chat-token {group} {begun}); COMP_CWORD=2; _chat_token "$0"; printf "%s\\n" "${{COMPREPLY[@]}}"')
            proposed = subprocess.run(["bash", "-c", script, PROGRAM], capture_output=True, text=True).stdout.split()
            self.assertEqual(sorted(proposed), words)

    def test_a_reader_that_has_gone_is_no_error(self):
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run([PROGRAM, "rest", "list"], stdout=writing, stderr=subprocess.PIPE, text=True)
        os.close(writing)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_bad_sandbox_knobs_are_usage(self):
        for knob, says in (("latency=61s", "It takes"), ("latncy=1s", "Did you mean “latency”?"), ("zzz", "fail.messages")):
            done = run("sandbox", "--port", "0", "--knob", knob)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), knob)
            self.assertIn(says, done.stderr)

    def test_sandbox_knobs_at_the_start_and_by_lines(self):
        process = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json", "--knob", "rate=1/s", "--knob", "clock=-1d"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.stdout.close)
        watchdog = threading.Timer(20, process.kill)
        watchdog.start()
        address = json.loads(process.stdout.readline())

        def call():
            done = subprocess.run(["curl", "-si", address["rest_url"] + "/app-id/" + address["app_id"] + "/users"],
                                  capture_output=True, text=True, timeout=10)
            head = done.stdout.splitlines()
            date = next(line.partition(": ")[2] for line in head if line.startswith("Date"))
            return int(head[0].split()[1]), email.utils.parsedate_to_datetime(date).timestamp() - time.time()

        answers = [call() for _ in range(4)]
        self.assertIn(429, [status for status, _ in answers])  # four calls within three seconds
        for _, ahead in answers:
            self.assertAlmostEqual(ahead, -86400, delta=5)
        process.stdin.write("knob clock=off\nknob rate=off\n")
        process.stdin.flush()
        while abs(call()[1]) > 5:
            pass  # the watchdog ends it
        self.assertEqual({call()[0] for _ in range(4)}, {401})
        watchdog.cancel()
        process.stdin.close()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=10), 0)

    def test_knob_lines_at_a_sandbox_are_answered(self):
        for extra in ([], ["--json"]):
            process = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", *extra], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            self.assertIn("http://127.0.0.1:", process.stdout.readline())
            watchdog = threading.Timer(20, process.kill)  # without an answer readline would wait for ever
            watchdog.start()
            process.stdin.write("knob delay=5\n\nwhat" + "x" * 100_000 + "\nknob")
            process.stdin.close()  # the last line has no end; the end of input does not stop the sandbox
            errors = [process.stderr.readline() for _ in range(3)]
            watchdog.cancel()
            self.assertIsNone(process.poll())
            process.send_signal(signal.SIGTERM)
            self.assertEqual((process.wait(timeout=10), process.stderr.read(), process.stdout.read()), (0, "", ""))
            process.stdout.close()
            process.stderr.close()
            if extra:
                self.assertEqual([json.loads(e)["error"]["code"] for e in errors], ["unknown-knob", "unknown-line", "unknown-line"])
            else:
                self.assertEqual([bool(re.match("chat-token: delay: there is no such knob", e)) for e in errors],
                                 [True, False, False])
                self.assertLess(len(errors[1]), 200)

    def test_a_sandbox_without_any_input_runs(self):
        process = subprocess.Popen(["sh", "-c", 'exec "$0" sandbox --port 0 <&-', PROGRAM], stdout=subprocess.PIPE, text=True)
        self.assertIn("http://127.0.0.1:", process.stdout.readline())
        self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=10), 0)
        process.stdout.close()

    def test_a_full_disk_is_told(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, "app"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 3)
        self.assertIn("chat-token: ", done.stderr)


class Rest(unittest.TestCase):
    def test_demo_does_the_whole_job(self):
        done = run("--json", "demo")
        steps = [json.loads(line) for line in done.lines]
        self.assertEqual((done.returncode, [s for s in steps if not s["ok"]]), (0, []), done.stderr)
        self.assertEqual(list(steps[0]), ["step", "ok", "detail"])
        self.assertTrue(any("users 200" in s["detail"] for s in steps))

    def test_list_and_show(self):
        rows = [json.loads(line) for line in run("rest", "list", "--json").lines]
        self.assertEqual(len(rows), 198)
        self.assertEqual(list(rows[0]), ["id", "group", "method", "path", "auth", "title", "sandbox"])
        group = [json.loads(line) for line in run("rest", "list", "--json", "--group", "User system registration").lines]
        self.assertEqual(len(group), 16)
        for id, built in (("user.list", True), ("push.label.create", False)):
            entry = json.loads(run("rest", "show", "--json", id).stdout)
            self.assertEqual((entry["id"], entry["sandbox"]), (id, built))
            self.assertEqual([row["sandbox"] for row in rows if row["id"] == id], [built])

    def test_doubtful_user_ids_are_told(self):
        for user, told in (("alice_1-2.3", ""), ("a" * 64, ""), ("a" * 65, "64 characters"), ("Alice", "upper case"),
                           ("alice@example.org", "a-z 0-9 _ - ."), ("用户", "a-z 0-9 _ - .")):
            done = run("user", user, **credentials())
            self.assertEqual(done.returncode, 0)
            self.assertTrue(done.stdout.startswith("007"))
            self.assertIn(told, done.stderr)
            self.assertEqual(done.stderr.startswith("chat-token: note: "), bool(told), done.stderr)
            self.assertEqual(done.stderr.count("\n"), 1 if told else 0)
            self.assertEqual(run("user", user, "--json", **credentials()).stderr, "")

    def test_a_path_in_the_home_folder(self):
        done = run("rest", "call", "file.upload", "--set", "file=@~/x.png", "--dry-run", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("~/x.png", done.stdout)
        self.assertIn("/x.png", done.stdout)

    def test_dry_run_masks_the_token(self):
        done = run("rest", "call", "user.register", "--set", "username=alice", "--dry-run", "--json")
        answer = json.loads(done.stdout)
        self.assertEqual(list(answer), ["method", "url", "headers", "body"])
        self.assertEqual((answer["method"], answer["body"]), ("POST", {"username": "alice"}))
        self.assertLess(len(answer["headers"]["Authorization"]), 30)
        shown = run("rest", "call", "user.register", "--set", "username=alice", "--dry-run", "--show-token")
        self.assertRegex(shown.stdout, r"Bearer 007eJ\S{100}")

    def test_nothing_listening_says_what_to_start(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        done = run("rest", "call", "user.list", "--project", "sandbox", "--host", f"http://127.0.0.1:{port}")
        self.assertEqual(done.returncode, 3)
        self.assertIn("Start it: chat-token sandbox", done.stderr)

    def test_a_port_in_use_says_what_to_do(self):
        with Sandbox() as sandbox:
            done = run("sandbox", "--port", sandbox.address["rest_url"].rsplit(":", 1)[1])
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("--port", done.stderr)

    def test_interrupt_and_terminate_stop_the_sandbox(self):
        for stop in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([PROGRAM, "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True)
            self.assertIn("http://127.0.0.1:", process.stdout.readline())
            process.send_signal(stop)
            self.assertEqual((process.wait(timeout=10), process.stdout.read()), (0, ""))
            process.stdout.close()

    def test_calls_against_a_sandbox(self):
        with Sandbox() as sandbox:
            self.assertEqual(list(sandbox.address), ["rest_url", "ws_url", "app_key", "app_id"])
            host = ["--host", sandbox.address["rest_url"]]
            done = run("rest", "call", "user.register", "--set", "username=alice", "--json", *host)
            answer = json.loads(done.stdout)
            self.assertEqual((done.returncode, list(answer)), (0, ["request", "response", "meaning"]))
            self.assertEqual(list(answer["request"]), ["method", "url", "headers", "body"])
            self.assertEqual(list(answer["response"]), ["status", "headers", "body", "bytes", "time_ms"])
            self.assertEqual(answer["response"]["body"]["entities"][0]["username"], "alice")
            again = run("rest", "call", "user.register", "--set", "username=alice", *host)
            self.assertEqual((again.returncode, json.loads(again.stdout)["error"]), (1, "duplicate_unique_property_exists"))
            self.assertTrue(again.stderr)
            self.assertNotIn("truncated", again.stderr)  # a whole 400 is no broken answer
            line = run("rest", "call", "user.get", "--set", "username=alice", "--as", "curl", "--show-token", "--dry-run", *host)
            shell = subprocess.run(["sh", "-c", line.stdout], capture_output=True, text=True)
            self.assertIn('"alice"', shell.stdout)
        self.assertEqual(sandbox.exit_code, 0)

    def test_the_sandbox_by_curl(self):
        app = run("app").stdout.strip()
        bearer = ["-H", f"Authorization: Bearer {app}"]
        as_json = ["-H", "Content-Type: application/json"]
        with Sandbox() as sandbox:
            port = sandbox.address["rest_url"].rsplit(":", 1)[1]
            org_app = sandbox.address["app_key"].replace("#", "/")
            for base in (f"http://127.0.0.1:{port}/{org_app}", f'http://[::1]:{port}/app-id/{sandbox.address["app_id"]}',
                         f"http://localhost:{port}/{org_app}"):
                name = "u" + str(abs(hash(base)) % 10**9)
                status, body = curl("-g", *bearer, *as_json, "-d", json.dumps({"username": name}), f"{base}/users")
                self.assertEqual((status, json.loads(body)["entities"][0]["username"]), (200, name))
                self.assertEqual(curl("-g", *bearer, f"{base}/users/{name}")[0], 200)
                self.assertEqual(curl("-g", *bearer, "-I", f"{base}/users/{name}")[0], 200)
                self.assertIn(name, curl("-g", *bearer, f"{base}/users?limit=100")[1])
                self.assertEqual(curl("-g", *bearer, "-X", "DELETE", f"{base}/users/{name}")[0], 200)
                status, body = curl("-g", *bearer, f"{base}/users/{name}")
                self.assertEqual((status, json.loads(body)["error"]), (404, "service_resource_not_found"))
                status, body = curl("-g", *as_json, "-d", '{"username":"x"}', f"{base}/users")
                self.assertEqual((status, list(json.loads(body)).sort()), (401, None))
            base = f"http://127.0.0.1:{port}/{org_app}"
            large = json.dumps([{"username": f"user{i}"} for i in range(60)]).ljust(900_000)
            status, _ = curl(*bearer, *as_json, "-H", "Expect: 100-continue", "--data-binary", "@-", f"{base}/users", stdin=large)
            self.assertEqual(status, 200)
            status, body = curl(*bearer, *as_json, "--data-binary", "@-", f"{base}/users", stdin=" " * 1_100_000)
            self.assertEqual(status, 413)
            status, body = curl("-H", "Host: evil.example", f"{base}/users")
            self.assertEqual(status, 403)
            self.assertIn("adb reverse", body)
            self.assertEqual(curl("-H", "Origin: https://evil.example", *bearer, f"{base}/users")[0], 403)


class HeavyTokens(unittest.TestCase):
    """Tokens of a few hundred characters whose payload is as large as one may be."""

    def token(self, count, services):
        payload = (struct.pack("<H", 32) + b"s" * 32 + struct.pack("<H", 32) + APP_ID.encode()
                   + struct.pack("<IIIH", 1_800_000_000, 3600, 1, count) + services)
        return "007" + base64.b64encode(zlib.compress(payload, 9)).decode()

    def peak(self, *arguments):
        """The most memory that the command had, in MiB, and the bytes of its stdout."""
        read, write = os.pipe()
        child = subprocess.Popen([PROGRAM, *arguments], stdout=write)
        os.close(write)
        size = 0
        while piece := os.read(read, 1 << 20):
            size += len(piece)
        os.close(read)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(child.returncode, 1)
        return usage.ru_maxrss / 1024, size

    def test_take_little_memory(self):
        chat = struct.pack("<HHH", 5, 0, 0)
        apaas = struct.pack("<HHHHh", 7, 0, 0, 0, -1)
        privileges = struct.pack("<HH", 5, 65535) + struct.pack("<HI", 1, 600) * 65535 + struct.pack("<H", 0)
        for name, count, services in (("Chat services", 65535, chat * 65535), ("aPaaS services", 65535, apaas * 65535),
                                      ("privileges", 2, privileges * 2)):
            with self.subTest(name):
                peak, size = self.peak("--json", "inspect", self.token(count, services))
                self.assertGreater(size, 20 << 20)  # every field is there
                self.assertLess(peak, 96)
                self.assertLess(self.peak("inspect", self.token(count, services))[0], 96)


class StoredVault(unittest.TestCase):
    """A home whose project has its certificate in a vault."""

    def home(self, vault):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        home = pathlib.Path(folder.name)
        home.joinpath("projects.json").write_text(json.dumps({"version": 1, "active": "1", "projects": [
            {"id": "1", "name": "mine", "app_id": APP_ID, "certificate": "vault"}]}))
        home.joinpath("vault.ctv").write_bytes(vault)
        return home

    def test_a_locked_vault_is_told(self):
        home = self.home((DATA / "vault/v1.ctv").read_bytes())
        done = run("--home", str(home), "--json", "user", "alice")
        self.assertEqual(done.returncode, 3)
        self.assertEqual(json.loads(done.stderr)["error"]["code"], "vault-locked")
        self.assertEqual(run("--home", str(home), "--project", "sandbox", "user", "alice").returncode, 0)

    def test_a_damaged_vault_stops_only_what_needs_it(self):
        home = self.home(b"damaged")
        done = run("--home", str(home), "--project", "sandbox", "user", "alice")
        self.assertEqual(done.returncode, 0)
        self.assertTrue(done.stdout.startswith("007"))
        self.assertIn(str(home / "vault.ctv"), done.stderr)  # by name: it is no secret
        self.assertEqual(run("--home", str(home), "inspect", done.lines[0]).returncode, 0)
        self.assertNotEqual(run("--home", str(home), "user", "alice").returncode, 0)
        self.assertEqual((home / "vault.ctv").read_bytes(), b"damaged")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
