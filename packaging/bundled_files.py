"""Puts into the wheel the files that a checkout reads where they are."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundledFiles(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "standard":
            for path in ("resources", "sample_sessions", "packaging/system-packages.txt"):
                build_data["force_include"][path] = f"editor/_bundled/{path}"
