"""Files and clipboard to items, through the gate."""
