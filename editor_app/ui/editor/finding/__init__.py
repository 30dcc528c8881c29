"""Find and replace in the open item: the bar, what it searches, and how hits are marked."""
