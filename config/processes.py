"""Runs a server and its worker together: when one ends or Ctrl-C is pressed, all of them end."""

import os
import shlex
import signal
import subprocess
import sys
import time
from types import FrameType

#: A worker finishes its page, which may take 75 seconds, and then waits 30 for its background task.
GRACE_SECONDS = 110.0
POLL_SECONDS = 0.1


class StopRequestedError(Exception):
    """Somebody pressed Ctrl-C or asked the process to end."""


def request_stop(signum: int, frame: FrameType | None) -> None:
    """Turn a signal into an exception, so that every way of ending takes the same path."""
    raise StopRequestedError


def start(command: str) -> subprocess.Popen:
    """Start a command in a process group of its own, so that its reloader's children can be ended with it."""
    return subprocess.Popen(shlex.split(command), start_new_session=True)


def signal_group(process: subprocess.Popen, signum: int) -> None:
    """Signal a command and everything it started; nothing happens when all of that has ended."""
    try:
        os.killpg(process.pid, signum)
    except ProcessLookupError:
        return


def stop(processes: list[subprocess.Popen], grace: float = GRACE_SECONDS) -> None:
    """End all groups: politely first, then what is left after `grace` seconds by force."""
    for process in processes:
        signal_group(process, signal.SIGTERM)
    deadline = time.monotonic() + grace
    for process in processes:
        try:
            process.wait(max(0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            continue
    for process in processes:
        signal_group(process, signal.SIGKILL)
        process.wait()


def first_exit(processes: list[subprocess.Popen]) -> int:
    """Wait until one of the commands ends; its exit code."""
    while True:
        for process in processes:
            if process.poll() is not None:
                return process.returncode
        time.sleep(POLL_SECONDS)


def run_together(commands: list[str]) -> int:
    """Run the commands until one ends or a signal comes; the exit code, 0 after a signal."""
    processes: list[subprocess.Popen] = []
    for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(signum, request_stop)
    try:
        processes.extend(map(start, commands))
        return first_exit(processes)
    except StopRequestedError:
        return 0
    finally:
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(signum, signal.SIG_IGN)
        stop(processes)


if __name__ == "__main__":
    sys.exit(run_together(sys.argv[1:]))
