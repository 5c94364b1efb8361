"""What marks a file as a project, and the version of its tables that this program writes."""

APPLICATION_ID = 0x616E6E6F
"""`PRAGMA application_id` of every project: the letters anno."""

SCHEMA_VERSION = 4
"""`PRAGMA user_version` after all migrations; a file with a higher one is refused."""

ENTRY_VERSION = 1
"""Version of the payload of a journal entry."""
