# SPDX-License-Identifier: Apache-2.0
"""A desktop to run the window in (Xvfb, a window manager, a session bus), and the window driven from outside through
its accessibility tree (AT-SPI), as a screen reader sees it. `open_desktop` comes first."""
import contextlib
import os
import subprocess
import tempfile
import time

Atspi = GLib = None


def start(command, **options):
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, **options)


class Desktop:
    """A display, a window manager and a session bus, in this process' environment."""

    def __init__(self):
        # The address of a socket has to be short, which the build folder may not be.
        self.runtime = tempfile.TemporaryDirectory(dir="/tmp")
        os.environ["XDG_RUNTIME_DIR"] = self.runtime.name
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
        self.runtime.cleanup()


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

    def __init__(self, program, home=None, log=subprocess.DEVNULL, **variables):
        self.program, self.given, self.log, self.variables = program, home, log, variables

    def __enter__(self):
        self.temporary = None if self.given else tempfile.TemporaryDirectory()
        self.home = self.given or self.temporary.name
        self.process = subprocess.Popen([self.program, "--home", self.home], stderr=self.log, env=dict(os.environ, LANG="C.UTF-8", **self.variables))
        self.root = until(self.find_application, "the program in the accessibility tree")
        until(lambda: self.first("list", "Navigation"), "the navigation")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        if self.temporary:
            self.temporary.cleanup()

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

    def write(self, name, text, role="text"):
        node = self.get(name, role)
        assert Atspi.EditableText.set_text_contents(node, text), name

    def go(self, page):
        self.press(page, "list item")
        until(lambda: self.get(page, "list item").get_state_set().contains(Atspi.StateType.SELECTED), page)

    def cells(self, table):
        return [each.get_name() for each in walk(self.get(table, "table")) if each.get_role_name() == "table cell"]


@contextlib.contextmanager
def open_desktop():
    global Atspi, GLib
    desktop = Desktop()
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi as atspi, GLib as glib
    Atspi, GLib = atspi, glib
    try:
        yield desktop
    finally:
        desktop.close()
