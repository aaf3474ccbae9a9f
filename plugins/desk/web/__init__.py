"""The desk in the browser, behind "Đăng nhập": for editors who know no git and no terminal.

One process (``serve``) answers below ``/toa-soan/``. ``http`` has a file for each screen, and its
``app`` says which address leads to which. ``accounts`` knows who may come in; ``store`` keeps what
is being written, every version of it, in one SQLite file; ``source`` turns a file of the content
folder into fields, text and photo cards, and back without changing a byte more than was edited;
``preview`` shows a draft as the site will; ``publish`` writes it into the content folder, has the
site built, commits it to git in the editor's name. ``newsroom`` is what the site has; ``desk`` puts
all of these together.

Nothing is written into the content folder before somebody publishes, and nothing of this is on
readers' pages.
"""
