"""Spelling in the window: what is marked, what is offered instead, and who is asked."""
