"""An input method that stands on the root window as one does, and serves nobody: it says which
locales it serves and how it can be reached, or nothing at all. Run with its name and `answers` or
`hangs`; says what it is asked for on standard output, a line each, and last who talks to it."""

import sys

from Xlib import X, Xatom, display
from Xlib.protocol import event


def announce(server, window, name):
    selection = server.intern_atom(f"@server={name}")
    window.set_selection_owner(selection, X.CurrentTime)
    for question in ("LOCALES", "TRANSPORT"):  # X asks only what somebody has named before
        server.intern_atom(question)
    server.screen().root.change_property(server.intern_atom("XIM_SERVERS"), Xatom.ATOM, 32,
                                         [selection])
    server.sync()


ANSWERS = {"LOCALES": b"@locale=C,de,en,en_US", "TRANSPORT": b"@transport=X/"}


def answer(server, asked, question):
    target = server.intern_atom(question)
    asked.requestor.change_property(asked.property, target, 8, ANSWERS[question])
    asked.requestor.send_event(event.SelectionNotify(
        time=asked.time, requestor=asked.requestor, selection=asked.selection,
        target=target, property=asked.property))
    server.flush()


def main(name, manner):
    server = display.Display()
    window = server.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    announce(server, window, name)
    print("ready", flush=True)
    while True:
        asked = server.next_event()
        if asked.type == X.ClientMessage:
            print(server.get_atom_name(asked.client_type), flush=True)
        if asked.type != X.SelectionRequest:
            continue
        question = server.get_atom_name(asked.target)
        print(question, flush=True)
        if manner == "answers":
            answer(server, asked, question)


if __name__ == "__main__":
    main(*sys.argv[1:])
