"""Where the program begins in the folder that runs without Python."""

import sys
from multiprocessing import freeze_support

from editor.cli.main import main

if __name__ == "__main__":
    freeze_support()  # a worker that reads a document begins here too
    sys.exit(main())
