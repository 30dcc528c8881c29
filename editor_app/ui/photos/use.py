"""The words of a photo where an item shows it: above its text, or as a figure in it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from editor_app.body.captions import on_one_line
from editor_app.body.tree import Figure, Setting
from editor_app.model.item import LeadFigure
from editor_app.model.photo_words import PhotoWords
from editor_app.ui.editor.forms.words import changed_content, words_of

if TYPE_CHECKING:
    from editor_app.media.photo_record import PhotoRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUseWords:
    """What an item says with a photo; ``setting`` is None for a lead photo, which has none."""

    alt: str = ""
    is_decorative: bool = False
    caption: str = ""
    credit: str = ""
    setting: Setting | None = None

    @property
    def lacks_words(self) -> bool:
        """Whether the photo would go out without alt text or without a credit."""
        return not self.credit.strip() or not (self.is_decorative or self.alt.strip())


class OtherUse(NamedTuple):
    """Another place that shows the photo, and which of its words differ from those here."""

    headline: str
    place: str
    differing: tuple[str, ...] = ()


def lead_use(figure: LeadFigure) -> PhotoUseWords:
    """Return the words of a lead photo."""
    return PhotoUseWords(
        alt=figure.alt,
        is_decorative=figure.is_decorative,
        caption=figure.caption,
        credit=figure.credit,
    )


def figure_use(figure: Figure) -> PhotoUseWords:
    """Return the words of a figure, without their marks."""
    return PhotoUseWords(
        alt=figure.alt,
        is_decorative=figure.is_decorative,
        caption=words_of(figure.caption),
        credit=words_of(figure.credit),
        setting=figure.setting,
    )


def with_lead_use(figure: LeadFigure, use: PhotoUseWords) -> LeadFigure:
    """Return a lead photo with other words."""
    return replace(
        figure,
        alt=use.alt,
        is_decorative=use.is_decorative,
        caption=use.caption,
        credit=use.credit,
    )


def with_figure_use(figure: Figure, use: PhotoUseWords) -> Figure:
    """Return a figure with other words; marks stay in those that are the same."""
    return replace(
        figure,
        alt=use.alt,
        is_decorative=use.is_decorative,
        caption=changed_content(figure.caption, use.caption),
        credit=changed_content(figure.credit, use.credit),
        setting=figure.setting if use.setting is None else use.setting,
    )


def started_use(use: PhotoUseWords, record: "PhotoRecord | None", language: str) -> PhotoUseWords:
    """Return the words of a new use: those that are typed already, else the photo's own."""
    if record is None:
        return use
    own = record.words(language)
    return replace(
        use,
        alt=use.alt if use.alt or use.is_decorative else on_one_line(own.alt),
        caption=use.caption or on_one_line(own.caption),
        credit=use.credit or on_one_line(own.credit),
    )


def differing(use: PhotoUseWords, other: PhotoUseWords) -> tuple[str, ...]:
    """Return the names of the words that differ between two uses."""
    pairs = (
        ("alt text", use.alt, other.alt),
        ("caption", use.caption, other.caption),
        ("credit", use.credit, other.credit),
    )
    return tuple(name for name, one, two in pairs if one.split() != two.split())


def with_own_words(typed: PhotoWords, own: PhotoWords, use: PhotoUseWords) -> PhotoWords:
    """Return what is typed of a photo, with the words of a use where its own say nothing."""
    kept: dict[str, Any] = {
        name: getattr(use, name)
        for name in ("alt", "caption", "credit")
        if getattr(use, name) and not getattr(own, name).strip()
    }
    return replace(typed, **kept)
