"""One item on the desk: the session, when it is saved, and what the menus do.

Without Qt, threads or a clock of its own: all three are handed in.
"""
