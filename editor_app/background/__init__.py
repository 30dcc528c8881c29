"""The only place where threads start. QtCore only."""
