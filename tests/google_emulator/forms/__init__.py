"""Google Forms v1: forms, their items, and the responses to them."""
