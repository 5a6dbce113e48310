"""Another program with a clipboard, which keeps its word or does not. Run as

    selection_owner.py MODE <TEXT

It prints a line once it is ready and goes on until it is killed. MODE is one of

    dies           takes the clipboard and ends when it is asked
    dies-midway    begins a long text, sends a piece, and ends
    stalls         begins a long text, sends a piece, and no more
    endless        sends pieces without end
    pieces         sends TEXT in small pieces, as it should be
    latin1         has TEXT in Latin 1 and in nothing else
    picture        has no text at all
    primary        has TEXT as what is selected
    deaf-manager   a clipboard manager that never answers
    manager        a clipboard manager that takes over what it is handed
    takes-nothing  asks for the clipboard and never takes the pieces of it
"""

import os
import sys

from Xlib import X, display
from Xlib.protocol import event

PIECE = 20_000


class Other:
    def __init__(self, mode, text):
        self.mode = mode
        self.text = text
        self.display = display.Display()
        self.window = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.window.change_attributes(event_mask=X.PropertyChangeMask)
        self.sending = None  # for whom, and what is left
        self.saver = None    # who handed over what a manager takes
        self.taken = b""
        self.in_pieces = False

    def atom(self, name):
        return self.display.intern_atom(name)

    def own(self, name):
        self.window.set_selection_owner(self.atom(name), X.CurrentTime)
        self.display.sync()

    def run(self):
        if self.mode in ("deaf-manager", "manager"):
            self.own("CLIPBOARD_MANAGER")
        elif self.mode == "takes-nothing":
            self.window.convert_selection(self.atom("CLIPBOARD"), self.atom("UTF8_STRING"),
                                          self.atom("TAKEN"), X.CurrentTime)
        else:
            self.own("PRIMARY" if self.mode == "primary" else "CLIPBOARD")
        self.display.flush()
        print("ready", flush=True)
        while True:
            self.hear(self.display.next_event())
            self.display.flush()

    def hear(self, told):
        if told.type == X.SelectionRequest:
            self.answer(told)
        elif told.type == X.PropertyNotify and told.state == X.PropertyDelete:
            self.send_next(told)
        elif told.type == X.SelectionNotify and self.mode == "manager":
            self.take(told)
        elif told.type == X.PropertyNotify and self.mode == "manager":
            self.take_piece(told)

    # As the holder of something.

    def answer(self, request):
        if self.mode == "dies":
            os._exit(0)
        if self.mode == "deaf-manager":
            return
        if self.mode == "manager" and request.selection == self.atom("CLIPBOARD_MANAGER"):
            self.saver = request
            self.window.convert_selection(self.atom("CLIPBOARD"), self.atom("UTF8_STRING"),
                                          self.atom("TAKEN"), X.CurrentTime)
            return
        self.tell(request, self.give(request))

    def tell(self, request, given):
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection,
            target=request.target, property=request.property if given else X.NONE))

    def give(self, request):
        wanted = "STRING" if self.mode == "latin1" else "UTF8_STRING"
        if self.mode == "picture" or request.target != self.atom(wanted):
            return False
        if self.mode in ("dies-midway", "stalls", "endless", "pieces"):
            request.requestor.change_attributes(event_mask=X.PropertyChangeMask)
            request.requestor.change_property(request.property, self.atom("INCR"), 32, [1000])
            text = self.text.encode() if self.mode == "pieces" else b"lorem ipsum " * 1000
            self.sending = (request, text)
            return True
        coding = "latin-1" if self.mode == "latin1" else "utf-8"
        request.requestor.change_property(request.property, request.target, 8,
                                          self.text.encode(coding))
        return True

    def send_next(self, told):
        if self.sending is None or told.atom != self.sending[0].property:
            return
        request, left = self.sending
        piece, rest = left[:PIECE], left[PIECE:]
        request.requestor.change_property(request.property, request.target, 8, piece)
        self.display.flush()
        if self.mode == "dies-midway":
            os._exit(0)
        if self.mode == "stalls":
            self.sending = None
        elif self.mode == "endless":
            self.sending = (request, left)
        else:
            self.sending = (request, rest) if piece else None

    # As a manager that is handed something.

    def take(self, told):
        if told.property == X.NONE:
            return self.taken_over()
        held = self.window.get_full_property(self.atom("TAKEN"), X.AnyPropertyType)
        self.window.delete_property(self.atom("TAKEN"))
        self.in_pieces = held.property_type == self.atom("INCR")
        if not self.in_pieces:
            self.taken = held.value
            self.taken_over()

    def take_piece(self, told):
        if told.state != X.PropertyNewValue or not self.in_pieces:
            return
        held = self.window.get_full_property(self.atom("TAKEN"), X.AnyPropertyType)
        self.window.delete_property(self.atom("TAKEN"))
        if held and held.value:
            self.taken += held.value
        else:
            self.in_pieces = False
            self.taken_over()

    def taken_over(self):
        self.text = bytes(self.taken).decode()
        self.own("CLIPBOARD")
        self.tell(self.saver, True)
        self.mode = "holds"


if __name__ == "__main__":
    Other(sys.argv[1], sys.stdin.buffer.read().decode()).run()
