"""The rules, one module a subject; each exports ``RULES``, and `catalogue` lists the modules."""
