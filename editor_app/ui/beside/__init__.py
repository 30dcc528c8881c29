"""Another language version beside the open item: read there, followed, compared, taken over."""
