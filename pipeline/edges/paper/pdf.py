"""HTML pages as PDF, without a browser; needs the extra `pdf`."""

from pipeline.model.errors import N_, UserError


def as_pdf(page: str) -> bytes:
    """The page as PDF.

    Raises:
        UserError: what makes a PDF is not installed, or lacks something of the system.

    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise UserError(
            N_("I cannot make a PDF on this computer."),
            why=N_("A PDF needs an extra part, which is not here or not whole."),
            todo=N_(
                'Install it: pip install "samenkracht[pdf]". Or print the page to a PDF from your browser.'
            ),
        ) from error
    written: bytes = HTML(string=page, url_fetcher=_refuse).write_pdf()
    return written


def _refuse(url: str) -> object:
    """Nothing is fetched: whatever a page needs stands in it."""
    raise ValueError(url)
