"""From problems to errors at the very box of the form."""

import pytest
from wagtail import blocks

from conditions.models import ConditionPage
from core.form_errors import block_error, field_error, field_name
from core.publishing import Problem


@pytest.mark.django_db
class FieldErrorTests:
    """Errors are nested the way the form draws its boxes."""

    def test_the_first_step_of_a_path_is_the_field(self):
        assert field_name(Problem("body.0:text", "A")) == "body"
        assert field_name(Problem("", "A")) == ""

    def test_a_plain_field_has_all_its_messages(self):
        error = field_error(ConditionPage(), "definition", [Problem("definition", "A"), Problem("definition", "B")])
        assert error.messages == ["A", "B"]

    def test_a_stream_shows_each_message_at_its_box_and_its_own_above(self):
        problems = [
            Problem("body", "All of it."),
            Problem("body", "Really."),
            Problem("body.1:text", "This text."),
            Problem("body.0:seek_help", "This card."),
            Problem("body.0:seek_help.who", "Who?"),
            Problem("body.2:causes.items", "Too few."),
            Problem("body.2:causes.items.3.name", "Which?"),
            Problem("body.2:causes.items.3.medications.0.guidance", "Whose?"),
        ]
        cause = {"blockErrors": {"name": {"messages": ["Which?"]}, "medications": {"blockErrors": None}}}
        cause["blockErrors"]["medications"] = {
            "blockErrors": {0: {"blockErrors": {"guidance": {"messages": ["Whose?"]}}}}
        }
        assert field_error(ConditionPage(), "body", problems).as_json_data() == {
            "messages": ["All of it.", "Really."],
            "blockErrors": {
                0: {"messages": ["This card."], "blockErrors": {"who": {"messages": ["Who?"]}}},
                1: {"messages": ["This text."]},
                2: {"blockErrors": {"items": {"messages": ["Too few."], "blockErrors": {3: cause}}}},
            },
        }

    def test_a_stream_with_words_only_above_shows_all_of_them(self):
        error = field_error(ConditionPage(), "body", [Problem("body", "A"), Problem("body", "B")])
        assert error.as_json_data() == {"messages": ["A", "B"]}

    def test_a_stream_inside_a_block_is_followed(self):
        block = blocks.StreamBlock(
            [("outer", blocks.StructBlock([("inner", blocks.StreamBlock([("a", blocks.CharBlock())]))]))]
        )
        error = block_error(block, [(["0:outer", "inner", "1:a"], "Empty.")])
        inner = {"blockErrors": {1: {"messages": ["Empty."]}}}
        assert error.as_json_data() == {"blockErrors": {0: {"blockErrors": {"inner": inner}}}}
