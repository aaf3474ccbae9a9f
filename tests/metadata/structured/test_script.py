from __future__ import annotations

import json

from plugins.metadata.structured.script import json_ld


def test_nothing_in_a_text_ends_the_script_or_opens_a_comment_in_it() -> None:
    told = {"a": '</script><script>x()</script> <!-- & ]]> \u2028 "q"'}
    text = json_ld(told)
    assert not set("<>&") & set(text)
    assert json.loads(text) == told


def test_letters_stand_as_they_are_and_names_in_their_order() -> None:
    assert json_ld({"b": "Tết", "a": [1, True]}) == '{"b":"Tết","a":[1,true]}'
