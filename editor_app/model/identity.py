"""Names that never change: the ids of items."""

import secrets
import uuid
from datetime import datetime
from typing import NewType

ItemId = NewType("ItemId", str)


def new_item_id(now: datetime) -> ItemId:
    """Return a fresh UUIDv7: 48 bits of Unix milliseconds, then random bits (RFC 9562, 5.7)."""
    milliseconds = int(now.timestamp() * 1000) & (1 << 48) - 1
    bits = milliseconds << 80 | secrets.randbits(80)
    bits = bits & ~(0xF << 76) | 0x7 << 76  # version 7
    bits = bits & ~(0x3 << 62) | 0x2 << 62  # RFC variant
    return ItemId(str(uuid.UUID(int=bits)))
