"""The Checks tab: what is missing or wrong in the open item, where it is, and what mends it."""
