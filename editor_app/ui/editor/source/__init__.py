"""The Markdown of the text, to be seen and typed in: of the whole body, or of one block."""
