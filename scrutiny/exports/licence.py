"""Under which licence the register may be used."""

LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_WORDS = (
    f"The register's own texts (summaries, notes, definitions) are under the licence {LICENCE}: {LICENCE_ADDRESS}. "
    "Excerpts are quoted from the documents named beside them and stay under their publishers' terms."
)
