"""What holds for all tests.

Property tests: new examples on a developer's machine, the same ones for everybody where CI is set.
"""

import os
import signal

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("ci")

# A shell starts what it puts in the background deaf to Ctrl-C, and every program started from there too.
signal.signal(signal.SIGINT, signal.default_int_handler)
