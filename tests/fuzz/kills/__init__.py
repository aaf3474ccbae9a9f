"""Builds against ``kill -9``, with the bulletin and the edits of ``tests/fuzz/site``."""

from __future__ import annotations
