"""Filters that are saved under a name: kept above the list that they narrow, and on a list of their own."""
