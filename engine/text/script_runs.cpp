#include "engine/text/script_runs.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <numeric>

namespace sango::text {
namespace {

constexpr std::uint32_t kCommon = 0x5A797979;  // "Zyyy"

UScriptCode script_of(char32_t code) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(code), &error);
    return U_SUCCESS(error) ? script : USCRIPT_COMMON;
}

bool is_shared(UScriptCode script) {
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

std::uint32_t tag_of(UScriptCode script) {
    const char* name = uscript_getShortName(script);
    std::uint32_t tag = 0;
    for (int i = 0; i < 4; ++i) tag = tag << 8 | static_cast<unsigned char>(name[i]);
    return tag;
}

/// The closing partner of a bracket or quotation mark, 0 for anything else.
char32_t closing_partner(char32_t code) {
    switch (code) {
        case U'“':
            return U'”';
        case U'‘':
            return U'’';
        case U'«':
            return U'»';
        case U'‹':
            return U'›';
    }
    const auto character = static_cast<UChar32>(code);
    if (u_getIntPropertyValue(character, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_OPEN) return 0;
    return static_cast<char32_t>(u_getBidiPairedBracket(character));
}

}  // namespace

bool has_own_script(char32_t code) {
    return !is_shared(script_of(code));
}

std::vector<std::size_t> bracket_openers(std::u32string_view text) {
    std::vector<std::size_t> openers(text.size());
    std::iota(openers.begin(), openers.end(), std::size_t{0});
    struct Open {
        std::size_t index;
        char32_t closing;
    };
    std::vector<Open> open;
    constexpr std::size_t kDeepest = 63;  // as UAX 9 limits its own bracket stack
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (const char32_t closing = closing_partner(text[i])) {
            if (open.size() < kDeepest) open.push_back({i, closing});
            continue;
        }
        for (std::size_t depth = open.size(); depth > 0; --depth) {
            if (open[depth - 1].closing != text[i]) continue;
            openers[i] = open[depth - 1].index;
            open.resize(depth - 1);
            break;
        }
    }
    return openers;
}

std::vector<std::uint32_t> resolved_scripts(std::u32string_view text) {
    std::vector<std::uint32_t> scripts(text.size(), kCommon);
    const std::vector<std::size_t> openers = bracket_openers(text);
    std::uint32_t current = kCommon;
    std::size_t waiting = 0;  // code points before the first letter
    for (std::size_t i = 0; i < text.size(); ++i) {
        const UScriptCode script = script_of(text[i]);
        if (!is_shared(script)) {
            current = tag_of(script);
            for (; waiting < i && scripts[waiting] == kCommon; ++waiting) scripts[waiting] = current;
            waiting = text.size();
        } else if (openers[i] != i) {
            current = scripts[openers[i]];
        }
        scripts[i] = current;
    }
    return scripts;
}

}  // namespace sango::text
