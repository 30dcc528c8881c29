"""What a page says to search engines: schema.org's NewsArticle as JSON-LD.

Written from what the page prints, so that both agree (https://schema.org/NewsArticle). It is a
block of data: nothing in it can run, and the page's policy forbids scripts all the same.
"""

from typing import Any

from editor_app.model.item import NewsItem
from editor_app.render.characters import printable_text
from editor_app.render.images import image_objects
from editor_app.render.parts import ItemParts


def news_article(
    item: NewsItem, parts: ItemParts, *, context: dict[str, Any], siblings: tuple[str, ...]
) -> dict[str, Any]:
    """Return an item as a NewsArticle, without the properties it has nothing to say on.

    ``context`` are the page's own values; ``siblings`` the web addresses of its other languages.
    """
    house = {"@type": "Organization", "name": context["organisation"]}
    publisher = house if context["organisation"] else None
    byline = {"@type": "Person", "name": item.byline.strip()} if item.byline.strip() else None
    article = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": context["address"],
        "mainEntityOfPage": context["address"],
        "url": context["address"],
        "identifier": f"urn:uuid:{item.id}",
        "headline": context["title"],
        "alternativeHeadline": item.short_headline.strip(),
        "abstract": item.standfirst.strip(),
        "description": parts.description,
        "inLanguage": item.language,
        "articleSection": parts.section,
        "datePublished": context["published"],
        "dateModified": parts.updated.iso if parts.updated else "",
        "expires": item.archive_on.isoformat() if item.archive_on else "",
        "author": byline or publisher,
        "publisher": publisher,
        "keywords": list(parts.topics),
        "image": image_objects(parts.lead, context["address"]),
        "citation": [
            {"@type": "CreativeWork", "name": one.text} | ({"url": one.href} if one.href else {})
            for one in parts.publications
        ],
        "funding": [{"@type": "Grant", "name": one.title} for one in parts.projects if one.title],
        "workTranslation": [{"@type": "NewsArticle", "@id": address} for address in siblings],
        "copyrightNotice": item.rights.strip(),
        "isAccessibleForFree": True,
    }
    return {name: _printable(value) for name, value in article.items() if value}


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, list):
        return [_printable(one) for one in value]
    if isinstance(value, dict):
        return {name: _printable(one) for name, one in value.items()}
    return value
