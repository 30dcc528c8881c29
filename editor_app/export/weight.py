"""How heavy a page is: what a reader waits for, and all that is uploaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from editor_app.body.pictures import Slot
from editor_app.export.photos import PhotoFiles
from editor_app.media.encoding import budget_of
from editor_app.media.recipes import Recipe, Shape
from editor_app.render.shown_photos import ShownPhoto
from editor_app.store.renditions import Renditions

# How wide a photo stands in a window of 1,280 px, as page.css has it.
_WIDTHS = MappingProxyType(
    {
        Slot.LEAD: 1040,
        Slot.TEXT: 728,
        Slot.BESIDE: 320,
        Slot.FULL: 1040,
        Slot.GALLERY: 356,
        Slot.SMALL: 112,
    }
)
_WEBP = "webp"
_USUALLY = 0.6  # of its budget: what a copy takes that was not made yet


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes: of a page as a browser loads it at 1,280 px, and of its kit with all copies.

    ``is_about`` says that some copies were not made yet, and that their size is a guess.
    """

    page: int
    kit: int
    is_about: bool = False

    def __add__(self, other: "Weight") -> "Weight":
        """Return both together."""
        is_about = self.is_about or other.is_about
        return Weight(self.page + other.page, self.kit + other.kit, is_about)

    def written(self) -> str:
        """Return the weight as a word, to be kept."""
        return f"{self.page} {self.kit} {int(self.is_about)}"


NO_WEIGHT = Weight(0, 0)


def weight_of(written: str) -> Weight:
    """Return a weight that was kept."""
    page, kit, is_about = map(int, written.split())
    return Weight(page, kit, bool(is_about))


def page_weight(
    html: int, photos: Iterable[PhotoFiles], shown: Sequence[ShownPhoto], renditions: Renditions
) -> Weight:
    """Return the weight of a page of so many bytes, as far as it is known before its export.

    A photo that is shown twice in the same width is loaded once.
    """
    weights = (
        _weight(files, {use.slot for use in shown if use.src == files.photo.src}, renditions)
        for files in photos
    )
    return sum(weights, Weight(html, html))


def _weight(files: PhotoFiles, slots: Iterable[Slot], renditions: Renditions) -> Weight:
    recipes = [recipe for recipe, _ in files.entries]
    known = renditions.sizes(files.photo, recipes)
    sizes = {
        recipe: round(budget_of(recipe) * _USUALLY) if size is None else size + len(files.packet)
        for recipe, size in known.items()
    }
    loaded = {_loaded(recipes, slot) for slot in slots}
    return Weight(
        page=sum(sizes[recipe] for recipe in loaded),
        kit=sum(sizes.values()),
        is_about=None in known.values(),
    )


def _loaded(recipes: Iterable[Recipe], slot: Slot) -> Recipe:
    """Return the copy that fills a slot: the narrowest that is wide enough, else the widest."""
    widths = [one for one in recipes if one.shape is Shape.PAGE and one.extension == _WEBP]
    enough = [one for one in widths if one.width >= _WIDTHS[slot]]
    return enough[0] if enough else widths[-1]
