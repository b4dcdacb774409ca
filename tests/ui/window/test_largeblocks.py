import subprocess
import sys

import pytest

READ_ON_THREADS = """
import threading
from mkplanner.ui.window.largeblocks import give_back_large_blocks

if {is_asked}:
    give_back_large_blocks()
meeting = threading.Barrier(4)

def read():
    for _ in range(3):
        meeting.wait()
        block = bytes(24 * 1024 * 1024)
        meeting.wait()
        del block

threads = [threading.Thread(target=read) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
pages = int(open("/proc/self/statm").read().split()[1])
print(pages * 4 // 1024)
"""
"""Four threads that read a file of 24 MB each, three times; prints the megabytes that are kept afterwards."""


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only the C library of Linux keeps room for large blocks"
)
def test_what_a_whole_file_took_is_given_back_whichever_thread_read_it():
    kept = int(subprocess.check_output([sys.executable, "-c", READ_ON_THREADS.format(is_asked=True)], text=True))
    assert kept < 48


def test_where_there_is_nothing_to_ask_it_does_nothing(monkeypatch):
    from mkplanner.ui.window.largeblocks import give_back_large_blocks

    monkeypatch.setattr(sys, "platform", "win32")
    give_back_large_blocks()
