"""The results document, without touching the summary."""

from pipeline.app.collector import without_collector
from pipeline.app.progress import Progress
from pipeline.app.sync import SILENT, read, work_out
from pipeline.app.workplace import Workplace
from pipeline.summaries.document import document


@without_collector()
def results(workplace: Workplace, progress: Progress = SILENT) -> dict[str, object]:
    """Everything worked out, as the results document.

    Raises:
        UserError: something cannot be read or understood.

    """
    return document(work_out(workplace, read(workplace, progress), progress), workplace.catalogue)
