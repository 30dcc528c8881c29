"""The forms of the text: dialogs that ask in plain words; they know values, never the document."""
