"""How long an editor waits between saving an article and seeing it in the preview."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from benchmarks.site.corpus import Story
from benchmarks.site.peers import Peer
from benchmarks.site.process import start, wait_until
from benchmarks.site.report import NoRatio

_STARTS = 900.0
_ANSWERS = 300.0
_POLL = 0.03


def waiting_times(peer: Peer, stories: Sequence[Story]) -> list[float]:
    """Save each of ``stories`` with a new sentence; return the seconds until it is served.

    The page is asked for thirty times a second: oftener, the questions would slow down
    the answer. Pauses of half a second to a second let the watcher come to rest. Raises
    :class:`NoRatio` for a server that does not start or does not show a save.
    """
    waited = []
    # An old page must not pass for the first that the server has made.
    peer.make_cold()
    with _served(peer) as shows:
        for number, story in enumerate(stories):
            if not wait_until(partial(shows, story, story.title), _STARTS, _POLL):
                raise NoRatio(f"{peer.name}: the preview does not show {story.address}")
            time.sleep(0.5 + number * 0.37 % 0.5)
            marker = f"Dấu lần lưu {number} của bài {story.slug}."
            began = time.perf_counter()
            peer.write(replace(story, paragraphs=(marker, *story.paragraphs)))
            if not wait_until(partial(shows, story, marker), _ANSWERS, _POLL):
                raise NoRatio(f"{peer.name}: the preview does not show a save")
            waited.append(time.perf_counter() - began)
    return waited


@contextmanager
def _served(peer: Peer) -> Iterator[Callable[[Story, str], bool]]:
    """Run the preview; what is given says whether it shows a text on a story's page."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with (peer.folder / "log.txt").open("w+b") as log:
        process = start(peer.serve(port), peer.folder, log)

        def shows(story: Story, text: str) -> bool:
            if process.poll() is not None:
                log.seek(0)
                said = log.read().decode(errors="replace")[-4000:]
                raise NoRatio(f"{peer.name}: the preview has ended\n{said}")
            return text in _page(port, story)

        try:
            yield shows
        finally:
            if process.poll() is None:
                # The whole group: a watching Pelican is three processes.
                os.killpg(process.pid, signal.SIGTERM)
            process.wait()


def _page(port: int, story: Story) -> str:
    """Return a story's page as it is served now; empty while there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_ANSWERS)
    try:
        connection.request("GET", f"/{story.address}")
        answer = connection.getresponse()
        page = answer.read().decode("utf-8", errors="replace")
    except (OSError, http.client.HTTPException):
        return ""  # not up yet, or between two versions of the file
    finally:
        connection.close()
    return page if answer.status == 200 else ""
