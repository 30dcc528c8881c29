"""How Qt counts letters."""


def units(text: str) -> int:
    """Return how long a text is for Qt, which counts a letter beyond the first plane as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
