from mkplanner.ui.rasic.view import RasicView
from mkplanner.ui.timetable.view import TimetableView
from mkplanner.ui.views import View


def test_every_view_of_the_program_fits_the_window():
    promised = [name for name in (*vars(View), *View.__annotations__) if not name.startswith("_")]

    for view in (TimetableView, RasicView):
        assert [name for name in promised if not hasattr(view, name)] == []
