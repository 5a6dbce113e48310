"""An input method that stands on the root window as one does, and serves nobody: it says which
locales it serves, or nothing at all. Run with its name and `answers` or `hangs`; says what it is
asked for on standard output, a line each."""

import sys

from Xlib import X, Xatom, display
from Xlib.protocol import event


def announce(server, window, name):
    selection = server.intern_atom(f"@server={name}")
    window.set_selection_owner(selection, X.CurrentTime)
    server.screen().root.change_property(server.intern_atom("XIM_SERVERS"), Xatom.ATOM, 32,
                                         [selection])
    server.sync()


def answer(server, asked):
    """The locales; nothing to any other question, so that nobody goes on to talk to it."""
    locales = server.intern_atom("LOCALES")
    given = X.NONE
    if asked.target == locales:
        asked.requestor.change_property(asked.property, locales, 8, b"@locale=C,de,en,en_US")
        given = asked.property
    asked.requestor.send_event(event.SelectionNotify(
        time=asked.time, requestor=asked.requestor, selection=asked.selection,
        target=asked.target, property=given))
    server.flush()


def main(name, manner):
    server = display.Display()
    window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    announce(server, window, name)
    print("ready", flush=True)
    while True:
        asked = server.next_event()
        if asked.type != X.SelectionRequest:
            continue
        print(server.get_atom_name(asked.target), flush=True)
        if manner == "answers":
            answer(server, asked)


if __name__ == "__main__":
    main(*sys.argv[1:])
