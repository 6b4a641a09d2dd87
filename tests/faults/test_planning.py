"""Whatever planners do in whatever order, each page has one moment, by the site's clock."""

import pytest

from editorial.scheduling import moving
from editorial.scheduling.plans import wish
from tests.faults.planners import Planners
from tests.faults.sequences import try_sequences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

SMALL, FULL = 6, 1000


class SequenceTests:
    def test_a_few_sequences(self):
        try_sequences(Planners, SMALL)

    @pytest.mark.faults
    def test_a_thousand_sequences(self):
        try_sequences(Planners, FULL, is_random=True)

    @pytest.mark.parametrize("module", [moving, wish], ids=["scheduled", "loose"])
    def test_a_plan_that_is_not_kept_in_step_is_found(self, monkeypatch, module):
        monkeypatch.setattr(module, "keep_in_step", lambda *args: None)
        with pytest.raises(AssertionError):
            try_sequences(Planners, SMALL)
