#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check.py ROOT   every string is translated, with the placeholders of its source, in the context of its class."""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET


def faults(file):
    for context in ET.parse(file).getroot().findall("context"):
        name = context.find("name").text
        if "::" not in name:
            yield f"{file.name}: context {name} has no namespace: use update.py"
        for message in context.findall("message"):
            source, translation = message.find("source").text, message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
            for text in forms:
                if translation.get("type") or not text.strip():
                    yield f"{file.name}: {name}: not translated: {source}"
                elif sorted(re.findall(r"%[1-9]", source)) != sorted(re.findall(r"%[1-9]", text)):
                    yield f"{file.name}: {name}: placeholders differ: {source}"


def missing(root, file):
    """Texts given to tr() in ui as one plain literal that the file does not hold."""
    known = {m.find("source").text for c in ET.parse(file).getroot().findall("context") for m in c.findall("message")}
    for path in sorted((root / "ui").rglob("*.cpp")):
        for literal in re.findall(r'\btr\("((?:[^"\\]|\\.)*)"\)', path.read_text(encoding="utf-8")):
            text = literal.replace("\\n", "\n").replace('\\"', '"')
            if text not in known:
                yield f"{path.name}: not in {file.name}: {literal}"


def main():
    root = pathlib.Path(sys.argv[1])
    chinese = root / "resources/i18n/chat_token_zh_CN.ts"
    found = [*faults(chinese), *faults(root / "resources/i18n/chat_token_en.ts"), *missing(root, chinese)]
    print(*found, sep="\n")
    return 1 if found else 0


sys.exit(main())
