# ruff: noqa: RUF001 - the signs of other scripts are what this is about

import pytest

from tests.checks.rules.looking_at_items import look


@pytest.mark.parametrize(
    ("rule", "text", "is_found"),
    [
        ("personal-number", "Her passport no. AB1234567 was lost.", True),
        ("personal-number", "Son passeport n° 12AB34567 est perdu.", True),
        ("personal-number", "Номер паспорта: паспорт № 4509 123456.", True),
        ("personal-number", "Case 123-45C00678 is open.", True),
        ("personal-number", "Pay to AT61 1904 3002 3457 3201 please.", True),
        ("personal-number", "Pay to AT62 1904 3002 3457 3201 please.", False),  # no such account
        ("personal-number", "Passports were given to 1,234 people in 2024.", False),
        ("personal-number", "Call +43 1 234 5678.", False),
        ("personal-coordinates", "The house lies at 33.8938, 35.5018.", True),
        ("personal-coordinates", "At 48°12′30″ N by the river.", True),
        ("personal-coordinates", "It rose from 12.345, then 14.5 per cent.", False),
        ("personal-mail", "Write to ann.lee@gmail.com.", True),
        ("personal-mail", "Write to press@example.org.", False),
        ("personal-shelter", "The shelter at 12 Green Street is open.", True),
        ("personal-shelter", "Das Frauenhaus in der Hauptstraße 12.", True),
        ("personal-shelter", "Le foyer se trouve au 12, rue Verte.", True),
        ("personal-shelter", "The office at 12 Green Street is open.", False),
        ("personal-child", "Maria Lopez, 14, came by boat.", True),
        ("personal-child", "The 9-year-old Maria Lopez came.", True),
        ("personal-child", "Amina Diallo, 12 ans, est venue.", True),
        ("personal-child", "Die 14-jährige Anna Berger kam.", True),
        ("personal-child", "Maria Lopez, 34, came by boat.", False),
        ("personal-child", "Maria, 14, came by boat.", False),
        ("personal-child", "Maria Lopez, 14 (not her real name), came.", False),
        ("personal-child", "Amina Diallo, 12 ans, est venue. Le prénom a été modifié.", False),
    ],
)
def test_what_could_harm_somebody_is_named(rule, text, is_found):
    assert bool(look(rule, text).findings()) is is_found
