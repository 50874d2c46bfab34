"""Young editors and translations of the version for children."""
