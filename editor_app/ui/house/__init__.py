"""The house style window: a page for each kind of setting; shows and reports, decides nothing."""
