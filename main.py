"""Start Standfirst from a checkout: the same command line as the installed `standfirst`."""

import sys

from editor_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
