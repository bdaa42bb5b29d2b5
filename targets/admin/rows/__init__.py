"""Lists of rows: a page at a time, never counted to the end, with what narrows them in plain sight."""
