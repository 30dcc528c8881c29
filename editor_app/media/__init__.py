"""Photos: safe decoding, sizes, and the copies that leave. The only place that knows Pillow."""
