#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Completion in the shells themselves: typed at a terminal, with a tab, and run.

completion_test.py PROGRAM [unittest arguments]
"""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SHELLS = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"], "fish": ["fish", "--no-config", "-i"]}
# What makes a shell say that it reads: a prompt that nothing else prints.
READY = "ready-%d> "


def environment(home):
    return {"PATH": f"{PROGRAM.parent}:{os.environ['PATH']}", "HOME": home, "LANG": "C.UTF-8", "TERM": "dumb",
            "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home}


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, shell, home):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(SHELLS[shell][0], SHELLS[shell], environment(home))
        self.seen = ""

    def type(self, text):
        os.write(self.fd, text.encode())

    def wait_for(self, pattern):
        while not re.search(pattern, self.seen):
            if not select.select([self.fd], [], [], 60)[0]:
                raise AssertionError(f"the shell is silent; it wrote {self.seen!r}")
            self.seen += os.read(self.fd, 65536).decode(errors="replace")
        found = self.seen
        self.seen = ""
        return found

    def close(self):
        os.close(self.fd)  # hangs up
        os.waitpid(self.pid, 0)


class Completion(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.home = cls.folder.name
        subprocess.run([PROGRAM, "projects", "add", "garden shed", "--app-id", "970CA35de60c44645bbae8a215061b33"], check=True,
                       env=environment(cls.home), capture_output=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def proposals(self, *words):
        done = subprocess.run([PROGRAM, "__complete", "--", *words], capture_output=True, text=True, env=environment(self.home))
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [line.split("\t")[0] for line in done.stdout.splitlines()]

    def test_commands_and_options(self):
        self.assertEqual(self.proposals("rest", "ca"), ["call"])
        self.assertEqual(sorted(self.proposals("vault", "key")), ["key-file", "keychain"])
        for word in ("user", "rest", "projects", "completion", "help", "version"):
            self.assertIn(word, self.proposals(""))
        self.assertFalse([word for word in self.proposals("") if word.startswith("_")])
        self.assertEqual(self.proposals("inspect", "--for-"), ["--for-user", "--for-rest"])
        self.assertEqual(self.proposals("help", "rest", "s"), ["show"])
        self.assertEqual(self.proposals("completion", ""), ["bash", "zsh", "fish"])
        self.assertEqual(self.proposals("projects", "import", ""), [":files"])
        self.assertEqual(self.proposals("user", "al"), [])

    def test_endpoints_and_their_fields(self):
        self.assertEqual(len(self.proposals("rest", "show", "")), 198)
        self.assertEqual(self.proposals("rest", "call", "user.reg"), ["user.register", "user.register.batch"])
        self.assertEqual(self.proposals("why", "--endpoint", "user.resou"), ["user.resources"])
        self.assertEqual(self.proposals("rest", "call", "user.get", "--set", ""), ["username="])
        self.assertEqual(self.proposals("rest", "call", "user.get", "--set=us"), ["--set=username="])
        self.assertEqual(self.proposals("rest", "call", "message.roaming.clear.chat", "--set", "path:"), ["path:userId="])
        self.assertEqual(self.proposals("rest", "call", "message.roaming.clear.chat", "--set", "query:u"), ["query:userId="])
        self.assertEqual(self.proposals("rest", "call", "thread.list", "--set", "sort="), ["sort=asc", "sort=desc"])
        self.assertEqual(self.proposals("rest", "call", "message.send.users", "--set", "type=loc", "--set", "body.la"), ["body.lat="])

    def test_stored_projects(self):
        self.assertEqual(self.proposals("--project", ""), ["sandbox", "garden shed"])
        self.assertEqual(self.proposals("user", "alice", "--project=ga"), ["--project=garden shed"])
        self.assertEqual(self.proposals("projects", "show", "g"), ["garden shed"])
        with tempfile.TemporaryDirectory() as other:
            self.assertEqual(self.proposals("--home", other, "--project", ""), ["sandbox"])

    def check_shell(self, shell, install):
        terminal = Terminal(shell, self.home)
        self.addCleanup(terminal.close)
        # The prompt that is waited for is made here, so that what is echoed is not taken for it.
        prompt = {"bash": "PS1=\"ready-$((40+2))> \"", "zsh": "PS1=\"ready-$((40+2))> \"",
                  "fish": "function fish_prompt; printf 'ready-%d> ' (math 40 + 2); end"}[shell]
        terminal.type(f"{install}\n{prompt}\n")
        terminal.wait_for("ready-42> ")
        for typed, answer in (("rest show user.reso\t\n", r"user\.resources: List online"),
                              ("projects show gard\t\n", r"garden shed"),
                              ("--project=gard\t projects list --json\n", r'"name":"garden shed"'),
                              ("rest call message.roaming.clear.chat --set path:u\talice --set quer\tbob --set del\t1767225600000 --dry-run --project sandbox\n",
                               r"/alice/time\?userId=bob&delTime=1767225600000"),
                              ("rest call thread.list --set sort=d\t --dry-run --project sandbox --unchecked --set group_id=1 --set limit=2\n",
                               r"sort=desc")):
            terminal.type("chat-token " + typed)
            seen = terminal.wait_for("(?s)" + answer + ".*ready-42> ")
            self.assertNotIn("chat-token: ", seen)

    def test_bash(self):
        self.check_shell("bash", "source <(chat-token completion bash)")

    def test_zsh(self):
        self.check_shell("zsh", "autoload -Uz compinit; compinit -u -D; source <(chat-token completion zsh)")

    def test_fish(self):
        self.check_shell("fish", "chat-token completion fish | source")

    def test_installed_scripts_load(self):
        for shell, syntax in (("bash", ["bash", "-n"]), ("zsh", ["zsh", "-n"]), ("fish", ["fish", "-n"])):
            script = pathlib.Path(self.home) / f"completion.{shell}"
            script.write_text(subprocess.run([PROGRAM, "completion", shell], capture_output=True, text=True, check=True).stdout)
            done = subprocess.run([*syntax, str(script)], capture_output=True, text=True, env=environment(self.home))
            self.assertEqual((done.returncode, done.stderr), (0, ""), shell)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
