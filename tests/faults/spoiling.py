"""Ways in which a file rots: bits turned over, pages lost or exchanged, an end cut off."""

PAGE = 4096


def one_bit(data, chance):
    """Turn one bit over."""
    return _turned(data, chance, bits=1)


def eight_bits(data, chance):
    """Turn eight bits over, anywhere."""
    return _turned(data, chance, bits=8)


def zeroed_page(data, chance):
    """Lose what was on one page."""
    start = _page(data, chance)
    return data[:start] + bytes(PAGE) + data[start + PAGE :]


def swapped_pages(data, chance):
    """Exchange two pages."""
    one, other = sorted(PAGE * n for n in chance.sample(range(len(data) // PAGE), 2))
    page, later = data[one : one + PAGE], data[other : other + PAGE]
    return data[:one] + later + data[one + PAGE : other] + page + data[other + PAGE :]


def truncated(data, chance):
    """Cut the end off, at a page or anywhere."""
    length = chance.randrange(len(data))
    return data[: length - length % PAGE if chance.random() < 0.5 else length]


def _turned(data, chance, *, bits):
    changed = bytearray(data)
    for place in chance.sample(range(8 * len(data)), bits):
        changed[place // 8] ^= 1 << place % 8
    return bytes(changed)


def _page(data, chance):
    return PAGE * chance.randrange(len(data) // PAGE)


WAYS = {  # each with how often it is tried in a thousand and one hundred
    one_bit: 600,
    eight_bits: 300,
    zeroed_page: 100,
    swapped_pages: 50,
    truncated: 50,
}
