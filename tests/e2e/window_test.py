#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The window driven from outside through its accessibility tree.

window_test.py PROGRAM [unittest arguments]
"""
import os
import re
import subprocess
import sys
import unittest

from desktop import Window, open_desktop, until

PROGRAM = sys.argv.pop(1)


class FromOutside(unittest.TestCase):
    def test_every_page_has_the_names_that_are_promised(self):
        promised = {
            "Home": ["Paste anything"],
            "Mint": ["Token type", "User ID", "Expires in", "Mint token", "Token", "Copy token", "Time left"],
            "Inspect": ["Token to inspect", "Fields", "Problems"],
            "REST": ["Endpoints", "Send", "Response status", "Response body", "username"],
            "Serve": ["Start server", "Requests"],
            "Sandbox": ["REST URL", "WebSocket URL", "App Key", "Stop sandbox", "Users", "Sample data", "Reset",
                        "Groups", "Rooms", "Sessions", "Messages", "Requests and frames"],
            "Projects": ["Name", "App ID", "App Certificate", "OrgName", "AppName", "REST host"],
            "Settings": ["Language", "Theme"],
        }
        with Window(PROGRAM) as window:
            for page, names in promised.items():
                window.go(page)
                for name in names:
                    window.get(name)
            window.go("Mint")
            window.press("Salt and issue time")
            window.get("Salt")
            window.get("Issue time")

    def test_a_token_is_minted_and_taken_apart(self):
        with Window(PROGRAM) as window:
            window.go("Mint")
            window.write("User ID", "bob")
            window.write("Expires in", "90s")
            window.press("Mint token")
            until(lambda: "1 min " in window.get("Time left", "label").get_description(), "the countdown")
            token = window.text("Token")
            self.assertRegex(token, "^007e")
            self.assertIn("bob", window.cells("Fields"))
            window.choose("Token type", "Chat app token")
            until(lambda: "bob" not in window.cells("Fields"), "an app token without the user")
            window.go("Inspect")
            window.write("Token to inspect", token)
            until(lambda: "bob" in window.cells("Fields"), "the fields of what was pasted")

    def test_a_user_is_created(self):
        with Window(PROGRAM) as window:
            window.go("REST")
            window.write("username", "carol")
            window.press("Send")
            until(lambda: re.match("200", window.get("Response status").get_description()), "the answer 200")
            self.assertIn('"carol"', window.text("Response body"))
            window.press("Send")
            until(lambda: re.match("400", window.get("Response status").get_description()), "refused the second time")

    def test_the_sandbox_is_looked_into_and_changed(self):
        program = os.path.join(os.path.dirname(PROGRAM), "chat-token")
        with Window(PROGRAM) as window:
            window.go("Sandbox")
            window.press("Sample data")
            until(lambda: "alice" in window.cells("Users"), "the sample users")
            host = window.text("REST URL")
            call = [program, "--home", window.home, "rest", "call", "--host", host]
            subprocess.check_output([*call, "user.register", "--set", "username=from-outside"])
            until(lambda: "from-outside" in window.cells("Users"), "the user of the command line")
            self.assertTrue(any("/users" in cell for cell in window.cells("Requests and frames")))
            window.write("User ID", "typed-here")
            window.press("Add user")
            until(lambda: "typed-here" in window.cells("Users"), "the user of the page")
            self.assertIn("typed-here", subprocess.check_output([*call, "user.list"], text=True))
            window.press("Stop sandbox")
            window.get("Start sandbox")

    def test_the_command_line_locks_it(self):
        with Window(PROGRAM) as window:
            window.go("REST")
            command = [os.path.join(os.path.dirname(PROGRAM), "chat-token"), "--home", window.home, "vault", "lock"]
            self.assertEqual(subprocess.check_output(command, text=True), "Locked: 1 window\n")
            window.press("Unlock")
            window.get("Send")

    def test_three_keys_create_a_user(self):
        with Window(PROGRAM) as window:
            window.get("Mint an app token")
            for key in "ctrl+Return", "ctrl+shift+u", "ctrl+Return":
                subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
                if key == "ctrl+shift+u":
                    window.get("username")
            until(lambda: re.match("200", window.get("Response status").get_description()), "the answer 200")
            self.assertIn('"alice"', window.text("Response body"))


if __name__ == "__main__":
    with open_desktop():
        outcome = unittest.main(exit=False).result
    sys.exit(0 if outcome.wasSuccessful() else 1)
