#include "engine/data/json_fault.hpp"

#include "engine/core/utf8.hpp"

#include <algorithm>
#include <vector>

namespace sango::data {
namespace {

struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct Open {
    char bracket = '{';
    std::size_t offset = 0;
};

enum class Expect { Value, FirstValueOrEnd, Name, FirstNameOrEnd, Colon, CommaOrEnd, Nothing };

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_punctuation(char c) {
    return std::string_view("{}[],:").find(c) != std::string_view::npos;
}
bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

Token next_token(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    Token token{at, at};
    if (at == text.size()) return token;
    if (is_punctuation(text[at])) {
        token.end = at + 1;
    } else if (text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            if (text[at] == '\\') ++at;
        }
        token.end = std::min(at + 1, text.size());
    } else {
        while (at < text.size() && !is_space(text[at]) && !is_punctuation(text[at]) && text[at] != '"') ++at;
        token.end = at;
    }
    return token;
}

// What may come after a sound token, as a JSON parser sees it.
class Reader {
public:
    void take(char first, std::size_t offset) {
        if (first == '{' || first == '[') {
            open_.push_back({first, offset});
            expect_ = first == '{' ? Expect::FirstNameOrEnd : Expect::FirstValueOrEnd;
        } else if (first == '}' || first == ']') {
            if (!open_.empty()) open_.pop_back();
            after_value();
        } else if (first == ',') {
            expect_ = in('{') ? Expect::Name : Expect::Value;
        } else if (first == ':') {
            expect_ = Expect::Value;
        } else if (expect_ == Expect::Name || expect_ == Expect::FirstNameOrEnd) {
            expect_ = Expect::Colon;
        } else {
            after_value();
        }
        previous_ = first;
    }
    [[nodiscard]] bool in(char bracket) const { return !open_.empty() && open_.back().bracket == bracket; }
    [[nodiscard]] Expect expect() const { return expect_; }
    [[nodiscard]] const std::vector<Open>& open() const { return open_; }
    [[nodiscard]] char previous() const { return previous_; }

private:
    void after_value() { expect_ = open_.empty() ? Expect::Nothing : Expect::CommaOrEnd; }
    std::vector<Open> open_;
    Expect expect_ = Expect::Value;
    char previous_ = 0;
};

// A fault inside a text: `bad` is the byte at which it stopped being one.
std::string explain_string(std::string_view text, Token token, std::size_t bad) {
    const bool closed = token.end - token.begin > 1 && text[token.end - 1] == '"' && bad < token.end;
    if (bad >= text.size() || !closed) return "the text that starts here is never closed: put a \" at its end";
    const char c = text[bad];
    if (c == '\n' || c == '\r')
        return "a line ends inside a text: put a \" at the end of the text, or write \\n where a new line is wanted";
    if (static_cast<unsigned char>(c) < 0x20) return "a tab stands inside a text: put a space or \\t in its place";
    const std::size_t backslash = text.substr(0, bad + 1).rfind('\\');
    if (backslash != std::string_view::npos && backslash > token.begin && bad - backslash < 12) {
        if (backslash + 1 == bad && c != 'u')
            return std::string("\\ followed by ") + in_quotes(text.substr(bad, utf8::decode(text, bad).length)) +
                   " means nothing: write \\\\ for a backslash, or delete it";
        return "this \\u is incomplete: it takes four digits such as \\u00e9, in pairs for what lies above \\uffff; or write the "
               "character itself";
    }
    return "this text is damaged: write it again";
}

bool is_json_number(std::string_view word) {
    std::size_t at = 0;
    const auto digits = [&] {
        const std::size_t start = at;
        while (at < word.size() && word[at] >= '0' && word[at] <= '9') ++at;
        return at > start;
    };
    if (at < word.size() && word[at] == '-') ++at;
    const bool zero = at < word.size() && word[at] == '0';
    const std::size_t whole = at;
    if (!digits() || (zero && at > whole + 1)) return false;
    if (at < word.size() && word[at] == '.') {
        ++at;
        if (!digits()) return false;
    }
    if (at < word.size() && (word[at] == 'e' || word[at] == 'E')) {
        ++at;
        if (at < word.size() && (word[at] == '+' || word[at] == '-')) ++at;
        if (!digits()) return false;
    }
    return at == word.size();
}

std::string explain_word(std::string_view word) {
    static constexpr std::string_view kCurly[] = {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB",
                                                  "\xC2\xBB",     "\xE2\x80\x98", "\xE2\x80\x99"};
    if (starts_with(word, "/") || starts_with(word, "#"))
        return "JSON has no comments: delete this one, or make it a \"note\": \"...\" beside the other names";
    if (starts_with(word, "'")) return "texts and names stand in double quotes: write \"...\" instead of '...'";
    for (const std::string_view quote : kCurly) {
        if (starts_with(word, quote)) return "this quotation mark is a typographic one: write the plain \" on both sides of a text";
    }
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const std::string_view known : {"true", "false", "null"}) {
        if (lower == known) return in_quotes(word) + " is written in small letters: " + std::string(known);
    }
    for (const std::string_view unknown : {"nan", "-nan", "inf", "-inf", "infinity", "-infinity", "undefined", "none"}) {
        if (lower == unknown) return in_quotes(word) + " is nothing that JSON knows: write a number, or delete the name and its value";
    }
    if (is_json_number(word)) return "this number is too large: write one that the lesson needs";
    const char first = word.empty() ? ' ' : word.front();
    if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
        return in_quotes(word) + " is no number: write it like 12, -3 or 0.5";
    }
    return in_quotes(word) + " stands without quotes: put it between two \", or correct it";
}

// A sound token in the wrong place, or the end of the file.
std::string explain_place(std::string_view text, const Reader& reader, Token token) {
    const bool at_end = token.begin == text.size();
    const char c = at_end ? '\0' : text[token.begin];
    if (at_end) {
        if (reader.previous() == 0) return "the file is empty: write the content, or delete the file";
        const Open open = reader.open().empty() ? Open{} : reader.open().back();
        const std::string bracket(1, open.bracket);
        return "the file ends too early: the " + bracket + " of line " +
               std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(open.offset), '\n')) +
               " is never closed by a " + (open.bracket == '{' ? "}" : "]");
    }
    const bool closing = c == '}' || c == ']';
    if (closing && reader.previous() == ',') return std::string("a comma stands before this ") + c + ": delete the comma";
    if (closing && !reader.open().empty() && (reader.in('{') != (c == '}'))) {
        return std::string("this ") + c + " closes nothing: a " + (reader.in('{') ? "}" : "]") + " must come first";
    }
    if (closing && reader.open().empty()) return std::string("this ") + c + " closes nothing: delete it";
    switch (reader.expect()) {
        case Expect::Nothing:
            return "the content ended before this: delete what follows, or put it inside the brackets";
        case Expect::Colon:
            return "a colon is missing between a name and its value: write \"name\": value";
        case Expect::CommaOrEnd:
            if (c == ':' && reader.in('[')) return "a name with a colon stands in a list: put { } around it";
            return "a comma is missing before this: put one after the value that ends there";
        case Expect::Name:
        case Expect::FirstNameOrEnd:
            if (c == ',' && reader.previous() == ',') return "two commas with nothing between them: delete one";
            return "a name in double quotes must stand here: write \"name\": value";
        case Expect::Value:
        case Expect::FirstValueOrEnd:
            if (c == ',' && reader.previous() == ',') return "two commas with nothing between them: delete one";
            return "a value is missing before this: write a text in double quotes, a number, true, false, [ ] or { }";
    }
    return "this is no JSON: compare it with a file that works";
}

bool is_word(std::string_view text, Token token) {
    return token.begin < token.end && !is_punctuation(text[token.begin]) && text[token.begin] != '"';
}

bool is_sound_word(std::string_view word) {
    return word == "true" || word == "false" || word == "null" || is_json_number(word);
}

bool is_closed_string(std::string_view text, Token token) {
    if (token.end - token.begin < 2 || text[token.end - 1] != '"') return false;
    std::size_t backslashes = 0;
    while (text[token.end - 2 - backslashes] == '\\') ++backslashes;
    return backslashes % 2 == 0;
}

// Whether no parser can go past this token, wherever it stands.
bool is_broken(std::string_view text, Token token) {
    if (is_word(text, token)) return !is_sound_word(text.substr(token.begin, token.end - token.begin));
    return text[token.begin] == '"' && !is_closed_string(text, token);
}

}  // namespace

JsonFault explain_json_fault(std::string_view text, std::size_t consumed) {
    Reader reader;
    Token token = next_token(text, 0);
    while (token.end < consumed && token.begin < text.size() && !is_broken(text, token)) {
        reader.take(text[token.begin], token.begin);
        token = next_token(text, token.end);
    }
    const auto at_place = [&] { return JsonFault{token.begin, explain_place(text, reader, token)}; };
    if (token.begin == text.size()) return at_place();
    const Expect expect = reader.expect();
    const bool wants_value = expect == Expect::Value || expect == Expect::FirstValueOrEnd;
    const bool wants_text = wants_value || expect == Expect::Name || expect == Expect::FirstNameOrEnd;
    if (text[token.begin] == '"') {
        // A whole text in a right place was refused for what it holds: a damaged \u is seen only at its end.
        const std::size_t bad = consumed == 0 ? 0 : consumed - 1;
        if (bad < token.end && consumed >= token.end && is_closed_string(text, token) && !wants_text) return at_place();
        const bool at_start = bad >= text.size() || text[bad] == '\n' || text[bad] == '\r';
        return {at_start ? token.begin : bad, explain_string(text, token, bad)};
    }
    if (!is_word(text, token)) return at_place();
    const std::string_view word = text.substr(token.begin, token.end - token.begin);
    const bool is_comment = word.front() == '/' || word.front() == '#';
    if (expect == Expect::Nothing && !is_comment) return at_place();
    // A number that overflows is a sound word in a right place; any other sound word stands in a wrong one.
    if (is_broken(text, token) || wants_value) return {token.begin, explain_word(word)};
    return at_place();
}

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }) +
                        1;
    return std::to_string(line) + ":" + std::to_string(column);
}

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    std::string shown = "\"";
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++characters) {
        if (characters == kLongest) {
            shown += "...";
            break;
        }
        const utf8::Decoded decoded = utf8::decode(text, at);
        const bool is_control = decoded.code < 0x20 || (decoded.code >= 0x7F && decoded.code < 0xA0) ||
                                (decoded.code >= 0x202A && decoded.code <= 0x202E) || (decoded.code >= 0x2066 && decoded.code <= 0x2069);
        utf8::append(shown, is_control ? U'\xFFFD' : decoded.code);
        at += decoded.length;
    }
    return shown + "\"";
}

}  // namespace sango::data
