#include "host/border/messages.h"

#include <algorithm>

namespace tarang::border {

bool send_answer(Channel& channel, const Answer& answer, std::size_t longest) {
    const std::string whole = encode(answer);
    if (whole.size() <= longest) return channel.send(whole);
    for (std::size_t begin = 0; begin < whole.size(); begin += longest) {
        const bool last = begin + longest >= whole.size();
        if (!channel.send(encode(Answer(Piece{{whole.substr(begin, longest)}, last})))) return false;
    }
    return true;
}

}  // namespace tarang::border
