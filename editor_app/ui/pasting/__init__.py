"""What is pasted or dropped into the text: read off the window's thread, told in one note."""
