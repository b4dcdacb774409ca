from mkplanner.models.commands.rows import SetField
from mkplanner.ui.lookback.chronicle import PlanChronicle


def test_the_history_of_a_row_is_read_beside_the_window_and_a_value_put_back(plan_window, qtbot, recorder):
    desk = plan_window.desk
    desk.bridge.run(SetField("b", "title", "Share two telephone systems"))
    chronicle = PlanChronicle(plan_window, desk)
    told = []
    chronicle.read("b", told.append)
    qtbot.waitUntil(lambda: bool(told))
    newest = told[0][0]
    assert "Share two telephone systems" in newest.deed
    assert all(line.item == "b" for line in told[0])
    chronicle.put_back(newest.change)
    assert desk.bridge.plan.items["b"].title == "Share one telephone system"
    assert recorder.errors == []
