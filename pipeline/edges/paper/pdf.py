"""HTML pages as PDF, without a browser; needs the extra `pdf`."""

from collections.abc import Callable

from pipeline.model.errors import N_, UserError


def pdf_maker() -> Callable[[str], bytes]:
    """What turns a page into a PDF; it fetches nothing, as whatever a page needs stands in it.

    Raises:
        UserError: what makes a PDF is not installed, or lacks something of the system.

    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise UserError(
            N_("I cannot make a PDF on this computer."),
            why=N_("A PDF needs an extra part, which is not here or not whole."),
            todo=N_(
                "Install it: pip install weasyprint. Or leave out --pdf, open the pages in your "
                "browser and choose Print, Save as PDF."
            ),
        ) from error

    def as_pdf(page: str) -> bytes:
        fetcher = URLFetcher(allowed_protocols={"data"})
        written: bytes = HTML(string=page, url_fetcher=fetcher).write_pdf(pdf_tags=True)
        return written

    return as_pdf
