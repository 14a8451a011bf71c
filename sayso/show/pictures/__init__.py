"""Pictures of a ledger as SVG, each with a table that says the same: made here, of plain elements."""

from sayso.show.pictures.balance import balance
from sayso.show.pictures.calibration import calibration
from sayso.show.pictures.figure import figure, figure_style, table
from sayso.show.pictures.ledger_timeline import ledger_timeline
from sayso.show.pictures.origin_graph import origin_graph
from sayso.show.pictures.picture import NARROW, WIDE, Picture
from sayso.show.pictures.promise_windows import promise_windows
from sayso.show.pictures.saving import picture_csv, png, saved_svg
from sayso.show.pictures.timeline import timeline_picture

__all__ = [
    "NARROW", "WIDE", "Picture", "balance", "calibration", "figure", "figure_style", "ledger_timeline",
    "origin_graph", "picture_csv", "png", "promise_windows", "saved_svg", "table", "timeline_picture",
]  # fmt: skip
