"""Finding one's way in ten years of items: searches that are kept, and what is planned when."""
