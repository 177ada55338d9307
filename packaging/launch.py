"""Where the program begins in the folder that runs without Python."""

import sys

from editor.cli.main import main

sys.exit(main())
