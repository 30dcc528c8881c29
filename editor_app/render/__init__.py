"""Item to page, by a theme; one function for the preview and for the export."""
