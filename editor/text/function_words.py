"""Words that hold a sentence together and say little alone.

Articles, commonest prepositions, conjunctions, pronouns and forms of "to be" and "to have" in
the languages in which texts are negotiated at the United Nations, and the commonest particles
of Chinese and Japanese. Modal verbs and negations are not among them: "should" or "not" is
often all that a negotiation is about.
"""

_WORDS = """
a an the and or nor but of to in on at by for from with into upon as than
that which who whom whose this these those it its their they them there
be is are was were been being has have had do does did will if so such also
au aux avec ce ces cet cette dans de des du elle elles en est et il ils la le les leur leurs
lui mais on ou par pour que qui sa se ses son sont sur un une
al como con del el ella ellas ellos entre es esta este esto las lo los más o para pero
por sea sobre su sus una uno unos y
а бы в во для до же за и из или их к как ко на но о об от по при с со также то у что это
إلى أو أن إن التي الذي على عن في كما من هذا هذه و
的 了 和 与 及 在 是 之 等 并 其 或 以 为 对
の を に は が と で も へ や
"""

FUNCTION_WORDS = frozenset(_WORDS.split())
