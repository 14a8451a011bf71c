"""Runs a command in a fresh process and says what it cost: seconds by the clock, peak memory."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench.corpora import ROOT

# A new process starts with the peak of the one that made it, so a small one in between makes it.
BETWEEN = """
import json, os, sys, time
started = time.perf_counter()
child = os.fork()
if not child:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
_, status, usage = os.wait4(child, 0)
print(json.dumps([time.perf_counter() - started, usage.ru_maxrss, os.waitstatus_to_exitcode(status)]))
"""
UNIT_BYTES = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds from start to finish and the peak of resident memory in MB (10^6 bytes)."""

    seconds: float
    peak_mb: float


def cost(arguments: Sequence[str]) -> Cost:
    """What `python arguments…` costs; its output is dropped. RuntimeError where it fails."""
    command = [sys.executable, "-I", "-S", "-c", BETWEEN, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    seconds, peak, code = json.loads(done.stdout)
    if code:
        raise RuntimeError(f"{' '.join(arguments)} ended with {code}: {done.stderr.strip()[-300:]}")
    return Cost(seconds=seconds, peak_mb=peak * UNIT_BYTES / 1e6)


def best(arguments: Sequence[str], times: int = 5) -> Cost:
    """The quickest of several runs and the highest peak of them; the first warms the file cache."""
    costs = [cost(arguments) for _ in range(times)]
    return Cost(seconds=min(one.seconds for one in costs), peak_mb=max(one.peak_mb for one in costs))
