"""Suggestions for real purchases, where the reference purchases are at hand (see measure_suggestions)."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.catalog.measure_suggestions import FOLDER, By, measure, purchases, topics
from tests.catalog.real import catalog

from kravkompass.catalog.search import Finder

LEAST_TOP3 = {By.TITLE: 0.74, By.CODES: 0.95, By.BOTH: 0.95}
NEEDED = pytest.mark.skipif(not os.environ.get(FOLDER), reason=f"{FOLDER} does not name the folder of reference purchases")


def test_the_topics_name_groups_that_exist() -> None:
    for topic, right in topics().items():
        assert right, topic
        assert right <= {group.id for group in catalog().groups.values() if group.area}, topic


@NEEDED
def test_every_topic_of_the_purchases_is_decided() -> None:
    assert {one.topic for one in purchases(Path(os.environ[FOLDER]))} <= topics().keys()


@NEEDED
@pytest.mark.parametrize("first_half", [True, False], ids=["first half", "second half"])
@pytest.mark.parametrize("by", LEAST_TOP3)
def test_the_right_group_is_among_the_first_three(by: By, first_half: bool) -> None:
    known = [one for one in purchases(Path(os.environ[FOLDER])) if one.first_half is first_half]
    rates = measure(Finder(catalog()), known, by)
    assert rates["all"].top3 >= LEAST_TOP3[by], f"{rates['all'].top3:.1%}"
