"""Pages for a terminal."""

from vedette.export.terminal.dossier_page import dossier_page
from vedette.export.terminal.lists import dossier_list, report_list
from vedette.export.terminal.parts import show
from vedette.export.terminal.reading_page import reading_page

__all__ = ["dossier_list", "dossier_page", "reading_page", "report_list", "show"]
