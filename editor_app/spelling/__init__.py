"""Spelling: dictionaries, words, the process that looks them up. Only place for Hunspell."""
