"""Marked-up texts in other house styles than the verb list: brackets, tags, options, colours."""
