"""What the files and folders in a library folder are called."""

DATABASE_NAME = "library.db"
MEDIA_NAME = "media"
BACKUPS_NAME = "backups"
THEMES_NAME = "themes"
OPEN_NAME = "library.open"  # lies there while the library is open, and after an unclean end
REPORTS_NAME = "reports"  # of mistakes in the program
ASIDE_NAME = "laid-aside"  # photo files that nothing knows of
BALLAST_NAME = "library.reserve"  # room for words when the disk is full
