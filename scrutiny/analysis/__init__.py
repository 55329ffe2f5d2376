"""What is worked out of a register. Text in frames is Python's own, not Arrow's, as the frames here are small.

pandas loads Arrow where it is installed, as it is beside Streamlit: 36 MB for nothing. So it is kept from finding it,
while nothing else is.
"""

import sys

_arrow = sys.modules.setdefault("pyarrow", None)  # type: ignore[arg-type]  # None: as if it were not installed
import pandas as pd  # noqa: E402

if _arrow is None:
    del sys.modules["pyarrow"]
pd.options.mode.string_storage = "python"  # also where pandas was there before
