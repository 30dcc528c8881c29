"""House limits that the counters and the checks share, in characters."""

HEADLINE = 65
SHORT_HEADLINE = 40
STANDFIRST = 160
SUMMARY = 160
SLUG = 60
PHOTO_WIDTH = 1200  # pixels: a narrower photo looks soft at the top of a page
