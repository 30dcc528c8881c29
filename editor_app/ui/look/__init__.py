"""How the window looks: colours, fonts, style sheet, icons. Imports nothing else of `ui`."""
