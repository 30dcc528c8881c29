"""The pane on the left: finding, choosing and moving items. Shows what the store's pages say."""
