"""The inside of a worker's process: it loads the project and answers tasks one by one.

Tasks come through its standard input and answers go through its standard output, as
pickles; what it says to people goes to standard error. It ends when its input does, however
whoever asks ended.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable
from typing import Any

from plugins.core.text.streams import speak_utf8
from plugins.preview.workers.messages import Layout

Say = Callable[[object], None]
Work = Callable[[Any, Say], None]
"""Does a task, and says the answer."""


def work(load: Callable[[list[str]], tuple[Layout, Work]]) -> None:
    """Load the project with the arguments of this process, say where it is or why it can't be
    loaded, and work until there are no more tasks."""
    speak_utf8()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # who prints does not disturb

    def say(answer: object) -> None:
        try:
            pickle.dump(answer, answers)
            answers.flush()
        except BrokenPipeError:
            os._exit(0)  # whoever asked has gone, and wants nothing any more

    from plugins.engine.checks.setting_types import settings_fault

    try:
        layout, do = load(sys.argv[1:])
    except Exception as error:  # noqa: BLE001 - settings and plugins are programs: anything
        say([settings_fault(error, sys.argv[1:])])
        return
    say(layout)
    while True:
        try:
            task = pickle.load(sys.stdin.buffer)  # noqa: S301 - from who started this process
        except EOFError:
            return
        do(task, say)
