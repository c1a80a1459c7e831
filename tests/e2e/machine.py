# SPDX-License-Identifier: Apache-2.0
"""What the machine itself costs whoever runs on it, for tests of how long somebody waits."""
import multiprocessing
import time


def _burn(longest):
    last = time.monotonic()
    while True:
        now = time.monotonic()
        longest.value, last = max(longest.value, (now - last) * 1000), now


class Busy:
    """Processes that are always busy, and the longest time in ms for which the machine let one of them wait since
    `begin`: as long may a server have to wait that a flood keeps busy."""

    def __init__(self, number):
        self.gaps = [multiprocessing.Value("d", 0.0, lock=False) for _ in range(number)]
        self.processes = [multiprocessing.Process(target=_burn, args=(gap,), daemon=True) for gap in self.gaps]
        for process in self.processes:
            process.start()

    def begin(self):
        for gap in self.gaps:
            gap.value = 0.0

    def longest(self):
        return max(gap.value for gap in self.gaps)

    def end(self):
        for process in self.processes:
            process.kill()
            process.join()
