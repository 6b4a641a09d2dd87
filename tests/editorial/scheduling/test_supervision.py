"""The worker's process is kept alive."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings

from editorial.scheduling.supervision import is_orphan, work_command

#: Supervises a process that dies at its first start and waits at its second.
SUPERVISING = """
import sys
from django.conf import settings
from editorial.scheduling import supervision
settings.configure(BASE_DIR=".")
supervision.PAUSE_SECONDS = 0.1
starts = sys.argv[1]
code = f"import os, sys, time; open({starts!r}, 'a').write(f'{{os.getpid()}} '); "
code += f"sys.exit(9) if len(open({starts!r}).read().split()) == 1 else time.sleep(60)"
sys.exit(supervision.Supervisor([sys.executable, "-c", code]).run())
"""


@pytest.fixture
def starts(tmp_path):
    """The file that tells the ids of the processes started."""
    return tmp_path / "starts"


def started(starts, count):
    """The ids of so many processes, as soon as they were started."""
    for _ in range(400):
        ids = starts.read_text().split() if starts.exists() else []
        if len(ids) >= count:
            return [int(one) for one in ids]
        time.sleep(0.05)
    return pytest.fail(f"never started {count} times")


class SupervisorTests:
    def test_a_process_that_dies_is_started_anew_and_ends_with_its_supervisor(self, starts):
        supervisor = subprocess.Popen([sys.executable, "-c", SUPERVISING, str(starts)], cwd=settings.BASE_DIR)
        _, second = started(starts, 2)
        supervisor.send_signal(signal.SIGTERM)
        assert supervisor.wait(20) == 0
        with pytest.raises(ProcessLookupError):
            os.kill(second, 0)


class WorkCommandTests:
    def test_it_names_its_supervisor(self):
        assert work_command()[-3:] == ["worker", "--supervised-by", str(os.getpid())]


class IsOrphanTests:
    def test_a_process_whose_supervisor_is_gone_knows(self):
        assert not is_orphan(os.getppid())
        assert is_orphan(os.getpid())
        assert not is_orphan(None)
