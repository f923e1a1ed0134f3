"""The benchmarks' own sums: what they measure must be right, how fast it is they tell themselves."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "scripts" / "bench"))
