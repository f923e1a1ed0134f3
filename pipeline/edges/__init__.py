"""The media: one folder each, reader and writer together."""
