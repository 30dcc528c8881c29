"""What becomes of text as it is typed: Markdown turns into what it stands for, punctuation is set.

`punctuation`, `smart` and `markdown` are rules over strings and know nothing of Qt; `changes` and
`blocks` do what they say in the text, `rules` joins them to an editor.
"""
