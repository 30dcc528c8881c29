"""Many items at once: what is asked before they are changed, and finding and replacing in all."""
