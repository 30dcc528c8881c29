"""The fields above the text: section, date, language, tags, headline, standfirst, lead photo."""
