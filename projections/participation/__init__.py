"""Groups asked together, quotations and consent, posters."""
