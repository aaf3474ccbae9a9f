"""A build in a copy of a process is the build that the command makes."""

from __future__ import annotations

import re

from tests.site.newsroom import Built, Newsroom, environment, run


def by_command(newsroom: Newsroom, *options: str) -> Built:
    return run(newsroom.command(*options), newsroom.content.parent, environment())


def without_time(built: Built) -> Built:
    return Built(built.status, re.sub(r"\d+,\d+ giây", "một lúc", built.said))


def test_it_says_and_makes_what_the_command_does(newsroom: Newsroom) -> None:
    newsroom.photo("articles/cho.jpg", size=(400, 300))
    newsroom.write("articles/cho.md", "Chợ họp.\n\ncho.jpg\nMột góc chợ.", Tags="Bắc Hà")
    newsroom.write("articles/hen.md", Date="20/02/2042")
    forked = newsroom.build("-v", "--ignore-cache")
    assert forked.status == 0
    files = newsroom.files()
    with newsroom.elsewhere():
        built = by_command(newsroom, "-v", "--ignore-cache")
        assert without_time(built) == without_time(forked)
        assert newsroom.files() == files
    newsroom.write("articles/sai.md", Date="hôm qua")
    assert by_command(newsroom) == newsroom.build()
    assert newsroom.files() == files


def test_folder_arguments_environment_and_streams_are_the_commands_own(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    newsroom.more_settings = (
        "import os, sys\n"
        "print(os.getcwd(), sys.argv, sys.path[0], sorted(os.environ.items()))\n"
        "print(sys.stdin.read(), sys.stdin.isatty(), sys.stdout.isatty(), sys.stdout.encoding)\n"
        "print('một lời', file=sys.stderr)\n"
    )
    (folder := newsroom.content.parent / "chỗ khác").mkdir()
    forked = newsroom.build("-v", now="1709251200", cwd=folder)
    built = run(newsroom.command("-v"), folder, environment("1709251200"))
    (of_fork, of_command) = (each.said.splitlines()[:2] for each in (forked, built))
    assert of_fork == of_command
    assert "1709251200" in of_fork[0]
    assert "một lời" in forked.said


def test_what_one_does_to_its_process_the_next_knows_nothing_of(newsroom: Newsroom) -> None:
    newsroom.write("articles/a.md")
    newsroom.more_settings = (
        "import os, plugins.articles\n"
        "assert not hasattr(plugins.articles, 'seen') and 'SEEN' not in os.environ\n"
        "plugins.articles.seen = os.environ['SEEN'] = 'có'\n"
    )
    assert [newsroom.build().status for _ in range(2)] == [0, 0]
