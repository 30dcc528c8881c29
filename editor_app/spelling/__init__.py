"""Spelling: dictionaries, words, and the process that looks them up; the only place for Hunspell."""
