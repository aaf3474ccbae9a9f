"""A build that writes down what its search index took:
``python -m benchmarks.search.timed FILE CONTENT -o OUTPUT …``, with the options of a build.

``FILE`` gets seconds by the clock, and seconds of all processors.
"""

from __future__ import annotations

import json
import resource
import runpy
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from plugins.engine.publish.search_index import SearchIndex
from plugins.engine.render.loader import ArticleLoader
from plugins.engine.render.renderer import Written
from plugins.engine.scan.changes import Changes

_update = SearchIndex.update
_file = Path(sys.argv.pop(1))


def _timed(
    index: SearchIndex, changed: Changes, loader: ArticleLoader, lost: Iterable[str]
) -> list[Written]:
    began, used = time.perf_counter(), _used()
    written = _update(index, changed, loader, lost)
    _file.write_text(json.dumps([time.perf_counter() - began, _used() - used]), encoding="utf-8")
    return written


def _used() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


SearchIndex.update = _timed  # type: ignore[method-assign,assignment] # a build as it is, with a clock in it
runpy.run_module("plugins.engine", run_name="__main__", alter_sys=True)
