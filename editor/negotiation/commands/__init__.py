"""Commands: what the Chair can do. Each plans a patch; its reverse undoes it."""
