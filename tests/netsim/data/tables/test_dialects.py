"""Text is read whatever parts its columns, whatever it is encoded in, with or without names."""

import gzip

import pytest

from netsim import RecipeError
from tests.netsim.data.tables.conftest import FLOWERS, natural, table_of


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", ", ", " ; ", "   ", " "])
@pytest.mark.parametrize("header", [True, False])
def test_columns_are_parted_by_what_people_part_them_by(data, separator, header):
    assert natural(data(table_of(separator, header=header))) == set(FLOWERS)


@pytest.mark.parametrize("separator", [";", "\t", "|", "  "])
def test_decimal_commas_are_known(data, separator):
    assert natural(data(table_of(separator, mark=","))) == set(FLOWERS)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_encodings_are_known(rows, encoding):
    found = rows(table_of(";").replace("sepal", "Länge").replace("setosa", "Gänseblümchen").encode(encoding))
    assert found.features[0].name == "Länge"
    assert found.classes[0] == "Gänseblümchen"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n\n", "\n\r\n"])
def test_lines_end_in_any_way(data, end):
    assert natural(data("\n\n" + table_of().replace("\n", end))) == set(FLOWERS)


def test_a_packed_table_is_unpacked(data):
    assert natural(data(gzip.compress(table_of().encode()), "my.csv.gz")) == set(FLOWERS)


def test_r_names_no_column_of_row_names(data, rows):
    head, *lines = table_of(" ").splitlines()
    content = "\n".join([head, *(f'"{i + 1}" {line}' for i, line in enumerate(lines))])
    assert natural(data(content)) == set(FLOWERS)
    assert [part.name for part in rows(content).understood.left_out] == ["column 1"]


def test_lines_that_end_in_a_separator_have_no_column_behind_it(data):
    head, *lines = table_of().splitlines()
    assert natural(data("\n".join([head, *(f"{line}," for line in lines)]))) == set(FLOWERS)
    assert natural(data("\n".join(f"{line};;" for line in [head, *lines]).replace(",", ";"))) == set(FLOWERS)


def test_remarks_above_a_table_are_passed_over_and_may_name_its_columns(data):
    assert natural(data(f"# by hand\n# {table_of()}")) == set(FLOWERS)
    assert natural(data(f"# by hand, 1936\n{table_of()}")) == set(FLOWERS)


def test_a_cell_in_quotes_holds_anything(rows):
    found = rows('a,"b ""or"" c",kind\n1,2,"x, y"\n3,5,"x\ny"\n3,4,"x, y"\n')
    assert [feature.name for feature in found.features] == ["a", 'b "or" c']
    assert found.classes == ("x y", "x, y")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b,kind\n1,2,x\n\n3,4,y,5\n", r"line 4: 4 values, expected 3"),
        ("a,b,kind\n1,2,x\n\n3,4\n5,6,y\n", r"line 4: 2 values, expected 3"),
        ('a,b,kind\n1,2,"x\nz"\n3,4,y\n5,6,y,7\n', r"line 5: 4 values, expected 3"),
        ('a,b,kind\n1,2,"x\nz"\n3,4\n', r"line 4: 2 values, expected 3"),
        ('a,b,kind\n1,2,"x\nz"\n3,4,"y\n', r"line 4: a quotation mark"),
        ("My table\n\na,b,kind\n1,2,x\n", r"line 3: 3 values, .* delete what stands above the table"),
        ("\n\n", r"is empty"),
        (";;\n;;\n", r"is empty"),
        (b"PK\x03\x04 and so on", r"is a zip archive or a workbook, .* ends in \.xlsx"),
        (b"\x89PNG\r\n\x1a\n", r"is an image"),
        (b"a,b\n1,\x01\n", r"is no text \(line 2 has the byte 0x01\)"),
        (b"\xff\xfea", r"begins as UTF-16 and is not"),
    ],
)
def test_what_is_no_table_gets_one_sentence_with_its_line(rows, content, said):
    with pytest.raises(RecipeError, match=said) as caught:
        rows(content)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_folder_is_no_table(rows, tmp_path):
    (tmp_path / "other.csv").mkdir()
    with pytest.raises(RecipeError, match=r"other\.csv is a folder, expected a file"):
        rows("", path="other.csv")
