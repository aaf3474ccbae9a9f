"""A word that was typed twice: "của của".

Vietnamese doubles many words on purpose ("luôn luôn", "ngày ngày", "xanh xanh"), so only those are
told that nobody doubles.

Wrong::

    Đây là công trình của của bà con trong bản.

Right::

    Bà con luôn luôn giúp nhau, ngày ngày vẫn thế.

In the guide::

    Chỉ báo những từ không ai lặp (“của của”, “những những”); từ láy (“luôn luôn”) thì không.
"""

from __future__ import annotations

from collections.abc import Iterator

from plugins.core import checks
from plugins.core.text.expressions import expression
from plugins.proofreading.config import ProofreadingSettings
from plugins.proofreading.finding import Finding
from plugins.proofreading.proof import Proof

_NEVER_DOUBLED = "của và các những được cho với tại để trong theo từ trên khi này là đã sẽ bị nhưng"
_DOUBLED = expression(rf"\b({'|'.join(_NEVER_DOUBLED.split())}) +\1\b", 2)


def find(proof: Proof, settings: ProofreadingSettings) -> Iterator[Finding]:
    """Yield words that stand twice and must not."""
    for found in _DOUBLED.finditer(proof.text):
        yield Finding(
            checks.WORD_DOUBLED,
            found.start(),
            found.end(),
            f"từ “{found[1]}” lặp hai lần",
            f"Xóa một chữ “{found[1]}”.",
            found[1],
        )
