// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace token {

/// Who compressed a token. The payload is the same for every language; the text tells the deflate that made
/// it (format.md section 1.1).
enum class Producer {
    Unknown,
    StockZlib, ///< C++, Python, PHP, Java, Ruby: byte for byte what zlib at level 6 makes
    Node,      ///< Chromium's zlib, which looks for matches of four bytes and more
    Go,        ///< compress/flate: ends with an empty stored block
    Dart,      ///< package archive: header 78 01
};

/// "stock-zlib", "node", "go", "dart", "unknown".
[[nodiscard]] std::string_view producerWord(Producer producer);

/// The likely producer of a token text that begins with "007" and decodes whole; Unknown for any other text.
/// A text on which Node and stock zlib agree counts as StockZlib.
[[nodiscard]] Producer likelyProducer(std::string_view text);

} // namespace token
