"""Compiled templates, kept from one build to the next."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic

from plugins.engine.errors import StateError
from plugins.engine.store.codec import pack_plain, unpack_plain


class CompiledTemplates(BytecodeCache):
    """Keeps them in a folder; where there is no room they are not kept.

    What comes of a template also depends on Jinja's version, its options and the filters, of which
    Jinja's own cache knows nothing: ``program`` has to differ whenever one of them does. And that
    cache reads a file a few bytes at a time, which takes three times as long.
    """

    def __init__(self, folder: Path, program: str) -> None:
        self._folder = folder
        self._program = program.encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give ``bucket`` the code that is kept for it, if there is any."""
        with suppress(OSError, StateError):
            content = self._file(bucket).read_bytes()
            head = self._head(bucket)
            if content.startswith(head):
                bucket.code = unpack_plain(content[len(head) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of ``bucket``."""
        # Copies of this process may be at the same template.
        temporary = self._file(bucket).with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(self._head(bucket) + pack_plain(bucket.code))
            temporary.replace(self._file(bucket))
        except OSError:
            with suppress(OSError):
                temporary.unlink()

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.code"

    def _head(self, bucket: Bucket) -> bytes:
        return bc_magic + self._program + bucket.checksum.encode()
