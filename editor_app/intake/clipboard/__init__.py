"""What other programs put on the clipboard, as blocks of ours."""
