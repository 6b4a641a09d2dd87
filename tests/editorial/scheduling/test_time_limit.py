"""What takes too long is cut off."""

import subprocess
import sys
import threading
import time

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from editorial.scheduling import time_limit as module
from editorial.scheduling.time_limit import TookTooLongError, limit_transaction, time_limit

#: Deaf to the polite way, as code in C is that never returns to Python.
DEAF = """
import signal, time
from editorial.scheduling import time_limit
time_limit.GRACE_SECONDS = 1
with time_limit.time_limit(1):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(60)
"""


class TimeLimitTests:
    def test_python_that_takes_too_long_is_ended_even_where_exceptions_are_swallowed(self):
        with pytest.raises(TookTooLongError), time_limit(1):
            try:
                time.sleep(30)
            except Exception:
                pytest.fail("swallowed")

    def test_what_is_done_in_time_goes_on(self):
        with time_limit(1):
            done = True
        time.sleep(1.1)
        assert done

    def test_what_does_not_hear_is_ended_with_its_process_and_a_traceback(self):
        ended = subprocess.run(
            [sys.executable, "-c", DEAF], cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=30
        )
        assert ended.returncode == 1
        assert "Timeout" in ended.stderr
        assert "time_limit" in ended.stderr or "<string>" in ended.stderr

    def test_outside_the_main_thread_nothing_is_cut_off(self, monkeypatch):
        monkeypatch.setattr(module.signal, "alarm", lambda seconds: pytest.fail("a server's thread has no alarm"))
        done = []

        def work():
            with time_limit(1):
                done.append(True)

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        assert done == [True]


def limit_of_locks():
    """How long PostgreSQL lets a statement wait for a lock."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
class LimitTransactionTests:
    @pytest.mark.skipif(settings.IS_SQLITE, reason="there is no server")
    def test_it_holds_for_one_transaction(self):
        before = limit_of_locks()
        with transaction.atomic():
            limit_transaction(lock_timeout=7, statement_timeout=30)
            assert limit_of_locks() == "7s"
        assert limit_of_locks() == before

    @pytest.mark.skipif(not settings.IS_SQLITE, reason="there is a server")
    def test_without_a_server_there_is_nobody_to_tell(self):
        with CaptureQueriesContext(connection) as queries:
            limit_transaction(lock_timeout=7)
        assert len(queries) == 0
