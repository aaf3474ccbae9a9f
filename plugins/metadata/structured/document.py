"""An official document (schema.org: Legislation, after the European Legislation Identifier)."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from plugins.core.article import Article
from plugins.metadata.headers.types import TYPES, UNKNOWN
from plugins.metadata.structured.identity import Identity, publisher


def legal_document(article: Article, description: str, identity: Identity) -> dict[str, Any]:
    """Return what is said of a document: its number, its day, who issued it, its files.

    Raises ``ValueError`` for an article that is none, or has no date.
    """
    document, day = article.document, article.date
    if document is None or day is None:
        raise ValueError(f"{article.path}: this is no official document with a date")
    issuer = {"@type": "Organization", "name": document.issuer} if document.issuer else None
    told: dict[str, Any] = {
        "@type": "Legislation",
        "name": article.title,
        "description": description,
        "url": f"{identity.url}/{article.url}",
        "inLanguage": identity.language,
        "isAccessibleForFree": True,
        "legislationIdentifier": document.number,
        "legislationDate": f"{day:%Y-%m-%d}",
        "legislationPassedBy": issuer,
        "publisher": publisher(identity),
        "encoding": [
            {
                "@type": "LegislationObject",
                "name": file.name,
                "contentUrl": f"{identity.url}/{file.url}",
                "encodingFormat": TYPES.get(PurePosixPath(file.url).suffix[1:], UNKNOWN),
            }
            for file in document.files
        ],
    }
    if document.effective:
        told["legislationDateOfApplicability"] = f"{document.effective:%Y-%m-%d}"
    return {name: value for name, value in told.items() if value}
