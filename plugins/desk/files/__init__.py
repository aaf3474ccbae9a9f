"""What comes in, as files: which of them are texts, which photos go with them, and what each holds.

An archive is unpacked (``unpacking``); a folder, unpacked or not, is divided into submissions, one
for each text (``submission``). A text is read by who knows its kind (``kinds``): Word's by
``plugins.desk.word``, others by ``pasted``, old ones after ``libreoffice`` made Word files of them.
``enclosed`` puts the photos that came beside a text where it names them.
"""
