#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""hardening.py PROGRAM...   fails where a program lacks what cmake/Hardening.cmake builds in."""
import subprocess
import sys


def tool(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def faults(program):
    header, segments, dynamic = (tool("readelf", "-W", option, program) for option in ("-h", "-l", "-d"))
    if "DYN (" not in header:
        yield "is not position-independent"
    if "GNU_RELRO" not in segments:
        yield "has no read-only relocations"
    if "NOW" not in dynamic:
        yield "resolves addresses while it runs"
    if any("GNU_STACK" in line and "RWE" in line for line in segments.splitlines()):
        yield "has an executable stack"
    symbols = tool("nm", "-D", "--undefined-only", program)
    if "__stack_chk_fail" not in symbols:
        yield "has no stack protector"
    if "_chk@" not in symbols.replace("__stack_chk_fail", ""):
        yield "calls no checked function of libc"
    if "__glibcxx_assert_fail" not in symbols:
        yield "checks no container of the library"
    main = tool("objdump", "-d", "--disassemble=main", program)
    if "x86-64" in main and "endbr64" not in main:
        yield "marks no branch targets"


def main():
    found = [f"{program} {fault}" for program in sys.argv[1:] for fault in faults(program)]
    print(*found, sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
