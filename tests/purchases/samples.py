"""A purchase with something in every field."""

from __future__ import annotations

from kravkompass.catalog.terms import Country, RiskArea, RiskLevel
from kravkompass.guidance.facts import Facts
from kravkompass.guidance.purchase import Decision, Purchase, RiskOverride, Verdict


def decision(requirement: str = "SE-FOOD-51", **changes: object) -> Decision:
    """A decision with something in every field, or with changes."""
    fields: dict[str, object] = {
        "requirement": requirement,
        "revision": 2,
        "verdict": Verdict.ADAPTED,
        "values": {"report-days": 30, "share": 12.5, "last-day": "2027-01-31"},
        "reason_code": "",
        "reason": "Små leverantörer behöver längre tid.",
        "wording": {"sv": "Leverantören ska …", "nb": "Leverandøren skal …"},
        "decided_by": "Åsa Öst",
        "decided_at": "2026-11-20T08:15:00+00:00",
    }
    return Decision(**{**fields, **changes})  # type: ignore[arg-type]


def purchase() -> Purchase:
    """A purchase with something in every field."""
    left_out = decision("SE-SC-01", verdict=Verdict.LEFT_OUT, values={}, wording={}, reason_code="not-proportionate")
    return Purchase(
        id="",
        country=Country.SWEDEN,
        title="Frukt och grönt till förskolor",
        description="Bananer, äpplen\noch morötter",
        organisation="Provkommunen",
        reference="KS 2026/114",
        buyer="Åsa Öst",
        supplier="Grönt i Provstad AB",
        groups=("fruit-vegetables", "food"),
        cpv=("03222110-4", "15300000"),
        facts=Facts({"children": "yes", "amount": 1_500_000, "share": 0.5, "areas": frozenset({"b", "a"}), "none": frozenset()}),
        decisions={"SE-FOOD-51": decision(), "SE-SC-01": left_out},
        risks={RiskArea.LABOUR: RiskOverride(RiskArea.LABOUR, RiskLevel.HIGH, "Plockning utanför EES")},
        page="risk",
        example="",
        created="2026-11-19T07:00:00.000+00:00",
    )
