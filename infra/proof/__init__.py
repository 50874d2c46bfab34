"""The proof that nothing was altered: a Merkle log a partnership, signed, copied out of reach."""
