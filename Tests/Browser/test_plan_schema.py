"""The shipped plans, and those of notices for which nothing was designed, against the JSON Schema beside them, by a validator nobody here wrote."""

import json
import pathlib
import re

import jsonschema
import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLANS = ROOT / "plans"
UNSEEN = ROOT / "Tests" / "Fixtures" / "plans" / "unseen"


class Core(yaml.SafeLoader):
    """YAML 1.2, as editors and the program read it: yes, no and days are words."""


Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=Core)


@pytest.fixture(scope="module")
def validator():
    schema = json.loads((PLANS / "plan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", sorted(PLANS.glob("*.yaml")) + sorted(UNSEEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_plan_satisfies_the_schema(validator, path):
    assert [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(read(path))] == []


@pytest.mark.parametrize(
    "break_it",
    [
        lambda plan: plan.update(titel="x"),
        lambda plan: plan.pop("area"),
        lambda plan: plan["categories"]["idle"].update(lead=["bureau", {"a": 1}]),
        lambda plan: plan["returns"]["monthly"]["due"].update({"if-holiday": "sometimes"}),
        lambda plan: plan["categories"]["idle"]["targets"][0].pop("title"),
    ],
)
def test_a_broken_plan_does_not(validator, break_it):
    plan = read(PLANS / "binhai-2022.yaml")
    break_it(plan)
    assert list(validator.iter_errors(plan))


@pytest.mark.parametrize(
    "break_it",
    [
        lambda plan: plan["indicators"]["ratio"].pop("part"),
        lambda plan: plan["quantities"]["ore"].update(units="吨"),
        lambda plan: plan["lists"]["projects"].update(kind="grey"),
        lambda plan: plan["supervision"]["evaluations"]["yearly"]["items"][0].update(points="many"),
        lambda plan: plan["supervision"]["raise"][0].update(reaches="15%以上"),
        lambda plan: plan["returns"]["quarter-check"]["due"].update(month="middle"),
    ],
)
def test_a_broken_plan_with_scores_and_indicators_does_not(validator, break_it):
    plan = read(UNSEEN / "county-satellite-2023.yaml")
    break_it(plan)
    assert list(validator.iter_errors(plan))
