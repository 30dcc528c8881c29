"""Item to page: one function for the preview and for the export. Imports body, media and model."""
