"""The Details tab: every field of an item that has no place above its text."""
