"""Young people asked together, posters and quotations, in sentences."""
