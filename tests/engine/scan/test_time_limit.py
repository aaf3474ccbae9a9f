from __future__ import annotations

import re
import signal
import threading

import pytest

from plugins.engine.scan.time_limit import TooSlowError, time_limit

SLOW = re.compile(r"(?:a|a)*b")

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no such signals"
)


def test_a_pattern_that_would_never_end_is_ended() -> None:
    with pytest.raises(TooSlowError), time_limit(0.05):
        SLOW.match("a" * 100)


def test_what_is_done_in_time_is_left_alone_and_so_is_what_comes_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with time_limit(0.05):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_beside_the_first_thread_nothing_is_limited() -> None:
    done: list[bool] = []

    def work() -> None:
        with time_limit():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
