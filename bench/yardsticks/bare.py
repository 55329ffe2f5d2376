"""A Streamlit page as it is usually written: three bare Plotly charts and a selectbox, data cached from a CSV file."""

import os
from pathlib import Path

import pandas as pd
import streamlit as st

from bench.yardsticks.figures import charts, read_entries


@st.cache_data
def entries() -> pd.DataFrame:
    """Load the entries once."""
    return read_entries(Path(os.environ["BENCH_ENTRIES"]))


st.set_page_config(layout="wide")
st.title("Entries")
scope = st.selectbox("Scope", ["all", "local", "national"])
shown = entries() if scope == "all" else entries().query("scope == @scope")
for chart in charts(shown):
    st.plotly_chart(chart)
