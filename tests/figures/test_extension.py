from __future__ import annotations

import types

import pytest
from blinker import NamedSignal
from markdown import Markdown

from plugins.core.errors import SettingsError
from plugins.figures import register
from plugins.figures.extension import FiguresExtension


def test_without_a_document_figures_keep_the_addresses_as_written() -> None:
    html = Markdown(extensions=[FiguresExtension()]).convert("![Mô tả](a.jpg)\nChú. Ảnh: Hà")
    assert html == (
        '<figure class="figure">\n<a class="figure__link" href="a.jpg"><img alt="Mô tả" '
        'decoding="async" fetchpriority="high" src="a.jpg" /></a>\n'
        '<figcaption><span class="caption">Chú.</span> <span class="credit">Ảnh: Hà</span>'
        "</figcaption>\n</figure>"
    )


def test_without_a_document_bare_names_are_text_and_inline_images_untouched() -> None:
    markdown = Markdown(extensions=[FiguresExtension()])
    assert markdown.convert("a.jpg\nChú.") == "<p>a.jpg\nChú.</p>"
    assert markdown.convert("Chữ ![x](a.jpg)") == '<p>Chữ <img alt="x" src="a.jpg" /></p>'


def test_credit_captions_are_recognised_in_decomposed_text_too() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "![](a.jpg)\n\n(Ảnh: Ngọc Bằng)")
    html = Markdown(extensions=[FiguresExtension()]).convert(text)
    assert '<span class="credit">Ảnh: Ngọc Bằng</span>' in html


def test_the_words_are_settings() -> None:
    extension = FiguresExtension(credit_label="Photo: ", gallery_label="{count} photos")
    body = "![](a.jpg) ![](b.jpg) ![](c.jpg) ![](d.jpg)\nChú. Ảnh: Hà"
    html = Markdown(extensions=[extension]).convert(body)
    assert "Photo: Hà" in html
    assert 'aria-label="4 photos"' in html


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(SettingsError, match=r"open_labell.*open_label"):
        FiguresExtension(open_labell="x")


def test_a_definition_may_stand_after_its_image() -> None:
    html = Markdown(extensions=[FiguresExtension()]).convert("![x][r]\n\nThân.\n\n> [r]: a.jpg")
    assert '<figure class="figure">' in html


def test_nothing_is_left_over_from_a_conversion_that_failed() -> None:
    extension = FiguresExtension()
    markdown = Markdown(extensions=[extension])
    markdown.parser.parseDocument(["![x](a.jpg)"])
    markdown.reset()
    assert markdown.convert("Thân.") == "<p>Thân.</p>"


def test_registering_adds_the_extension_with_its_settings_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pelican import signals

    # One that nobody else listens to: other tests of this process may have loaded other plugins.
    monkeypatch.setattr(signals, "initialized", NamedSignal("pelican_initialized"))
    register()
    pelican = types.SimpleNamespace(
        settings={"MARKDOWN": {"extensions": []}, "FIGURES": {"open_label": "kho"}}
    )
    for _ in range(2):
        signals.initialized.send(pelican)
    assert pelican.settings["MARKDOWN"] == {
        "extensions": ["plugins.figures.extension"],
        "extension_configs": {"plugins.figures.extension": {"open_label": "kho"}},
    }
    assert '<figure class="figure">' in Markdown(**pelican.settings["MARKDOWN"]).convert("![](a)")
