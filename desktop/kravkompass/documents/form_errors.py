"""What can be wrong with a filled-in form that comes back, each in one sentence that says what to do."""

from __future__ import annotations

from kravkompass.errors import KnownError
from kravkompass.language import text


class FormFileMissingError(KnownError):
    """There is no such file, or it cannot be opened. Value: path."""

    sentence = text("The file “{path}” cannot be read. Check the name, and that you may open it.")


class FormFileTooLargeError(KnownError):
    """The file is larger, or has more pages or fields, than any form. Values: path, limit in megabytes."""

    sentence = text("The file “{path}” is too large for a form (at most {limit} MB and {pages} pages). Choose another file.")


class NotAFormError(KnownError):
    """The file is no PDF with the form's fields, or it is broken. Value: path."""

    sentence = text(
        "The file “{path}” is not a form from Kravkompass filled in on the screen, or it is broken. Printed and scanned forms "
        "have no fields: ask the sender for the file as it was filled in."
    )


class FormProtectedError(KnownError):
    """The file needs a password. Value: path."""

    sentence = text("The file “{path}” is protected by a password. Ask the sender for a copy without one.")


class OtherFormError(KnownError):
    """The form belongs to another purchase. Value: path."""

    sentence = text("The form “{path}” belongs to another purchase. Open that purchase, or choose another file.")


class OtherFormLanguageError(KnownError):
    """The form is in another language than the one it is compared with. Values: path, language."""

    sentence = text("The form “{path}” is in another language ({language}). Choose that language, and try again.")


class NewerFormError(KnownError):
    """The form was made by a later version of the program. Values: path, version, known."""

    sentence = text(
        "The form “{path}” is in version {version}, and this program reads version {known}. Install the newest version of Kravkompass."
    )
