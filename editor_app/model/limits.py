"""House limits that the counters and the checks share, in characters."""

HEADLINE = 65
SHORT_HEADLINE = 40
STANDFIRST = 160
SUMMARY = 160
SLUG = 60
