"""Benchmarks. They measure and print; they never pass or fail."""
