"""A check as one self-contained page: the draft with the words that need a look, and why beside them."""

from sayso.model import Check, Document
from sayso.show.check_parts import check_findings, check_text
from sayso.show.check_report import summary
from sayso.show.page_head import page_head
from sayso.show.page_markup import Child, element
from sayso.show.page_style import style
from sayso.show.report_characters import shown


def check_page(draft: Document, check: Check) -> str:
    """HTML of the checked draft, with nothing loaded from anywhere and no script.

    A mark leads to what is said of its sentence, and from there back. Text is escaped in `page_markup`.
    """
    head: list[Child] = [
        element("h1", draft.title or check.draft, dir="auto"),
        element("p", summary(check), class_="summary"),
        *(element("p", str(problem), class_="problem") for problem in check.problems),
    ]
    side = check_findings(draft, check)
    empty = element("p", "Nothing needs a look.", class_="empty")
    body = element(
        "body",
        element("header", element("p", "sayso", element("span", "Check before publication"), class_="brand")),
        element("main", *head, element(
            "div",
            element(
                "article", check_text(draft, check), lang=draft.language, dir="auto",
                tabindex="0", aria_label="The draft",
            ),
            element("aside", *(side or [empty]), aria_label="Findings"),
            class_="columns",
        )),
    )  # fmt: skip
    top = page_head(shown(f"{draft.title or check.draft} · check"), style("check.css"))
    return f"<!DOCTYPE html>\n{element('html', top, body, lang='en').html}\n"
