"""One module a page, or a few pages about one thing; each has its ``pages``."""
