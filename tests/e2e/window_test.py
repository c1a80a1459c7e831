#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The window driven from outside through its accessibility tree (AT-SPI), as a screen reader sees it: on Xvfb with
a window manager and a session bus of its own.

window_test.py PROGRAM [unittest arguments]
"""
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = sys.argv.pop(1)


def start(command, **options):
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)


class Desktop:
    """A display, a window manager and a session bus, in this process' environment."""

    def __init__(self):
        read, write = os.pipe()
        self.processes = [start(["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
                                pass_fds=[write])]
        os.close(write)
        with os.fdopen(read) as pipe:
            os.environ["DISPLAY"] = ":" + pipe.readline().strip()
        bus = start(["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE, text=True)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.processes += [bus, start(["openbox"], stdout=subprocess.DEVNULL)]
        os.environ.pop("WAYLAND_DISPLAY", None)
        os.environ.pop("QT_QPA_PLATFORM", None)
        os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        os.environ["NO_AT_BRIDGE"] = "0"

    def close(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()
            if process.stdout:
                process.stdout.close()


def until(question, what, seconds=20):
    """The first answer that counts as true. The tree changes while it is read, which is no failure."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            answer = question()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"not in {seconds} s: {what}")


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child)


class Window:
    """The program, and what it shows."""

    def __enter__(self):
        self.home = tempfile.TemporaryDirectory()
        self.process = start([PROGRAM, "--home", self.home.name], env=dict(os.environ, LANG="C.UTF-8"))
        self.root = until(self.find_application, "the program in the accessibility tree")
        until(lambda: self.first("list", "Navigation"), "the navigation")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.home.cleanup()

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            each = desktop.get_child_at_index(i)
            if each and each.get_process_id() == self.process.pid:
                return each
        return None

    def first(self, role, name):
        for each in walk(self.root):
            if each.get_name() == name and (role is None or each.get_role_name() == role) and \
                    each.get_state_set().contains(Atspi.StateType.SHOWING):
                return each
        return None

    def get(self, name, role=None):
        return until(lambda: self.first(role, name), f"“{name}” on the screen")

    def press(self, name, role=None):
        """The first action of what has this name, once it can be used."""
        node = self.get(name, role)
        until(lambda: node.get_state_set().contains(Atspi.StateType.ENABLED), f"“{name}” enabled")
        assert node.get_action_iface().do_action(0), name

    def choose(self, combo, entry):
        """An entry of a combo box, without opening it."""
        node = self.get(combo, "combo box")
        next(each for each in walk(node) if each.get_name() == entry).get_action_iface().do_action(0)
        until(lambda: node.get_description().startswith(entry), f"“{entry}” chosen in “{combo}”")

    def text(self, name):
        node = self.get(name, "text")
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def write(self, name, text):
        node = self.get(name, "text")
        assert Atspi.EditableText.set_text_contents(node, text), name

    def go(self, page):
        self.press(page, "list item")
        until(lambda: self.get(page, "list item").get_state_set().contains(Atspi.StateType.SELECTED), page)

    def cells(self, table):
        return [each.get_name() for each in walk(self.get(table, "table")) if each.get_role_name() == "table cell"]


class FromOutside(unittest.TestCase):
    def test_every_page_has_the_names_that_are_promised(self):
        promised = {
            "Home": ["Paste anything"],
            "Mint": ["Token type", "User ID", "Expires in", "Mint token", "Token", "Copy token", "Time left"],
            "Inspect": ["Token to inspect", "Fields", "Problems"],
            "REST": ["Endpoints", "Send", "Response status", "Response body", "username"],
            "Projects": ["Name", "App ID", "App Certificate", "OrgName", "AppName", "REST host"],
            "Settings": ["Language", "Theme"],
        }
        with Window() as window:
            for page, names in promised.items():
                window.go(page)
                for name in names:
                    window.get(name)
            window.go("Mint")
            window.press("Salt and issue time")
            window.get("Salt")
            window.get("Issue time")

    def test_a_token_is_minted_and_taken_apart(self):
        with Window() as window:
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
        with Window() as window:
            window.go("REST")
            window.write("username", "carol")
            window.press("Send")
            until(lambda: re.match("200", window.get("Response status").get_description()), "the answer 200")
            self.assertIn('"carol"', window.text("Response body"))
            window.press("Send")
            until(lambda: re.match("400", window.get("Response status").get_description()), "refused the second time")

    def test_the_command_line_locks_it(self):
        with Window() as window:
            window.go("REST")
            command = [os.path.join(os.path.dirname(PROGRAM), "chat-token"), "--home", window.home.name, "vault", "lock"]
            self.assertEqual(subprocess.check_output(command, text=True), "Locked: 1 window\n")
            window.press("Unlock")
            window.get("Send")

    def test_three_keys_create_a_user(self):
        with Window() as window:
            window.get("Mint an app token")
            for key in "ctrl+Return", "ctrl+shift+u", "ctrl+Return":
                subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
                if key == "ctrl+shift+u":
                    window.get("username")
            until(lambda: re.match("200", window.get("Response status").get_description()), "the answer 200")
            self.assertIn('"alice"', window.text("Response body"))


if __name__ == "__main__":
    desktop = Desktop()
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
    try:
        outcome = unittest.main(exit=False).result
    finally:
        desktop.close()
    sys.exit(0 if outcome.wasSuccessful() else 1)
