"""What is missing or wrong in an item: pure rules over model and body."""
