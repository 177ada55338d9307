"""The closed classes of English words that the reading of seams goes by."""

_PREPOSITIONS = """
of in to for by with from at on through under upon into between among against without within
towards across during after before via up
"""
_DETERMINERS = "the a an their its our his her this these those any all such"
_MODALS = "should shall may must will can could would might"
_AFTERTHOUGHTS = "particularly especially notably insofar including whenever"
_OTHERS = """
as than that which who whom whose if so it they them there here where when be is are was were been
being has have had do does did not no both each other
"""
_HANGING = """
of in to for by with from at on the a an their its this these those and or that which including
through under upon as into between among such should shall may will are is be against without within
"""

CONJUNCTIONS = frozenset({"and", "or", "nor", "but"})
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
DETERMINERS = frozenset(_DETERMINERS.split())
ARTICLES = frozenset({"a", "an", "the"})
MODALS = frozenset(_MODALS.split())
BARE_VERB_AFTER = MODALS | {"to"}
"""Words after which a verb stands in its bare form."""
AFTERTHOUGHTS = frozenset(_AFTERTHOUGHTS.split())
"""Words that open an afterthought."""
HANGING = frozenset(_HANGING.split())
"""Words that need something after them."""
GRAMMAR_WORDS = CONJUNCTIONS | PREPOSITIONS | DETERMINERS | MODALS | frozenset(_OTHERS.split())

SENTENCE_ENDS = frozenset(".;:!?")
MARKS = SENTENCE_ENDS | frozenset(',)”"')
