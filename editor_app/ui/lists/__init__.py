"""The window of the managed lists: sections, tags, contacts, projects, donors and the others."""
