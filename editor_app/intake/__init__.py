"""Files to items. Reads what people have at hand; nothing is lost without being named."""
