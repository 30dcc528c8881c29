"""How texts say things, by language: dates, datelines, the phrases of pages and offices.

Used by what reads files (intake) and by what looks at a finished text (checks).
"""
