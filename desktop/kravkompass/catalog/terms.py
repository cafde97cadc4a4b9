"""The closed lists of words the catalog uses. Their values stand in the YAML files and in the database."""

from __future__ import annotations

from enum import StrEnum


class Country(StrEnum):
    """A country whose rules and requirements the catalog holds."""

    SWEDEN = "se"
    NORWAY = "no"

    @property
    def currency(self) -> str:
        """The currency amounts are given in (ex VAT)."""
        return "SEK" if self is Country.SWEDEN else "NOK"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages its requirements are written in, the contract's own first."""
        return ("sv", "nb") if self is Country.SWEDEN else ("nb", "nn", "sv")


class Kind(StrEnum):
    """Where a requirement stands in the tender documents, in the order they are read."""

    QUALIFICATION = "qualification-requirement"
    SPECIFICATION = "technical-specification"
    AWARD = "award-criterion"
    CONTRACT = "contract-term"

    @property
    def place(self) -> Place:
        """The part of the tender documents that it belongs to."""
        return dict(zip(Kind, Place, strict=True))[self]


class Level(StrEnum):
    """How far a requirement goes: bas, avancerad, spjutspets."""

    BASE = "base"
    ADVANCED = "advanced"
    SPEARHEAD = "spearhead"

    @property
    def height(self) -> int:
        """0 for base, 1 for advanced, 2 for spearhead."""
        return list(Level).index(self)


class Priority(StrEnum):
    """How soon a requirement is worth the buyer's effort."""

    CORE = "core"
    USEFUL = "useful"
    EXTRA = "extra"


class Theme(StrEnum):
    """The headings of the checklist."""

    CLIMATE = "climate"
    ENVIRONMENT = "environment"
    CHEMICALS = "chemicals"
    SUPPLY_CHAIN = "supply-chain"
    WORKING_CONDITIONS = "working-conditions"
    ANIMAL_WELFARE = "animal-welfare"
    INTEGRITY = "integrity"
    EMPLOYMENT = "employment"
    ACCESSIBILITY = "accessibility"
    HEALTH_SAFETY = "health-safety"


class Confidence(StrEnum):
    """How well a fact is known: H read in the source, M check before use, L common practice."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class Place(StrEnum):
    """A part of the tender documents where a requirement may stand."""

    QUALIFICATION = "qualification"
    SPECIFICATION = "specification"
    AWARD = "award"
    CONTRACT = "contract"


class Fulfilled(StrEnum):
    """The moment when a requirement must be met."""

    BID = "bid"
    CONTRACT_START = "contract-start"
    DELIVERY = "delivery"
    DURING = "during-contract"
    DATE = "date"


class Stage(StrEnum):
    """When a requirement is followed up first."""

    BID = "bid"
    START = "start"
    DURING = "during"
    END = "end"


class Method(StrEnum):
    """How a requirement is followed up, from the lightest to the heaviest."""

    LABEL_CHECK = "label-check"
    REGISTER_CHECK = "register-check"
    REPORT = "report"
    STATISTICS = "statistics"
    SPOT_CHECK = "spot-check"
    MEETING = "meeting"
    SELF_REPORT = "self-report"
    DOCUMENT_REVIEW = "document-review"
    TEST = "test"
    SITE_VISIT = "site-visit"
    OFFICE_AUDIT = "office-audit"
    FACTORY_AUDIT = "factory-audit"


class Interval(StrEnum):
    """How often a requirement is followed up."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    EVERY_SECOND_YEAR = "every-second-year"

    @property
    def months(self) -> int:
        """Months between two checks; 0 for once."""
        return {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12, "every-second-year": 24}.get(self.value, 0)


class Who(StrEnum):
    """Who does a check."""

    BUYER = "buyer"
    CONTRACT_MANAGER = "contract-manager"
    ORDERER = "orderer"
    EXPERT = "expert"
    THIRD_PARTY = "third-party"


class Effort(StrEnum):
    """What a check costs the supplier."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Severity(StrEnum):
    """How serious a breach is."""

    ORDINARY = "ordinary"
    SERIOUS = "serious"
    ZERO_TOLERANCE = "zero-tolerance"


class RiskArea(StrEnum):
    """An area of supply-chain risk."""

    HUMAN_RIGHTS = "human-rights"
    LABOUR = "labour"
    ENVIRONMENT = "environment"
    CORRUPTION = "corruption"


class RiskLevel(StrEnum):
    """How great a risk is. Unknown counts as a risk: it stands above medium."""

    LOW = "low"
    MEDIUM = "medium"
    UNKNOWN = "unknown"
    HIGH = "high"
    VERY_HIGH = "very-high"

    @property
    def height(self) -> int:
        """0 for low up to 4 for very high."""
        return list(RiskLevel).index(self)


class ParameterType(StrEnum):
    """What the buyer fills in."""

    PERCENT = "percent"
    AMOUNT = "amount"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    COUNT = "count"
    KG = "kg"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"

    @property
    def is_number(self) -> bool:
        """Whether the value is a number with bounds."""
        return self not in {ParameterType.DATE, ParameterType.TEXT}


class Stricter(StrEnum):
    """Which way a value makes a requirement stricter."""

    HIGHER = "higher"
    LOWER = "lower"


class PurchaseType(StrEnum):
    """What is bought, as the procurement acts divide it."""

    GOODS = "goods"
    SERVICES = "services"
    WORKS = "works"


TEXT_FIELDS = ("title", "demand", "why", "evidence", "follow-up", "question", "met", "partly", "not-met")
ENVIRONMENT_CODES = frozenset(
    "biodiv-eco circ-econ clim-adapt clim-mitig pollu-prev water-mar other emas-com ene-ef-com iso-14001-com iso-14024-com".split()
)
SOCIAL_CODES = frozenset("acc-all et-eq gen-eq hum-right opp work-cond other".split())
INNOVATION_CODES = frozenset("mar-nov proc-innov prod-innov rd-act buy-eff fp-requ org-nov other".split())
ACCESSIBILITY_CODES = frozenset({"inc"})
GREEN_CODES = frozenset({"national", "eu", "other"})
