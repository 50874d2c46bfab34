"""Tables as spreadsheets save them: titles, totals, merged cells, formulas, percentages."""

from __future__ import annotations

import io
from typing import Any

import pytest
from openpyxl import Workbook

from tests.web.importing.test_importing import HEAD, OTHER, ROW, coordinator, sent
from tests.web.page import Page
from tests.web.staff import Staff
from web.importing.cells import shown
from web.importing.csv_files import read_csv
from web.importing.table import NotATable
from web.importing.xlsx_files import read_xlsx

__all__ = ["coordinator"]


def saved(fill: Any) -> bytes:
    book, made = Workbook(), io.BytesIO()
    fill(book.worksheets[0])
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    "table",
    [
        f"sep=;\r\n{HEAD.replace(',', ';')}\r\n{ROW.replace(',', ';')}\r\n",
        f'"sep=,"\r\n{HEAD}\r\n{ROW}\r\n',
        f"Training in the year,,\n,,\nPrinted on 4 May,,\n{HEAD}\n{ROW}\n",
        f"{HEAD}\n{ROW}\nTotal,,,,,,9,7,2\n",
        f"{HEAD}\n,,,\n{ROW}\n,,,\n",
    ],
)
def test_what_stands_around_a_table_is_passed_over(coordinator: Staff, table: str) -> None:
    page = Page(sent(coordinator, "attendance", table))
    assert page.status == 200, page.words
    assert "Rows that are new: 1" in page.words


def test_a_row_that_was_taken_for_a_total_is_named(coordinator: Staff) -> None:
    page = Page(sent(coordinator, "attendance", f"{HEAD}\n{ROW}\n{OTHER}\nGrand total,,,,,,13\n"))
    assert "Row 4 was taken for a total" in page.words


def test_a_problem_names_the_row_as_the_spreadsheet_counts_it(coordinator: Staff) -> None:
    page = Page(sent(coordinator, "attendance", f"sep=,\nA title\n{HEAD}\n{ROW.replace('9', 'x')}"))
    assert page.status == 422
    assert "Row 4, column G (Booked)" in page.words


def test_a_merged_cell_says_the_same_in_each_row_it_covers() -> None:
    def fill(sheet: Any) -> None:
        for row in (["Course", "Agency"], ["Bruises", "Police"], [None, "Health"], ["Sleep", "x"]):
            sheet.append(row)
        sheet.merge_cells("A2:A3")

    rows = read_xlsx(saved(fill)).rows
    assert [row[0] for row in rows[:4]] == ["Course", "Bruises", "Bruises", "Sleep"]


def test_a_formula_without_a_value_is_named_by_its_cell() -> None:
    with pytest.raises(NotATable, match="Cell B2 holds a formula"):
        read_xlsx(saved(lambda sheet: [sheet.append(["a", "b"]), sheet.append([1, "=A2*2"])]))


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (1.0, "0%", "100%"),
        (0.665, "0%", "67%"),
        (0.665, "0.0%", "66.5%"),
        (1 / 3, "0.0%", "33.3%"),
        (0.57, "0%", "57%"),
        (66.5, '0.0"%"', "66.5%"),
        (12.345, "0.00", "12.35"),
        (12.5, "#,##0.##", "12.5"),
        (1234567, "#,##0", "1234567"),
        (0.1 + 0.2, "General", "0.3"),
        (2 / 3, "General", "0.6666666667"),
        (1234567.25, "General", "1234567.25"),
        (0, "0%", "0%"),
        (1250, "[$£-809]#,##0.00", "£1250.00"),
        (7, "0_);(0)", "7"),
        (0.5, "# ?/?", "0.5"),
        (1e300, "0.00", f"1{'0' * 300}.00"),
        (1e-9, "General", "0.000000001"),
        (-0.004, "0.00", "0.00"),
        (0.87, "0.00%", "87.00%"),
        (66.5, "General", "66.5"),
        (2.7, "0.00", "2.70"),
        (96450.5, "£#,##0.00", "£96450.50"),
        (12, "0", "12"),
        (1e3, "General", "1000"),
        (-3, "General", "-3"),
    ],
)
def test_a_number_is_read_as_it_is_shown(value: float, form: str, words: str) -> None:
    sheet = Workbook().worksheets[0]
    sheet["A1"] = value
    sheet["A1"].number_format = form
    assert shown(sheet["A1"]) == words


@pytest.mark.parametrize("table", ["sep=", 'sep="\na\nb', "sep=;"])
def test_half_a_line_of_excel_is_answered(table: str) -> None:
    assert read_csv(table.encode()).rows
