from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication


def test_one_and_many(application: QApplication) -> None:
    def words(number: int) -> str:
        return QCoreApplication.translate("any", "%n layer(s)", None, number)

    assert [words(0), words(1), words(2)] == ["0 layers", "1 layer", "2 layers"]
    assert QCoreApplication.translate("any", "word(s)") == "word(s)"
