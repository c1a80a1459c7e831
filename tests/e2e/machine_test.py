#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A machine that is set up wrong: a clock that no token can hold, no home folder, no display.

machine_test.py CLOCK PROGRAM [WINDOW]
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CLOCK, PROGRAM = map(os.path.abspath, sys.argv[1:3])
WINDOW = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else None
CERTIFICATE = {"AGORA_APP_ID": "970CA35de60c44645bbae8a215061b33", "AGORA_APP_CERTIFICATE": "5CFd2fd1755d40ecb72977518be15d3b"}
BEFORE, AFTER = "-315619200", "4294967296"  # 1960, and the first second of 2106 that 32 bits cannot say
LAST = "4294967295"
CALL = ["rest", "call", "user.get", "--set", "username=alice", "--host", "http://127.0.0.1:1", "--dry-run"]
SPEC = '{"expire": 60, "services": [{"type": 5, "privileges": {"1": 60}, "user_id": "alice"}]}'
MINTING = [["user", "alice"], ["app"], CALL, ["build", "-"], ["serve", "--port", "0"], ["sandbox", "--port", "0"]]


def run(*words, program=PROGRAM, stdin="", folder=None, **variables):
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **variables}
    environment = {name: value for name, value in environment.items() if value is not None}
    return subprocess.run([program, *words], input=stdin, capture_output=True, text=True, env=environment, cwd=folder, timeout=60)


class Clock(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def at(self, clock, *words, **more):
        return run(*words, HOME=self.home, LD_PRELOAD=CLOCK, CHATTOKEN_TEST_CLOCK=clock,
                   ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0", **more)

    def test_refuses_to_mint_where_no_token_can_hold_the_time(self):
        for clock, moment in ((BEFORE, "1960-01-01T00:00:00Z"), (AFTER, "2106-02-07T06:28:16Z")):
            for words in MINTING:
                done = self.at(clock, *words, stdin=SPEC, **CERTIFICATE)
                self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (3, "", 1), (words, done.stderr))
                self.assertIn(moment, done.stderr)
                self.assertIn("Set the clock", done.stderr)
            self.assertIn(moment, self.at(clock, "demo").stdout)

    def test_mints_in_the_last_second(self):
        done = self.at(LAST, "--json", "user", "alice", **CERTIFICATE)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f'"expires_at":{int(LAST) + 3600}', done.stdout)

    def test_a_time_that_is_named_needs_no_clock(self):
        for words in (["user", "alice"], ["app"]):
            self.assertEqual(self.at(BEFORE, *words, "--issued-at", "1700000000", **CERTIFICATE).returncode, 0)
        self.assertEqual(self.at(BEFORE, "build", "-", stdin=SPEC[:-1] + ', "issue_ts": 1700000000}', **CERTIFICATE).returncode, 0)

    def test_a_time_that_no_token_can_hold_is_refused(self):
        for time in ("4294967296", "1960-01-01", "2106-02-07T06:28:16Z"):
            done = run("user", "alice", "--issued-at", time, HOME=self.home, **CERTIFICATE)
            self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (2, "", 1), time)
            self.assertIn("--issued-at", done.stderr)


class Home(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_refuses_a_home_that_is_no_full_path(self):
        for variables, says in (({}, "HOME"), ({"HOME": ""}, "HOME"), ({"HOME": "here"}, "“here”"), ({"HOME": "."}, "HOME"),
                                ({"HOME": str(self.folder), "XDG_DATA_HOME": "data"}, "XDG_DATA_HOME: “data”")):
            for words in (["projects", "list"], ["projects", "add", "x", "--app-id", CERTIFICATE["AGORA_APP_ID"]], ["vault", "status"],
                          ["vault", "lock"], ["user", "alice"]):
                done = run(*words, folder=self.folder, **variables)
                self.assertEqual((done.returncode, done.stdout, done.stderr.count("\n")), (3, "", 1), (words, variables, done.stderr))
                self.assertIn(says, done.stderr)
                self.assertIn("--home DIR", done.stderr)
            self.assertEqual(list(self.folder.iterdir()), [])

    def test_refuses_an_empty_option(self):
        done = run("--home", "", "projects", "list", HOME=str(self.folder))
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("--home: is empty", done.stderr)

    def test_takes_the_folder_that_is_named(self):
        kept = self.folder / "kept"
        done = run("--home", str(kept), "projects", "add", "x", "--app-id", CERTIFICATE["AGORA_APP_ID"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue((kept / "projects.json").exists())

    def test_what_needs_no_files_needs_no_home(self):
        token = run("--project", "sandbox", "user", "alice").stdout.strip()
        self.assertTrue(token.startswith("007"))
        for words, exit_code in ((["version"], 0), (["--version"], 0), (["help"], 0), (["rest", "list"], 0), (["completion", "bash"], 0),
                                 (["inspect", token], 0), (["compare", token, token], 0), (["demo"], 0)):
            done = run(*words, folder=self.folder)
            self.assertEqual(done.returncode, exit_code, (words, done.stderr))
            self.assertTrue(done.stdout)
        mine = run("user", "alice", **CERTIFICATE).stdout.strip()
        done = run("inspect", mine, AGORA_APP_CERTIFICATE=CERTIFICATE["AGORA_APP_CERTIFICATE"])
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(list(self.folder.iterdir()), [])


class Sandbox(unittest.TestCase):
    def test_says_who_signs_where_nobody_was_chosen(self):
        with tempfile.TemporaryDirectory() as home:
            for words, stdin in ((["user", "alice"], ""), (["app"], ""), (["build", "-"], SPEC)):
                done = run(*words, stdin=stdin, HOME=home)
                self.assertEqual((done.returncode, done.stdout.count("\n")), (0, 1))
                self.assertRegex(done.stderr, r"^chat-token: note: .*sandbox.*--project NAME.*\n$")
                self.assertEqual(run("--json", *words, stdin=stdin, HOME=home).stderr, "")
                self.assertEqual(run("--project", "sandbox", *words, stdin=stdin, HOME=home).stderr, "")
                self.assertEqual(run(*words, stdin=stdin, HOME=home, **CERTIFICATE).stderr, "")


@unittest.skipUnless(WINDOW, "built without the window")
class Window(unittest.TestCase):
    def test_help_and_version_need_no_display(self):
        for words, says in ((["--help"], "--page <NAME>"), (["-h"], "Unofficial"), (["--version"], "chat-token-console "),
                            (["--home", "/nowhere", "-v"], "chat-token-console ")):
            done = run(*words, program=WINDOW)
            self.assertEqual((done.returncode, done.stderr), (0, ""), words)
            self.assertIn(says, done.stdout)

    def test_refuses_a_home_that_is_no_full_path(self):
        with tempfile.TemporaryDirectory() as folder:
            for variables in ({}, {"HOME": "here"}, {"HOME": folder, "XDG_DATA_HOME": "data"}):
                done = run(program=WINDOW, folder=folder, QT_QPA_PLATFORM="offscreen", **variables)
                self.assertEqual((done.returncode, done.stdout), (3, ""))
                self.assertRegex(done.stderr, r"chat-token-console: (XDG_DATA_)?HOME: .*--home DIR")
                self.assertEqual(os.listdir(folder), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
