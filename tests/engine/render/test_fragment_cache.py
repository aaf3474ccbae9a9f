from __future__ import annotations

from collections.abc import Iterator

from jinja2 import DictLoader, Environment
from markupsafe import Markup


def environment(**templates: str) -> Environment:
    return Environment(
        loader=DictLoader(templates),
        extensions=["plugins.engine.render.fragment_cache.FragmentCache"],
        autoescape=True,
    )


def counted() -> Iterator[int]:
    yield from range(1, 100)


def test_a_block_is_rendered_once_for_each_key() -> None:
    template = environment(page="{% cache root %}{{ next(count) }}{% endcache %}").get_template(
        "page"
    )
    count = counted()
    said = [template.render(root=root, next=next, count=count) for root in ("", "..", "", "..")]
    assert said == ["1", "2", "1", "2"]


def test_two_blocks_with_one_key_stay_apart() -> None:
    block = "{% cache root %}{{ next(count) }}{% endcache %}"
    made = environment(a=f"{block}\n{block}", b=block)
    count = counted()
    said = [made.get_template(name).render(root="", next=next, count=count) for name in "abab"]
    assert said == ["1\n2", "3", "1\n2", "3"]


def test_another_environment_begins_anew() -> None:
    source = "{% cache root %}{{ word }}{% endcache %}"
    said = [
        environment(page=source).get_template("page").render(root="", word=word) for word in "ab"
    ]
    assert said == ["a", "b"]


def test_what_is_kept_is_escaped_once() -> None:
    source = "{% cache 1, none %}<b>{{ word }}</b>{% endcache %}"
    template = environment(page=source).get_template("page")
    said = {template.render(word=word) for word in ("a & b", Markup("x"))}
    assert said == {"<b>a &amp; b</b>"}


def test_a_block_may_import_with_context() -> None:
    made = environment(
        part="{% macro part() %}{{ word }}{% endmacro %}",
        page='{% cache 1 %}{% from "part" import part with context %}{{ part() }}{% endcache %}',
    )
    assert made.get_template("page").render(word="từ") == "từ"
