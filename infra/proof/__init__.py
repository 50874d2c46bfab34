"""The proof that nothing was altered: one Merkle log per partnership, signed and copied out."""
