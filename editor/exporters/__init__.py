"""Writers: from a composition to a manuscript, and from there to files."""
