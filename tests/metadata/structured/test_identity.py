from __future__ import annotations

import pytest

from plugins.metadata.structured.identity import (
    Identity,
    Logo,
    best_logo,
    organization,
    organization_type,
    publisher,
    website,
)

SITE = "https://bantin.example/x"
BARE = Identity(SITE, "Bản tin", "vi", "NewsMediaOrganization")


@pytest.mark.parametrize(
    ("organisation", "body", "kind"),
    [
        ("Trung tâm Thông tin tỉnh", "Ủy ban nhân dân tỉnh", "GovernmentOrganization"),
        ("Trung tâm Văn hóa", "Sở Văn hóa", "GovernmentOrganization"),
        ("", "UBND huyện", "GovernmentOrganization"),
        ("Báo Kinh tế", "UBND thành phố", "NewsMediaOrganization"),
        ("Đài Phát thanh - Truyền hình", "UBND tỉnh", "NewsMediaOrganization"),
        ("Trung tâm Thông tin", "Hội Nông dân", "NewsMediaOrganization"),
        ("Công ty A", "", "NewsMediaOrganization"),
        ("", "Sởi", "NewsMediaOrganization"),
    ],
)
def test_an_authoritys_unit_is_part_of_it_unless_it_is_the_press(
    organisation: str, body: str, kind: str
) -> None:
    assert organization_type(organisation, body) == kind


def test_a_logo_is_the_largest_icon_and_no_small_one() -> None:
    assert best_logo({192: "a.png", 512: "b.png", 64: "c.png"}) == Logo("b.png", 512)
    assert best_logo({64: "c.png"}) is None
    assert best_logo({}) is None


def test_a_publisher_has_its_logo() -> None:
    assert publisher(BARE._replace(logo=Logo("theme/b.png", 512)))["logo"] == {
        "@type": "ImageObject",
        "url": f"{SITE}/theme/b.png",
        "width": 512,
        "height": 512,
    }


def test_an_organisation_says_what_the_settings_do_and_nothing_else() -> None:
    assert organization(BARE) == publisher(BARE)
    told = organization(
        BARE._replace(
            organisation="Trung tâm",
            governing_body="Ủy ban nhân dân tỉnh",
            address="Số 1",
            phone="0214",
            email="a@b.vn",
        )
    )
    assert told == publisher(BARE) | {
        "legalName": "Trung tâm",
        "telephone": "0214",
        "email": "a@b.vn",
        "address": {"@type": "PostalAddress", "streetAddress": "Số 1"},
        "parentOrganization": {"@type": "GovernmentOrganization", "name": "Ủy ban nhân dân tỉnh"},
    }


def test_a_governing_body_that_is_no_authority_is_an_organisation() -> None:
    told = organization(BARE._replace(governing_body="Hội Nông dân"))
    assert told["parentOrganization"] == {"@type": "Organization", "name": "Hội Nông dân"}


def test_the_site_is_its_publishers() -> None:
    assert website(BARE) == {
        "@type": "WebSite",
        "@id": f"{SITE}/#website",
        "name": "Bản tin",
        "url": f"{SITE}/",
        "inLanguage": "vi",
        "publisher": {"@id": publisher(BARE)["@id"]},
    }
