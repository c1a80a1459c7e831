#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails on an include that goes against the arrows: app -> ui -> core, and inside core the table below.

check.py ROOT            checks the tree
check.py ROOT --self     checks that planted violations are found
"""
import pathlib
import re
import sys
import tempfile

CORE = {
    "base": set(),
    "token": {"base"},
    "text": {"base", "token", "redact", "vault", "catalogue"},
    "redact": {"base", "token"},
    "catalogue": {"base", "token"},
    "msync": {"base"},
    "vault": {"base"},
    "project": {"base", "token", "redact", "vault"},
    "http": {"base", "redact"},
    "local": {"base", "redact"},
    "diagnosis": {"base", "catalogue", "project", "token"},
    "rest": {"base", "http", "catalogue", "project", "token", "redact"},
    "tokenserver": {"base", "local", "project", "token", "vault"},  # vault: guarded memory
    "sandbox": {"base", "local", "msync", "catalogue", "project", "token"},
    "session": {"base", "rest", "msync", "project", "token"},
    "batch": {"base", "rest", "project", "token"},
}
WITHOUT_QT = {"base", "token"}
# Parts of ui that pages may use; a page never includes another page.
SHARED_UI = {"shell", "widgets"}
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
# Headers of QtGui and QtWidgets that are likely to slip into core.
GUI = re.compile(
    r"^(QtGui|QtWidgets|QtSvg)/|^Q(Widget|Application|GuiApplication|Color|Pixmap|Image|Icon|Font|Painter|Palette|"
    r"Clipboard|Action|Key\w*|Mouse\w*|Label|PushButton|LineEdit|TextEdit|PlainTextEdit|TextDocument|SyntaxHighlighter|"
    r"StandardItemModel|Desktop\w*|Dialog|Style\w*|MainWindow|Validator)$")


def violations(root):
    for path in sorted(p for d in ("core", "ui", "app") for s in ("*.h", "*.cpp") for p in (root / d).rglob(s)):
        parts = path.relative_to(root).parts
        layer, module = parts[0], parts[1]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            reason = broken(layer, module, match.group(1), match.group(2))
            if reason:
                yield f"{path.relative_to(root)}:{number}: {reason}: {match.group(2)}"


def broken(layer, module, mark, target):
    to = target.split("/")
    if layer == "core":
        if mark == "<" and module in WITHOUT_QT and re.match(r"^Q[A-Za-z]", target):
            return f"core/{module} knows no Qt"
        if mark == "<" and GUI.match(target):
            return "core knows no QtGui or QtWidgets"
        if to[0] in ("ui", "app"):
            return f"core may not know {to[0]}"
        if to[0] == "core" and len(to) > 1 and to[1] != module:
            if module not in CORE:
                return f"core/{module} is not in the table of arrows"
            if to[1] not in CORE[module]:
                return f"no arrow from core/{module} to core/{to[1]}"
    elif layer == "ui":
        if to[0] == "app":
            return "ui may not know app"
        if to[0] == "ui" and len(to) > 2 and to[1] != module and module != "shell" and to[1] not in SHARED_UI:
            return f"the page ui/{module} includes the page ui/{to[1]}"
        if to[0] == "ui" and len(to) > 2 and module == "widgets" and to[1] != "widgets":
            return "widgets know no page and no shell"
    return None


def self_test():
    planted = {
        "core/base/A.cpp": "#include <QString>",
        "core/token/B.cpp": '#include "core/text/Format.h"',
        "core/http/C.cpp": "#include <QWidget>",
        "core/rest/D.cpp": '#include "ui/shell/MainWindow.h"',
        "ui/mint/E.cpp": '#include "ui/rest/RestPage.h"',
        "ui/widgets/F.cpp": '#include "ui/shell/Actions.h"',
        "core/local/G.cpp": '  #  include "core/sandbox/Sandbox.h"',
    }
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in planted.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text + "\n", encoding="utf-8")
        found = list(violations(root))
    missed = [name for name in planted if not any(line.startswith(name) for line in found)]
    if missed:
        print("not found:", *missed, sep="\n  ")
    return 1 if missed else 0


def main():
    root = pathlib.Path(sys.argv[1])
    if "--self" in sys.argv:
        return self_test()
    found = list(violations(root))
    print(*found, sep="\n")
    print(f"{len(found)} includes against the arrows")
    return 1 if found else 0


sys.exit(main())
