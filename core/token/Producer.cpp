// SPDX-License-Identifier: Apache-2.0
#include "core/token/Producer.h"

#include "core/token/AccessToken2.h"
#include "core/token/Base64.h"
#include "core/token/Decoder.h"
#include "core/token/DeflateShape.h"
#include "core/token/Zlib.h"

namespace token {
namespace {

constexpr std::size_t kZlibHead = 2; // bytes
constexpr std::size_t kAdler = 4;    // bytes
constexpr std::string_view kStockHead = "\x78\x9C";
constexpr std::string_view kLowHead = "\x78\x01";
constexpr std::size_t kChromiumMatch = 4; // bytes that its hash covers

} // namespace

std::string_view producerWord(Producer producer)
{
    static constexpr std::string_view kWords[] = {"unknown", "stock-zlib", "node", "go", "dart"};
    return kWords[static_cast<std::size_t>(producer)];
}

Producer likelyProducer(std::string_view text)
{
    std::string stream;
    std::string payload;
    if (!text.starts_with(kVersion007) || text.size() > kMaxTokenText ||
        decodeBase64(text.substr(kVersion007.size()), stream).badAt != Base64Decoded::npos ||
        Inflater().inflate(stream, kMaxPayload, payload).end != InflateEnd::Complete ||
        stream.size() < kZlibHead + kAdler)
        return Producer::Unknown;
    std::string stock;
    if (Deflater().deflate(payload, stock) && stock == stream)
        return Producer::StockZlib;
    const DeflateShape shape =
        deflateShape(std::string_view(stream).substr(kZlibHead, stream.size() - kZlibHead - kAdler));
    if (!shape.whole || shape.storedOnly)
        return Producer::Unknown;
    if (stream.starts_with(kLowHead))
        return Producer::Dart;
    if (!stream.starts_with(kStockHead))
        return Producer::Unknown;
    if (shape.endsWithEmptyStored)
        return Producer::Go;
    return shape.blocks == 1 && (shape.shortestMatch == 0 || shape.shortestMatch >= kChromiumMatch)
               ? Producer::Node
               : Producer::Unknown;
}

} // namespace token
