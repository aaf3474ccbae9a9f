"""The table of HTTP headers: which part of the site is sent with which.

Hosts that read ``_headers`` add up what all rules say of a path, and they differ in what comes of
two values of one header. So no header stands in two rules that meet, but for the policy: of two,
a browser obeys both (CSP, 4.1), and a host that sends only the nearer one sends the stricter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.figures.media.kinds import DOCUMENTS, UNPLAYABLE
from plugins.metadata.headers.policy import sandbox_policy

CSP = "Content-Security-Policy"
CACHE = "Cache-Control"
PERMISSIONS = "Permissions-Policy"
HSTS = "Strict-Transport-Security"

# A year is the longest that caches are asked to keep anything (RFC 9111, 1.2.2).
_YEAR = 31_536_000
_FOR_EVER = {CACHE: f"public, max-age={_YEAR}, immutable"}
_OWN_USE = {"Cross-Origin-Resource-Policy": "same-origin"}

BRIEFLY = "public, max-age=60"
"""How long everything else is kept by a server that has no rule of its own for it: a correction is
out after a minute. (Hosts that read ``_headers`` have one, which asks each time.)"""

# No page has a use for these, and no frame in one gets them either.
_DENIED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer"),
    *("microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
)

_RUNNING = ("html", "htm", "xhtml", "xht", "xml", "xsl", "svg", "svgz", "mht", "mhtml", "js", "css")
_SAVED = (*DOCUMENTS, *UNPLAYABLE, "txt", "ics", *_RUNNING)
DOWNLOADED = tuple(suffix for suffix in _SAVED if suffix != "pdf")
"""Extensions of attachments that are saved, not shown: all but films, sounds and their subtitles,
which pages show themselves, and files that could bring scripts along, should one ever be there.
A PDF is shown, and so it has no sandbox: Chrome's viewer does not run in one."""


@dataclass(frozen=True)
class Rule:
    """``headers`` of all files below ``folder`` (relative to the site's root, empty or with a slash
    at its end), or only of those with one of the ``suffixes``."""

    folder: str
    headers: Mapping[str, str]
    suffixes: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether this is said of a file (its path, relative to the site's root)."""
        ending = path.rpartition(".")[2].lower()
        return path.startswith(self.folder) and (not self.suffixes or ending in self.suffixes)


def rules(policy: str) -> tuple[Rule, ...]:
    """Return the table. ``policy`` is the Content Security Policy of pages.

    What is below ``theme``, ``anh`` and ``tep`` is named by a digest of its content; of the theme,
    all but a licence. Feeds, pictures (one of the theme is shared), attachments and pages have no
    Cross-Origin-Resource-Policy: other sites show them, and a host cannot tell a page from a feed.
    """
    return (
        Rule(
            "",
            {
                CSP: policy,
                "X-Content-Type-Options": "nosniff",
                # An outlet sees that readers come from here, not from which article.
                "Referrer-Policy": "strict-origin-when-cross-origin",
                PERMISSIONS: ", ".join(f"{name}=()" for name in _DENIED),
                "Cross-Origin-Opener-Policy": "same-origin",
                # Without "preload" and without the host's other names: that is its owner's to say.
                HSTS: f"max-age={_YEAR}",
            },
        ),
        Rule("theme/", _FOR_EVER | _OWN_USE, ("js", "woff2")),
        Rule("theme/", _FOR_EVER, ("svg", "png")),
        Rule("manh/", _OWN_USE),
        Rule("anh/", _FOR_EVER),
        Rule("tep/", _FOR_EVER),
        Rule("tep/", {CSP: sandbox_policy(), "Content-Disposition": "attachment"}, DOWNLOADED),
    )


def headers_of(path: str, table: tuple[Rule, ...]) -> dict[str, str]:
    """Return what a file is sent with; of two policies, the nearer."""
    found: dict[str, str] = {}
    for rule in table:
        if rule.holds(path):
            found |= rule.headers
    return found
