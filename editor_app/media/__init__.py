"""Photos: what they say about themselves, sizes, safe decoding. The only place that knows Pillow."""
