"""A server and its worker start and end together, with nothing left behind."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from config.processes import GRACE_SECONDS, first_exit, start, stop
from editorial.scheduling import runner, time_limit

ROOT = Path(__file__).resolve().parents[2]
# Writes its own and its child's id, then waits; like a server whose reloader has started a second process.
PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(60)
"""

# Waits for the other command's file, then ends with an exit code of its own.
FAILING = """
import os, sys, time
for _ in range(200):
    if os.path.exists(sys.argv[1]):
        break
    time.sleep(0.05)
sys.exit(3)
"""


def is_running(pid: int) -> bool:
    """Whether a process runs; one that has ended and is not yet collected does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_until(condition) -> None:
    """Wait for a condition, at most ten seconds."""
    for _ in range(200):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("the condition never held")


def written(path: Path) -> int:
    """The process id somebody writes to a file."""
    wait_until(lambda: path.exists() and path.read_text().isdigit())
    return int(path.read_text())


@pytest.fixture
def commands(tmp_path):
    """Two commands that wait, each with a child of its own, and the files that tell the children's ids."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    files = [tmp_path / "first", tmp_path / "second"]
    return [f"{sys.executable} {script} {file}" for file in files], files


class RunTogetherTests:
    @pytest.mark.parametrize("signum", [signal.SIGINT, signal.SIGTERM])
    def test_a_signal_ends_both_commands_and_their_children(self, commands, signum):
        lines, files = commands
        together = subprocess.Popen([sys.executable, "-m", "config.processes", *lines], cwd=ROOT)
        children = [written(file) for file in files]
        os.kill(together.pid, signum)
        assert together.wait(20) == 0
        wait_until(lambda: not any(map(is_running, children)))

    def test_when_one_command_ends_the_other_is_ended_and_its_exit_code_returned(self, commands, tmp_path):
        lines, files = commands
        script = tmp_path / "failing.py"
        script.write_text(FAILING)
        failing = f"{sys.executable} {script} {files[0]}"
        together = subprocess.Popen([sys.executable, "-m", "config.processes", lines[0], failing], cwd=ROOT)
        assert together.wait(30) == 3
        assert not is_running(written(files[0]))


class MakefileTests:
    @pytest.mark.parametrize(("target", "server"), [("run", "manage.py runserver"), ("serve", "gunicorn")])
    def test_the_worker_runs_beside_the_web_server(self, target, server):
        said = subprocess.check_output([shutil.which("make"), "-n", target], cwd=ROOT, text=True)
        [together] = re.findall(r"-m config\.processes (.+)", said.replace("\\\n", ""))
        web, worker = shlex.split(together)
        assert server in web
        assert worker.endswith("manage.py worker")


class StopTests:
    def test_a_worker_may_finish_its_page_and_its_task(self):
        assert GRACE_SECONDS > runner.ITEM_SECONDS + time_limit.GRACE_SECONDS + settings.WORKER_TASK_SECONDS

    def test_what_ignores_a_polite_request_is_ended_by_force(self, tmp_path):
        ready = tmp_path / "ready"
        stubborn = start(
            f"{sys.executable} -c 'import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN);"
            f' open("{ready}", "w").write("1"); time.sleep(60)\''
        )
        written(ready)
        stop([stubborn], grace=0.2)
        assert stubborn.returncode == -signal.SIGKILL

    def test_what_has_ended_already_is_left_alone(self):
        ended = start(f"{sys.executable} -c pass")
        assert first_exit([ended]) == 0
        stop([ended])
        assert ended.returncode == 0
