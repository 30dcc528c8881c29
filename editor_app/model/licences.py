"""The licences a photo can be under, as a list to choose from."""

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence: its code as it is stored, its name as it is printed, and where its text is."""

    code: str
    name: str
    address: str = ""

    @property
    def is_creative_commons(self) -> bool:
        """Whether title, author, source and licence must be named together (CC's "TASL")."""
        return self.code.startswith("cc-by")

    @property
    def forbids_changes(self) -> bool:
        """Whether the photo may not be cropped ("no derivatives")."""
        return self.is_creative_commons and "-nd" in self.code

    @property
    def forbids_commerce(self) -> bool:
        """Whether the photo may not serve a commercial purpose."""
        return self.is_creative_commons and "-nc" in self.code


_CREATIVE_COMMONS = ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
_VERSIONS = ("4.0", "3.0", "2.5", "2.0")
_HOME = "https://creativecommons.org"


def _creative_commons() -> tuple[Licence, ...]:
    return tuple(
        Licence(f"cc-{kind}-{version}", f"CC {kind.upper()} {version}", _address(kind, version))
        for version in _VERSIONS
        for kind in _CREATIVE_COMMONS
    )


def _address(kind: str, version: str) -> str:
    return f"{_HOME}/licenses/{kind}/{version}/"


LICENCES = (
    Licence("all-rights-reserved", "All rights reserved"),
    Licence("permission", "Used with permission"),
    Licence("agency", "Agency terms"),
    *_creative_commons(),
    Licence("cc0-1.0", "CC0 1.0", f"{_HOME}/publicdomain/zero/1.0/"),
    Licence("public-domain", "Public domain", f"{_HOME}/publicdomain/mark/1.0/"),
)
"""Every licence by name; codes and addresses are those of creativecommons.org where it has them."""

_BY_CODE = {licence.code: licence for licence in LICENCES}


def licence_of(code: str) -> Licence | None:
    """Return the licence of a code, or None where it is not in the list."""
    return _BY_CODE.get(code)


def licence_at(address: str) -> Licence | None:
    """Return the licence whose text is at a web address, in whatever way it is written."""
    asked = _plain(address)
    return next((one for one in LICENCES if one.address and _is_below(asked, one.address)), None)


def _is_below(asked: str, address: str) -> bool:
    home = _plain(address)
    return asked == home or asked.startswith(f"{home}/")  # …/deed.fr, …/legalcode


def _plain(address: str) -> str:
    _, _, rest = address.strip().lower().rpartition("://")
    return rest.removeprefix("www.").partition("?")[0].partition("#")[0].rstrip("/")
