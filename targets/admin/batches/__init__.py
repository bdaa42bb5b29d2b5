"""What is done to many rows of a list at one stroke: looked at before, done as a whole, taken back where that can be."""
