#include "host/border/messages.h"

#include <algorithm>

namespace tarang::border {

bool send_answer(Channel& channel, const Answer& answer, std::size_t longest) {
    bool in_pieces = false;
    bool sent = true;
    const auto send_pieces = [&](std::string_view part, bool last) {
        in_pieces = true;
        for (; sent && !part.empty(); part.remove_prefix(std::min(longest, part.size()))) {
            const bool ends = last && part.size() <= longest;
            sent = channel.send(encode(Answer(Piece{{std::string(part.substr(0, longest))}, ends})));
        }
    };
    Encoder encoder(longest, [&](std::string_view part) { send_pieces(part, false); });
    encoder.put(answer);
    const std::string rest = encoder.take();
    if (!in_pieces && rest.size() <= longest) return channel.send(rest);
    send_pieces(rest, true);
    return sent;
}

}  // namespace tarang::border
