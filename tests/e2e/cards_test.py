"""Five of the seven steps worked through in a real window: letter, promise, talk, plan, list and
ritual, with the mouse and on the keyboard alone."""

import datetime
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

TODAY = datetime.date(2026, 11, 21)
LETTER = "card.take-responsibility.apology"
PROMISE = "card.take-responsibility.one-change"
TALK = "card.open-communication.one-speaks"
PLAN = "card.boundaries-and-expectations.review-day"
BOUNDARIES = "card.boundaries-and-expectations.boundaries"
RITUAL = "card.emotional-connection.shared-time"
APPOINTMENT = "card.professional-guidance.first-appointment"


class Cards(WindowCase):
    def fold(self, program, card, state):
        """Opens or folds a card, and waits for it."""
        program.click(f"card.{card}.header")
        program.wait_for(f"card.{card}.header", state)

    def write(self, program, field, text):
        program.click(field)
        program.wait_for(field, "focused")
        program.type(text)

    # With the mouse.

    def test_with_the_mouse_five_cards_keep_what_was_done_on_them(self):
        program = self.open()
        program.click("nav.workbook")
        program.wait_for("card.acknowledge-the-pain.header")
        for card, work in (("take-responsibility", self.write_letter_and_promise),
                           ("open-communication", self.hold_a_talk),
                           ("boundaries-and-expectations", self.set_boundaries),
                           ("emotional-connection", self.keep_a_ritual),
                           ("professional-guidance", self.plan_an_appointment)):
            self.fold(program, card, "open")
            work(program)
            self.fold(program, card, "closed")
        self.close_cleanly(program)
        self.check_files()
        self.check_shown_in_practices()

    def write_letter_and_promise(self, program):
        self.write(program, f"{LETTER}.1", "I said a friend had called. It was not so.")
        self.write(program, f"{LETTER}.2", "You could not sleep.")
        program.click(f"{LETTER}.read")
        program.wait_for(f"{LETTER}.back")
        program.click(f"{LETTER}.back")
        program.wait_for(f"{LETTER}.read")
        program.click(PROMISE)
        program.wait_for(f"{PROMISE}.1", "focused")
        program.type("Say where I am when it gets late")
        program.click(f"{PROMISE}.draft.daily")
        program.wait_for(f"{PROMISE}.draft.daily", "checked")
        program.click(f"{PROMISE}.add")
        program.bring_into_view(f"{PROMISE}.1.more")

    def hold_a_talk(self, program):
        program.click(f"{TALK}.begin")
        program.click(f"{TALK}.pause")
        program.wait_for(f"{TALK}.resume")
        program.click("nav.timeline")  # it waits while one looks at something else
        program.wait_for("nav.timeline", "checked")
        program.click("nav.workbook")
        program.click(f"{TALK}.resume")
        for _ in range(3):  # said back, the other speaks, said back
            program.click(f"{TALK}.next")
        program.click(f"{TALK}.next")
        program.bring_into_view(f"{TALK}.closing.safe.me")
        program.rate(f"{TALK}.closing.safe.me", 7)
        self.write(program, f"{TALK}.closing.learned", "Slower was better.")
        program.click(f"{TALK}.done")
        program.bring_into_view(f"{TALK}.log")

    def set_boundaries(self, program):
        self.set_day(program, PLAN, "2026-12-19", "Read our agreement")
        program.click(BOUNDARIES)
        self.write(program, f"{BOUNDARIES}.1", "Telephones stay on the table")
        program.click(f"{BOUNDARIES}.1.status")

    def set_day(self, program, plan, day, words):
        program.click(plan)
        program.wait_for(f"{plan}.1", "focused")
        program.type(words)
        program.click(f"{plan}.draft.date.type")
        program.wait_for(f"{plan}.draft.date.typed", "focused")
        program.key("ctrl+a")
        program.type(f"{day}\n")
        program.wait_for(f"{plan}.draft.date", f"value={day}")
        program.click(f"{plan}.add")
        program.bring_into_view(f"{plan}.1")

    def keep_a_ritual(self, program):
        self.write(program, f"{RITUAL}.words", "Cook on Thursday")
        program.click(RITUAL)
        program.wait_for(RITUAL, "checked")

    def plan_an_appointment(self, program):
        self.set_day(program, APPOINTMENT, "2026-12-03", "Ring the counselling office")

    def check_files(self):
        found = journal.answers(self.data)
        [letter] = found["letter"]
        self.assertEqual([part["text"] for part in letter["parts"]],
                         ["I said a friend had called. It was not so.", "You could not sleep."])
        [talk] = found["talk"]
        self.assertEqual((talk["learned"], talk["felt"]),
                         ("Slower was better.", [{"person": "me", "safe": 7}]))
        kept = journal.read(self.data / "practices.toml")
        self.assertEqual([(line["text"], line["status"]) for line in kept["item"]],
                         [("Telephones stay on the table", "agreed")])
        self.assertEqual([(promise["text"], promise["recurrence"]) for promise in kept["promise"]],
                         [("Say where I am when it gets late", "daily")])
        self.assertEqual([(ritual["id"], ritual["text"]) for ritual in kept["ritual"]],
                         [("shared-time", "Cook on Thursday")])
        self.assertEqual([(mark["ritual"], mark["date"]) for mark in kept["done"]],
                         [("shared-time", TODAY)])
        self.assertEqual([(plan["text"], str(plan["date"])) for plan in kept["plan"]],
                         [("Read our agreement", "2026-12-19"),
                          ("Ring the counselling office", "2026-12-03")])

    def check_shown_in_practices(self):
        program = self.open()
        program.click("nav.practices")
        program.bring_into_view("practices.boundaries.boundaries.1")
        program.click("practices.section.promises")
        program.click("practices.promises.one-change.1.kept")
        program.wait_for("practices.promises.one-change.1.kept", "checked")
        self.close_cleanly(program)
        [promise] = journal.read(self.data / "practices.toml")["promise"]
        self.assertEqual([(mark["due"], mark["kept"]) for mark in promise["marks"]],
                         [(TODAY, "kept")])

    # On the keyboard alone.

    def test_on_the_keyboard_alone_the_same_kinds_can_be_worked(self):
        program = self.open()
        program.key("ctrl+2")
        program.wait_for("card.acknowledge-the-pain.header")
        for card, work in (("take-responsibility", self.promise_by_keyboard),
                           ("open-communication", self.talk_by_keyboard),
                           ("emotional-connection", self.ritual_by_keyboard)):
            self.press(program, f"card.{card}.header")
            work(program)
        self.close_cleanly(program)
        kept = journal.read(self.data / "practices.toml")
        self.assertEqual([promise["text"] for promise in kept["promise"]], ["Ring before nine"])
        self.assertEqual([mark["date"] for mark in kept["done"]], [TODAY])
        found = journal.answers(self.data)
        self.assertEqual([part["text"] for part in found["letter"][0]["parts"]], ["I was not there."])
        self.assertEqual(len(found["talk"]), 1)

    def press(self, program, name, then=None):
        """Presses a control; `then` is where the keyboard is taken by that, if anywhere."""
        program.walk_to(name)
        program.key("space")
        if then:
            wait_until(lambda: program.focused() == then, f"the keyboard on {then}")

    def promise_by_keyboard(self, program):
        program.walk_to(f"{LETTER}.1")
        program.type("I was not there.")
        self.press(program, PROMISE, f"{PROMISE}.1")
        program.type("Ring before nine")
        self.press(program, f"{PROMISE}.add")
        program.wait_for(f"{PROMISE}.1.more")

    def talk_by_keyboard(self, program):
        self.press(program, f"{TALK}.begin", f"{TALK}.next")
        self.press(program, f"{TALK}.pause")
        program.wait_for(f"{TALK}.resume")
        self.press(program, f"{TALK}.resume", f"{TALK}.next")
        self.press(program, f"{TALK}.stop")
        program.wait_for(f"{TALK}.closing.safe.me")
        self.press(program, f"{TALK}.done", f"{TALK}.log")

    def ritual_by_keyboard(self, program):
        self.press(program, RITUAL)
        program.wait_for(RITUAL, "checked")


if __name__ == "__main__":
    unittest.main()
