"""A Markdown file as an item: front matter, headline, pictures, and the body as it was written."""

from dataclasses import replace

from editor_app.body import read_markdown, write_markdown
from editor_app.body.normal import normalised
from editor_app.body.text import block_text
from editor_app.body.tree import (
    Block,
    Content,
    CrossHead,
    FactBox,
    Figure,
    Gallery,
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Source,
    Table,
    Text,
)
from editor_app.checks.repetition import near_repeats
from editor_app.intake.fields import Findings
from editor_app.intake.footnotes import with_inline_notes
from editor_app.intake.front_matter import (
    FrontMatterError,
    read_front_matter,
    split_front_matter,
)
from editor_app.intake.pictures import Pictures
from editor_app.intake.reading import Reading
from editor_app.wording.language import detect

_DEEPEST_CROSS_HEAD = 6


def read_markdown_file(text: str, pictures: Pictures) -> Reading:
    """Return what a Markdown file says; blocks that need no change stay to the letter."""
    source, markdown = split_front_matter(text)
    markdown = with_inline_notes(markdown)
    findings = Findings(detect(markdown))
    _take_front_matter(source, findings)
    body = read_markdown(markdown)
    blocks = _without_headline(body.blocks, findings)
    blocks = _with_cross_heads(blocks)
    photos = _Photos(pictures, findings.language)
    blocks = tuple(_mapped(block, photos) for block in blocks)
    _note_html_pictures(blocks, findings)
    is_changed = blocks != body.blocks
    written = write_markdown(body.with_blocks(normalised(blocks))) if is_changed else markdown
    standfirst = findings.fields.get("standfirst", "")
    return Reading(
        fields=findings.item_fields(),
        body=written.strip("\n") + "\n" if written.strip() else "",
        photo=findings.photo,
        repeated=_repeats(standfirst, blocks),
        notes=tuple(findings.notes),
    )


def _take_front_matter(source: str, findings: Findings) -> None:
    if not source.strip():
        return
    try:
        values = read_front_matter(source)
    except FrontMatterError as error:
        findings.keep("Front matter", source)
        findings.notes.append(
            f"The lines above the text could not be understood ({error});"
            " they were kept in the internal notes."
        )
        return
    for name in sorted(values, key=lambda one: one.casefold() not in {"lang", "language"}):
        findings.put(name, values[name])
    if "summary" in findings.fields:
        findings.fields.setdefault("standfirst", findings.fields["summary"])


def _without_headline(blocks: tuple[Block, ...], findings: Findings) -> tuple[Block, ...]:
    """Return blocks without the first heading of the first level where that is the headline."""
    for at, block in enumerate(blocks):
        if not isinstance(block, CrossHead) or block.level != 1:
            continue
        said = " ".join(block_text(block).split())
        if said and findings.set("headline", said):
            return (*blocks[:at], *blocks[at + 1 :])
        return blocks
    return blocks


def _with_cross_heads(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks with headings a level deeper where the first level, the headline's, is used."""
    if not any(isinstance(one, CrossHead) and one.level == 1 for one in blocks):
        return blocks
    return tuple(
        replace(one, level=min(one.level + 1, _DEEPEST_CROSS_HEAD))
        if isinstance(one, CrossHead)
        else one
        for one in blocks
    )


class _Photos:
    """Takes the pictures of a text into the library, where they get the words they lack."""

    def __init__(self, pictures: Pictures, language: str) -> None:
        self._pictures, self._language = pictures, language

    def content(self, content: Content) -> Content:
        """Return words with the pictures among them taken in."""
        return tuple(
            replace(one, src=self._pictures.taken(one.src))
            if isinstance(one, Image) and one.src
            else one
            for one in content
        )

    def figure(self, figure: Figure) -> Figure:
        """Return a figure whose photo is taken in; words the text does not give are the photo's."""
        src = self._pictures.taken(figure.src) if figure.src else ""
        caption, credit = self.content(figure.caption), self.content(figure.credit)
        taken = replace(figure, src=src, caption=caption, credit=credit)
        if src == figure.src:
            return taken
        own = self._pictures.words(src, self._language)
        alt = figure.alt or figure.is_decorative
        return replace(
            taken,
            alt=figure.alt if alt else " ".join(own.alt.split()),
            caption=caption or _line(own.caption),
            credit=credit or _line(own.credit),
        )


def _mapped(block: Block, photos: _Photos) -> Block:
    """Return block with its pictures taken into the library."""
    match block:
        case Figure():
            return photos.figure(block)
        case Paragraph(content=content) | CrossHead(content=content):
            return replace(block, content=photos.content(content))
        case PullQuote(content=content, speaker=speaker, role=role):
            return PullQuote(*(photos.content(line) for line in (content, speaker, role)))
        case Table(head=head, rows=rows):
            return replace(
                block,
                head=tuple(photos.content(cell) for cell in head),
                rows=tuple(tuple(photos.content(cell) for cell in row) for row in rows),
                caption=photos.content(block.caption),
            )
    return _mapped_container(block, photos)


def _mapped_container(block: Block, photos: _Photos) -> Block:
    def mapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_mapped(one, photos) for one in blocks)

    match block:
        case Quote(blocks=blocks, attribution=attribution):
            return Quote(mapped(blocks), photos.content(attribution))
        case FactBox(title=title, blocks=blocks):
            return FactBox(photos.content(title), mapped(blocks))
        case Gallery(figures=figures, title=title):
            return Gallery(tuple(photos.figure(one) for one in figures), photos.content(title))
        case Passage(blocks=blocks):
            return replace(block, blocks=mapped(blocks))
        case ListBlock(items=items):
            return replace(block, items=tuple(ListItem(mapped(item.blocks)) for item in items))
    return block


def _line(words: str) -> Content:
    said = " ".join(words.split())
    return (Text(said),) if said else ()


def _note_html_pictures(blocks: tuple[Block, ...], findings: Findings) -> None:
    if any(isinstance(one, Source) and "<img" in one.markdown.casefold() for one in blocks):
        findings.notes.append("A picture written as HTML was not taken along.")


def _repeats(standfirst: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    if not standfirst:
        return ()
    paragraphs = [block_text(one) for one in blocks if isinstance(one, Paragraph)]
    return near_repeats(standfirst, paragraphs)
