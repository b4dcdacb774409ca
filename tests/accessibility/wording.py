"""What `operate.py` writes into a plan, said once for it and for the test that asks the file afterwards."""

NEW_DATE = "By 30 June 2031"
NEW_TITLE = "Renamed through the accessibility bus"
NEW_NAME = "Bus Officer"
OTHER_NAME = "Somebody Else"
NEW_STATUS = "At risk"
