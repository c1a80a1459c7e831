#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The files of the command line: what an output never replaces, what stands in their place that is no file, two
writers at once, and kill -9 in the middle.

files_test.py PROGRAM EDITS KILLS [unittest arguments]
"""
import fcntl
import hashlib
import json
import os
import pathlib
import random
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

PROGRAM, EDITS, KILLS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
LIMIT = 5  # seconds in which every command ends, whatever stands in its way
LOADED = 12  # times as long on a machine that does much else


class Files(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.home = self.folder / "home"
        self.key = self.folder / "key"

    def run_it(self, *arguments, stdin=""):
        return subprocess.run([PROGRAM, "--home", str(self.home), *map(str, arguments)], input=stdin, text=True,
                              capture_output=True, timeout=LIMIT * LOADED,
                              env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8"})

    def ok(self, *arguments, stdin=""):
        done = self.run_it(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, code, *arguments, stdin=""):
        done = self.run_it("--json", *arguments, stdin=stdin)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        error = json.loads(done.stderr)["error"]
        self.assertEqual(error["code"], code, done.stderr)
        self.assertTrue(error["message"] and error["hint"], error)
        return done

    def objects(self, *arguments):
        return [json.loads(line) for line in self.ok("--json", *arguments).stdout.splitlines()]

    def make_home(self):
        self.ok("vault", "init", "--write-key-file", self.key)
        self.add("mine")

    def add(self, name):
        self.ok("--key-file", self.key, "projects", "add", name, "--app-id", APP_ID, "--certificate-file", "-",
                stdin=CERTIFICATE)

    def contents(self, folder):
        return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in sorted(folder.rglob("*")) if path.is_file()}


class Outputs(Files):
    def test_a_file_that_is_there_is_replaced_only_with_force(self):
        self.make_home()
        out = self.folder / "out.json"
        self.ok("projects", "export", out)
        self.assertEqual(out.stat().st_mode & 0o777, 0o600)
        out.write_text("precious")
        self.refused("output-exists", "projects", "export", out)
        self.assertIn("--force", self.run_it("projects", "export", out).stderr)
        self.assertEqual(out.read_text(), "precious")
        self.ok("projects", "export", out, "--force")
        self.assertIn("mine", out.read_text())

    def test_what_the_program_needs_is_never_replaced(self):
        self.make_home()
        (self.folder / "link").symlink_to(self.home / "vault.ctv")
        os.link(self.home / "vault.ctv", self.folder / "second name")
        (self.home / "notes").write_text("mine")
        before = self.contents(self.folder)
        targets = [*self.home.iterdir(), self.key, self.folder / "link", self.folder / "second name",
                   self.home / "settings.ini", self.home / "vault.ctv.tmp", self.home / ".." / "home" / "vault.ctv.bak"]
        self.assertGreater(len(targets), 10)
        for target in targets:
            for force in [], ["--force"]:
                for more in [], ["--with-certificates"]:
                    with self.subTest(target=str(target), force=force, more=more):
                        self.refused("output-protected", "--key-file", self.key, "projects", "export", target, *force,
                                     *more)
            with self.subTest(key_file=str(target)):
                self.refused("output-protected", "--key-file", self.key, "vault", "key-file", target)
        self.assertEqual(self.contents(self.folder), before)

    def test_what_is_no_file_is_left_alone(self):
        self.make_home()
        pipe, nowhere, device = (self.folder / name for name in ("pipe", "nowhere", "device"))
        os.mkfifo(pipe)
        nowhere.symlink_to(self.folder / "none")
        device.symlink_to("/dev/full")
        for target in pipe, nowhere, device, self.folder:
            for force in [], ["--force"]:
                self.refused("not-a-regular-file", "projects", "export", target, *force)
        self.assertTrue(stat.S_ISFIFO(pipe.lstat().st_mode) and nowhere.is_symlink() and device.is_symlink())
        self.assertFalse((self.folder / "none").exists())

    def test_a_key_file_is_never_replaced(self):
        self.make_home()
        other = self.folder / "other"
        other.write_text("precious")
        self.refused("key-file-exists", "--key-file", self.key, "vault", "key-file", other)
        self.assertEqual(other.read_text(), "precious")


class Places(Files):
    """Something else stands where a file of ours is looked for."""

    def test_pipes_and_links(self):
        self.make_home()
        content = (self.home / "projects.json").read_bytes()
        for name in "projects.json", "projects.json.lock":
            for kind in "pipe", "link":
                with self.subTest(name=name, kind=kind):
                    path = self.home / name
                    path.unlink(missing_ok=True)
                    elsewhere = self.folder / "elsewhere"
                    elsewhere.write_bytes(content if name == "projects.json" else b"")
                    os.mkfifo(path) if kind == "pipe" else path.symlink_to(elsewhere)
                    self.refused("not-a-regular-file", "projects", "edit", "mine", "--org", "o")
                    self.assertEqual(elsewhere.read_bytes(), content if name == "projects.json" else b"")
                    path.unlink()
                    (self.home / "projects.json").write_bytes(content)
        for name in "vault.ctv.lock", "vault.ctv":
            with self.subTest(name=name):
                path = self.home / name
                before = path.read_bytes()
                path.unlink()
                os.mkfifo(path)
                self.refused("not-a-regular-file" if name.endswith("lock") else "vault-not-a-file", "--key-file", self.key,
                             "projects", "edit", "mine", "--certificate-file", "-", stdin=CERTIFICATE[::-1])
                path.unlink()
                path.write_bytes(before)

    def test_a_lock_that_another_program_holds(self):
        self.make_home()
        for name, code, command in (
                ("projects.json.lock", "lock-busy", ["projects", "edit", "mine", "--org", "o"]),
                ("vault.ctv.lock", "vault-lock-busy", ["--key-file", self.key, "projects", "remove", "mine"])):
            with self.subTest(name=name), open(self.home / name, "r+") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX)
                done = self.refused(code, *command)
                self.assertNotIn("Reload", done.stderr)
                self.assertNotIn("kept", done.stderr)

    def test_a_key_from_a_pipe(self):
        self.make_home()
        reading, writing = os.pipe()
        os.write(writing, self.key.read_bytes())
        os.close(writing)
        done = subprocess.run([PROGRAM, "--home", self.home, "--key-file", f"/dev/fd/{reading}", "--project", "mine",
                               "user", "a"], pass_fds=[reading], capture_output=True, text=True)
        os.close(reading)
        self.assertEqual(done.returncode, 0, done.stderr)
        os.mkfifo(self.folder / "dry")
        self.refused("pipe-silent", "--key-file", self.folder / "dry", "--project", "mine", "user", "a")

    def test_open_folders_are_tightened_or_told(self):
        self.make_home()
        self.home.chmod(0o755)
        self.assertIn("0755", self.ok("projects", "list").stderr)
        self.assertEqual(self.home.stat().st_mode & 0o777, 0o700)
        self.assertEqual(self.ok("projects", "list").stderr, "")
        (self.home / "another").touch()
        self.home.chmod(0o777)
        self.assertEqual(self.ok("--json", "projects", "list").stderr, "")
        self.assertIn("0777", self.ok("projects", "list").stderr)

    def test_an_older_vault_is_told_once(self):
        self.make_home()
        vault = self.home / "vault.ctv"
        old = vault.read_bytes()
        self.add("second")
        vault.write_bytes(old)
        use = ["--key-file", self.key, "--project", "mine", "user", "a"]
        self.assertEqual(self.ok("--json", *use).stderr, "")
        self.assertIn("older copy", self.ok(*use).stderr)
        self.assertNotIn("older copy", self.ok(*use).stderr)

    def test_a_damaged_vault_is_one_object(self):
        self.make_home()
        vault = self.home / "vault.ctv"
        vault.write_bytes(vault.read_bytes()[:-1])
        for command in (["--project", "mine", "user", "a"], ["vault", "status"], ["vault", "key-file", self.folder / "k"],
                        ["projects", "remove", "mine"]):
            with self.subTest(command=command):
                self.refused("vault-damaged", "--key-file", self.key, *command)
        self.assertEqual(self.ok("--json", "projects", "list").stderr, "")


class Writers(Files):
    def test_two_writers_keep_every_edit(self):
        self.make_home()
        told = []

        def edit(name):
            for number in range(EDITS):
                done = self.run_it("projects", "edit", "mine", "--env", "both", "--var", f"{name}{number}=1")
                if done.returncode != 0:
                    told.append((name, number, done.stderr))

        threads = [threading.Thread(target=edit, args=(name,)) for name in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        kept = self.objects("projects", "show", "mine")[0]["environments"][0]["variables"]
        self.assertEqual(len(kept) + len(told), 2 * EDITS, told[:3])
        self.assertEqual(sorted(path.name for path in self.home.iterdir() if path.name.endswith(".tmp")), [])

    def test_two_writers_keep_every_certificate(self):
        self.make_home()
        count = max(EDITS // 10, 4)
        errors = []

        def add(name):
            for number in range(count):
                done = self.run_it("--key-file", self.key, "projects", "add", f"{name}{number}", "--app-id", APP_ID,
                                   "--certificate-file", "-", stdin=CERTIFICATE)
                if done.returncode != 0:
                    errors.append(done.stderr)

        threads = [threading.Thread(target=add, args=(name,)) for name in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(errors, [])
        self.assertEqual(len([one for one in self.objects("projects", "list") if one["certificate"] == "stored"]),
                         2 * count + 1)

    def test_what_was_removed_does_not_come_back(self):
        self.make_home()
        self.ok("--key-file", self.key, "projects", "remove", "mine")
        self.refused("no-such-project", "projects", "edit", "mine", "--org", "o")
        self.assertEqual([one["name"] for one in self.objects("projects", "list")], ["sandbox"])

    def test_killed_at_any_moment_it_can_be_given_again(self):
        self.make_home()
        words = [PROGRAM, "--home", str(self.home), "--key-file", str(self.key), "projects", "add"]
        began = time.monotonic()
        self.add("measured")
        whole = time.monotonic() - began
        half = 0
        for number in range(KILLS):
            name = f"p{number}"
            process = subprocess.Popen([*words, name, "--app-id", APP_ID, "--certificate-file", "-", "--use"],
                                       stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            process.stdin.write(CERTIFICATE.encode())
            process.stdin.close()
            time.sleep(random.uniform(0, whole))  # the moment at which it is killed
            process.send_signal(signal.SIGKILL)
            process.wait()
            half += process.returncode != 0
            there = {one["name"]: one["certificate"] for one in self.objects("projects", "list")}
            self.assertEqual(there.get(name, "stored"), "stored")
            if name not in there:
                self.add(name)
        self.add("last")
        left = [path.name for path in self.home.iterdir() if ".tmp" in path.name]
        self.assertEqual(left, [])
        self.assertEqual(self.objects("--key-file", self.key, "vault", "status")[0]["secrets"], KILLS + 3)
        self.ok("--key-file", self.key, "--project", f"p{KILLS - 1}", "user", "a")
        print(f"{KILLS} killed, {half} of them before they were done")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]], verbosity=2)
