"""Items to files: kits, manifest, staging, feeds."""
