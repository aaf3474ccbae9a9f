"""Which HTML an article may hold: one table for nh3 and for what the editor is told.

Everything that python-markdown with its "extra" extensions and the figures write is in it.
Obsolete attributes and elements (HTML, section 16) are not: pages must be valid.
"""

from __future__ import annotations

import re

from plugins.core.document import FIRST_IMAGE, SITE_ROOT
from plugins.core.text.expressions import expression

_PLAIN = """
abbr address article aside b bdi bdo blockquote br caption cite code colgroup dd details dfn div dl
dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i kbd mark p picture pre rp rt
ruby s samp search section small span strong sub summary sup table tbody tfoot thead tr u var wbr
"""

_EVERYWHERE = frozenset(
    (
        "class",
        "data-count",
        "data-of",
        "dir",
        "id",
        "lang",
        "role",
        "tabindex",
        "title",
        "translate",
    )
)

# Attributes of an element's own; elements without one stand in _PLAIN.
_OWN = {
    "a": "href hreflang rel target download type",
    "audio": "src controls loop muted preload",
    "blockquote": "cite",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "del": "cite datetime",
    "details": "open name",
    "iframe": "src width height allowfullscreen loading referrerpolicy",
    "img": "src srcset sizes alt width height loading decoding fetchpriority",
    "ins": "cite datetime",
    "li": "value",
    "ol": "start type reversed",
    "q": "cite",
    "source": "src srcset sizes media type width height",
    "td": "colspan rowspan headers",
    "th": "colspan rowspan headers scope abbr",
    "time": "datetime",
    "track": "src kind srclang label default",
    "ul": "",
    "video": "src poster controls loop muted preload playsinline width height",
}

ATTRIBUTES: dict[str, frozenset[str]] = {
    tag: _EVERYWHERE | frozenset(_OWN.get(tag, "").split()) for tag in {*_PLAIN.split(), *_OWN}
}
"""The elements that stay, each with its attributes; ``aria-*`` is allowed on all."""

_NAMES = "|".join(sorted({name for names in ATTRIBUTES.values() for name in names}))
_ONE = rf"(?:[#.][A-Za-z][\w-]*|(?:aria-[a-z]+|{_NAMES})=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'{{}}]+))"

ATTRIBUTE_LIST = rf"\{{:?[ ]*({_ONE}(?:[ ]+{_ONE})*)[ ]*\}}"
"""Attributes as Markdown gives them to an element: ``{#muc-1 .rong lang=en}``. An expression."""

TAGS = frozenset(ATTRIBUTES)

VOID = frozenset(("br", "col", "hr", "img", "source", "track", "wbr"))
"""Those of them that have no end tag (HTML, 13.1.2)."""

WITH_CONTENT = frozenset({"script", "style"})
"""Elements whose content is code, and goes with them."""

_OTHER_HTML = """
acronym applet area base basefont bgsound big blink body button canvas center command content
datalist dialog dir element embed fencedcanvas fieldset font form frame frameset head html image
input isindex keygen label legend link listing main map marquee menu menuitem meta meter
multicol nav nextid nobr noembed noframes noscript object optgroup option output param plaintext
portal progress rb rbc rtc script select selectedcontent shadow slot spacer strike style svg math
template textarea title tt xml xmp
animate circle clippath defs desc ellipse fegaussianblur feoffset femerge filter foreignobject g
line lineargradient marker mask metadata path pattern polygon polyline radialgradient rect stop
switch symbol text textpath tspan use view
annotation annotation-xml maction menclose merror mfrac mi mmultiscripts mn mo mover mpadded
mphantom mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
munderover semantics
"""
# What Word and Outlook paste: <o:p>, <v:shape>, <w:WordDocument>, <st1:place>.
_OFFICE = expression(r"(?:o|v|w|m|x|u\d*|st\d+):[a-z]\w*")
_KNOWN = TAGS | frozenset(_OTHER_HTML.split())


def is_element(name: str) -> bool:
    """Whether a tag's name (in lower case) is that of an HTML, SVG, MathML or Office element.

    All else, such as ``<Tên>``, is text that an editor wrote between angle brackets.
    """
    return name in _KNOWN or is_office(name)


def is_office(name: str) -> bool:
    """Whether an element or an attribute is one that only Word and its kin know."""
    return _OFFICE.fullmatch(name) is not None


TABLE_PARTS = frozenset(
    ("caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
)
"""What a table that is pasted as HTML consists of."""

_LOOKS = """
align background bgcolor border bordercolor cellpadding cellspacing char charoff clear color face
frame frameborder height hspace nowrap rules size style valign vspace width
"""

LOOKS = frozenset(_LOOKS.split())
"""Attributes that say how something is to look. They hold no words of the article, and Word and
Excel write some on every paragraph and cell."""

URL_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "href": ("http", "https", "mailto", "tel"),
    "src": ("http", "https"),
    "srcset": ("http", "https"),
    "poster": ("http", "https"),
    "cite": ("http", "https"),
}
"""Attributes that hold addresses, with the schemes they may have."""

SCHEMES = frozenset(scheme for schemes in URL_ATTRIBUTES.values() for scheme in schemes)

OWN_MEDIA = frozenset({"audio", "video", "source", "track"})
"""Elements that may load only what this site serves itself."""

STYLE = expression(r"\s*text-align\s*:\s*(?P<align>left|right|center|justify)\s*", re.IGNORECASE)
"""The one declaration of a cell's that is kept, as a class."""

ALIGNED = "align-{}"
"""The class of a cell that is aligned (``left``, ``right``, ``center``, ``justify``). Pages hold
no ``style`` attributes: a strict Content Security Policy would have browsers pass over them."""

_NUMBER = expression(r"\d{1,5}")
_OWN_FILE = rf"{SITE_ROOT}/\S+ \d+w"
VALUES: dict[str, re.Pattern[str]] = {
    # The build's own; an editor's would name files that are published under other addresses.
    "srcset": re.compile(f"{_OWN_FILE}(?:, {_OWN_FILE})*"),
    "width": _NUMBER,
    "height": _NUMBER,
    "colspan": re.compile(r"[1-9]\d{0,2}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "span": re.compile(r"[1-9]\d{0,2}"),
    "start": re.compile(r"-?\d{1,9}"),
    "tabindex": re.compile(r"0|-1"),
    "target": re.compile(r"_blank"),
    "loading": re.compile(r"lazy|eager"),
    "decoding": re.compile(r"async|sync|auto"),
    "fetchpriority": re.compile(f"high|low|auto|{FIRST_IMAGE}"),
    "dir": re.compile(r"ltr|rtl|auto", re.IGNORECASE),
    "scope": re.compile(r"row|col|rowgroup|colgroup", re.IGNORECASE),
    "id": re.compile(r"\S+"),
    "role": re.compile(r"[a-z]+(?:-[a-z]+)*"),
}
"""What an attribute's whole value must look like; others may hold anything."""

REL = frozenset(
    ("author", "bookmark", "external", "license", "nofollow", "noopener", "noreferrer", "tag")
)
"""The link types that an editor may give a link."""
