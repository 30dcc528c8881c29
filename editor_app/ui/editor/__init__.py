"""The rich-text editor of a body; it imports `editor_app.body` and Qt, nothing of the window."""
