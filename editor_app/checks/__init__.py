"""What is missing or wrong in an item: pure rules over model and body.

finding      what a rule says: how bad, where, what mends it
passage      one line of words as rules look at it (passages: an item as passages; parts)
rule         how a rule is written; rules/ has them, a module a subject; catalogue lists them
examining    an item made ready for the rules (blocks, links, photos_shown: what many ask for)
phrases      what the rules look for, by language
engine       running them, again only over what changed
leaving      what was found and is left as it is, for a reason
applying     a fix put into an item (fields, rewording)
"""
