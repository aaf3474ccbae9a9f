"""Every page of the site, as data: its address, its template, and what the template gets.

Nothing is rendered or written here. :data:`GROUPS` declares what pages there are: a *group* is
planned at once (an article, a list, the home page), and anew only if something changed where its
plan looked. What a planned page is: ``planned.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

from plugins.core.article import COLLECTIONS
from plugins.core.terms import LISTS, Term, TermKind
from plugins.core.text.addresses import encode_path, page_at
from plugins.engine.plan.catalogue import ALIAS, ALL, BANNERS, INTRODUCED, KINDS, Catalogue, ListKey
from plugins.engine.plan.collections import collection_blocks, collection_lists, plan_collection
from plugins.engine.plan.paging import split_pages
from plugins.engine.plan.planned import PlannedPage, Ref, refs_to
from plugins.engine.plan.redirects import Redirect, all_redirects, redirect_of
from plugins.engine.plan.related import others_of_category, related_to
from plugins.engine.project.project import Project
from plugins.engine.store.rows import SEEN, Row, epoch
from plugins.metadata.redirects import write_gone, write_map, write_redirects
from plugins.metadata.sitemaps import page_entry
from plugins.search.layout import FOLDER as SEARCH_URL
from plugins.search.layout import layout_for

ARCHIVE_URL = "luu-tru/"
NEWS_SITEMAP_URL = "sitemap-tin-moi.xml"
PAGE_SITEMAP_URL = "sitemap-trang.xml"
_NEWS_FOR = timedelta(days=2)
_HOUR = 3_600_000_000  # microseconds
_MOST_NEWS = 1000  # URLs in a news sitemap, after Google
FRAGMENT_URL = "manh/tin-moi.html"
"""Where the latest-news list stands for the pages that fetch it."""
MAP_URL = ".nginx/chuyen-huong.map"
"""Where nginx's map of old addresses stands: no server that is set up well shows what begins with
a dot, and whoever copies the site copies it, too."""

GONE_URL = ".nginx/da-go.map"
"""Where nginx's map of what was withdrawn stands, for the same reason."""


class Section(NamedTuple):
    """A category with its newest articles, on the home page."""

    term: Term
    articles: Sequence[Any]


class Banner(NamedTuple):
    """A static page that has a banner at the top of the home page, and where it is shown."""

    page: Any
    url: str


@dataclass(frozen=True)
class Month:
    """One month of the archive, and how many articles it has."""

    year: int
    month: int
    count: int

    @property
    def url(self) -> str:
        """The address of its page, relative to the site's root."""
        return f"{self.year}/{self.month:02}/"


class Year(NamedTuple):
    """One year of the archive with its months (newest first)."""

    year: int
    months: tuple[Month, ...]

    @property
    def url(self) -> str:
        """The address of its page, relative to the site's root."""
        return f"{self.year}/"


class Period(NamedTuple):
    """A year, or a month of it, of the archive."""

    year: int
    month: int | None
    months: tuple[Month, ...] = ()


def plan_home(catalogue: Catalogue) -> PlannedPage:
    """Plan the front page."""
    settings, pinned = catalogue.settings, catalogue.pinned()
    front = _front(catalogue, pinned, settings.home_articles + 1)
    lead = _lead(catalogue, pinned, front)
    sections = []
    for term in catalogue.navigation:
        # As many as might be told above, and as many again as are shown.
        most = len(front) + settings.section_articles
        listed = refs_to(catalogue.newest(("category", term.key), most))
        # Do not tell a story twice, unless the section would have nothing else to tell.
        rest = [number for number in listed if number not in front] or listed
        sections.append(Section(term, rest[: settings.section_articles]))
    latest = refs_to(catalogue.newest(ALL, len(front) + settings.latest_articles))
    # They stand beside the front, and go on from there if there is more to tell.
    behind = [number for number in latest if number not in front] or latest
    banner = next(_banners(catalogue), None)
    return PlannedPage(
        "",
        "index",
        "home",
        {
            "banner": banner,
            "lead": lead,
            "articles": [number for number in front if number != lead],
            "sections": sections,
            "latest": behind[: settings.latest_articles],
            "collections": list(collection_blocks(catalogue)),
        },
    )


def _banners(catalogue: Catalogue) -> Iterator[Banner]:
    """Yield the banners of static pages that readers can open, the newest first."""
    for entry in catalogue.lasting(BANNERS):
        row = catalogue.row(entry.id)
        if url := catalogue.address(row.id, row.url):
            yield Banner(Ref(row.id), url)


def _front(catalogue: Catalogue, pinned: Sequence[int], most: int) -> list[Ref]:
    """Return the stories at the top: those that the newsroom has pinned, then the newest."""
    newest = refs_to(catalogue.newest(ALL, most + len(pinned)))
    return list(dict.fromkeys([*map(Ref, pinned), *newest]))[:most]


def _lead(catalogue: Catalogue, pinned: Sequence[int], front: Sequence[Ref]) -> Ref | None:
    """Return the story that leads. One that is pinned does; else it has a photo, and of those of
    one hour the one whose section stands first in the menu."""
    if not front or front[0] in pinned:
        return front[0] if front else None
    # News of the day come before a picture of last week.
    pictured = [row for row in map(catalogue.row, front) if row.pictured]
    if not pictured:
        return front[0]
    order = {("category", term.key): place for place, term in enumerate(catalogue.navigation)}
    latest = [row for row in pictured if row.moment > pictured[0].moment - _HOUR]

    def place(row: Row) -> int:
        return min(order.get((kind, key), len(order)) for kind, key, _ in row.lists)

    return Ref(min(latest, key=place).id)


def plan_fragment(catalogue: Catalogue) -> PlannedPage:
    """Plan the latest-news list for the pages that fetch it."""
    latest = catalogue.newest(ALL, catalogue.settings.fragment_articles)
    return PlannedPage(FRAGMENT_URL, "fragments/latest", "fragment", {"latest": refs_to(latest)})


def plan_missing() -> PlannedPage:
    """Plan the page for addresses that do not exist."""
    return PlannedPage("404.html", "404", "404", {})


def plan_search(catalogue: Catalogue) -> PlannedPage:
    """Plan the search page, which says how the index is laid out, and by what one can filter."""
    return PlannedPage(
        SEARCH_URL,
        "search",
        "search",
        {
            "layout": layout_for(catalogue.published()),
            "categories": catalogue.navigation,
            "outlets": catalogue.listed("source"),
            "years": catalogue.years[::-1],
        },
    )


def plan_article(catalogue: Catalogue, row: Row) -> PlannedPage:
    """Plan the page of an article, a static page, or one of a collection."""
    if row.kind != "article":
        above = COLLECTIONS.get(row.kind)
        return PlannedPage(row.url, "page", row.kind, {"page": Ref(row.id), "above": above})
    newer = older = None
    related: list[Ref] = []
    same_category: list[Ref] = []
    if row.state == "published":
        # Neighbours are of one category: news of another must not change this page.
        category = next((kind, key) for kind, key, _ in row.lists if kind == "category")
        before, behind = catalogue.around(category, row.id, 1, 1)
        newer = Ref(before[0].id) if before else None
        older = Ref(behind[0].id) if behind else None
        related = [Ref(number) for number in related_to(catalogue, row)]
        told = {each for each in (newer, older, *related) if each is not None}
        same_category = [Ref(number) for number in others_of_category(catalogue, row, told)]
    return PlannedPage(
        row.url,
        "article",
        "article",
        {
            "article": Ref(row.id),
            "related": related,
            "newer": newer,
            "older": older,
            "same_category": same_category,
        },
    )


def plan_terms(catalogue: Catalogue, kind: TermKind) -> Iterator[PlannedPage]:
    """Plan the page of all terms of a kind, if there are any."""
    if terms := catalogue.listed(kind):
        yield PlannedPage(f"{LISTS[kind]}/", "terms", "terms", {"kind": kind, "terms": terms})


def plan_list(catalogue: Catalogue, key: ListKey) -> Iterator[PlannedPage]:
    """Plan the pages of one term or one month; a term's former addresses lead to its present
    ones."""
    refs = refs_to(catalogue.entries(key))
    if not refs:
        return
    kind, name = key
    if kind == "month":
        year, month = map(int, name.split("-"))
        period, url = Period(year, month), Month(year, month, 0).url
        for page in split_pages(refs, catalogue.settings.articles_per_month_page, url):
            told = {"period": period, "articles": page.items, "pager": page.pager}
            yield PlannedPage(page.url, "period_archives", "month", told)
        return
    term = catalogue.terms[kind][name]  # type: ignore[index] # a month has returned
    for page in split_pages(refs, catalogue.settings.articles_per_page, term.url):
        variables: dict[str, Any] = {"term": term, "articles": page.items, "pager": page.pager}
        if kind in INTRODUCED:
            introduction = catalogue.introduction(kind, name)
            variables["introduction"] = None if introduction is None else Ref(introduction)
        yield PlannedPage(page.url, kind, kind, variables)
        if term.former:
            yield _leading(
                page.url.replace(term.url, term.former_url, 1), f"/{encode_path(page.url)}"
            )


def plan_redirect(catalogue: Catalogue, key: str) -> Iterator[PlannedPage]:
    """Plan the page that leads on from an old address, where a static host can show one."""
    if one := redirect_of(catalogue, key):
        url = page_at(one.name)
        if url is not None:
            yield _leading(url, one.target)


def _leading(url: str, target: str) -> PlannedPage:
    return PlannedPage(url, "redirect", "redirect", {"target": target})


def plan_redirect_files(
    catalogue: Catalogue, root: str, feeds: Iterable[str]
) -> Iterator[PlannedPage]:
    """Plan what servers read of all old addresses, if there are any. ``root`` is the path of the
    site's address, ``feeds`` are the addresses of a category's."""
    found = sorted([*all_redirects(catalogue), *_former(catalogue, feeds)])
    for url, write in ((MAP_URL, write_map), ("_redirects", write_redirects)):
        # Of ten thousand addresses, text is kept and compared in a tenth of the time.
        if text := write(found, root):
            yield PlannedPage(url, "", "text", {"text": text})


def plan_withdrawn_file(catalogue: Catalogue, root: str) -> Iterator[PlannedPage]:
    """Plan what nginx reads of what was withdrawn, if anything was: it answers that these
    addresses are gone (410), with the notice that stands there."""
    if text := write_gone((row.url for row in catalogue.withdrawn()), root):
        yield PlannedPage(GONE_URL, "", "text", {"text": text})


def _former(catalogue: Catalogue, feeds: Iterable[str]) -> Iterator[Redirect]:
    """Yield the former addresses of terms and of their feeds."""
    for kind in KINDS:
        for key, term in catalogue.terms[kind].items():
            if not term.former:
                continue
            pages = list(plan_list(catalogue, (kind, key)))
            for page in pages:
                if page.kind == "redirect":
                    yield Redirect(f"/{page.url}", page.variables["target"])
            if kind == "category" and pages:
                for feed in feeds:
                    old, new = (feed.format(slug=slug) for slug in (term.former, term.slug))
                    yield Redirect(f"/{old}", f"/{encode_path(new)}")


def plan_archive(catalogue: Catalogue) -> Iterator[PlannedPage]:
    """Plan the archive's own page and one for each year."""
    by_year: dict[int, list[Month]] = {}
    for name, count in catalogue.months.items():
        year, month = map(int, name.split("-"))
        by_year.setdefault(year, []).append(Month(year, month, count))
    years = [Year(year, tuple(months)) for year, months in by_year.items()]
    yield PlannedPage(ARCHIVE_URL, "archives", "archive", {"years": years})
    for one in years:
        period = Period(one.year, None, one.months)
        yield PlannedPage(
            one.url, "period_archives", "year", {"period": period, "articles": (), "pager": None}
        )


def plan_sitemaps(catalogue: Catalogue) -> Iterator[PlannedPage]:
    """Plan the sitemap that names all others, and that of the last two days' articles, of which
    there are at most so many as Google takes. A sitemap of nothing is not valid."""
    since = epoch(catalogue.now - _NEWS_FOR)
    last = next(iter(catalogue.newest(ALL, 1)), None)
    news = catalogue.newest(ALL, _MOST_NEWS) if last and last.moment >= since else []
    latest = [one for one in news if one.moment >= since]
    if latest:
        variables = {"articles": refs_to(latest)}
        yield PlannedPage(NEWS_SITEMAP_URL, "", "news_sitemap", variables)
    years = map(_sitemap_of, reversed(catalogue.years))
    sitemaps = [*[NEWS_SITEMAP_URL] * bool(latest), *years, PAGE_SITEMAP_URL]
    yield PlannedPage("sitemap.xml", "", "sitemap_index", {"sitemaps": sitemaps})


def plan_page_sitemap(catalogue: Catalogue) -> PlannedPage:
    """Plan the sitemap of all that is no article."""
    listed = [(kind, terms) for kind in KINDS if (terms := catalogue.listed(kind))]
    lists = [f"{LISTS[kind]}/" for kind, _ in listed]
    pages = [row.url for row in catalogue.static_pages()]
    lists += collection_lists(catalogue).values()
    urls = ["", *pages, *lists, *(term.url for _, terms in listed for term in terms), ARCHIVE_URL]
    entries = [page_entry(url) for url in urls]
    return PlannedPage(PAGE_SITEMAP_URL, "", "sitemap", {"entries": entries})


def plan_year_sitemap(catalogue: Catalogue, year: str) -> Iterator[PlannedPage]:
    """Plan the sitemap of the articles of one year."""
    if entries := catalogue.sitemap_entries(("year", year)):
        yield PlannedPage(_sitemap_of(year), "", "sitemap", {"entries": entries})


def _sitemap_of(year: str) -> str:
    return f"sitemap-{year}.xml"


def plan_feeds(
    catalogue: Catalogue, key: ListKey, patterns: dict[str, str], length: int
) -> Iterator[PlannedPage]:
    """Plan the feeds of all articles or of one category.

    ``patterns`` are the addresses by format (``rss``, ``atom``, ``json``).
    """
    refs = refs_to(catalogue.newest(key, length))
    term = None if key == ALL else catalogue.terms["category"].get(key[1])
    if key != ALL and (term is None or not refs):
        return
    for format_, pattern in patterns.items():
        url = pattern.format(slug=term.slug if term else "")
        variables = {"format": format_, "term": term, "articles": refs}
        yield PlannedPage(url, "", "feed", variables)


class PageGroup(NamedTuple):
    """What is planned at once. ``plan`` returns the pages of one such group, none if it has none
    any more; ``keys`` yields the key of each.

    Where each list of some kinds has such a group, ``lists`` names them instead, and the key is
    the list's. ``shows_bodies`` says that its pages show articles whole, ``always`` that every
    build plans it, because what it shows does not depend on lists alone.
    """

    plan: Callable[[Catalogue, Project, str], Iterable[PlannedPage]]
    keys: Callable[[Catalogue], Iterable[str]] = lambda _: ("",)
    lists: frozenset[str] = frozenset()
    shows_bodies: bool = False
    always: bool = False


def _plan_numbered(catalogue: Catalogue, _: Project, number: str) -> Iterable[PlannedPage]:
    row = _with_page(catalogue, number)
    if row is None:
        return []
    if row.state == "withdrawn":
        told = {"date": catalogue.withdrawn_on(row.id)}
        return [PlannedPage(row.url, "withdrawn", "withdrawn", told)]
    return [plan_article(catalogue, row)]


def _with_page(catalogue: Catalogue, number: str) -> Row | None:
    """Return an article if it has a page of its own."""
    row = catalogue.find(int(number))
    if row is None or (row.state != "withdrawn" and (row.state not in SEEN or row.introduces)):
        return None
    return row


def _if_addressed(project: Project, pages: Iterable[PlannedPage]) -> Iterable[PlannedPage]:
    """Return pages that name the site's own address, if it is known."""
    return pages if project.site.url else ()


def _plan_feeds(catalogue: Catalogue, project: Project, name: str) -> Iterable[PlannedPage]:
    key = _list_key(name)
    return plan_feeds(catalogue, key, project.feeds(key == ALL), project.feed_length)


GROUPS: dict[str, PageGroup] = {
    "redirect": PageGroup(
        lambda catalogue, _, name: plan_redirect(catalogue, _list_key(name)[1]),
        lists=frozenset((ALIAS,)),
    ),
    "redirect_files": PageGroup(
        lambda catalogue, project, _: plan_redirect_files(
            catalogue, project.root_path, project.feeds(of_all=False).values()
        )
    ),
    "withdrawn_file": PageGroup(
        lambda catalogue, project, _: plan_withdrawn_file(catalogue, project.root_path), always=True
    ),
    "missing": PageGroup(lambda *_: [plan_missing()]),
    "search": PageGroup(lambda catalogue, *_: [plan_search(catalogue)], always=True),
    "home": PageGroup(lambda catalogue, *_: [plan_home(catalogue)], always=True),
    "fragment": PageGroup(lambda catalogue, *_: [plan_fragment(catalogue)]),
    "archive": PageGroup(lambda catalogue, *_: plan_archive(catalogue)),
    "terms": PageGroup(
        lambda catalogue, _, kind: plan_terms(catalogue, kind),  # type: ignore[arg-type] # one of KINDS
        keys=lambda _: KINDS,
    ),
    "list": PageGroup(
        lambda catalogue, _, name: plan_list(catalogue, _list_key(name)),
        lists=frozenset((*KINDS, "month")),
    ),
    "collection": PageGroup(
        lambda catalogue, _, name: plan_collection(catalogue, _list_key(name)[0]),
        lists=frozenset(COLLECTIONS),
    ),
    "feed": PageGroup(_plan_feeds, lists=frozenset(("all", "category")), shows_bodies=True),
    "sitemaps": PageGroup(
        lambda catalogue, project, _: _if_addressed(project, plan_sitemaps(catalogue)),
        always=True,
    ),
    "page_sitemap": PageGroup(
        lambda catalogue, project, _: _if_addressed(project, [plan_page_sitemap(catalogue)])
    ),
    "year_sitemap": PageGroup(
        lambda catalogue, project, name: _if_addressed(
            project, plan_year_sitemap(catalogue, _list_key(name)[1])
        ),
        lists=frozenset(("year",)),
    ),
    "article": PageGroup(
        _plan_numbered, keys=lambda catalogue: map(str, sorted(catalogue.numbers()))
    ),
}
"""All pages that there are, in the order in which they are planned: one row for each kind."""


def plan(catalogue: Catalogue, project: Project, group: str) -> Iterable[PlannedPage]:
    """Plan all pages of a group."""
    name, _, key = group.partition(":")
    return GROUPS[name].plan(catalogue, project, key)


def plan_addresses(catalogue: Catalogue, project: Project, group: str) -> Iterable[PlannedPage]:
    """Plan the pages of a group for who asks only where they are: those of articles, which are
    most, show nothing, for what they show takes looking around in many lists."""
    name, _, key = group.partition(":")
    if name != "article":
        return plan(catalogue, project, group)
    row = _with_page(catalogue, key)
    return [] if row is None else [PlannedPage(row.url, "", "address", {})]


def shows_bodies(group: str) -> bool:
    """Whether a group's pages show all their articles whole."""
    return GROUPS[group.partition(":")[0]].shows_bodies


def constant_groups() -> set[str]:
    """Return the groups that every build plans."""
    return {name for name, group in GROUPS.items() if group.always}


def all_groups(catalogue: Catalogue) -> Iterator[str]:
    """Yield every group there may be."""
    # The feeds of all articles are there before the first one is.
    yield from groups_of({ALL, *catalogue.lists()})
    for name, group in GROUPS.items():
        if not group.lists:
            yield from (f"{name}:{key}" if key else name for key in group.keys(catalogue))


def groups_of(lists: Iterable[ListKey]) -> Iterator[str]:
    """Yield the groups that there are because there are these lists."""
    for kind, key in lists:
        names = (name for name, group in GROUPS.items() if kind in group.lists)
        yield from (f"{name}:{kind}:{key}" for name in names)


def in_order(groups: Iterable[str]) -> list[str]:
    """Return groups in the order of :data:`GROUPS`, articles by their numbers."""
    places = {name: place for place, name in enumerate(GROUPS)}

    def order(group: str) -> tuple[int, int, str]:
        name, _, key = group.partition(":")
        return places[name], int(key) if key.isdecimal() else 0, key

    return sorted(groups, key=order)


def _list_key(name: str) -> ListKey:
    kind, _, key = name.partition(":")
    return kind, key
