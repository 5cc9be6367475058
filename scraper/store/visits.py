"""Which sites the last runs came to: those that were left for lack of time come first in the next one."""

from collections.abc import Mapping

from scraper.store.database import Database


class Visits:
    """The order in which sites were last visited; each has the turn after all others' once it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def turns(self) -> Mapping[str, int]:
        """Return the last turn of each site that ever was visited; a greater one is later.

        Raises:
            StateError: The file cannot be used.
        """
        return dict(self._database.rows("SELECT site, turn FROM visits"))

    def note(self, site: str) -> None:
        """Note that a run has come to a site.

        Raises:
            StateError: The file cannot be used.
        """
        with self._database.transaction():
            self._database.run(
                "INSERT OR REPLACE INTO visits (site, turn) VALUES (?, (SELECT coalesce(max(turn), 0) + 1 FROM visits))",
                (site,),
            )
