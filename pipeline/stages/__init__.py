"""What we compute: one file per step, every step pure."""
