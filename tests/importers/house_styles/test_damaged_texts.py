"""Marked-up texts damaged by careless hands: never a crash, never a lost word."""

import random

import pytest

from editor.importers.house_styles.house_style import HOUSE_STYLES, HouseStyle
from tests.importers.compilation.accounting import kept_words
from tests.importers.compilation.damage import damaged, sown
from tests.importers.house_styles.marked_texts import session_in

_TEXT = """\
1. Boats [always - US; G77 delete] sail [, in winds. -G77; US, Canada delete.] far (off - Jordan).

2. A boat is [slow [and old - EU] - US / fast - Norway] {CH/J: today} [US/J: not] [EU: never].

[3. Boats rest.

4. Boats sink. - Kenya]

5. [Option 1: Boats [shall][should] sail;

Option 2: [Option (a): Boats rest;

Option (b): Boats [drift / float];] NEW WORDS [DELETE: old words]]
"""


@pytest.mark.parametrize("style", HOUSE_STYLES, ids=lambda style: style.name)
def test_damaged_texts_are_read_and_keep_their_words(style: HouseStyle) -> None:
    for seed in range(60):
        chance = random.Random(seed)
        text, seeds = sown(damaged(_TEXT, chance), chance)
        kept = kept_words(session_in(style, text))
        assert [each for each in seeds if each in text and not kept[each]] == []
