"""Search that a Vietnamese types: one folding, an index in the database, a public page."""
