// Says in an author's words what is wrong with a text that is no JSON; the parser only knows that it is none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sango::data {

/// Where in the bytes the fault lies, and one sentence with what to do.
struct JsonFault {
    std::size_t offset = 0;
    std::string what;
};

/// Explains why `text` stopped being JSON at the `consumed`-th byte; all before it is sound.
[[nodiscard]] JsonFault explain_json_fault(std::string_view text, std::size_t consumed);

/// "line:column" of a byte, both from 1; columns count characters.
[[nodiscard]] std::string line_and_column(std::string_view text, std::size_t offset);

/// Text from outside for use inside a sentence: in quotes, on one line, at most 40 characters.
[[nodiscard]] std::string in_quotes(std::string_view text);

}  // namespace sango::data
