#include "workbook/exchange/sample_days.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "workbook/exchange/sample_words.hpp"

namespace rekindle {
namespace {

// All levels are hundredths of a step of a scale, in whole numbers: 640 rates 6. Fractions may come
// out differently on another processor.
constexpr int per_step = 100;

int to_rating(int level) { return std::clamp((level + per_step / 2) / per_step, 0, 10); }

// How a feeling goes along with mood and trust, in hundredths of each, and where it starts.
struct Feeling {
    std::string_view scale;
    int of_mood;
    int of_trust;
    int start;
};
constexpr std::array<Feeling, 14> feelings{{
    {"hurt", -40, -45, 860},
    {"anger", -45, -25, 720},
    {"sadness", -70, -10, 850},
    {"fear", -15, -65, 780},
    {"shame", -45, 0, 520},
    {"numbness", -30, -20, 560},
    {"calm", 80, 10, 20},
    {"hope", 40, 55, 40},
    {"closeness", 25, 65, -20},
    {"relief", 60, 20, -60},
    {"self-trust", 70, 0, 180},
    {"predictable", 10, 85, 90},
    {"words-kept", 5, 80, 160},
    {"hope-for-us", 30, 60, 30},
}};

// How things stand on a day before anybody rates it.
struct Level {
    int mood = 0;
    int trust = 0;
};

// Days go up on the whole, trust later than mood, with a wave of three months in it once a year
// has passed; setbacks pull down at once and wear off in a fortnight.
class Course {
  public:
    Course(Date first, int days, Dice& dice)
        : first_(first), climb_(std::clamp(days, 1, 364)), dice_(dice) {}

    Level on(Date date) {
        const int day = date - first_;
        const int risen = std::min(day * 1000 / climb_, 1000);  // thousandths of the way up
        restless_ = restless_ * 6 / 10 + dice_.between(-80, 80);
        dip_ = dip_ * 88 / 100;
        lift_ = lift_ * 90 / 100;
        const int common = lift_ - dip_ + wave(day - climb_);
        Level level;
        level.mood =
            230 + 430 * risen / 1000 + common + restless_ + texture(date) + dice_.between(-70, 70);
        level.trust = 90 + 150 * risen / 1000 + 330 * risen / 1000 * risen / 1000 +
                      common * 9 / 10 + restless_ / 2 + dice_.between(-60, 60);
        return level;
    }

    void set_back() { dip_ += 260; }
    void lift() { lift_ += 110; }

  private:
    // Up and down by 70 over ninety days, from the end of the climb on.
    static int wave(int day) {
        if (day <= 0) return 0;
        const int at = day % 90;
        return at < 45 ? -at * 70 / 45 : -(90 - at) * 70 / 45;
    }

    static int texture(Date date) {
        switch (date.weekday()) {
            case Weekday::monday:
                return -40;
            case Weekday::saturday:
                return 50;
            case Weekday::sunday:
                return 30;
            default:
                return 0;
        }
    }

    Date first_;
    int climb_;
    Dice& dice_;
    int restless_ = 0;
    int dip_ = 0;
    int lift_ = 0;
};

// Three events stand at fixed places, so that even a short sample shows some.
std::vector<Event> events_on(int day, int days, Date date, Dice& dice) {
    std::vector<Event> events;
    const auto add = [&](EventKind kind, std::string text = {}) {
        events.push_back({kind, std::move(text)});
    };
    const bool visit = date.weekday() == Weekday::thursday && date.days() / 7 % 3 == 0;
    if (visit && day > 20) add(EventKind::counselling);
    if (day == days * 19 / 100 || dice.happens(16, 1000)) add(EventKind::hard_conversation);
    if (day == days * 44 / 100 || dice.happens(10, 1000)) add(EventKind::setback);
    if (day == days * 70 / 100 || dice.happens(12, 1000)) add(EventKind::milestone);
    if (dice.happens(8, 1000)) add(EventKind::hard_day, "anniversary");
    if (dice.happens(14, 1000)) add(EventKind::own, sample_own_word(dice));
    return events;
}

// Now and then nothing is written, for a day or for several in a row.
class Silence {
  public:
    explicit Silence(Dice& dice) : dice_(dice) {}
    bool holds() {
        if (left_ > 0) return left_-- > 0;
        if (dice_.happens(14, 1000)) left_ = dice_.between(2, 4);
        return dice_.happens(45, 1000);
    }

  private:
    Dice& dice_;
    int left_ = 0;
};

std::optional<TimeOfDay> evening(Dice& dice) {
    if (dice.happens(12, 100)) return std::nullopt;  // filled in on another day
    if (dice.happens(6, 100)) return TimeOfDay{dice.between(5, 100)};
    return TimeOfDay{19 * 60 + dice.between(0, 269)};
}

void rate_feeling(CheckIn& checkin, const Scale& scale, Level level, Dice& dice) {
    const auto known = std::find_if(feelings.begin(), feelings.end(),
                                    [&](const Feeling& each) { return each.scale == scale.id; });
    const Feeling feeling = known == feelings.end() ? Feeling{scale.id, 100, 0, 0} : *known;
    const int felt = feeling.start +
                     (level.mood * feeling.of_mood + level.trust * feeling.of_trust) / 100 +
                     dice.between(-110, 110);
    checkin.ratings[scale.id] = to_rating(felt);
}

void rate(CheckIn& checkin, const Content& content, Level level, Dice& dice) {
    checkin.ratings[mood_scale] = to_rating(level.mood);
    if (dice.happens(95, 100)) checkin.ratings[trust_scale] = to_rating(level.trust);
    for (const FeelingGroup& group : content.feelings) {
        const bool looked_at = !group.folded || dice.happens(25, 100);
        for (const Scale& scale : group.scales)
            if (!is_fixed_scale(scale.id) && looked_at && dice.happens(78, 100))
                rate_feeling(checkin, scale, level, dice);
    }
}

}  // namespace

std::vector<CheckIn> sample_days(const Content& content, Date last_day, int days,
                                 const std::string& person, Dice& dice) {
    std::vector<CheckIn> checkins;
    const Date first = last_day - (days - 1);
    Course course(first, days, dice);
    Silence silence(dice);
    for (int day = 0; day < days; ++day) {
        const Date date = first + day;
        const std::vector<Event> events = events_on(day, days, date, dice);
        for (const Event& event : events) {
            if (event.kind == EventKind::setback) course.set_back();
            if (event.kind == EventKind::milestone) course.lift();
        }
        const Level level = course.on(date);
        if (silence.holds() && events.empty() && date != last_day) continue;

        if (dice.happens(8, 100)) {  // the morning, before the day had changed it
            CheckIn morning{"sample-" + to_iso(date) + "-1", date, {}, person, {}, {}, {}};
            morning.time = TimeOfDay{7 * 60 + dice.between(0, 110)};
            rate(morning, content, {level.mood - 60, level.trust - 30}, dice);
            checkins.push_back(std::move(morning));
        }
        CheckIn checkin{
            "sample-" + to_iso(date) + "-2", date, evening(dice), person, {}, events, {}};
        rate(checkin, content, level, dice);
        checkin.note = sample_note(to_rating(level.mood), dice);
        checkins.push_back(std::move(checkin));
    }
    return checkins;
}

}  // namespace rekindle
