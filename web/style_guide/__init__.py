"""Every piece of the pages in its states."""
