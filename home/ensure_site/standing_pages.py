"""The standing pages to begin with. Their words promise only what the software itself makes sure of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StandingPage:
    """One standing page: where it stands, what it says, and whether it may be shown as it is."""

    slug: str
    title: str
    standfirst: str
    text: str
    parent: str = ""
    is_corrections: bool = False
    #: An incomplete page starts as a draft: it needs facts only the people behind the site know.
    is_complete: bool = True


STANDING_PAGES = [
    StandingPage(
        slug="about",
        title="About us",
        standfirst="What this site is for, and what it is not.",
        text=(
            "<p>This site explains skin in plain words: what a change may be, what helps, and when to see somebody. "
            "It gives general information. It cannot look at your skin, and it does not replace the advice of a "
            "doctor, pharmacist or nurse who can.</p>"
            "<p>If you are worried, or something is getting worse, ask for help now rather than reading on.</p>"
        ),
    ),
    StandingPage(
        slug="editorial-policy",
        title="Editorial policy",
        standfirst="How a page is written, reviewed and kept up to date.",
        parent="about",
        text=(
            "<h2>Who writes</h2>"
            "<p>A byline names the people who wrote a page and the people who reviewed it. Each has a profile with "
            "their qualifications and the interests they have declared.</p>"
            "<h2>Who checks</h2>"
            "<p>An editor reads every article before it is published. Conditions, questions and ingredients are also "
            "read by a medical reviewer, and read again when their text is changed.</p>"
            "<h2>What it rests on</h2>"
            "<p>Sources are listed at the end of a page. For home remedies we say how good the evidence is, also when "
            "there is none.</p>"
            "<h2>Dates</h2>"
            "<p>The date on a page moves only when its content has changed in a way you should know about, and one "
            "line says what is new.</p>"
        ),
    ),
    StandingPage(
        slug="how-we-make-money",
        title="How we make money",
        standfirst="What the labels on products mean.",
        parent="about",
        text=(
            "<p>Every product we show carries a label that says what we gain from it.</p>"
            "<ul>"
            "<li><b>Our own brand</b>: we make it or sell it.</li>"
            "<li><b>Ad: affiliate link</b>: the shop pays us a share when you buy.</li>"
            "<li><b>Ad: paid placement</b>: somebody paid for it to be shown.</li>"
            "<li><b>Gifted by the maker</b>: we were given it for nothing.</li>"
            "<li><b>No relation</b>: we gain nothing.</li>"
            "</ul>"
            "<p>Medicines are named by their substance, and never with a link to a shop.</p>"
        ),
    ),
    StandingPage(
        slug="corrections",
        title="Corrections",
        standfirst="What was wrong, and what is right.",
        parent="about",
        is_corrections=True,
        text=(
            "<p>When something we published was wrong, the page says so at the top for thirty days, and it is listed "
            "here with what was wrong and what is right.</p>"
        ),
    ),
    StandingPage(
        slug="privacy",
        title="Privacy",
        standfirst="What happens to your data when you read this site.",
        is_complete=False,
        text=(
            "<p>Reading needs no account, and pages set no cookies. When you follow a link to a shop, the shop learns "
            "that you came from this site, and not which page you were reading.</p>"
            "<h2>Before publishing this page</h2>"
            "<p>Add who is responsible for the site and how to reach them, how long server logs are kept, which "
            "companies host the site and its mail, and what rights readers have where they live.</p>"
        ),
    ),
]
