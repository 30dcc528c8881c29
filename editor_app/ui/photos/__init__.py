"""Photos in the window: the form of one with its crop, and the browser of all."""
