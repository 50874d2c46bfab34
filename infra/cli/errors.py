"""Every error that we know of becomes one clear sentence for the user, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from eventsourcing.persistence import PersistenceError
from sqlalchemy.exc import SQLAlchemyError

from infra.backup.manifest import BadBackup
from infra.cli.serve import CannotServe
from infra.errors import BadSlug, ChainBroken, NotReady, UnknownPartnership
from infra.keys.root_key import BadKey
from infra.projector.drawn_views import CannotRebuild
from infra.proof.bundle import CannotBundle
from infra.proof.copy_stores import CannotCopy
from infra.proof.note_key import BadNote
from infra.proof.transparency_log import LogBroken
from infra.proof.witness import Refused
from infra.seeds.seed_file import BadSeed
from infra.settings import BadSettings
from services.refusals import Refusal

_SAYS_IT_ALL = (
    BadBackup,
    BadKey,
    BadNote,
    BadSeed,
    BadSettings,
    BadSlug,
    CannotBundle,
    CannotCopy,
    CannotRebuild,
    CannotServe,
    ChainBroken,
    LogBroken,
    NotReady,
    Refusal,
    Refused,
)


@contextmanager
def plainly() -> Iterator[None]:
    """Raises ``click.ClickException`` with the sentence."""
    try:
        yield
    except _SAYS_IT_ALL as error:
        raise click.ClickException(str(error)) from None
    except UnknownPartnership as error:
        name = error.args[0]
        raise click.ClickException(
            f"There is no partnership {name}. Make it: earshot join {name}"
        ) from None
    except (PersistenceError, SQLAlchemyError) as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())
        raise click.ClickException(f"The database can't be used: {said}") from None
    except BrokenPipeError:
        raise SystemExit(0) from None  # the reader closed the pipe: that is no error
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} can't be used: {error.strerror}. "
            "Choose another folder with EARSHOT_VAR."
        ) from None
