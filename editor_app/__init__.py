"""Standfirst, an offline desktop editor for news items. The map, in reading order.

===========  ======================================================================
model        what a news item is: frozen values, standard library only
wording      how texts say things, by language: dates, datelines, phrases of pages and offices
body         the text of an item as a tree; Markdown in and out, HTML and plain text out
checks       what is missing or wrong in an item: pure rules
media        photos: safe decoding, sizes, what goes out
spelling     which words are misspelt, by language: dictionaries, in a process of their own
store        where items are kept: SQLite through SQLAlchemy, the library folder, backups
render       item to page: one function for the preview and for the export
intake       files and the clipboard to items, within bounds; sample items
export       items to files: staging, manifest, feeds
editing      one item on the desk: session and saving policy, without Qt
background   threads and timers, and the way home from them
ui           the window; shows and reports, decides nothing
app, cli     the two ways in: they make every object once and hand it on (app_frame, app_desk)
===========  ======================================================================

Imports run one way: a package may import those above it in the table, never those below
(``[tool.importlinter]`` in pyproject.toml holds it).
"""

__version__ = "0.1.0"
