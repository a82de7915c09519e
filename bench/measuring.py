"""What the benchmarks share: what a command costs."""
import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple


class Cost(NamedTuple):
    cpu: float   # seconds, user and system, of the whole process tree
    wall: float  # seconds
    peak: float  # MB, of the largest process


def measure(command, accepted=(0,), environment=None):
    with open(os.devnull, "w") as nowhere, tempfile.TemporaryFile("w+") as errors:
        started = time.monotonic()
        child = subprocess.Popen([str(part) for part in command], stdout=nowhere, stderr=errors,
                                 env={**os.environ, **(environment or {})})
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in accepted:
            errors.seek(0)
            sys.exit(f"{command[0]} ended with {child.returncode}\n{errors.read()}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def least(runs):
    """The least CPU and wall time of several runs, and their highest peak."""
    runs = list(runs)
    return Cost(min(run.cpu for run in runs), min(run.wall for run in runs), max(run.peak for run in runs))


def verdict(checks):
    """Prints a line for each (name, value, comparison, budget, unit); whether all hold."""
    held = True
    for name, value, comparison, budget, unit in checks:
        holds = value <= budget if comparison == "at most" else value >= budget
        held = held and holds
        print(f"{name:44}{value:9.2f} {unit:3} {comparison} {budget:g} {unit:3} {'ok' if holds else 'FAILED'}")
    return held
