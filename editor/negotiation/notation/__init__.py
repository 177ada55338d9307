"""The annotations of a compilation, written so that they can be read again exactly.

Both who writes compilations and who reads them stand on this: `[add “w”: A, remove: B]`.
"""
