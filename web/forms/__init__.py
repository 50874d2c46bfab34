"""Fields and forms of staff pages."""
