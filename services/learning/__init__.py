"""Case reviews, national learning, training."""
