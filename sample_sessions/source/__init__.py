"""The source of the sample: what a compilation, its base text and a perfect reading share."""
