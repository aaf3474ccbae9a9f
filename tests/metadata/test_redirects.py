from __future__ import annotations

import re

from plugins.metadata.redirects import write_map, write_redirects

REDIRECTS = [
    ("/cu/", "/2024/01/moi/"),
    ("/1.html", "https://bao.example:8080/a*:$b"),
    ("/index.php?id=5", "/2024/01/nam/?a=$x"),
]


def test_static_hosts_get_a_line_for_every_request_without_a_query() -> None:
    assert write_redirects(REDIRECTS, "").splitlines() == [
        "/cu/ /2024/01/moi/ 301",
        "/cu /2024/01/moi/ 301",
        "/1.html https://bao.example:8080/a%2A%3A$b 301",
    ]


def test_both_columns_have_the_path_of_the_sites_address() -> None:
    assert write_redirects(REDIRECTS[:1], "/bao").startswith("/bao/cu/ /bao/2024/01/moi/ 301\n")
    assert write_map(REDIRECTS[:1], "/bao").startswith('"/bao/cu/" "/bao/2024/01/moi/";\n')


def test_nginx_knows_queries_and_finds_no_variable() -> None:
    assert write_map(REDIRECTS, "").splitlines() == [
        '"/cu/" "/2024/01/moi/";',
        '"/cu" "/2024/01/moi/";',
        '"/1.html" "https://bao.example:8080/a*:%24b";',
        '"/index.php?id=5" "/2024/01/nam/?a=%24x";',
    ]


def test_no_address_ends_a_line_of_nginx_or_begins_another() -> None:
    text = write_map([('/a"; return 1; "{}.html', "/x/")], "")
    assert re.fullmatch(r'"[^"\\\n]+" "[^"\\$\n]+";\n', text)


def test_nothing_in_an_address_stands_for_something_else() -> None:
    assert write_redirects([("/a*/:ten.html", "/x/")], "") == "/a%2A/%3Aten.html /x/ 301\n"
