"""Where every setting of Pelican's stands here: one table, which ``docs/settings.md`` shows.

A setting that is *honoured* does what Pelican's documentation says, within what its row adds. One
for the *theme* is handed to templates. One that is *idle* does nothing here, and its row says what
does in its place; one that is *refused* would publish another site than was meant, or end a build.
What is told of them: plugins/engine/checks/standings.py. A setting that a newer Pelican brings
fails a test until it has a row.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["honoured", "theme", "idle", "refused"]


class Standing(NamedTuple):
    """How far settings (``names``, with spaces between them) are honoured.

    ``english`` is what ``docs/settings.md`` adds, ``vietnamese`` what the build says takes their
    place. Who asks for nothing (``None``, ``""``, no readers) is told so unless ``off`` says that
    nothing is what comes of it here.
    """

    names: str
    kind: Kind
    english: str = ""
    vietnamese: str = ""
    off: bool = False


STANDINGS = (
    # The site
    Standing("SITENAME", "honoured", 'Also `SITE["name"]` where there is no `SITE`.'),
    Standing("SITEURL", "honoured", 'Also `SITE["url"]` where there is no `SITE`.'),
    Standing("RELATIVE_URLS DEFAULT_LANG", "honoured"),
    Standing(
        "TIMEZONE",
        "honoured",
        "As long as its clocks show Vietnam's time (UTC+7 all year), as the scripts of pages do; "
        "any other is an error. Without it, too, times are Vietnam's.",
    ),
    Standing(
        "SITESUBTITLE",
        "theme",
        'The theme here shows `SITE["tagline"]`.',
        "Dòng dưới tên trang ghi ở SITE['tagline'].",
        off=True,
    ),
    Standing(
        "MENUITEMS DISPLAY_PAGES_ON_MENU DISPLAY_CATEGORIES_ON_MENU",
        "theme",
        'The menu has the categories of `BUILD["navigation"]`; static pages are linked to at the '
        "foot of each page.",
        "Thực đơn lấy chuyên mục ở BUILD['navigation'], trang tĩnh đứng ở chân trang.",
    ),
    Standing(
        "LINKS LINKS_WIDGET_NAME SOCIAL SOCIAL_WIDGET_NAME",
        "theme",
        'Other sites stand in `SITE["links"]`.',
        "Liên kết trang khác ghi ở SITE['links'].",
        off=True,
    ),
    Standing(
        "ANALYTICS DISQUS_SITENAME GITHUB_URL GITHUB_POSITION STYLESHEET_URL TWITTER_USERNAME",
        "theme",
        "Pages ask no other host for anything; visits are counted by `COUNTER`.",
        "Trang không tải gì từ máy chủ khác; đếm truy cập bằng COUNTER.",
        off=True,
    ),
    Standing(
        "CSS_FILE",
        "theme",
        "Pelican empties it where the theme has no such file. Styles are those of "
        "`theme/static/css/order.txt`.",
        "Kiểu trình bày lấy ở theme/static/css/order.txt.",
        off=True,
    ),
    # Folders, and what is read
    Standing("PATH OUTPUT_PATH", "honoured"),
    Standing("ARTICLE_PATHS ARTICLE_EXCLUDES PAGE_PATHS PAGE_EXCLUDES IGNORE_FILES", "honoured"),
    Standing(
        "STATIC_PATHS STATIC_EXCLUDES STATIC_EXCLUDE_SOURCES STATIC_URL STATIC_SAVE_AS", "honoured"
    ),
    Standing(
        "STATIC_CREATE_LINKS STATIC_CHECK_IF_MODIFIED",
        "idle",
        "A static file is written when it differs, and always whole.",
        "Tệp tĩnh chỉ được chép khi khác bản đang có.",
    ),
    Standing(
        "EXTRA_PATH_METADATA PATH_METADATA FILENAME_METADATA",
        "honoured",
        "For static files (`path`, `save_as`, `url`); anything else is an error, for articles are "
        "described by their heads alone.",
    ),
    Standing(
        "DEFAULT_METADATA",
        "honoured",
        "`status`, `category`, `author`, `tags`, `series` and whatever else a head may say of many "
        "articles; a key that is none of those is an error.",
    ),
    Standing("DEFAULT_CATEGORY", "honoured", 'The same as `ARTICLES["default_category"]`.'),
    Standing(
        "AUTHOR",
        "honoured",
        'The same as `ARTICLES["default_byline"]`: of articles that name neither an author nor a '
        "source.",
    ),
    Standing(
        "USE_FOLDER_AS_CATEGORY",
        "honoured",
        'A folder called as a category is (`thoi-su`) means that category ("Thời sự"). Folders of '
        "one article and of a year, month or day name none.",
    ),
    Standing(
        "SLUGIFY_SOURCE",
        "honoured",
        "`title` or `basename`. The folder of an `index.md` names its article anyway.",
    ),
    Standing(
        "SLUG_REGEX_SUBSTITUTIONS AUTHOR_REGEX_SUBSTITUTIONS CATEGORY_REGEX_SUBSTITUTIONS "
        "TAG_REGEX_SUBSTITUTIONS SLUG_SUBSTITUTIONS AUTHOR_SUBSTITUTIONS CATEGORY_SUBSTITUTIONS "
        "TAG_SUBSTITUTIONS",
        "honoured",
        "Made in names without marks, in lower case; what is left becomes a slug as any name does. "
        "Pelican's own rules, which are there where nothing is said, change nothing. A `Slug` in "
        'an article\'s head, the folder of an `index.md` and `ARTICLES["term_slugs"]` come first.',
    ),
    Standing(
        "SLUGIFY_USE_UNICODE SLUGIFY_PRESERVE_CASE",
        "idle",
        "Slugs are Vietnamese in plain lower case (đ is d); others are pinned by `Slug` in an "
        'article\'s head, of terms by `ARTICLES["term_slugs"]`.',
        "Địa chỉ luôn là chữ thường không dấu; muốn khác thì ghi “Slug:” trong bài, của chuyên "
        "mục hay từ khóa thì ở ARTICLES['term_slugs'].",
    ),
    Standing(
        "DEFAULT_DATE",
        "refused",
        "Every article says its `Date`.",
        "Mỗi bài phải có dòng “Date”.",
        off=True,
    ),
    Standing(
        "WITH_FUTURE_DATES",
        "idle",
        "Articles with a date to come wait for it, as with `False`.",
        "Bài có ngày ở tương lai luôn chờ đến ngày ấy.",
        off=True,
    ),
    Standing(
        "READERS",
        "idle",
        "Only Markdown is read; copy in other formats is told of, with how to change it.",
        "Chỉ đọc bài Markdown; chuyển bài .rst, .html sang .md.",
        off=True,
    ),
    Standing("MARKDOWN", "honoured", "The build adds extensions of its own."),
    Standing(
        "DOCUTILS_SETTINGS PYGMENTS_RST_OPTIONS",
        "idle",
        "reStructuredText is not read.",
        "Bài .rst không được đọc; chuyển sang .md.",
    ),
    Standing(
        "TYPOGRIFY TYPOGRIFY_IGNORE_TAGS TYPOGRIFY_OMIT_FILTERS TYPOGRIFY_DASHES",
        "idle",
        "Letters stand as they were typed.",
        "Chữ đứng trên trang đúng như khi gõ.",
    ),
    Standing(
        "SUMMARY_MAX_LENGTH SUMMARY_MAX_PARAGRAPHS SUMMARY_END_SUFFIX",
        "idle",
        'How long the excerpt of an article without `Summary` is: `ARTICLES["excerpt_words"]`.',
        "Bài thiếu “Summary” thì lấy mấy chữ đầu, theo ARTICLES['excerpt_words'].",
    ),
    Standing(
        "FORMATTED_FIELDS",
        "idle",
        "`Summary` is plain text.",
        "“Summary” là chữ thường, không có Markdown.",
    ),
    Standing(
        "INTRASITE_LINK_REGEX",
        "idle",
        "`{static}`, `{filename}` and plain relative paths lead to files.",
        "Liên kết trong trang viết {filename}… hoặc đường dẫn thường.",
    ),
    Standing(
        "ARTICLE_TRANSLATION_ID PAGE_TRANSLATION_ID",
        "idle",
        "There are no translations; a static page in another language says `Lang`.",
        "Không có bản dịch của bài; trang tĩnh bằng tiếng khác ghi “Lang”.",
        off=True,
    ),
    # Addresses
    Standing(
        "ARTICLE_URL PAGE_URL",
        "honoured",
        "With `{slug}`, of articles also `{date:%Y}`; they end with a slash. Anything else is an "
        "error.",
    ),
    Standing(
        "ARTICLE_SAVE_AS PAGE_SAVE_AS",
        "honoured",
        "`index.html` below the address, which is the default here; anything else is an error.",
    ),
    Standing(
        "ARTICLE_LANG_URL ARTICLE_LANG_SAVE_AS PAGE_LANG_URL PAGE_LANG_SAVE_AS",
        "idle",
        "There are no translations.",
        "Không có bản dịch của bài.",
        off=True,
    ),
    Standing(
        "DRAFT_URL DRAFT_SAVE_AS DRAFT_LANG_URL DRAFT_LANG_SAVE_AS DRAFT_PAGE_URL "
        "DRAFT_PAGE_SAVE_AS DRAFT_PAGE_LANG_URL DRAFT_PAGE_LANG_SAVE_AS",
        "idle",
        "Drafts are not published; `make devserver` shows them.",
        "Bản nháp không được đăng; xem bằng make devserver.",
        off=True,
    ),
    Standing(
        "CATEGORY_URL CATEGORY_SAVE_AS TAG_URL TAG_SAVE_AS AUTHOR_URL AUTHOR_SAVE_AS",
        "idle",
        "`chuyen-muc/…/`, `the/…/`, `tac-gia/…/`; addresses of before lead on by "
        "`chuyen-huong.csv`.",
        "Danh sách luôn ở chuyen-muc/…/, the/…/, tac-gia/…/; địa chỉ cũ khai trong "
        "chuyen-huong.csv.",
    ),
    Standing(
        "YEAR_ARCHIVE_URL YEAR_ARCHIVE_SAVE_AS MONTH_ARCHIVE_URL MONTH_ARCHIVE_SAVE_AS "
        "DAY_ARCHIVE_URL DAY_ARCHIVE_SAVE_AS ARCHIVES_URL ARCHIVES_SAVE_AS",
        "idle",
        "The archive is `luu-tru/`, with a page for each month.",
        "Lưu trữ luôn ở luu-tru/, mỗi tháng một trang.",
    ),
    Standing(
        "INDEX_SAVE_AS AUTHORS_URL AUTHORS_SAVE_AS CATEGORIES_URL CATEGORIES_SAVE_AS TAGS_URL "
        "TAGS_SAVE_AS DIRECT_TEMPLATES",
        "idle",
        "The front page is `index.html`; lists of all categories, tags and authors are "
        "`chuyen-muc/`, `the/`, `tac-gia/`. More pages: `TEMPLATE_PAGES`.",
        "Trang nhất là index.html, các danh mục ở chuyen-muc/, the/, tac-gia/; trang thêm thì khai "
        "ở TEMPLATE_PAGES.",
    ),
    # Lists
    Standing(
        "DEFAULT_PAGINATION",
        "honoured",
        'The same as `BUILD["articles_per_page"]`; lists always have pages.',
    ),
    Standing(
        "DEFAULT_ORPHANS PAGINATED_TEMPLATES PAGINATION_PATTERNS",
        "idle",
        "Pages of a list are numbered from the oldest (decision 4); "
        '`BUILD["articles_per_page"]` and its neighbours say how many articles each has.',
        "Trang của danh sách đánh số từ bài cũ nhất; số bài mỗi trang ở BUILD.",
    ),
    Standing(
        "ARTICLE_ORDER_BY PAGE_ORDER_BY NEWEST_FIRST_ARCHIVES REVERSE_CATEGORY_ORDER",
        "idle",
        "Articles stand newest first, names in Vietnamese alphabetical order.",
        "Bài mới đứng trước, tên xếp theo vần tiếng Việt.",
    ),
    Standing(
        "DEFAULT_DATE_FORMAT DATE_FORMATS LOCALE",
        "idle",
        "Dates are written in Vietnamese, by the filters of templates (`date_full` …), whatever "
        "the machine's locale.",
        "Ngày giờ luôn viết theo kiểu Việt Nam.",
    ),
    # Feeds
    Standing(
        "FEED_ALL_ATOM FEED_ALL_RSS CATEGORY_FEED_ATOM CATEGORY_FEED_RSS FEED_DOMAIN "
        "FEED_MAX_ITEMS",
        "honoured",
        "Also in JSON: `FEED_ALL_JSON`, `CATEGORY_FEED_JSON`.",
    ),
    Standing(
        "FEED_ATOM FEED_RSS FEED_ATOM_URL FEED_RSS_URL FEED_ALL_ATOM_URL FEED_ALL_RSS_URL "
        "CATEGORY_FEED_ATOM_URL CATEGORY_FEED_RSS_URL",
        "idle",
        "A feed stands where `FEED_ALL_…` and `CATEGORY_FEED_…` say, and that is its address.",
        "Nguồn tin khai ở FEED_ALL_… và CATEGORY_FEED_….",
        off=True,
    ),
    Standing(
        "AUTHOR_FEED_ATOM AUTHOR_FEED_ATOM_URL AUTHOR_FEED_RSS AUTHOR_FEED_RSS_URL TAG_FEED_ATOM "
        "TAG_FEED_ATOM_URL TAG_FEED_RSS TAG_FEED_RSS_URL TRANSLATION_FEED_ATOM "
        "TRANSLATION_FEED_ATOM_URL TRANSLATION_FEED_RSS TRANSLATION_FEED_RSS_URL",
        "idle",
        "There are feeds of all articles and of each category.",
        "Chỉ có nguồn tin chung (FEED_ALL_…) và của chuyên mục (CATEGORY_FEED_…).",
        off=True,
    ),
    Standing(
        "RSS_FEED_SUMMARY_ONLY",
        "idle",
        '`BUILD["full_text_feeds"]` names the formats that carry articles whole.',
        "Nguồn tin nào chở cả bài thì ghi ở BUILD['full_text_feeds'].",
    ),
    Standing(
        "FEED_APPEND_REF",
        "idle",
        "Links in feeds are the articles' own addresses.",
        "Liên kết trong nguồn tin là đúng địa chỉ của bài.",
    ),
    # Theme
    Standing(
        "THEME THEME_TEMPLATES_OVERRIDES",
        "honoured",
        "A theme made for Pelican is refused: see [from-pelican.md](from-pelican.md).",
    ),
    Standing("THEME_STATIC_PATHS THEME_STATIC_DIR", "honoured"),
    Standing("JINJA_ENVIRONMENT JINJA_FILTERS JINJA_GLOBALS JINJA_TESTS", "honoured"),
    Standing("TEMPLATE_PAGES", "honoured", "Rendered by Pelican, which knows no articles here."),
    Standing(
        "TEMPLATE_EXTENSIONS",
        "idle",
        "The theme's templates end in `.html`.",
        "Mẫu giao diện có đuôi .html.",
    ),
    # The run
    Standing(
        "PELICAN_CLASS PLUGINS PLUGIN_PATHS",
        "honoured",
        "`PELICAN_CLASS` is the class `Bulletin` itself, not its name; what plugins can do: "
        "[from-pelican.md](from-pelican.md).",
    ),
    Standing(
        "OUTPUT_SOURCES",
        "refused",
        "Sources hold what is not for readers: drafts of sentences, remarks, names.",
        "Không đăng tệp gốc của bài: trong đó có điều không dành cho người đọc.",
        off=True,
    ),
    Standing(
        "OUTPUT_SOURCES_EXTENSION", "idle", "See `OUTPUT_SOURCES`.", "Tệp gốc không được đăng."
    ),
    Standing("DELETE_OUTPUT_DIRECTORY OUTPUT_RETENTION", "honoured"),
    Standing(
        "LOAD_CONTENT_CACHE", "honoured", "`False`, as `--ignore-cache`, builds everything anew."
    ),
    Standing(
        "CACHE_CONTENT CONTENT_CACHING_LAYER CACHE_PATH GZIP_CACHE CHECK_MODIFIED_METHOD",
        "idle",
        'What is known between builds is kept in `BUILD["cache_dir"]`; `BUILD["trust_times"]` says '
        "how a change is noticed.",
        "Bộ nhớ giữa các lần dựng ở BUILD['cache_dir'], cách nhận ra thay đổi ở "
        "BUILD['trust_times'].",
    ),
    Standing("LOG_FILTER DEBUG BIND PORT", "honoured"),
    Standing(
        "ARTICLE_DIR ARTICLE_PERMALINK_STRUCTURE AUTORELOAD_IGNORE_CACHE CATEGORY_FEED CLEAN_URLS "
        "EXTRA_TEMPLATES_PATHS FEED FILES_TO_COPY JINJA_EXTENSIONS LESS_GENERATOR MD_EXTENSIONS "
        "PAGE_DIR PAGINATED_DIRECT_TEMPLATES PLUGIN_PATH TAG_FEED TRANSLATION_FEED WRITE_SELECTED",
        "honoured",
        "Names of long ago: Pelican itself turns each into that of today, or says that it is gone.",
    ),
)

STANDING_OF = {name: standing for standing in STANDINGS for name in standing.names.split()}
"""The rows by setting."""
