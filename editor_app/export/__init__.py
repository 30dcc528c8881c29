"""Items to files: staged, all or nothing, with a manifest. Imports render, store and below."""
