"""What can be done to the text by a command; above the document's functions, below the window."""
