#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stored projects and the vault by the command line, as a script, a person at a terminal and a thief meet them.

store_test.py PROGRAM [unittest arguments]
"""
import json
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from canary import forms, hits, sanitized

PROGRAM = sys.argv[1]
APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
NEXT_CERTIFICATE = "0123456789abcdef0123456789abcdef"
PASSPHRASE = "correct horse battery staple"
NEW_PASSPHRASE = "umbrella granite violet seventeen"


class Store(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.home = self.folder / "home"

    def environment(self, **variables):
        return {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8",
                "TMPDIR": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder), **variables}

    def run_it(self, *arguments, stdin="", secrets=(), home=None, **variables):
        """`secrets` are handed over by descriptors: (option, text)."""
        words, pipes = [], []
        for option, text in secrets:
            reading, writing = os.pipe()
            os.write(writing, text.encode())
            os.close(writing)
            words += [option, str(reading)]
            pipes.append(reading)
        done = subprocess.run([PROGRAM, "--home", str(home or self.home), *words, *arguments], input=stdin,
                              capture_output=True, text=True, env=self.environment(**variables), pass_fds=pipes,
                              timeout=60)
        for pipe in pipes:
            os.close(pipe)
        self.assertNotIn(PASSPHRASE, done.stderr)
        self.assertNotIn(CERTIFICATE, done.stdout + done.stderr)
        return done

    def ok(self, *arguments, **more):
        done = self.run_it(*arguments, **more)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def refused(self, code, exit_code, *arguments, **more):
        done = self.run_it("--json", *arguments, **more)
        self.assertEqual((json.loads(done.stderr)["error"]["code"], done.returncode), (code, exit_code))
        return done

    def objects(self, *arguments, **more):
        return [json.loads(line) for line in self.ok("--json", *arguments, **more).stdout.splitlines()]

    def make_vault(self):
        return self.ok("vault", "init", secrets=[("--passphrase-fd", PASSPHRASE + "\n")])

    def make_headless(self, home=None):
        key = self.folder / ("key" if home is None else home.name + ".key")
        self.ok("vault", "init", "--write-key-file", str(key), home=home)
        return str(key)

    def signed_by(self, token, certificate):
        done = subprocess.run([PROGRAM, "--json", "inspect", "-"], input=token, capture_output=True, text=True,
                              env=self.environment(AGORA_APP_CERTIFICATE=certificate))
        return json.loads(done.stdout)["signature_check"] == "valid"


class Headless(Store):
    def test_a_key_file_is_enough(self):
        key = self.make_headless()
        self.assertEqual(os.stat(key).st_mode & 0o777, 0o600)
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--app-key", "org#app", "--host",
                "a41.chat.agora.io", "--use", secrets=[("--certificate-fd", CERTIFICATE + "\n")])
        listed = {one["name"]: one for one in self.objects("projects", "list")}
        self.assertEqual(listed["mine"], {"name": "mine", "app_id": APP_ID, "app_key": "org#app",
                                          "host": "https://a41.chat.agora.io", "certificate": "stored",
                                          "production": False})
        token = self.ok("--key-file", key, "user", "alice").stdout.strip()
        self.assertTrue(self.signed_by(token, CERTIFICATE))
        self.refused("vault-locked", 3, "user", "alice")
        self.assertIn("mine", self.ok("--key-file", key, "inspect", token).stdout)
        locked = self.ok("inspect", token)
        self.assertIn("locked", locked.stdout)
        self.assertIn("--key-file", locked.stderr)

    def test_nothing_is_kept_without_a_vault(self):
        self.refused("no-vault", 3, "projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-",
                     stdin=CERTIFICATE)
        self.assertEqual([one["name"] for one in self.objects("projects", "list")], ["sandbox"])
        self.ok("projects", "add", "mine", "--app-id", APP_ID)  # without a secret there is nothing to ask
        self.refused("no-certificate", 2, "--project", "mine", "user", "alice")

    def test_bad_secrets_are_refused_and_nothing_is_stored(self):
        key = self.make_headless()
        with_key = ["--key-file", key, "projects", "add", "mine", "--app-id", APP_ID]
        self.refused("bad-certificate", 2, *with_key, "--certificate-file", "-", stdin="no certificate")
        self.refused("empty-input", 2, *with_key, "--certificate-file", "-", stdin="")
        self.refused("bad-descriptor", 2, *with_key, "--certificate-fd", "77")
        self.refused("bad-descriptor", 2, *with_key, "--certificate-fd", "x")
        self.refused("file-read", 3, *with_key, "--certificate-file", str(self.folder / "none"))
        self.refused("option-conflict", 2, *with_key, "--certificate-file", "-", "--certificate-fd", "3")
        self.refused("key-file-broken", 3, "--key-file", __file__, "projects", "add", "mine", "--app-id", APP_ID,
                     "--certificate-file", "-", stdin=CERTIFICATE)
        self.assertEqual([one["name"] for one in self.objects("projects", "list")], ["sandbox"])

    def test_from_a_block_a_file_and_the_environment(self):
        key = self.make_headless()
        block = f"App ID: {APP_ID}\nApp Certificate: {CERTIFICATE}\nApp Key: org#app\n"
        self.ok("--key-file", key, "projects", "add", "pasted", "--from", "-", stdin=block)
        dotenv = self.folder / ".env"
        dotenv.write_text(f"AGORA_APP_ID={APP_ID}\nAGORA_APP_CERTIFICATE='{CERTIFICATE}'\n")
        self.ok("--key-file", key, "projects", "add", "file", "--from", str(dotenv))
        self.ok("--key-file", key, "projects", "add", "environment", "--from-env", AGORA_APP_ID=APP_ID,
                AGORA_APP_CERTIFICATE=CERTIFICATE, AGORA_ORG_NAME="org")
        self.refused("no-project", 2, "projects", "add", "none", "--from", "-", stdin="hello")
        named = self.ok("projects", "add", "named", "--from-env", AGORA_APP_ID=APP_ID, AGORA_SDK_MODE="canary-value",
                        AGORA_CHAT_REST_HOST="https://a61.chat.agora.io/41434878/504205")
        self.assertIn("AGORA_SDK_MODE", named.stderr)
        self.assertNotIn("canary-value", named.stderr + named.stdout)
        shown = self.objects("projects", "show", "named")[0]
        self.assertEqual((shown["host"], shown["app_key"]), ("https://a61.chat.agora.io", "41434878#504205"))
        unclear = self.ok("projects", "add", "unclear", "--from", "-",
                          stdin=f"APP_ID={APP_ID}\nAGORA_CHAT_ADMIN_HOST_EU=gate\n")
        self.assertIn("none is guessed", unclear.stderr)
        self.refused("contradiction", 2, "projects", "add", "none", "--from", "-",
                     stdin=block + f"App ID: {APP_ID[::-1]}\n")
        for name in ("pasted", "file", "environment"):
            token = self.ok("--key-file", key, "--project", name, "app").stdout.strip()
            self.assertTrue(self.signed_by(token, CERTIFICATE), name)

    def test_an_old_certificate_still_verifies(self):
        key = self.make_headless()
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-",
                stdin=CERTIFICATE)
        old = self.ok("--key-file", key, "--project", "mine", "user", "alice").stdout.strip()
        self.ok("--key-file", key, "projects", "edit", "mine", "--certificate-file", "-", stdin=NEXT_CERTIFICATE)
        new = self.ok("--key-file", key, "--project", "mine", "user", "alice").stdout.strip()
        self.assertTrue(self.signed_by(new, NEXT_CERTIFICATE))
        self.assertIn("previous certificate of the project “mine”", self.ok("--key-file", key, "inspect", old).stdout)
        self.ok("--key-file", key, "projects", "edit", "mine", "--no-certificate", "--production", "--name", "other")
        shown = self.objects("projects", "show", "other")[0]
        self.assertEqual((shown["certificate"], shown["production"]), ("none", True))
        self.refused("no-such-project", 2, "projects", "show", "mine")

    def test_environments(self):
        key = self.make_headless()
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--app-key", "o#a", "--host",
                "http://127.0.0.1:9", "--use", "--certificate-file", "-", stdin=CERTIFICATE)
        self.ok("projects", "edit", "mine", "--env", "staging", "--var", "user=alice", "--var", 'note=say "hi"',
                "--colour", "blue", "--use-env")
        self.ok("projects", "edit", "mine", "--env", "live", "--var", "user=bob")
        shown = self.objects("projects", "show", "mine")[0]
        self.assertEqual(shown["environments"][0], {"name": "staging", "colour": "blue",
                                                    "variables": {"user": "alice", "note": 'say "hi"'}})
        dry = ["--key-file", key, "rest", "call", "user.get", "--dry-run", "--set", "username={{ user }}"]
        self.assertTrue(json.loads(self.ok(*dry).stdout)["url"].endswith("/users/alice"))
        self.assertTrue(json.loads(self.ok(*dry, "--env", "live").stdout)["url"].endswith("/users/bob"))
        body = ["--key-file", key, "rest", "call", "user.register", "--dry-run", "--body", '{"username":"{{note}}"}',
                "--unchecked"]
        self.assertEqual(json.loads(self.ok(*body).stdout)["body"], {"username": 'say "hi"'})
        self.refused("unknown-variable", 2, *dry[:-1], "username={{usr}}")
        self.refused("no-such-environment", 2, *dry, "--env", "none")
        self.refused("secret-variable", 2, "projects", "edit", "mine", "--env", "live", "--var", f"x={CERTIFICATE}")
        self.refused("bad-variable", 2, "projects", "edit", "mine", "--env", "live", "--var", "1x=2")
        self.refused("bad-colour", 2, "projects", "edit", "mine", "--env", "live", "--colour", "pink")
        self.refused("missing-option", 2, "projects", "edit", "mine", "--var", "a=b")
        self.refused("no-such-environment", 2, "projects", "edit", "mine", "--env", "none", "--remove-env")
        self.refused("option-conflict", 2, "projects", "edit", "mine", "--env", "live", "--remove-env", "--var", "a=b")
        self.ok("projects", "edit", "mine", "--env", "staging", "--remove-env")
        self.assertEqual(self.objects("projects", "show", "mine")[0]["environment"], "")  # it was in use
        self.ok("projects", "edit", "mine", "--env", "live", "--var", "user=")
        shown = self.objects("projects", "show", "mine")[0]
        self.assertEqual(shown["environments"], [{"name": "live", "colour": "green", "variables": {}}])

    def test_remove(self):
        key = self.make_headless()
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-",
                stdin=CERTIFICATE)
        self.refused("vault-locked", 3, "projects", "remove", "mine")
        self.assertEqual(len(self.objects("projects", "list")), 2)
        self.ok("--key-file", key, "projects", "remove", "mine")
        self.assertEqual(self.objects("--key-file", key, "vault", "status")[0]["secrets"], 0)
        self.refused("read-only-project", 2, "projects", "remove", "sandbox")

    def test_export_and_import(self):
        key = self.make_headless()
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-",
                stdin=CERTIFICATE)
        self.ok("projects", "add", "bare", "--app-id", APP_ID)
        plain, secret = self.folder / "plain.json", self.folder / "secret.ctv"
        self.ok("projects", "export", str(plain))
        self.assertNotIn(CERTIFICATE, plain.read_text())
        self.assertEqual(self.ok("projects", "export", "-", "--only", "bare").stdout.count('"name"'), 1)
        self.refused("vault-locked", 3, "projects", "export", str(secret), "--with-certificates",
                     secrets=[("--export-passphrase-fd", "other words than those")])
        self.assertFalse(secret.exists())
        self.ok("--key-file", key, "projects", "export", str(secret), "--with-certificates",
                secrets=[("--export-passphrase-fd", "other words than those")])
        self.assertEqual(os.stat(secret).st_mode & 0o777, 0o600)

        other = self.folder / "other"
        other_key = self.make_headless(other)
        self.refused("wrong-passphrase", 3, "--key-file", other_key, "projects", "import", str(secret), home=other,
                     secrets=[("--export-passphrase-fd", "wrong")])
        taken = self.objects("--key-file", other_key, "projects", "import", str(secret), home=other,
                             secrets=[("--export-passphrase-fd", "other words than those")])[0]
        self.assertEqual(taken, {"added": 2, "known": 0, "skipped": 0, "certificates": 1, "conflicts": 0})
        token = self.ok("--key-file", other_key, "--project", "mine", "user", "a", home=other).stdout.strip()
        self.assertTrue(self.signed_by(token, CERTIFICATE))
        # Again: nothing is doubled, and a certificate that was changed since is left alone.
        self.ok("--key-file", other_key, "projects", "edit", "mine", "--certificate-file", "-",
                stdin=NEXT_CERTIFICATE, home=other)
        again = self.run_it("--json", "--key-file", other_key, "projects", "import", str(secret), home=other,
                            secrets=[("--export-passphrase-fd", "other words than those")])
        self.assertEqual(again.returncode, 1)
        self.assertEqual(json.loads(again.stdout), {"added": 0, "known": 2, "skipped": 0, "certificates": 0,
                                                    "conflicts": 1})
        self.ok("projects", "import", str(plain), home=self.folder / "third")
        self.refused("not-an-export", 2, "projects", "import", __file__)


    @unittest.skipIf(sanitized(PROGRAM), "the sanitizer cannot be traced")
    def test_nobody_else_may_read_from_the_first_byte(self):
        for umask in 0o000, 0o022:
            home = self.folder / f"home {umask}"
            before = os.umask(umask)
            try:
                key = self.make_headless(home)
                trace = self.folder / f"trace {umask}"
                subprocess.run(["strace", "-f", "-o", trace, "-e", "trace=openat,mkdir,mkdirat,rename,chmod,fchmod", PROGRAM,
                                "--home", str(home), "--key-file", key, "projects", "add", "mine", "--app-id", APP_ID,
                                "--certificate-file", "-"], input=CERTIFICATE, text=True, check=True, capture_output=True,
                               env=self.environment())
                self.ok("projects", "export", str(home / "export.json"), home=home)
            finally:
                os.umask(before)
            made = re.findall(r'openat\(AT_FDCWD, "([^"]*)", [^,]*O_CREAT[^,]*, (\d+)\)', trace.read_text())
            ours = [(path, mode) for path, mode in made if path.startswith(str(home))]
            self.assertGreater(len(ours), 3)
            self.assertEqual([each for each in ours if each[1] != "0600"], [])
            self.assertEqual(os.stat(home).st_mode & 0o777, 0o700)
            for path in home.iterdir():
                self.assertEqual(os.stat(path).st_mode & 0o777, 0o600, path)

    def test_a_vault_that_others_could_read_is_tightened_and_told(self):
        self.make_headless()
        vault = self.home / "vault.ctv"
        vault.chmod(0o644)
        self.assertIn("644", self.ok("vault", "status").stderr)
        self.assertEqual(os.stat(vault).st_mode & 0o777, 0o600)
        self.assertEqual(self.ok("vault", "status").stderr, "")


class Keys(Store):
    def test_the_passphrase_opens(self):
        self.make_vault()
        self.ok("projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-", stdin=CERTIFICATE,
                secrets=[("--passphrase-fd", PASSPHRASE)])
        token = self.ok("--project", "mine", "user", "a", secrets=[("--passphrase-fd", PASSPHRASE + "\r\n")])
        self.assertTrue(self.signed_by(token.stdout.strip(), CERTIFICATE))
        self.refused("wrong-passphrase", 3, "--project", "mine", "user", "a",
                     secrets=[("--passphrase-fd", PASSPHRASE + "\n\n")])
        self.refused("vault-exists", 3, "vault", "init", secrets=[("--passphrase-fd", "any words that are long")])

    def test_a_weak_passphrase_is_refused_for_what_is_new(self):
        for weak in ("x", "password123", "qwertyuiop", "aaaaaaaaaaaaaaaa"):
            self.refused("passphrase-weak", 2, "vault", "init", secrets=[("--passphrase-fd", weak)])
        self.assertFalse((self.home / "vault.ctv").exists())
        self.make_vault()
        self.refused("passphrase-weak", 2, "vault", "passphrase",
                     secrets=[("--passphrase-fd", PASSPHRASE), ("--new-passphrase-fd", "dragon1")])
        self.refused("passphrase-weak", 2, "projects", "export", str(self.folder / "out.ctv"), "--with-certificates",
                     secrets=[("--passphrase-fd", PASSPHRASE), ("--export-passphrase-fd", "letmein")])
        self.assertFalse((self.folder / "out.ctv").exists())

    def test_a_lost_passphrase_is_no_dead_end(self):
        self.make_vault()
        self.ok("projects", "add", "mine", "--app-id", APP_ID, "--app-key", "o#a", "--certificate-file", "-",
                stdin=CERTIFICATE, secrets=[("--passphrase-fd", PASSPHRASE)])
        old = (self.home / "vault.ctv").read_bytes()
        self.refused("vault-exists", 3, "vault", "init", secrets=[("--passphrase-fd", NEW_PASSPHRASE)])
        self.refused("passphrase-weak", 2, "vault", "init", "--set-old-aside", secrets=[("--passphrase-fd", "x")])
        self.assertEqual((self.home / "vault.ctv").read_bytes(), old)
        for number in (1, 2):
            done = self.ok("vault", "init", "--set-old-aside", secrets=[("--passphrase-fd", NEW_PASSPHRASE)])
            self.assertIn(f"vault.ctv.old-{number}", done.stderr)
        self.assertEqual((self.home / "vault.ctv.old-1").read_bytes(), old)
        self.assertNotEqual((self.home / "vault.ctv.old-2").read_bytes(), old)
        shown = self.objects("projects", "show", "mine")[0]
        self.assertEqual((shown["app_key"], shown["certificate"]), ("o#a", "none"))
        self.ok("projects", "edit", "mine", "--certificate-file", "-", stdin=CERTIFICATE,
                secrets=[("--passphrase-fd", NEW_PASSPHRASE)])
        self.ok("--project", "mine", "user", "a", secrets=[("--passphrase-fd", NEW_PASSPHRASE)])

    def test_a_new_passphrase_ends_the_old_ways_in(self):
        self.make_vault()
        key = str(self.folder / "recovery")
        self.refused("wrong-passphrase", 3, "vault", "key-file", key, secrets=[("--passphrase-fd", "wrong")])
        self.assertFalse(os.path.exists(key))
        self.ok("vault", "key-file", key, secrets=[("--passphrase-fd", PASSPHRASE)])
        self.ok("--key-file", key, "vault", "status")
        self.refused("key-file-exists", 3, "vault", "key-file", key, secrets=[("--passphrase-fd", PASSPHRASE)])
        shutil.copy(self.home / "vault.ctv", self.home / "vault.ctv.copy")
        self.refused("wrong-passphrase", 3, "vault", "passphrase",
                     secrets=[("--passphrase-fd", "wrong"), ("--new-passphrase-fd", NEW_PASSPHRASE)])
        changed = self.ok("vault", "passphrase", secrets=[("--passphrase-fd", PASSPHRASE), ("--new-passphrase-fd", NEW_PASSPHRASE)])
        self.assertIn("vault.ctv.copy", changed.stderr)
        self.refused("key-was-changed", 3, "--key-file", key, "vault", "status")
        self.refused("wrong-passphrase", 3, "vault", "status", secrets=[("--passphrase-fd", PASSPHRASE)])
        self.ok("vault", "status", secrets=[("--passphrase-fd", NEW_PASSPHRASE)])

    def test_the_keychain_that_is_not_there_is_told(self):
        self.refused("keychain-unavailable", 3, "vault", "init", "--keychain")
        self.assertFalse((self.home / "vault.ctv").exists())
        self.make_vault()
        before = (self.home / "vault.ctv").read_bytes()
        self.refused("keychain-unavailable", 3, "vault", "keychain", secrets=[("--passphrase-fd", PASSPHRASE)])
        self.assertEqual((self.home / "vault.ctv").read_bytes(), before)

    def test_status_and_restore(self):
        self.assertEqual(self.objects("vault", "status")[0]["state"], "absent")
        key = self.make_headless()
        self.ok("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-",
                stdin=CERTIFICATE)
        status = self.objects("vault", "status")[0]
        self.assertEqual((status["state"], status["generation"], status["passphrase"], status["backup"]),
                         ("locked", 2, False, True))
        self.refused("vault-sound", 2, "vault", "restore")
        vault = self.home / "vault.ctv"
        vault.write_bytes(vault.read_bytes()[:-1])
        self.assertEqual(self.run_it("vault", "status").returncode, 1)
        self.assertEqual(self.objects("vault", "restore")[0]["generation"], 1)
        self.assertTrue(list(self.home.glob("vault.ctv.damaged*")))

    def test_lock_without_a_window(self):
        self.assertEqual(self.objects("vault", "lock"), [{"windows": 0}])


class Keychain(Store):
    """Under a session bus of its own with gnome-keyring, unlocked."""

    def session(self, script):
        return subprocess.run(["dbus-run-session", "--", "sh", "-ec",
                               "printf x | gnome-keyring-daemon --unlock --components=secrets > /dev/null\n" + script],
                              capture_output=True, text=True, timeout=60,
                              env=self.environment(P=PROGRAM, H=str(self.home), C=CERTIFICATE, A=APP_ID,
                                                   K=str(self.folder / "k"), XDG_DATA_HOME=str(self.folder / "data")))

    def test_it_opens_without_asking_and_can_be_taken_away(self):
        if not shutil.which("gnome-keyring-daemon"):
            self.skipTest("gnome-keyring is not installed")
        done = self.session('''
            run() { "$P" --home "$H" "$@"; }
            run vault init --keychain > /dev/null
            printf %s "$C" | run projects add mine --app-id "$A" --certificate-file - --use > /dev/null
            run user alice
            if run vault keychain --remove 2> /dev/null; then exit 9; fi
            if run vault key-file "$K.1" 2> /dev/null; then exit 8; fi # nobody is there to say yes
            printf 'granite words that wobble' | run vault passphrase --new-passphrase-fd 0 > /dev/null 2>&1 && exit 7
            echo refused''')
        self.assertEqual(done.returncode, 0, done.stderr)
        token, word = done.stdout.split()
        self.assertTrue(self.signed_by(token, CERTIFICATE))
        self.assertEqual(word, "refused")
        # Without the keyring the vault stays shut, and no new key is made.
        before = (self.home / "vault.ctv").read_bytes()
        self.assertEqual(self.run_it("user", "alice").returncode, 3)
        self.assertEqual((self.home / "vault.ctv").read_bytes(), before)

    def test_a_passphrase_beside_it(self):
        if not shutil.which("gnome-keyring-daemon"):
            self.skipTest("gnome-keyring is not installed")
        done = self.session('''
            run() { "$P" --home "$H" "$@"; }
            printf 'granite words that wobble' | run vault init --passphrase-fd 0 > /dev/null
            printf 'granite words that wobble' | run vault keychain --passphrase-fd 0 > /dev/null
            printf %s "$C" | run projects add mine --app-id "$A" --certificate-file - > /dev/null
            if run vault key-file "$K.1" 2> /dev/null; then exit 9; fi # the keychain is no passphrase
            printf 'granite words that wobble' | run --json vault keychain --remove --passphrase-fd 0
            if run --project mine user alice 2> /dev/null; then exit 8; fi
            printf 'granite words that wobble' | run --project mine user alice --passphrase-fd 0''')
        self.assertEqual(done.returncode, 0, done.stderr)
        status, token = done.stdout.splitlines()
        self.assertFalse(json.loads(status)["keychain"])
        self.assertTrue(self.signed_by(token, CERTIFICATE))


class Terminal(Store):
    """What a person types, on a pseudo terminal."""

    def type(self, *arguments, answers):
        """Answers each prompt; gives what was seen and the exit code."""
        words, environment = [PROGRAM, "--home", str(self.home), *arguments], self.environment()
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(PROGRAM, words, environment)
        seen, left, until = "", list(answers), time.monotonic() + 30
        while time.monotonic() < until:
            if not select.select([terminal], [], [], 0.5)[0]:
                if answers and not left and answers[-1][1] == "\x03":
                    os.write(terminal, b"\x03")  # a signal between prompt and read is lost to readpassphrase
                continue
            try:
                got = os.read(terminal, 4096).decode()
            except OSError:
                break
            if not got:
                break
            seen += got
            if left and seen.rstrip("\n").endswith(left[0][0]):
                os.write(terminal, (left.pop(0)[1]).encode())
        os.close(terminal)
        return seen, os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def test_the_passphrase_is_asked_for_unseen(self):
        seen, code = self.type("vault", "init", answers=[("New passphrase: ", PASSPHRASE + "\n"),
                                                        ("The same again: ", "another\n")])
        self.assertEqual(code, 2, seen)
        self.assertFalse((self.home / "vault.ctv").exists())
        seen, code = self.type("vault", "init", answers=[("New passphrase: ", PASSPHRASE + "\n"),
                                                        ("The same again: ", PASSPHRASE + "\n")])
        self.assertEqual(code, 0, seen)
        self.assertNotIn(PASSPHRASE, seen)
        seen, code = self.type("projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-", answers=[
            ("App Certificate: ", CERTIFICATE + "\n"), ("Passphrase of the vault: ", PASSPHRASE + "\n")])
        self.assertEqual(code, 0, seen)
        self.assertNotIn(CERTIFICATE, seen)
        seen, code = self.type("--project", "mine", "user", "alice",
                               answers=[("Passphrase of the vault: ", PASSPHRASE + "\n")])
        self.assertTrue(self.signed_by(seen.split()[-1], CERTIFICATE), seen)
        seen, code = self.type("--project", "mine", "user", "alice",
                               answers=[("Passphrase of the vault: ", "wrong\n")])
        self.assertEqual(code, 3)

    def test_ctrl_c_ends_it(self):
        self.make_vault()
        seen, code = self.type("vault", "key-file", str(self.folder / "k"),
                               answers=[("Passphrase of the vault: ", "\x03")])
        self.assertEqual(code, -signal.SIGINT, seen)

    def test_a_plain_inspect_asks_nothing(self):
        self.make_vault()
        self.ok("projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-", stdin=CERTIFICATE,
                secrets=[("--passphrase-fd", PASSPHRASE)])
        token = self.ok("--project", "sandbox", "app").stdout.strip()
        seen, code = self.type("inspect", token, answers=[])
        self.assertEqual(code, 0, seen)


class Canaries(Store):
    def test_no_file_has_a_secret(self):
        secrets = [CERTIFICATE, PASSPHRASE]
        self.make_vault()
        passphrase = [("--passphrase-fd", PASSPHRASE)]
        self.ok("projects", "add", "mine", "--app-id", APP_ID, "--app-key", "org#app", "--host", "http://127.0.0.1:9",
                "--certificate-file", "-", "--use", stdin=CERTIFICATE, secrets=passphrase)
        for token in (self.ok("user", "alice", secrets=passphrase).stdout.strip(),
                      self.ok("app", secrets=passphrase).stdout.strip()):
            secrets.append(token)
            for command in (["inspect", token, "--report"], ["inspect", token, "--remint"], ["why", token]):
                self.run_it(*command, secrets=passphrase)
        for more in ([], ["--dry-run"], ["--as", "curl"]):
            self.run_it("rest", "call", "user.get", "--set", "username=alice", *more, secrets=passphrase)
        self.ok("projects", "export", str(self.folder / "plain.json"))
        self.ok("projects", "export", str(self.folder / "secret.ctv"), "--with-certificates",
                secrets=[*passphrase, ("--export-passphrase-fd", "words of its own")])
        self.ok("vault", "key-file", str(self.folder / "key"), secrets=passphrase)
        self.ok("vault", "passphrase", secrets=[*passphrase, ("--new-passphrase-fd", "newer words " + PASSPHRASE)])
        self.ok("projects", "edit", "mine", "--certificate-file", "-", stdin=NEXT_CERTIFICATE,
                secrets=[("--passphrase-fd", "newer words " + PASSPHRASE)])
        secrets += [NEXT_CERTIFICATE, "words of its own", "newer words"]
        self.assertEqual(hits(self.folder, secrets), [])

    def test_the_search_finds_what_is_planted(self):
        planted = {name: form for name, form in forms(CERTIFICATE).items()}
        for number, form in enumerate(planted.values()):
            (self.folder / f"planted {number}").write_bytes(b"before " + form + b" behind")
        found = {line.split(": ")[0] for line in hits(self.folder, [CERTIFICATE])}
        self.assertEqual(len(found), len(planted))

    def test_neither_arguments_nor_core_dumps_tell(self):
        self.make_vault()
        self.ok("projects", "add", "mine", "--app-id", APP_ID, "--certificate-file", "-", "--use", stdin=CERTIFICATE,
                secrets=[("--passphrase-fd", PASSPHRASE)])
        reading, writing = os.pipe()
        os.write(writing, PASSPHRASE.encode())
        os.close(writing)
        process = subprocess.Popen([PROGRAM, "--home", str(self.home), "--passphrase-fd", str(reading), "sandbox", "--port",
                                    "0", "--json"], stdout=subprocess.PIPE, pass_fds=[reading], env=self.environment())
        os.close(reading)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.assertIn(b"rest_url", process.stdout.readline())
        proc = pathlib.Path(f"/proc/{process.pid}")
        for name in ("cmdline", "environ"):
            content = (proc / name).read_bytes() if os.access(proc / name, os.R_OK) else b""
            self.assertNotIn(PASSPHRASE.encode(), content)
            self.assertNotIn(CERTIFICATE.encode(), content)
        limits = dict(re.findall(r"^(Max core file size) +(\S+)", (proc / "limits").read_text(), re.MULTILINE))
        self.assertEqual(limits["Max core file size"], "0")
        # A program that may be dumped owns its files in /proc itself; one that may not, leaves them to root.
        if os.getuid() != 0:
            self.assertEqual(os.stat(proc / "mem").st_uid, 0)
            self.assertRaises(PermissionError, open, proc / "mem", "rb")


    def folder_of_nobody(self):
        """A folder that another user reaches and may write to: not below this checkout, which may be closed."""
        for place in "/tmp", "/var/tmp", "/dev/shm":
            if os.path.isdir(place) and subprocess.run(["test", "-x", place], user="nobody", cwd="/").returncode == 0:
                folder = tempfile.TemporaryDirectory(dir=place)
                self.addCleanup(folder.cleanup)
                os.chmod(folder.name, 0o777)
                return pathlib.Path(folder.name)
        self.skipTest("another user reaches none of the temporary folders")

    @unittest.skipIf(sanitized(PROGRAM), "the sanitizer catches the signal")
    @unittest.skipUnless(os.getuid() == 0, "takes two processes of another user")
    def test_another_process_of_the_user_cannot_look_and_a_crash_leaves_nothing(self):
        folder = self.folder_of_nobody()
        shutil.copy(PROGRAM, folder / "program")  # the build folder may be closed to others
        look = "import sys; open(f'/proc/{sys.argv[1]}/mem', 'rb').close()"
        process = subprocess.Popen(["sh", "-c", "ulimit -c unlimited; exec ./program sandbox --port 0 --json"], cwd=folder,
                                   stdout=subprocess.PIPE, user="nobody", env={**self.environment(), "HOME": str(folder),
                                                                               "TMPDIR": str(folder),
                                                                               "XDG_RUNTIME_DIR": str(folder)})
        other = subprocess.Popen(["sleep", "60"], user="nobody")  # one that does not mind
        for each in process, other:
            self.addCleanup(each.wait)
            self.addCleanup(each.kill)
        self.addCleanup(process.stdout.close)
        self.assertIn(b"rest_url", process.stdout.readline())
        looked, seen = (subprocess.run(["/usr/bin/python3", "-c", look, str(each.pid)], user="nobody", capture_output=True,
                                       text=True, cwd="/") for each in (process, other))
        self.assertIn("PermissionError", looked.stderr)
        self.assertEqual(seen.returncode, 0, seen.stderr)
        process.send_signal(signal.SIGSEGV)
        self.assertEqual(process.wait(timeout=20), -signal.SIGSEGV)
        self.assertEqual([each.name for each in folder.iterdir()], ["program"])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
