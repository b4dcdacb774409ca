"""The long trials wait until they are asked for: `pytest -m full`."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("markexpr"):
        long = [item for item in items if item.get_closest_marker("full")]
        if long:
            items[:] = [item for item in items if item not in long]
            config.hook.pytest_deselected(items=long)
