"""The whole story in a real window, once with the mouse and once on the keyboard alone."""

import datetime
import unittest

from support import journal
from support.case import WindowCase
from support.program import wait_until

TODAY = datetime.date(2026, 11, 21)
PARAGRAPH = ("Wir haben über gestern geredet — ohne “immer” und “nie”. Garçon, señor, naïve?"
             " One long breath…\nThen a walk, çok güzel 🙂 and a small green thing 🌱.")
CARD = "card.acknowledge-the-pain"
TYPED = PARAGRAPH.replace("ï", "i")  # this one is on no key


class Story(WindowCase):
    def test_with_the_mouse_a_day_and_a_card_are_there_again_after_closing(self):
        program = self.open()
        program.click("nav.today")
        program.rate("today.mood", 6)
        program.rate("today.trust", 4)
        program.rate("today.feel.hurt", 7)
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type(TYPED)
        program.click("nav.workbook")
        program.click(f"{CARD}.header")
        program.wait_for(f"{CARD}.header", "open")
        program.rate(f"{CARD}.scale.room", 3)
        program.click(f"{CARD}.let-it-out.1")
        program.wait_for(f"{CARD}.let-it-out.1", "checked")
        program.click(f"{CARD}.what-it-meant")
        program.wait_for(f"{CARD}.what-it-meant", "focused")
        program.type("That a promise was only a word.")
        self.close_cleanly(program)
        self.check_files()
        self.check_shown_again()

    def check_files(self):
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual((day["mood"], day["trust"]), (6, 4))
        self.assertEqual(day["feelings"], {"hurt": 7})
        self.assertEqual(day["note"], TYPED)
        answers = journal.answers(self.data)
        card = "acknowledge-the-pain"
        self.assertEqual([(rating["card"], rating["scale"], rating["value"], rating["date"])
                          for rating in answers["rating"]], [(card, "room", 3, TODAY)])
        self.assertEqual([(tick["exercise"], tick["item"], tick["date"])
                          for tick in answers["tick"]], [("let-it-out", "write-ten-minutes", TODAY)])
        self.assertEqual([(answer["exercise"], answer["text"]) for answer in answers["answer"]],
                         [("what-it-meant", "That a promise was only a word.")])
        self.assertEqual(journal.open_to_others(self.data), [])

    def check_shown_again(self):
        program = self.open()
        program.click("nav.today")
        program.wait_for("today.mood", "value=6")
        program.wait_for("today.trust", "value=4")
        program.click("nav.workbook")
        if program.wait_for(f"{CARD}.header").state == "closed":
            program.click(f"{CARD}.header")
        program.bring_into_view(f"{CARD}.scale.room")
        program.wait_for(f"{CARD}.scale.room", "value=3")
        program.bring_into_view(f"{CARD}.let-it-out.1")
        program.wait_for(f"{CARD}.let-it-out.1", "checked")
        self.close_cleanly(program)
        self.assertEqual(self.command("show", "--date", "2026-11-21", "--field", "note"), TYPED)

    def test_on_the_keyboard_alone(self):
        program = self.open()
        program.key("ctrl+1")
        program.wait_for("today.mood")
        program.walk_to("today.mood")
        program.key("Right")
        first = int(program.wait_for("today.mood", r"value=\d+").state.removeprefix("value="))
        program.key("Right", "Right")
        program.wait_for("today.mood", f"value={first + 2}")
        program.key("Left")
        program.wait_for("today.mood", f"value={first + 1}")
        program.walk_to("today.trust")
        program.key("Left")
        program.wait_for("today.trust", r"value=\d+")
        program.key("Delete")
        program.wait_for("today.trust", "value=none")
        program.walk_to("today.note")
        program.type("Only the keyboard.")
        program.key("Escape")
        program.key("ctrl+2")
        program.wait_for(f"{CARD}.header")
        program.walk_to(f"{CARD}.header")
        if program.state(f"{CARD}.header") == "closed":
            program.key("Return")
        program.wait_for(f"{CARD}.header", "open")
        program.walk_to(f"{CARD}.let-it-out.1")
        program.key("space")
        program.wait_for(f"{CARD}.let-it-out.1", "checked")
        program.key("ctrl+3")
        program.wait_for("nav.timeline", "checked")
        program.key("ctrl+4")
        program.wait_for("nav.practices", "checked")
        self.close_cleanly(program)
        day = journal.checkin_of(self.data, TODAY)
        self.assertEqual(day["mood"], first + 1)
        self.assertNotIn("trust", day)
        self.assertEqual(day["note"], "Only the keyboard.")
        self.assertEqual(len(journal.answers(self.data)["tick"]), 1)

    def test_escape_takes_nothing_of_what_was_typed_and_undo_does(self):
        program = self.open()
        program.click("nav.today")
        program.click("today.note")
        program.wait_for("today.note", "focused")
        program.type("Kept.")
        program.key("Escape")
        wait_until(lambda: journal.checkin_of(self.data, TODAY).get("note") == "Kept.",
                   "the note in the file")
        program.rate("today.mood", 2)
        program.key("ctrl+z")
        program.wait_for("today.mood", "value=none")
        program.key("ctrl+shift+z")
        program.wait_for("today.mood", "value=2")
        self.close_cleanly(program)
        self.assertEqual(journal.checkin_of(self.data, TODAY)["note"], "Kept.")

    def test_a_day_gone_by_is_filled_in_and_tomorrow_is_not_offered(self):
        program = self.open()
        program.click("nav.today")
        program.click("today.previous")
        program.click("today.previous")
        wait_until(lambda: "today.next" in program.controls(), "a way forward")
        program.rate("today.mood", 9)
        program.drag("today.trust", 2, 8)
        program.wait_for("today.trust", "value=8")
        program.click("today.event.milestone")
        self.close_cleanly(program)
        day = journal.checkin_of(self.data, TODAY - datetime.timedelta(days=2))
        self.assertEqual((day["mood"], day["trust"]), (9, 8))
        self.assertEqual([event["kind"] for event in day["events"]], ["milestone"])
        self.assertEqual(len(journal.checkins(self.data)), 1)


if __name__ == "__main__":
    unittest.main()
