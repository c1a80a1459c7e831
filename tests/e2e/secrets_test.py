#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What the window leaves of secrets: in files, in its memory after a lock, in the clipboard when it ends.

secrets_test.py PROGRAM [unittest arguments]
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from canary import hits, sanitized
from desktop import Window, open_desktop, until

PROGRAM = sys.argv.pop(1)
COMMAND = os.path.join(os.path.dirname(PROGRAM), "chat-token")
APP_ID = "970CA35de60c44645bbae8a215061b33"
CERTIFICATE = "5CFd2fd1755d40ecb72977518be15d3b"
PASSPHRASE = "correct horse battery staple"


def copies(pid, pattern):
    """How often the bytes stand in the memory of a process. Only root may look."""
    found = 0
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            place, mode = line.split()[:2]
            if "w" not in mode and "r" not in mode or "[v" in line:
                continue
            begin, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(begin)
                content = memory.read(end - begin)
            except OSError:  # guard pages, devices
                continue
            found += content.count(pattern)
    return found


class Left(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.home = str(self.folder / "home")
        self.variables = {"HOME": str(self.folder), "TMPDIR": str(self.folder),
                          "QT_LOGGING_RULES": "*=true"}

    def command(self, *arguments, stdin=""):
        done = subprocess.run([COMMAND, "--home", self.home, *arguments], input=stdin, capture_output=True, text=True,
                              env=dict(os.environ, **self.variables))
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def vault(self):
        """A vault under the passphrase with one project, whose certificate the window has never seen; gives its key."""
        key = str(self.folder / "key")
        self.command("vault", "init", "--passphrase-fd", "0", "--write-key-file", key, stdin=PASSPHRASE)
        self.command("--key-file", key, "projects", "add", "mine", "--app-id", APP_ID, "--app-key", "org#app", "--use",
                     "--host", "http://127.0.0.1:9",
                     "--certificate-file", "-", stdin=CERTIFICATE)
        return bytes.fromhex(pathlib.Path(key).read_text().split()[-1])

    def unlock(self, window, then="Paste anything"):
        window.write("Passphrase", PASSPHRASE, "password text")
        window.press("Unlock")
        window.get(then)

    @unittest.skipIf(sanitized(PROGRAM), "the sanitizer keeps copies of its own")
    @unittest.skipUnless(os.getuid() == 0, "only root may read the memory of a program that forbids it")
    def test_after_a_lock_the_key_and_certificates_never_shown_are_gone(self):
        key = self.vault()
        with Window(PROGRAM, self.home, **self.variables) as window:
            window.get("Unlock")
            self.unlock(window)
            self.assertGreater(copies(window.process.pid, key), 0)  # so that the search is known to find it
            window.go("Mint")
            window.press("Mint token")
            self.command("vault", "lock")
            window.get("Unlock")
            self.assertEqual(copies(window.process.pid, key), 0)
            self.unlock(window, "Mint token")
            window.go("Settings")
            self.command("vault", "lock")
            window.get("Unlock")
            self.assertEqual(copies(window.process.pid, key), 0)
            self.assertEqual(copies(window.process.pid, CERTIFICATE.encode()), 0)

    def test_no_file_has_a_secret(self):
        self.vault()
        secrets = [CERTIFICATE, PASSPHRASE]
        with open(self.folder / "stderr", "wb") as log:
            with Window(PROGRAM, self.home, log, **self.variables) as window:
                window.get("Unlock")
                self.unlock(window)
                window.go("Mint")
                window.write("User ID", "bob")
                window.press("Mint token")
                secrets.append(window.text("Token"))
                self.assertRegex(secrets[-1], "^007e")
                window.press("Copy token")
                window.go("Inspect")
                window.write("Token to inspect", secrets[-1])
                window.go("REST")
                window.write("username", "carol")
                window.press("Send")
                until(lambda: window.get("Response status").get_description(), "an answer, or none")
                window.press("Copy as curl")
                window.go("Projects")
                window.press("Security")
                window.go("Settings")
                window.press("Lock")
                window.get("Unlock")
        self.assertEqual(hits(self.folder, secrets), [])
        (self.folder / "planted").write_text("x" + secrets[-1])
        self.assertEqual(hits(self.folder, secrets), ["planted: raw", "planted: json"])

    @unittest.skipUnless(shutil.which("gnome-keyring-daemon"), "gnome-keyring is not installed")
    def test_the_real_keychain_opens_it_at_the_start(self):
        data = tempfile.TemporaryDirectory()
        self.addCleanup(data.cleanup)
        keyring = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                                   stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   env=dict(os.environ, HOME=data.name, XDG_DATA_HOME=data.name, XDG_RUNTIME_DIR=data.name))
        self.addCleanup(keyring.wait)
        self.addCleanup(keyring.terminate)
        keyring.stdin.write(b"login")
        keyring.stdin.close()
        with Window(PROGRAM, self.home, **self.variables) as window:
            window.go("Projects")
            window.press("Add project")
            window.get("New project")
            window.write("Name", "mine")
            window.write("App ID", APP_ID)
            window.write("App Certificate", CERTIFICATE, "password text")
            window.press("Save project")
            keychain = window.get("In the vault, opened by the desktop's keychain", "radio button")
            until(lambda: keychain.get_action_iface().do_action(0), "the keychain chosen")
            window.press("Keep the certificate")
            until(lambda: os.path.exists(self.home + "/vault.ctv"), "the vault")
            window.get("Security", "push button")
        with Window(PROGRAM, self.home, **self.variables) as window:
            window.get("Paste anything")  # without a question
            window.go("Mint")
            window.write("User ID", "bob")
            until(lambda: window.text("Token").startswith("007"), "a token")
            self.command("vault", "lock")
            time.sleep(1)
            window.get("Ask the keychain")  # it is not asked again by itself
            window.press("Ask the keychain")
            window.get("Mint token")
        self.assertEqual(hits(self.folder, [CERTIFICATE]), [])

    def test_a_signal_ends_it_as_a_person_would(self):
        self.vault()
        for number in signal.SIGTERM, signal.SIGHUP, signal.SIGINT:
            with Window(PROGRAM, self.home, **self.variables) as window:
                window.get("Unlock")
                self.unlock(window)
                window.go("Mint")
                window.press("Mint token")
                window.press("Copy token")
                token = until(lambda: self.clipboard() == window.text("Token") and window.text("Token"),
                              "the token in the clipboard")
                window.process.send_signal(number)
                self.assertEqual(window.process.wait(timeout=20), 0)
            self.assertNotEqual(self.clipboard(), token)
        self.assertEqual([p.name for p in pathlib.Path(self.home).glob("*.tmp")], [])

    def clipboard(self):
        return subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, text=True, timeout=20).stdout


if __name__ == "__main__":
    with open_desktop():
        outcome = unittest.main(exit=False).result
    sys.exit(0 if outcome.wasSuccessful() else 1)
