// Sentences as people write them when they apologise: to a partner, a friend, someone of the
// family, someone at work. The good ones are to be left alone, the bad ones are what the phrases of
// the content are for.
//
// The phrases were tuned on the first two of every five. The other three were written at the same
// time, before the phrases were, and only counted afterwards: keep it so, or write new ones, for a
// sentence that was tuned on says nothing about the next letter. One of the three was noticed when
// first counted and has been seen to since: “… how much work it was for you …”.
#pragma once

#include <array>
#include <string_view>

namespace rekindle::tests {

inline constexpr std::array<std::string_view, 60> good_apologies{
    // What is said by a person who takes it on themselves, in words that excuses use as well.
    "None of it was your fault.", "I left you no choice, and I knew it when I signed.",
    "I will not ask you to move on.",
    "I was drunk, and that is no excuse for what I said to your mother.",
    "You do not have to forgive me, today or ever.",
    "I told you it was only once, and that was another lie.",
    "It hurt you because you trusted me with it.",
    "I said you were too sensitive; you saw exactly what was there.",
    "Nobody made me open that account, Dad, I did it because I wanted the money and chose not to "
    "ask.",
    "I’m sorry that I read your messages and sorry that I laughed about them at work.",
    // --
    "You asked me three times whether anything was going on, and three times I chose to lie.",
    "I let you take the blame in front of the whole team for a mistake that was mine.",
    "Please don’t feel you have to answer this.",
    "When I said it takes two, I was hiding behind you.",
    "I was under a lot of pressure that spring, but so were you, and you did not lie to anyone.",
    "I had a choice every single evening, and every evening I picked up the phone.",
    "I can’t ask you to trust me; I can only be where I said I would be.",
    "It was not a small thing and it was not just one night.",
    "I never meant to be found out, that is the ugly truth of it.",
    "You were right to be angry, and you are right to be angry still.",
    // --
    "I broke your confidence when I told Priya about the diagnosis.",
    "I am not asking you to understand why, I am telling you that I see what it did.",
    "You lost a year of sleep because of me.",
    "I pushed you away and then complained that you were distant.",
    "You did nothing to cause this.", "I used my bad childhood as a reason, and it isn’t one.",
    "There is nothing you have to do with this letter.",
    "Take as long as you need, and if that is for ever I will have no right to complain.",
    "I kept the money from the sale of Gran’s house and told you there had been none.",
    "I made you doubt your own memory, and your memory was right.",
    // --
    "My drinking did not write those messages, I did.",
    "I owe you the truth even when it makes me look small.",
    "You shouldn’t have had to find out from a stranger.",
    "I am sorry I missed the funeral and let you stand there on your own.",
    "I will stop saying that it meant nothing, because it meant something to you.",
    "What I did to you at that meeting was cowardly, and everybody in the room saw it.",
    "I don’t expect things to go back to normal because I have written a page.",
    "I’m sorry, and I know that being sorry does not put the money back.",
    "I blamed your moods for years so that I would not have to look at mine.",
    "If you never want to speak about it with me, I will accept that.",
    // --
    "I took credit for your design, and when you objected I called you difficult.",
    "I have told my brother the truth, so that you no longer have to carry my version of it.",
    "I see now how much work it was for you to keep the children out of it.",
    "You have every reason to check what I say.",
    "It wasn’t that I forgot your birthday; I remembered, and I stayed with her.",
    "I won’t tell you how hard this has been for me.",
    "I am the one who lied, and I am the one who has to live differently.",
    "I promised you on the hospital steps that it was over, and it was not over.",
    "I wanted to protect myself, not you, when I kept quiet.",
    "You don’t owe me a conversation, a hug or a second chance.",
    // --
    "I did have reasons, but none of them is worth what you went through.",
    "I am going to a counsellor on Thursdays since May, and I will go whether or not we stay "
    "friends.",
    "I shouted at you in front of the kids, and they were frightened of me too.",
    "I wrote “because you made me” in my first draft and crossed it out.",
    "What happened is that I chose comfort over you.",
    "I deleted the photos so that you would not see them, and then I swore there were none.",
    "You weren’t overreacting.", "I’d like to be forgiven one day, and that wish is mine to carry.",
    "I have paid back the first two hundred and will pay the rest by March.",
    "I know you may not believe a word of this, and I gave you good cause."};

inline constexpr std::array<std::string_view, 60> bad_apologies{
    // What makes it smaller, shifts it, asks for something, compares, complains or explains it
    // away.
    "I did it because of how you treated me.",
    "I’m sorry if anything I said came across as hurtful.",
    "I was wrong, but you were hardly an angel yourself.", "Can’t we just put this behind us now?",
    "It was a few texts, nothing more.",
    "If you had been home more often, I wouldn’t have gone looking for company.",
    "I’d had a lot to drink and I honestly don’t remember half of it.",
    "I’m such a horrible friend, I don’t know why anyone bothers with me.",
    "Other husbands do far worse than that.",
    "I’ve said sorry a hundred times, what more do you want from me?",
    // --
    "I am sorry you took it that way.", "You know how I get when you start on about money.",
    "Honestly, you are making a mountain out of a molehill.",
    "I need you to forgive me so that I can sleep again.",
    "Work was crazy and I simply wasn’t thinking straight.",
    "I apologise for any hurt I may have caused.",
    "Every team shares passwords, so I hardly think I was the only one.",
    "You’ve kept things from me too, remember.", "A real sister would let it go by now.",
    "I’m the one everyone hates now, so I hope you’re happy.",
    // --
    "I know it’s no excuse, but I was exhausted.",
    "It was a joke, nobody was supposed to take it seriously.",
    "We both know this marriage was over long before I met her.",
    "I only lied because I knew you would explode.", "My father hit us too and we turned out fine.",
    "When are you going to stop punishing me for this?", "At least I never slept with him.",
    "It’s been six months, Mum.", "I was lonely and you were always at the hospital.",
    "If it upset you, then I take it back.",
    // --
    "You drove me to it with your constant questions.",
    "I hope we can draw a line under it and get back to how things were.",
    "I never wanted any of this to come out.", "That’s not what I meant and you know it.",
    "Any other boss would have fired you, so a bit of shouting isn’t the end of the world.",
    "I can’t eat, I can’t work, this is destroying me.",
    "One thing led to another and before I knew it we were in a hotel.",
    "I’m sorry, but someone had to say it.",
    "You should have told me that it mattered so much to you.",
    "It’s not like I gambled away the house.",
    // --
    "After everything I have done for you, you could at least hear me out.",
    "I kept it from you for your own good.", "It was the pills, that wasn’t really me.",
    "I regret that you feel betrayed.", "Technically we were on a break.",
    "You would have done exactly the same in my place.",
    "I hope that one day you will see that you had a part in this as well.",
    "Please just say that we’re okay.", "I had no intention of hurting anybody.",
    "You’re blowing this out of all proportion.",
    // --
    "I made one mistake in twelve years and you won’t let me forget it.",
    "Had you answered my calls, none of this would have happened.",
    "I suppose nothing I do will ever be good enough for you.",
    "It was years ago and we were practically children.",
    "Sorry for whatever it is I am supposed to have done.",
    "I cheated on you because I felt neglected.", "The stress of the merger got to me.",
    "If you really loved me you would give me another chance.",
    "I am human, and humans make mistakes.", "You can’t hold this against me for ever."};

// Whether the phrases were tuned on the sentence at this place.
inline constexpr bool was_tuned_on(std::size_t place) { return place % 5 < 2; }

}  // namespace rekindle::tests
