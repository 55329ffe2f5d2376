"""What is worked out of a register. Text in frames is Python's own, not Arrow's, as the frames here are small."""

import pandas as pd

pd.options.mode.string_storage = "python"
