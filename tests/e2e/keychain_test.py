#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""keychain_test.py WORKER   what the program says with each kind of keychain, and that it never stands still.

Inside a bus of its own it calls itself: keychain_test.py WORKER inside KIND
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

WORKER = sys.argv[1]
HERE = pathlib.Path(__file__).resolve()
WAIT = 2  # seconds
# A bus on which nothing is started by itself.
EMPTY_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""

GONE, ANY = "keychain-unavailable", "keychain-locked-or-missing"
# What is said to: answering, store, read, erase. Several where the keychain itself does not tell them apart.
EXPECTED = {
    "no bus": [{GONE}, {GONE}, {GONE}, {GONE}],
    "bus only": [{GONE}, {GONE}, {GONE}, {GONE}],
    "locked": [{"ok"}, {GONE, "keychain-refused"}, {ANY, "keychain-refused"}, {"ok", GONE, "keychain-refused"}],
    "denied": [{GONE, "keychain-refused"}] * 4,
    "silent": [{"keychain-silent"}] * 4,
    "unlocked": [{"ok"}, {"ok"}, {"ok"}, {"ok"}],
}


def ask(what):
    result = subprocess.run([WORKER, "keychain", what, str(WAIT)], capture_output=True, text=True, timeout=30)
    assert result.returncode == 0, result
    said, after, gap, *reason = result.stdout.strip().split(" ", 3)
    return said, int(after), int(gap), " ".join(reason)


def inside(kind):
    helper = None
    if kind in ("locked", "denied", "silent"):
        helper = subprocess.Popen(["/usr/bin/python3", HERE.with_name("fake_secrets.py"), kind],
                                  stdout=subprocess.PIPE, text=True)
        assert helper.stdout.readline() == "ready\n"
    elif kind == "unlocked":
        started = subprocess.run(["gnome-keyring-daemon", "--unlock", "--components=secrets"], input="password",
                                 text=True, capture_output=True)
        assert started.returncode == 0, started.stderr
        time.sleep(0.5)
    faults = []
    for what, expected in zip(("answering", "store", "read", "erase"), EXPECTED[kind]):
        said, after, gap, reason = ask(what)
        print(f"{kind}: {what}: {said} after {after} ms, longest gap {gap} ms {reason}", flush=True)
        if said not in expected:
            faults.append(f"{kind}: {what}: {said}, not {expected}")
        if after > WAIT * 1000 + 500 or gap > 100:
            faults.append(f"{kind}: {what}: too slow")
    if kind == "unlocked":
        said = ask("read")[0]
        if said != ANY:  # erased
            faults.append(f"unlocked: after erase: {said}")
    if helper:
        helper.kill()
    print(*faults, sep="\n")
    return 1 if faults else 0


def main():
    if len(sys.argv) > 2:
        return inside(sys.argv[3])
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        config = pathlib.Path(folder) / "bus.conf"
        config.write_text(EMPTY_BUS)
        home = pathlib.Path(folder) / "home"
        (home / "runtime").mkdir(parents=True, mode=0o700)
        environment = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime"),
                       "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache")}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        for kind in EXPECTED:
            command = [sys.executable, HERE, WORKER, "inside", kind]
            if kind != "no bus":
                command = ["dbus-run-session", f"--config-file={config}", "--", *command]
            bad += subprocess.run(command, env=environment, timeout=120).returncode != 0
    return 1 if bad else 0


sys.exit(main())
