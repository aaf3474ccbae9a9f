from __future__ import annotations

from typing import Any

import pytest

from plugins.core.article import Download, OfficialDocument
from plugins.core.dates.date import parse_date
from plugins.metadata.structured.document import legal_document
from plugins.metadata.structured.identity import Identity
from tests.engine.made import article
from tests.site.vocabulary import read_vocabulary

SITE = Identity("https://bantin.example", "Bản tin", "vi", "GovernmentOrganization")
FILE = Download("ke-hoach.pdf", "tep/ke-hoach-1.pdf", "PDF, 3 KB")


def said(*known: Any) -> dict[str, Any]:
    one = article("ke-hoach", kind="document", url="van-ban/ke-hoach/")
    one.document = OfficialDocument(*known)
    return legal_document(one, "Tóm tắt", SITE)


def test_a_document_says_its_number_its_days_who_issued_it_and_its_files() -> None:
    told = said("12/KH-UBND", "UBND tỉnh", parse_date("01/02/2024"), (FILE,))
    assert told["@type"] == "Legislation"
    assert told["url"] == "https://bantin.example/van-ban/ke-hoach/"
    assert told["legislationIdentifier"] == "12/KH-UBND"
    assert told["legislationDate"] == "2024-01-31"
    assert told["legislationDateOfApplicability"] == "2024-02-01"
    assert told["legislationPassedBy"] == {"@type": "Organization", "name": "UBND tỉnh"}
    assert told["encoding"] == [
        {
            "@type": "LegislationObject",
            "name": "ke-hoach.pdf",
            "contentUrl": "https://bantin.example/tep/ke-hoach-1.pdf",
            "encodingFormat": "application/pdf",
        }
    ]
    words = read_vocabulary()
    assert told.keys() - {"@type"} <= words["Legislation"]
    assert told["encoding"][0].keys() - {"@type"} <= words["LegislationObject"]


def test_what_is_not_known_is_left_out() -> None:
    told = said("", "", None, ())
    assert not [
        name for name in told if name.startswith("legislation") and name != "legislationDate"
    ]
    assert "encoding" not in told


def test_an_article_is_no_document() -> None:
    with pytest.raises(ValueError, match=r"articles/a\.md"):
        legal_document(article("a"), "", SITE)
