"""A Markdown file as an item: front matter, headline, pictures, and the body as it was written."""

from collections.abc import Callable
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
    Image,
    ListBlock,
    ListItem,
    Paragraph,
    Passage,
    PullQuote,
    Quote,
    Source,
    Table,
)
from editor_app.checks.repetition import near_repeats
from editor_app.intake.fields import Findings
from editor_app.intake.footnotes import with_inline_notes
from editor_app.intake.front_matter import (
    FrontMatterError,
    read_front_matter,
    split_front_matter,
)
from editor_app.intake.language import detect
from editor_app.intake.pictures import Pictures
from editor_app.intake.reading import Reading

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
    blocks = tuple(_mapped(block, pictures.taken) for block in blocks)
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


def _mapped(block: Block, taken: Callable[[str], str]) -> Block:
    """Return block with each picture's address as ``taken`` gives it."""
    match block:
        case Figure(src=src):
            caption, credit = _content(block.caption, taken), _content(block.credit, taken)
            src = taken(src) if src else src
            return replace(block, src=src, caption=caption, credit=credit)
        case Paragraph(content=content) | CrossHead(content=content):
            return replace(block, content=_content(content, taken))
        case PullQuote(content=content, speaker=speaker, role=role):
            return PullQuote(*(_content(line, taken) for line in (content, speaker, role)))
        case Table(head=head, rows=rows):
            return replace(
                block,
                head=tuple(_content(cell, taken) for cell in head),
                rows=tuple(tuple(_content(cell, taken) for cell in row) for row in rows),
                caption=_content(block.caption, taken),
            )
    return _mapped_container(block, taken)


def _mapped_container(block: Block, taken: Callable[[str], str]) -> Block:
    def mapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_mapped(one, taken) for one in blocks)

    match block:
        case Quote(blocks=blocks, attribution=attribution):
            return Quote(mapped(blocks), _content(attribution, taken))
        case FactBox(title=title, blocks=blocks):
            return FactBox(_content(title, taken), mapped(blocks))
        case Passage(blocks=blocks):
            return replace(block, blocks=mapped(blocks))
        case ListBlock(items=items):
            return replace(block, items=tuple(ListItem(mapped(item.blocks)) for item in items))
    return block


def _content(content: Content, taken: Callable[[str], str]) -> Content:
    return tuple(
        replace(one, src=taken(one.src)) if isinstance(one, Image) and one.src else one
        for one in content
    )


def _note_html_pictures(blocks: tuple[Block, ...], findings: Findings) -> None:
    if any(isinstance(one, Source) and "<img" in one.markdown.casefold() for one in blocks):
        findings.notes.append("A picture written as HTML was not taken along.")


def _repeats(standfirst: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    if not standfirst:
        return ()
    paragraphs = [block_text(one) for one in blocks if isinstance(one, Paragraph)]
    return near_repeats(standfirst, paragraphs)
