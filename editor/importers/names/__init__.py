"""The book of delegations: who is meant by a designation that a paper uses."""

from editor.importers.names.book import NameBook
from editor.importers.names.code import code_for
from editor.importers.names.designation import Designation
from editor.importers.names.load import load_names
from editor.importers.names.name import Name
from editor.importers.names.normal_spelling import normal_words

__all__ = ["Designation", "Name", "NameBook", "code_for", "load_names", "normal_words"]
