"""Case reviews, national learning, courses and training, in sentences."""
