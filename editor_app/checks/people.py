"""How private addresses and numbers of people look."""

import re

_FREE_MAIL = frozenset(
    {
        *("gmail.com", "googlemail.com", "yahoo.com", "yahoo.fr", "yahoo.co.uk", "ymail.com"),
        *("hotmail.com", "hotmail.fr", "hotmail.co.uk", "outlook.com", "live.com", "msn.com"),
        *("icloud.com", "me.com", "aol.com", "gmx.at", "gmx.de", "gmx.net", "gmx.ch", "web.de"),
        *("t-online.de", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "libero.it"),
        *("mail.ru", "yandex.ru", "bk.ru", "list.ru", "rambler.ru", "ukr.net", "abv.bg"),
        *("proton.me", "protonmail.com", "tutanota.com", "qq.com", "163.com", "126.com"),
    }
)
_PRIVATE = re.compile(
    r"\b(?:private|home|privat|domicile|personnel|particular|casa|domicilio|privato)\b"
    r"|домашн|личн|خاص|المنزل",
    re.IGNORECASE,
)


def is_private_mail(address: str) -> bool:
    """Whether a mail address is with a provider that people have and offices have not."""
    return address.strip().rpartition("@")[2].casefold() in _FREE_MAIL


def is_private_phone(number: str) -> bool:
    """Whether a telephone number says of itself that it is private."""
    return _PRIVATE.search(number[:200]) is not None
