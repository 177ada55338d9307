"""English numbers: `%n layer(s)` reads "1 layer" or "3 layers" where no translation is loaded."""

from PySide6.QtCore import QTranslator


class EnglishPlurals(QTranslator):
    """Sits below the translations of other languages, which bring their own plural forms."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if n < 0 or "%n" not in source:
            return None
        ending = "" if n == 1 else "s"
        return source.replace("(s)", ending).replace("(S)", ending.upper())
