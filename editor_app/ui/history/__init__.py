"""The History tab: the versions of the open item, compared, named and restored."""
