"""Files of libraries, other than their modules, that a packaged program needs: a package that leaves one behind is not whole.

Paths are from the folder the libraries lie in, with ``*`` and ``**`` as in `pathlib`. The program's self-test meets all of them.
"""

from __future__ import annotations

NEEDED = (
    # The names of public holidays; without them no day can be looked up at all.
    "holidays/locale/sv/LC_MESSAGES/SE.mo",
    "holidays/locale/no/LC_MESSAGES/NO.mo",
    # How days, numbers and money are written.
    "babel/global.dat",
    "babel/locale-data/root.dat",
    "babel/locale-data/sv.dat",
    "babel/locale-data/sv_SE.dat",
    "babel/locale-data/no.dat",
    "babel/locale-data/nb.dat",
    "babel/locale-data/nb_NO.dat",
    "babel/locale-data/nn.dat",
    "babel/locale-data/nn_NO.dat",
)
