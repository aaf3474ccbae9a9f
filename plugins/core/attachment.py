"""Files that articles link to: decisions as PDF, tables, forms to download."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from plugins.core.slugs import slugify


class Attachment(NamedTuple):
    """A file to publish at ``url``, relative to the site's root; ``source`` is absolute."""

    url: str
    source: Path


def attach(path: Path) -> Attachment:
    """Return the attachment for a file: ``tep/<slug>-<hash>.<extension>``.

    Eight digits of the content's SHA-256 make the address change with the content.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    stem = slugify(path.stem)[:80].strip("-") or "tep"
    return Attachment(f"tep/{stem}-{digest[:8]}{path.suffix.lower()}", path)
