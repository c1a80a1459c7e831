#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""update.py LUPDATE ROOT   brings the strings of the sources into the .ts files.

The English file keeps the plural forms only. Without -I lupdate misses the namespaces, by which texts are looked up.
"""
import pathlib
import re
import subprocess
import sys

NUMERUS = re.compile(r' *<message(?! numerus="yes").*?</message>\n', re.S)


def main():
    lupdate, root = sys.argv[1], pathlib.Path(sys.argv[2])
    folder = root / "resources/i18n"
    files = [folder / f"chat_token_{language}.ts" for language in ("en", "zh_CN")]
    subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-extensions", "h,cpp", "-I", str(root),
                    *(str(root / part) for part in ("core", "ui", "app")), "-ts", *map(str, files)], check=True)
    english = NUMERUS.sub("", files[0].read_text(encoding="utf-8"))
    files[0].write_text(re.sub(r"<context>\s*<name>[^<]*</name>\s*</context>\n", "", english), encoding="utf-8")


main()
