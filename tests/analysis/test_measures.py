"""What is counted in several documents stands side by side, each with its bound, and nothing is worked out from it."""

from scrutiny.analysis.choice import Choice
from scrutiny.analysis.extract import chosen_part
from scrutiny.analysis.measures import Counted, counted, elsewhere_words, measures_of
from scrutiny.register.register import Register
from tests.testshire import Testshire

FIRST, SECOND = "2029-first-look.F01", "2030-second-look.F01"


def loaded(testshire: Testshire) -> Register:
    """Load the made-up register with its measure."""
    return testshire.add_measure().register()


def test_each_number_has_its_document_its_bound_and_its_source(testshire: Testshire) -> None:
    """In the order of time; what is known from elsewhere comes last, with its words and its address."""
    register = loaded(testshire)
    (measure,) = register.measures
    assert list(counted(register, measure)) == [
        Counted(
            "Press release of July 2029",
            "90 meetings",
            "Meetings held; period: date not known; the document says “last year” (Which year is not said.)",
            "Inspectors’ own words, local",
            full_id=FIRST,
        ),
        Counted(
            "Letter of 2 September 2030",
            "At least 90 meetings",
            "Meetings held",
            "The Commissioner’s own words, local",
            full_id=SECOND,
        ),
        Counted(
            "A yearly report (May 2031)",
            "At most 120 meetings",
            "“No more than 120 were held.”",
            "Known from elsewhere; the text itself was not read",
            address="https://example.org/yearly",
        ),
    ]
    (elsewhere,) = measure.elsewhere
    assert elsewhere_words(elsewhere) == "at most 120 meetings (A yearly report, not read; https://example.org/yearly)"


def test_a_date_that_is_not_known_is_said_to_be(testshire: Testshire) -> None:
    """Of a text that was not read, too."""
    testshire.add_measure().records["measures.yaml"][0]["elsewhere"][0].pop("date")
    register = testshire.register()
    assert [*counted(register, register.measures[0])][-1].source == "A yearly report (date not known)"


def test_a_figure_knows_its_measures(testshire: Testshire) -> None:
    """Any of its figures leads to it, and no other entry."""
    register = loaded(testshire)
    assert [measures_of(register, name) for name in (FIRST, SECOND)] == [[*register.measures]] * 2
    assert measures_of(register, "2030-second-look.C01") == []


def test_a_measure_belongs_to_the_parts_of_all_its_figures(testshire: Testshire) -> None:
    """Its other figures can still be looked up, in a part as on a page and in a part as in a file."""
    register = loaded(testshire.add_inspections(1))
    for part in (register.part(["2029-first-look"]), chosen_part(register, Choice(("2030-second-look",)))):
        assert part.measures == register.measures
        assert len(list(counted(part, part.measures[0]))) == 3
    assert register.part(["2031-further-look"]).measures == ()


def test_a_measure_of_a_draft_is_not_published(testshire: Testshire) -> None:
    """Whatever else it names."""
    testshire.add_measure().change("first", draft="true")
    testshire.records["pairs.yaml"] = []
    register = testshire.register()
    assert register.measures == ()
