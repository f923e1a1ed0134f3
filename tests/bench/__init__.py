"""The benchmarks' own sums: what they measure must be right, how fast it is they tell themselves."""
