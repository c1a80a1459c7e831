#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""data_test.py PROGRAM ROUNDS   `sandbox --data FILE`: after kill -9 in the middle of work it opens again, and
has every user and every waiting message that was acknowledged; a full disk is told and survived."""
import http.client
import json
import os
import random
import resource
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM, ROUNDS = sys.argv[1], int(sys.argv[2])
FOLDER = tempfile.TemporaryDirectory(prefix="chat-token-data-")
DATA = os.path.join(FOLDER.name, "chat.sqlite")
APP = subprocess.run([PROGRAM, "app"], capture_output=True, text=True, check=True).stdout.strip()


class Sandbox:
    def __init__(self, path=DATA, most_bytes=None):
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, resource.RLIM_INFINITY))
        self.process = subprocess.Popen([PROGRAM, "sandbox", "--port", "0", "--json", "--data", path],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        preexec_fn=limit if most_bytes else None)
        line = self.process.stdout.readline()
        if not line:
            self.error = json.loads(self.process.stderr.read())["error"]
            self.code = self.process.wait()
            return
        self.error = None
        address = json.loads(line)
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.port = int(address["rest_url"].rsplit(":", 1)[1])
        self.prefix = "/" + address["app_key"].replace("#", "/")

    def ask(self, method, path, body=None, connection=None):
        connection = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, self.prefix + path, json.dumps(body) if body is not None else None,
                           {"Authorization": f"Bearer {APP}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())

    def end(self, how):
        self.process.send_signal(how)
        return self.process.wait(timeout=60)


def work(sandbox, name, kept):
    """Registers users and sends each a message until the sandbox is gone; notes what was acknowledged."""
    connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=60)
    number = 0
    try:
        while True:
            user = f"{name}-{number}"
            number += 1
            if sandbox.ask("POST", "/users", {"username": user}, connection)[0] == 200:
                kept[user] = None
            message = {"from": "admin", "to": [user], "type": "txt", "body": {"msg": user}}
            status, answer = sandbox.ask("POST", "/messages/users", message, connection)
            if status == 200:
                kept[user] = answer["data"][user]
    except (OSError, http.client.HTTPException):
        return


def kill_rounds():
    kept = {}
    for number in range(ROUNDS):
        sandbox = Sandbox()
        assert sandbox.error is None, sandbox.error
        threads = [threading.Thread(target=work, args=(sandbox, f"r{number}-{i}", kept)) for i in range(3)]
        for thread in threads:
            thread.start()
        before, wanted = len(kept), random.randint(21, 150)
        while len(kept) < before + wanted and all(thread.is_alive() for thread in threads):
            time.sleep(0.001)  # a moment that comes by what was done, however fast the machine is
        sandbox.end(signal.SIGKILL)
        for thread in threads:
            thread.join()
    sandbox = Sandbox()
    assert sandbox.error is None, sandbox.error
    assert stat.S_IMODE(os.stat(DATA).st_mode) == 0o600
    connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=60)
    lost = []
    for user, message in kept.items():
        if sandbox.ask("GET", f"/users/{user}", None, connection)[0] != 200:
            lost.append(user)
        elif message and sandbox.ask("GET", f"/users/{user}/offline_msg_status/{message}", None,
                                     connection)[1]["data"][message] != "undelivered":
            lost.append(f"message {message} to {user}")
    assert not lost, f"{len(lost)} of {len(kept)} lost: {lost[:5]}"
    assert len(kept) > 20 * ROUNDS, f"only {len(kept)} users in {ROUNDS} rounds"
    print(f"{ROUNDS} kills, {len(kept)} users acknowledged, none lost")
    second = Sandbox()
    assert second.error and second.error["code"] == "data-in-use" and second.code == 3, second.error
    assert sandbox.end(signal.SIGTERM) == 0
    assert os.listdir(FOLDER.name) == ["chat.sqlite"], os.listdir(FOLDER.name)


def full_disk():
    path = os.path.join(FOLDER.name, "full.sqlite")
    sandbox = Sandbox(path, 400_000)
    kept, refused = 0, None
    while refused is None and kept < 10_000:
        status, answer = sandbox.ask("POST", "/users", {"username": f"u{kept}", "nickname": "n" * 90})
        if status == 200:
            kept += 1
        else:
            refused = (status, answer["error_description"])
    assert refused and refused[0] == 500 and "could not write its data file" in refused[1], refused
    assert sandbox.ask("GET", "/users/u0")[0] == 200, "it reads on"
    assert sandbox.ask("GET", f"/users/u{kept}")[0] == 404, "what was refused is not there"
    resource.prlimit(sandbox.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    assert sandbox.ask("POST", "/users", {"username": f"u{kept}"})[0] == 200, "there is room again"
    assert sandbox.end(signal.SIGTERM) == 0
    again = Sandbox(path)
    for number in range(kept + 1):
        assert again.ask("GET", f"/users/u{number}")[0] == 200, number
    assert again.end(signal.SIGTERM) == 0


def foreign_file():
    path = os.path.join(FOLDER.name, "diary.txt")
    with open(path, "w") as file:
        file.write("dear diary")
    refused = Sandbox(path)
    assert refused.code == 3 and refused.error["code"] == "data-not-ours" and refused.error["field"] == "--data" and refused.error["hint"], refused.error
    assert open(path).read() == "dear diary"


kill_rounds()
full_disk()
foreign_file()
