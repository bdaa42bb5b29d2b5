"""Lists as files that offices open: workbooks and texts with commas, from one definition of their columns."""
