"""What a user types as an address, made complete."""

import re

_SCHEMES = ("http://", "https://", "mailto:", "tel:", "#", "/", "./", "../")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_HOST = re.compile(r"[^\s/:]+\.[^\s/:]{2,}(/\S*)?")


def complete_address(typed: str) -> str:
    """Return what was typed as an address, or an empty string where it cannot be one."""
    address = typed.strip()
    if address.lower().startswith(_SCHEMES):
        return address
    if is_mail(address):
        return f"mailto:{address}"
    if _HOST.fullmatch(address):
        return f"https://{address}"
    return ""


def is_mail(address: str) -> bool:
    """Whether this can be an e-mail address."""
    return bool(_MAIL.fullmatch(address.strip()))
