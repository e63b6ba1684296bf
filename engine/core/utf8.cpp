#include "engine/core/utf8.hpp"

#include <cassert>

namespace sango::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// What a first byte promises: how long the sequence is and where its second byte must lie (Unicode 15, table 3-7).
struct Lead {
    std::size_t length = 0;  // 0: no sequence starts with this byte
    unsigned second_least = 0x80;
    unsigned second_most = 0xBF;
};

Lead lead_of(unsigned byte) {
    if (byte < 0x80) return {1};
    if (byte < 0xC2) return {};
    if (byte < 0xE0) return {2};
    if (byte == 0xE0) return {3, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0x80, 0x9F};
    if (byte < 0xF0) return {3};
    if (byte == 0xF0) return {4, 0x90, 0xBF};
    if (byte < 0xF4) return {4};
    if (byte == 0xF4) return {4, 0x80, 0x8F};
    return {};
}

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

}  // namespace

Decoded decode(std::string_view text, std::size_t offset) {
    assert(offset < text.size() && "decoding past the end of a text");
    constexpr Decoded kDamaged{kReplacement, 1};
    const unsigned first = byte_at(text, offset);
    const Lead lead = lead_of(first);
    if (lead.length == 1) return {first, 1};
    if (lead.length == 0 || lead.length > text.size() - offset) return kDamaged;
    const unsigned second = byte_at(text, offset + 1);
    if (second < lead.second_least || second > lead.second_most) return kDamaged;
    char32_t code = first & (0x7Fu >> lead.length);
    code = (code << 6) | (second & 0x3Fu);
    for (std::size_t i = 2; i < lead.length; ++i) {
        const unsigned byte = byte_at(text, offset + i);
        if ((byte & 0xC0u) != 0x80u) return kDamaged;
        code = (code << 6) | (byte & 0x3Fu);
    }
    return {code, lead.length};
}

void append(std::string& text, char32_t code) {
    const bool is_scalar = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    const char32_t c = is_scalar ? code : kReplacement;
    const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::u32string to_utf32(std::string_view text) {
    std::u32string codes;
    codes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode(text, at);
        codes.push_back(decoded.code);
        at += decoded.length;
    }
    return codes;
}

std::string to_utf8(std::u32string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (const char32_t code : text) append(bytes, code);
    return bytes;
}

bool is_valid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (byte_at(text, at) < 0x80) {
            ++at;
            continue;
        }
        const Decoded decoded = decode(text, at);
        if (decoded.length == 1) return false;  // only a damaged byte is one byte long and not ASCII
        at += decoded.length;
    }
    return true;
}

}  // namespace sango::utf8
