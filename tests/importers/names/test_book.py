import pytest

from editor.errors import BugError
from editor.importers.names import Name, NameBook, load_names
from editor.negotiation.delegation import DelegationKind

STATE, GROUP = DelegationKind.STATE, DelegationKind.GROUP
NORDLAND = Name("NRD", "Nordland", STATE, ("Kingdom of Nordland",))


def code_of(written: str) -> str | None:
    name = load_names().find(written)
    return name.code if name else None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("UK", "GBR"),
        ("u.k.", "GBR"),
        ("Russian Fed.", "RUS"),
        ("USA", "USA"),
        ("US", "USA"),
        ("U.S", "USA"),
        ("United States of America", "USA"),
        ("Iran", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("the Kyrgyz Republic", "KGZ"),
        ("Venezuela", "VEN"),
        ("Republic of Korea", "KOR"),
        ("ROK", "KOR"),
        ("DPRK", "PRK"),
        ("Czech Republic", "CZE"),
        ("Czech Rep.", "CZE"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Swaziland", "SWZ"),
        ("Cote d'Ivoire", "CIV"),
        ("The Gambia", "GMB"),
        ("Republic of Congo", "COG"),
        ("Democratic Republic of Congo", "COD"),
        ("Fédération de Russie", "RUS"),
        ("Alemania", "DEU"),
        ("Китай", "CHN"),
        ("تونس", "TUN"),
        ("can", "CAN"),
        ("G77", "G77"),
        ("G-77", "G77"),
        ("the Group of 77 and China", "G77"),
        ("EU", "EU"),
        ("EU and its 27 Member States", "EU"),
        ("European Union (EU)", "EU"),
        ("NAM", "NAMOVT"),
        ("INTERPOL", "INTPOL"),
        ("Parliamentary Assembly of the Mediterranean (PAM)", "PAM"),
        ("Council of Europe", "COE"),
        ("State of Palestine", "PSE"),
        ("Holy See", "VAT"),
        ("Co-Chairs", "CHAIR"),
    ],
)
def test_spellings_of_papers(written: str, code: str) -> None:
    assert code_of(written) == code


@pytest.mark.parametrize(
    "written", ["", "Korea", "Atlantis", "Canada and Peru", "Egypt (African Group)", "62 members"]
)
def test_what_is_no_spelling_is_not_found(written: str) -> None:
    assert code_of(written) is None


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Gluf cooperation Council", "GCC"),
        ("Phillipines", "PHL"),
        ("Columbia", "COL"),
        ("Austrailia", "AUS"),
        ("Netherland", "NLD"),
    ],
)
def test_a_misspelling_is_recognised_as_a_guess(written: str, code: str) -> None:
    designation = load_names().recognise(written)
    assert designation.name is not None
    assert designation.name.code == code
    assert designation.written == written
    assert 0.7 < designation.confidence < 1


@pytest.mark.parametrize(
    "written",
    [
        "Austrlia",  # one letter from Australia, one from Austria
        "Nigera",
        "Republic of China",
        "Taiwan",
        "Kosovo",
        "Korea",
        "Northern Ireland",
    ],
)
def test_between_two_names_nobody_is_chosen(written: str) -> None:
    designation = load_names().recognise(written)
    assert (designation.name, designation.confidence) == (None, 0)


def test_suggestions_are_ranked() -> None:
    suggested = load_names().suggest("Gluf cooperation Council")
    assert suggested[0][0].code == "GCC"
    assert [score for _, score in suggested] == sorted(
        (score for _, score in suggested), reverse=True
    )
    assert {name.code for name, _ in load_names().suggest("Korea", 2)} == {"KOR", "PRK"}
    assert {name.code for name, _ in load_names().suggest("Austrlia", 2)} == {"AUS", "AUT"}


def test_suggestions_are_limited_and_may_be_none() -> None:
    assert len(load_names().suggest("Republic", 5)) == 5
    assert load_names().suggest("zzzzqqqq") == ()


def test_with_code() -> None:
    peru = load_names().with_code("PER")
    assert peru is not None
    assert peru.name == "Peru"
    assert load_names().with_code("per") is None


def test_a_spelling_of_two_names_is_a_bug() -> None:
    with pytest.raises(BugError):
        NameBook([NORDLAND, Name("NG", "Nordic Group", GROUP, ("kingdom of nordland",))])


def test_a_code_of_two_names_is_a_bug() -> None:
    with pytest.raises(BugError):
        NameBook([NORDLAND, Name("NRD", "Nordic Road Authority", GROUP)])


def test_a_code_gives_way_to_a_spelling() -> None:
    alliance = Name("ALL", "Northern Alliance", GROUP, ("NRD",))
    book = NameBook([NORDLAND, alliance])
    assert book.find("NRD") is alliance
    assert book.with_code("NRD") is NORDLAND
