"""Rules about photos: alt text, caption, credit, licence, consent, size."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from editor_app.body.read import definitions_in
from editor_app.body.tree import Source
from editor_app.checks.counting import length
from editor_app.checks.finding import Found, Level, Place
from editor_app.checks.photos import licence_breaches, licence_restriction, width_warning
from editor_app.checks.photos_shown import PhotoShown
from editor_app.checks.phrases import phrases
from editor_app.checks.pictures import undescribed, undescribed_in_source
from editor_app.checks.rule import Examined, Group, ItemRule, Rule
from editor_app.model.photo_words import ConsentState
from editor_app.wording.vocabulary import folded, phrase

_FILE_NAME = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|tiff?|heic|avif|bmp)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(?:img|dsc[nf]?|p|pict|image|photo|foto)[-_ ]?\d{2,8}", re.IGNORECASE)
_ENGLISH_OPENING = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:photo(?:graph)?|picture|image)\s+of\s+(?=\S)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 4  # letters of a word that two credits share
_LONGEST_ALT = 150
_MADE_BY_SOFTWARE = frozenset({"trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia"})


def _alt_missing(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.is_decorative or photo.alt.strip():
            continue
        own = photo.facts.words.alt.strip() if photo.facts else ""
        fix = photo.written("alt", "Use the photo's own alt text", own) if own else None
        message = f"{photo.called} has no alt text and is not marked as decorative."
        yield Found(message, photo.part("alt"), fix, subject=photo.alt.strip() or photo.src)


def _picture_alt_missing(examined: Examined) -> Iterator[Found]:
    definitions = definitions_in(examined.body.blocks)
    for place, block in examined.blocks:
        for name in undescribed(block):
            message = f"A picture within a line (“{name}”) has no alt text."
            yield Found(message, place, subject=name)
        if isinstance(block, Source):
            for name in undescribed_in_source(block, definitions):
                yield Found(
                    f"A picture in a locked block (“{name}”) has no alt text.", place, subject=name
                )


def _alt_poor(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        alt = photo.alt.strip()
        if not alt or photo.is_decorative:
            continue
        if why := _poverty(photo, alt):
            yield Found(f"The alt text of {_lowered(photo.called)} {why}", photo.part("alt"))


def _poverty(photo: PhotoShown, alt: str) -> str:
    names = {PurePosixPath(photo.src).name, photo.facts.file_name if photo.facts else ""}
    stems = {PurePosixPath(name).stem.casefold() for name in names if name} | {""}
    if _FILE_NAME.fullmatch(alt) or _CAMERA_NAME.fullmatch(alt) or alt.casefold() in stems:
        return "is the name of its file."
    if phrase(alt) == phrase(photo.caption):
        return "is the same as its caption."
    return ""


def _alt_opening(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.is_decorative or not phrase(photo.alt[:60]).startswith(phrases().picture_of):
            continue
        found = _ENGLISH_OPENING.match(photo.alt)
        fix = None
        if found:
            rest = photo.alt[found.end() :]
            fix = photo.written("alt", "Take “photo of” away", rest[:1].upper() + rest[1:])
        message = f"The alt text of {_lowered(photo.called)} need not say that it is a photo."
        yield Found(message, photo.part("alt"), fix, subject=photo.alt.strip() or photo.src)


def _alt_long(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if (long := length(photo.alt.strip())) > _LONGEST_ALT:
            message = f"The alt text has {long} characters; {_LONGEST_ALT} can be listened to."
            yield Found(message, photo.part("alt"))


def _caption_missing(examined: Examined) -> Iterator[Found]:
    lead = examined.item.lead_figure
    if lead.src and not lead.caption.strip() and not lead.is_decorative:
        yield Found(
            "The lead photo has no caption.", Place("lead_figure.caption"), subject=lead.src
        )


def _credit_missing(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.credit.strip():
            continue
        own = ""
        if photo.facts:
            own = photo.facts.words.credit.strip() or photo.facts.credit_in_file.strip()
        fix = photo.written("credit", f"Credit “{own[:40]}”", own) if own else None
        message = f"{photo.called} has no credit."
        yield Found(message, photo.part("credit"), fix, subject=photo.src)


def _credit_differs(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        in_file = photo.facts.credit_in_file if photo.facts else ""
        if photo.credit.strip() and in_file.strip() and not _share_a_word(photo.credit, in_file):
            message = (
                f"{photo.called} is credited to “{in_file.strip()[:60]}” in its file, but not here."
            )
            yield Found(message, photo.part("credit"))


def _share_a_word(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    words = {word for word in _WORD.findall(first) if len(word) >= _TELLING}
    return first in second or second in first or not words.isdisjoint(_WORD.findall(second))


def _licence_missing(examined: Examined) -> Iterator[Found]:
    lead = examined.item.lead_figure
    if not lead.src and lead.credit.strip():
        message = f"The photo by “{lead.credit.strip()[:60]}” has no licence."
        yield Found(message, Place("lead_figure.credit"))
    for photo in examined.shown_photos:
        words = photo.facts.words if photo.facts else None
        if words and (words.known_licence or words.usage_terms.strip()):
            continue
        yield Found(f"{photo.called} has no licence.", photo.part("credit"), subject=photo.src)


def _photo_missing(examined: Examined) -> Iterator[Found]:
    lead = examined.item.lead_figure
    if not lead.src and any(one.strip() for one in (lead.credit, lead.caption, lead.alt)):
        message = "There are words for a lead photo, and no photo."
        yield Found(message, Place("lead_figure"), subject=f"{lead.caption} {lead.credit}")


def _licence_terms(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.facts is None:
            continue
        for breach in licence_breaches(photo.facts.words, photo.credit):
            yield Found(f"{photo.called}: {breach}", photo.part("credit"), subject=photo.src)


def _licence_restriction(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.facts and (said := licence_restriction(photo.facts.words)):
            yield Found(f"{photo.called}: {said}", photo.part("credit"), subject=photo.src)


def _consent(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.facts is None or photo.facts.words.consent.state is not ConsentState.UNKNOWN:
            continue
        said = _WORD.findall(folded(f"{photo.alt} {photo.caption}"))
        if not phrases().people.isdisjoint(said):
            message = f"{photo.called} shows people, and it is not known whether they agreed."
            yield Found(message, photo.part("alt"), subject=photo.src)


def _consent_refused(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        if photo.facts and photo.facts.words.consent.state is ConsentState.REFUSED:
            message = f"Those in {_lowered(photo.called)} did not agree to its use."
            yield Found(message, photo.place, subject=photo.src)


def _small(examined: Examined) -> Iterator[Found]:
    lead = next((one for one in examined.shown_photos if one.is_lead), None)
    if lead is None or lead.facts is None or not lead.facts.width:
        return
    crop = lead.facts.words.crop
    width = round(lead.facts.width * (crop.width if crop else 1))
    if width < examined.style.limits.photo_width and (said := width_warning(width)):
        yield Found(f"The lead photo: {said}", lead.place, subject=lead.src)


def _made_by_software(examined: Examined) -> Iterator[Found]:
    for photo in examined.shown_photos:
        kind = photo.facts.words.digital_source_type if photo.facts else ""
        said = f" {' '.join(_WORD.findall(folded(f'{photo.caption} {photo.credit}')))} "
        if kind in _MADE_BY_SOFTWARE and not any(
            f" {one} " in said for one in phrases().made_by_software
        ):
            message = f"{photo.called} was made by software (AI), and its caption does not say so."
            yield Found(message, photo.part("caption"), subject=photo.src)


def _lowered(called: str) -> str:
    return called[0].lower() + called[1:]


def _rule(
    rule_id: str, title: str, level: Level, find: Callable[[Examined], Iterable[Found]]
) -> ItemRule:
    group = Group.PEOPLE if "consent" in rule_id else Group.PHOTOS
    return ItemRule(id=rule_id, title=title, group=group, level=level, find=find)


RULES: tuple[Rule, ...] = (
    _rule("photo-alt-missing", "Photo without alt text", Level.BLOCKS, _alt_missing),
    _rule("picture-alt-missing", "Picture without alt text", Level.BLOCKS, _picture_alt_missing),
    _rule("photo-credit-missing", "Photo without credit", Level.BLOCKS, _credit_missing),
    _rule("photo-consent-refused", "Photo without consent", Level.BLOCKS, _consent_refused),
    _rule("photo-missing", "Words for a photo that is not there", Level.WARNS, _photo_missing),
    _rule("photo-alt-poor", "Alt text that says nothing", Level.WARNS, _alt_poor),
    _rule("photo-alt-opening", "Alt text that begins “photo of”", Level.WARNS, _alt_opening),
    _rule("photo-alt-long", "Long alt text", Level.HINTS, _alt_long),
    _rule("photo-caption-missing", "Lead photo without caption", Level.WARNS, _caption_missing),
    _rule("photo-credit-differs", "Other credit in the file", Level.WARNS, _credit_differs),
    _rule("photo-licence-missing", "Photo without licence", Level.WARNS, _licence_missing),
    _rule("photo-licence-terms", "Not as the licence asks", Level.WARNS, _licence_terms),
    _rule("photo-licence-limits", "Not for commerce", Level.HINTS, _licence_restriction),
    _rule("photo-consent-unknown", "People and no consent", Level.WARNS, _consent),
    _rule("photo-small", "Small lead photo", Level.WARNS, _small),
    _rule("photo-made-by-software", "AI picture not named", Level.WARNS, _made_by_software),
)
