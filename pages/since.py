"""What is new since an earlier day that was kept, such as a meeting: what was added, changed and removed, in words."""

from scrutiny.analysis.news import news, news_words
from scrutiny.ui.shell.page import begin_page, page_header
from scrutiny.ui.views.since import choose_release, kept, show_news
from scrutiny.wording import upper_first

# settings
register = begin_page()

# choose and show, or say why there is nothing
release = choose_release()
then = kept(release) if release else None
if release is None:
    page_header("What is new", "There is no earlier day to compare with yet.")
elif then is None:
    page_header(f"What is new since {release.name}", "What was kept of that day cannot be shown.", title="What is new")
else:
    new = upper_first(news_words(news(register, then)))
    page_header(f"What is new since {release.name}", f"{new}.", title="What is new")
    show_news(register, then, release)
