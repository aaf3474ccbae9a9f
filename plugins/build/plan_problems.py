"""What can be wrong with pages only when all of them are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugins.articles.text import normalise
from plugins.build.plan import PlannedPage
from plugins.problems import Problem


def shared_addresses(plan: Iterable[PlannedPage]) -> list[Problem]:
    """Report pages with one address, such as a static page that is called "luu-tru".

    Addresses that differ only in letter case are one on Windows and macOS.
    """
    problems = []
    taken: dict[str, PlannedPage] = {}
    for page in plan:
        other = taken.setdefault(page.save_as.casefold(), page)
        if other is page:
            continue
        names = [
            normalise(str(content.relative_source_path))
            for one in (page, other)
            if (content := _content(one))
        ]
        owner = f"bài {names[1]}" if names[1:] else "trang khác"
        problems.append(
            Problem(
                names[0] if names else page.url,
                None,
                f"địa chỉ /{page.url} đã có {owner} dùng",
                "Đổi tiêu đề, hoặc thêm dòng “Slug: ten-khac” để trang này có địa chỉ riêng; "
                "nếu là một bài chép hai lần thì xóa bớt một tệp.",
            )
        )
    return problems


def links_to_unpublished(plan: Iterable[PlannedPage]) -> list[Problem]:
    """Warn of links to articles that are drafts or wait for their time."""
    contents = [content for page in plan if (content := _content(page))]
    published = {str(content.relative_source_path) for content in contents}
    return [
        Problem(
            normalise(str(content.relative_source_path)),
            line,
            f"liên kết tới bài chưa đăng: {normalise(target)}",
            "Liên kết sẽ dùng được khi bài kia lên trang; nếu chưa cần thì bỏ liên kết.",
            level="warning",
        )
        for content in contents
        for target, line in content.linked
        if target not in published
    ]


def _content(page: PlannedPage) -> Any:
    return page.variables.get("article") or page.variables.get("page")
