#include "app/screens/screens.hpp"
#include "app/widgets/card.hpp"
#include "app/widgets/text.hpp"

namespace rekindle::app {

void draw_practices(const Screen&, PracticesUi&, Canvas& canvas, Column& column, Actions&) {
    draw_title(canvas, column, "Practices", "What grows between the cards.");
    CardGround card{canvas, column};
    draw_wrapped(canvas, card.inside, Type::secondary, Colour::muted,
                 "The lists of all cards will stand here together.");
}

}  // namespace rekindle::app
