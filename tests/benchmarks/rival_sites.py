"""The same items as a site for Hugo and for Pelican, with templates like the default theme's.

Both get the words of the items, pages that carry the theme's own style sheet, lists by section and
month with thirty items on a page, feeds and a site map.
"""

import json
from pathlib import Path

from editor_app.paths import resources

LIST_PAGE = 30
_STYLE = resources() / "themes" / "default" / "page.css"

_HUGO_CONFIG = {
    "baseURL": "https://www.example.org/",
    "title": "News",
    "pagination": {"pagerSize": LIST_PAGE},
    "taxonomies": {"section": "sections", "month": "months"},
    "outputs": {"home": ["html", "rss", "json"], "taxonomy": ["html"], "term": ["html"]},
    "disableKinds": ["section"],
    "markup": {"goldmark": {"renderer": {"unsafe": False}}},
}
_HUGO_BASE = """<!DOCTYPE html>
<html lang="{{ .Params.lang | default "en" }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:type" content="article"><meta property="og:title" content="{{ .Title }}">
<meta property="og:description" content="{{ .Params.summary }}">
<meta property="og:url" content="{{ .Permalink }}">
{{ range .Params.tags }}<meta property="article:tag" content="{{ . }}">
{{ end }}{{ if .IsPage }}<script type="application/ld+json">{{ dict "@context" "https://schema.org"
 "@type" "NewsArticle" "headline" .Title "abstract" .Params.standfirst "url" .Permalink
 "inLanguage" .Params.lang "keywords" .Params.tags "datePublished" .Date | jsonify | safeJS }}
</script>{{ end }}
<style>STYLE</style></head><body><a class="skip" href="#main">Skip</a>
<header class="house"><p class="organisation">Organisation name</p></header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer class="house"><p><a href="/">All news</a></p></footer></body></html>
"""
_HUGO_PAGE = """{{ define "main" }}<article><header class="opening">
{{ range .Params.sections }}<p class="section">{{ . }}</p>{{ end }}<h1>{{ .Title }}</h1>
<div class="about"><p class="byline">{{ .Params.byline }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
<p>{{ .ReadingTime }} min read</p></div><p class="standfirst">{{ .Params.standfirst }}</p></header>
<div class="columns"><div class="text"><div class="body" id="body">{{ .Content }}</div>
<section class="topics"><ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul></section>
</div></div></article>{{ end }}
"""
_HUGO_ENTRIES = """<ol class="items">
{{ range .Paginator.Pages }}<li>{{ range .Params.sections }}<p class="section">{{ . }}</p>{{ end }}
<p class="headline"><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>
<p class="teaser">{{ .Params.standfirst }}</p>
<p class="day"><time datetime="{{ .Date.Format "2006-01-02" }}">
{{ .Date.Format "2 January 2006" }}</time></p>
</li>{{ end }}</ol>
<nav class="pages">{{ with .Paginator.Prev }}<a href="{{ .URL }}">Newer</a>{{ end }}
{{ with .Paginator.Next }}<a href="{{ .URL }}">Older</a>{{ end }}</nav>"""
_HUGO_LIST = '{{ define "main" }}<h1>{{ .Title }}</h1>' + _HUGO_ENTRIES + "{{ end }}\n"
_HUGO_HOME = '{{ define "main" }}<h1>News</h1>{{ $p := .Paginate site.RegularPages }}' + (
    _HUGO_ENTRIES + "{{ end }}\n"
)
_HUGO_TERMS = (
    '{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}'
    '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}\n'
)
_HUGO_JSON = (
    '{"version": "https://jsonfeed.org/version/1.1", "items": [{{ range $i, $p := first 50 '
    'site.RegularPages }}{{ if $i }},{{ end }}{{ dict "id" .Permalink "title" .Title "content_text"'
    " .Params.standfirst | jsonify }}{{ end }}]}\n"
)

_PELICAN_CONFIG = """
SITENAME, SITEURL, PATH, TIMEZONE = "News", "https://www.example.org", "content", "UTC"
THEME, DEFAULT_LANG, DELETE_OUTPUT_DIRECTORY = "theme", "en", False
DEFAULT_PAGINATION, FEED_ALL_ATOM, FEED_ALL_RSS = LIST_PAGE, "atom.xml", "rss.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 50
ARTICLE_URL, ARTICLE_SAVE_AS = "{category}/{slug}/", "{slug}/index.html"
MONTH_ARCHIVE_SAVE_AS = "archive/{date:%Y}-{date:%m}/index.html"
TAG_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = TAGS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
MARKDOWN = {"extensions": ["extra"], "output_format": "html5"}
"""
_PELICAN_BASE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}News{% endblock %}</title>{% block head %}{% endblock %}
<style>STYLE</style></head><body><a class="skip" href="#main">Skip</a>
<header class="house"><p class="organisation">Organisation name</p></header>
<main id="main">{% block main %}{% endblock %}</main>
<footer class="house"><p><a href="/">All news</a></p></footer></body></html>
"""
_PELICAN_PAGE = """{% extends "base.html" %}
{% block title %}{{ article.title }}{% endblock %}
{% block head %}<meta name="description" content="{{ article.description|e }}">
<meta property="og:title" content="{{ article.title|e }}">{% endblock %}
{% block main %}<article><header class="opening"><p class="section">{{ article.category }}</p>
<h1>{{ article.title }}</h1><div class="about"><p><time>{{ article.locale_date }}</time></p></div>
<p class="standfirst">{{ article.description }}</p></header>
<div class="body" id="body">{{ article.content }}</div></article>{% endblock %}
"""
_PELICAN_LIST = """{% extends "base.html" %}
{% block main %}<h1>News</h1><ol class="items">
{% for article in (articles_page.object_list if articles_page else articles) %}<li>
<p class="section">{{ article.category }}</p>
<p class="headline"><a href="/{{ article.url }}">{{ article.title }}</a></p>
<p class="teaser">{{ article.description }}</p><p class="day">{{ article.locale_date }}</p></li>
{% endfor %}</ol>{% endblock %}
"""


def write_hugo_site(items, folder):
    """Write items as the source of a Hugo site."""
    style = _STYLE.read_text("utf-8")
    layouts = {
        "_default/baseof.html": _HUGO_BASE.replace("STYLE", style),
        "_default/single.html": _HUGO_PAGE,
        "_default/list.html": _HUGO_LIST,
        "_default/taxonomy.html": _HUGO_LIST,
        "_default/term.html": _HUGO_LIST,
        "_default/terms.html": _HUGO_TERMS,
        "index.html": _HUGO_HOME,
        "index.json": _HUGO_JSON,
    }
    for name, text in layouts.items():
        _write(folder / "layouts" / name, text)
    _write(folder / "hugo.json", json.dumps(_HUGO_CONFIG))
    for item in items:
        front = {
            "title": item.headline,
            "date": item.display_date.isoformat(),
            "lang": item.language,
            "sections": [item.section],
            "months": [item.display_date.isoformat()[:7]],
            "tags": list(item.tags),
            "standfirst": item.standfirst,
            "summary": item.summary,
            "byline": item.byline,
        }
        text = f"{json.dumps(front, ensure_ascii=False, indent=1)}\n\n{item.body}"
        _write(folder / "content" / item.language / f"{item.slug}.md", text)


def write_pelican_site(items, folder):
    """Write items as the source of a Pelican site."""
    style = _STYLE.read_text("utf-8")
    templates = {
        "base.html": _PELICAN_BASE.replace("STYLE", style),
        "article.html": _PELICAN_PAGE,
        "index.html": _PELICAN_LIST,
        "category.html": _PELICAN_LIST,
        "period_archives.html": _PELICAN_LIST,
    }
    for name, text in templates.items():
        _write(folder / "theme" / "templates" / name, text)
    (folder / "theme" / "static").mkdir(parents=True)
    config = _PELICAN_CONFIG.replace("LIST_PAGE", str(LIST_PAGE))
    _write(folder / "pelicanconf.py", config)
    for item in items:
        head = {
            "Title": item.headline,
            "Date": item.display_date.isoformat(),
            "Category": item.section,
            "Tags": ", ".join(item.tags),
            "Slug": f"{item.language}/{item.slug}",
            "Description": " ".join(item.standfirst.split()),
        }
        lines = "\n".join(f"{name}: {value}" for name, value in head.items() if value)
        name = f"{item.language}-{item.slug}.md"
        _write(folder / "content" / name, f"{lines}\n\n{item.body}")


def _write(file: Path, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
