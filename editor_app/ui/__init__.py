"""The window: shows and reports, decides nothing."""
