// ActualText: what a marked span says it stands for, handed to the glyphs that were drawn inside it.
//
// Chromium writes a span for each cluster whose glyphs do not map to characters one by one. The drawn glyph
// wins where its own character is good; the span's text goes to the glyphs without one. It is never added as
// text of its own, so a span that draws nothing adds nothing. Marks are the exception: LibreOffice names the
// marks of a cluster by their order, which is not the order of drawing, and writes a span wherever that name
// is wrong; so where letters and digits agree, the span decides the marks.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/text.h"

namespace tarang::read {

/// A PDF text string: UTF-16 with byte-order mark, UTF-8 with byte-order mark, else PDFDocEncoding.
/// Longer texts are cut at `limit` characters. Malformed units become U+FFFD.
std::u32string text_string(std::string_view bytes, std::size_t limit);

/// Whether a glyph's own characters can be believed: there are some, and none is a control, a private-use
/// code, U+FFFD or no character at all.
bool has_good_unicode(const Glyph& glyph);

enum class SpanResult { kAgrees, kContradicts };

/// Gives the text to the span's glyphs that need it. Where good glyphs say something else, they stay as they
/// are, and the span contradicts; glyphs without a character then stay without one. A span whose glyphs are
/// all shown by their font is not asked: programs write false ones, and marks in another order. Neither is
/// one that itself says U+FFFD.
SpanResult apply_actual_text(std::span<Glyph> glyphs, std::u32string_view text);

/// The marks of a span's one cluster that none of its glyphs shows, in their order; empty where the glyphs
/// say anything else than the rest of that cluster, or one of them is unknown. Chromium leaves out a glyph
/// that lies beyond the page's printed area, as a tone mark over a vowel does in a tight first line, and
/// keeps the span.
std::u32string marks_not_drawn(std::span<const Glyph> glyphs, std::u32string_view text);

}  // namespace tarang::read
