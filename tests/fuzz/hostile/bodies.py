"""Bodies of articles: raw HTML, links, captions, and what makes parsers disagree."""

from __future__ import annotations

from collections.abc import Callable

from tests.fuzz.hostile.disguise import CALLS, CHARACTERS, address, disguised, injection
from tests.fuzz.text.words import Draw

Body = Callable[[Draw], str]

_TAGS = (
    *("a", "img", "div", "p", "table", "td", "details", "summary", "video", "audio", "source"),
    *(
        "track",
        "data",
        "iframe",
        "object",
        "embed",
        "form",
        "input",
        "button",
        "select",
        "option",
        "svg",
    ),
    *("math", "style", "script", "link", "meta", "base", "template", "noscript", "title", "area"),
    *("textarea", "xmp", "plaintext", "frameset", "frame", "body", "html", "head", "marquee"),
    *("isindex", "keygen", "dialog", "slot", "portal", "picture", "figure", "animate", "use"),
    *(
        "foreignObject",
        "mtext",
        "mglyph",
        "annotation-xml",
        "desc",
        "ſcript",
        "x-y",
        "p\x0b",
        "a\0b",
    ),
)
_EVENTS = (
    *(
        "onerror",
        "onload",
        "onclick",
        "onmouseover",
        "onfocus",
        "ontoggle",
        "onbegin",
        "onanimationend",
    ),
    *(
        "onpointerenter",
        "onbeforetoggle",
        "onscrollend",
        "ONCLICK",
        "on\0click",
        "onerror\x0b",
        "/onload",
    ),
)
_HOLDERS = (
    *("href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "background"),
    *("xlink:href", "ping", "srcdoc", "content", "lowsrc", "dynsrc", "longdesc", "usemap"),
    *("manifest", "profile", "classid", "code", "from", "to", "values", "style", "id", "name"),
    *("class", "target", "rel", "type", "http-equiv", "is", "slot", "autofocus", "contenteditable"),
    *("tabindex", "accesskey", "data-count", "data-of", "download", "sizes", "headers", "start"),
    *("width", "colspan", "popovertarget", "open", "form", "list", "nonce", "integrity", "charset"),
)
# What the theme's styles and scripts look for; an element with a value has more of a button.
_OF_THEME = (
    *("listen", "figure__link", "viewer", "share", "look", "latest__list", "skip-link", "contrast"),
    *("gallery__photos", "embed__link", "file__link", "columns", "beside", "content", "masthead"),
)
# Elements within which text is no markup to one parser and is to another.
_RAW = (
    *("svg", "math", "noscript", "template", "style", "title", "textarea", "xmp", "iframe"),
    *("noembed", "noframes", "plaintext", "select", "table", "mtext", "mglyph", "desc", "option"),
    *("foreignObject", "annotation-xml", "svg><style", "math><mtext><mglyph><style", "table><form"),
    *("form><math><mtext></form><form><mglyph><style", "svg></p><style", "math><annotation-xml"),
)
_PLACEHOLDERS = (
    *("\x02wzxhzdk:0\x03", "\x02klzzwxh:0001\x03", "wzxhzdk:0", "klzzwxh:0000", "\ufdd0/anh/x.jpg"),
    *("\ufdd2articles/x.md", "\ufdd7", "\ufdd9", "\x02amp\x03", "\x02" + "35" + "\x03"),
    *("{{ 7351*9173 }}", "{% raw %}", "{{ config }}", "${7351*9173}", "<%= 7351*9173 %>"),
    *("\\x3cscript>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<?php echo 1 ?>", "<!DOCTYPE x>"),
    *("<![CDATA[<b onclick=alert(1)>]]>", "]]><img src=x onerror=alert(1)>", "</main></body>"),
    *("</div></div></article></main><img src=x onerror=alert(1)>", "<!--[if IE]><script>"),
)
_LISTED = ("onclick=alert(1)", "style=x:y", "href=javascript:alert(1)", "#main .b", "srcdoc='<b>'")


def element(draw: Draw) -> str:
    """Return one element with attributes that nobody should have."""
    quotes = draw.one(('"', "'", "", "`", '"'))
    parts = [f"<{draw.one(_TAGS)}"]
    for _ in range(draw.between(1, 3)):
        if draw.chance(9):
            parts.append(f'class="{draw.one(_OF_THEME)}" value="{address(draw)}"')
        elif draw.chance(3):
            parts.append(f"{draw.one(_EVENTS)}={quotes}{draw.one(CALLS)}{quotes}")
        else:
            parts.append(f"{draw.one(_HOLDERS)}={quotes}{address(draw)}{quotes}")
    between = draw.one((" ", " ", " ", "\n", "/", "\t", "\x0c", "\x0b", "\xa0", " / "))
    end = draw.one((">", ">", ">", "/>", "", ">x</a>", "><p>x", f">{injection(draw)}"))
    return between.join(parts) + end


def markup(draw: Draw) -> str:
    """Return elements one after another, or as somebody's collection has them."""
    pieces = [
        element(draw) if draw.chance(2) else injection(draw) for _ in range(draw.between(1, 4))
    ]
    return draw.one((" ", "\n", "\n\n", "")).join(pieces)


def mutation(draw: Draw) -> str:
    """Return what one parser takes for text within an element, and another for elements."""
    opening = [draw.one(_RAW) for _ in range(draw.between(1, 4))]
    inner = draw.one(
        (
            f"<!--</{opening[-1]}><img src=x onerror=alert(1)>-->",
            f'<a id="</{opening[0]}><img src=x onerror=alert(1)>">',
            f"<![CDATA[</{opening[-1]}>{element(draw)}]]>",
            f"<p title='-->{element(draw)}'>",
            f"</{opening[-1]}/x='>{injection(draw)}",
            f"{element(draw)}<!-- > --!>{element(draw)}",
            f"</br></p><{draw.one(_TAGS)}>{injection(draw)}",
            f"<{'><'.join(['b', 'font', 'i', 'a', 'nobr'] * draw.one((1, 40)))}>{element(draw)}",
            injection(draw),
        )
    )
    text = "".join(f"<{name}>" for name in opening) + inner
    if draw.chance(2):
        text += "".join(f"</{name.split('><')[-1]}>" for name in opening[::-1])
    return disguised(text, draw) if draw.chance(4) else text


def link(draw: Draw) -> str:
    """Return a link or a picture in one of the ways that Markdown has."""
    to, said = address(draw), draw.one((draw.words(2), injection(draw), element(draw)))
    forms = (
        f"[{said}]({to})",
        f"[{said}](<{to}>)",
        f'[{said}]({to} "{injection(draw)}")',
        f"![{said}]({to})",
        f'![{said}](a.jpg "{injection(draw)}")',
        f"[![{said}](a.jpg)]({to})",
        f"[{said}][1]\n\n[1]: {to}",
        f"[{said}][1]\n\n[1]: <{to}> '{injection(draw)}'",
        f"[1]: {to}\n\n[1]",
        f"<{to}>",
        f"<a@b.vn{to}>",
        f"{to}",
        f"Xem https://bao.vn/{said}{to}.",
        f"[{said}]({to}){{: {draw.one(_LISTED)} }}",
        f"## {said} {{#{to} {draw.one(_LISTED)}}}",
        f"[^{said}]\n\n[^{said}]: {element(draw)} [x]({to})",
        f"*[{said}]: {injection(draw)}\n\n{said}",
        f'<div markdown="1">\n[{said}]({to})\n{element(draw)}\n</div>',
        f"| a | [{said}]({to}) |\n| --- | --- |\n| {element(draw)} | b |",
        f"``` {{ .x onclick=alert(1) }}\n{injection(draw)}\n```",
        f"{said}\n:   {element(draw)}\n",
        f"> [{said}]({to})\n>\n> {element(draw)}",
        f"1. {element(draw)}\n2. [{said}]({to})\n",
    )
    return draw.one(forms)


def captioned(draw: Draw) -> str:
    """Return photos and films whose captions, credits and names carry markup."""
    said = one_of(draw)
    forms = (
        f"a.jpg\n{said}. Ảnh: {one_of(draw)}",
        f"![{said}](a.jpg)\n*{one_of(draw)}*",
        f"a.jpg, a.jpg\n{said}. Ảnh: A (trái) – {one_of(draw)}",
        f"<figure><img src=a.jpg {draw.one(_EVENTS)}=alert(1)><figcaption>{said}</figure>",
        f"ke-hoach.pdf\n{said}",
        f"phim.mp4\n{said}",
        f'<video src="phim.mp4" poster="{address(draw)}"><track src={address(draw)}></video>',
        f"https://www.youtube.com/watch?v={said}\n{one_of(draw)}",
        f'<iframe src="https://www.youtube.com/embed/{address(draw)}" title="{said}">x</iframe>',
        f'<img src="a.jpg" srcset="{address(draw)} 2x" alt="{said}">',
        f"[{said}](ke-hoach.pdf)",
        f"![{said}](../../../../secret.jpg)\n[{said}](../../../secret.pdf)",
    )
    return draw.one(forms)


def signed(draw: Draw) -> str:
    """Return an end of a text by which its source and authors are told."""
    said = one_of(draw)
    forms = (
        f"Nguồn: {said}, Báo {one_of(draw)}",
        f"(Theo {said})",
        f"Nguồn: [{said}]({address(draw)})",
        f"Nguồn: {address(draw)}",
        f"**{said} - {draw.person()}**",
        f"{draw.person()} ({said})",
        f"<p align=right onclick=alert(1)>{said}</p>",
        f'Nguồn: <a href="{address(draw)}">Báo {said}</a> ngày 11/01/2024',
    )
    return draw.one(forms)


def one_of(draw: Draw) -> str:
    """Return a string to stand within a line."""
    text = draw.one((injection, element, address))(draw)
    return " ".join(text.split("\n"))


def placeholder(draw: Draw) -> str:
    """Return what programs put into texts for themselves."""
    pieces = [draw.one(_PLACEHOLDERS), element(draw), draw.one(CHARACTERS), draw.words(2)]
    return "".join(draw.one(pieces) for _ in range(draw.between(2, 6)))


def body(draw: Draw, *parts: Body) -> str:
    """Return a body with one of each of ``parts``, between paragraphs that are plain."""
    blocks = [draw.sentence()]
    for part in parts:
        text = part(draw)
        blocks += [f"{draw.words(3)} {text} {draw.words(2)}" if draw.chance(4) else text]
        blocks += [draw.sentence()] if draw.chance(2) else []
    return "\n\n".join(blocks) + "\n"
