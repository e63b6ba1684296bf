#include "engine/data/json.hpp"

#include "engine/core/utf8.hpp"
#include "engine/data/json_fault.hpp"

#include <algorithm>
#include <iterator>

namespace sango::data {
namespace {

// Walks the text for the parser and tells us how far it has come, which its events do not say.
class Cursor {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor() = default;
    Cursor(const char* at, const char** seen) : at_(at), seen_(seen) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        *seen_ = ++at_;
        return *this;
    }
    Cursor operator++(int) {
        Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
    const char* at_ = nullptr;
    const char** seen_ = nullptr;
};

// Builds the value while it counts, so that a text over a limit is given up at that point and read only once.
class Builder {
public:
    Builder(std::string_view text, const JsonLimits& limits) : text_(text), limits_(limits), seen_(text.data()) {}

    [[nodiscard]] Cursor begin() { return {text_.data(), &seen_}; }
    [[nodiscard]] Cursor end() { return {text_.data() + text_.size(), &seen_}; }
    [[nodiscard]] Json take() { return std::move(root_); }
    [[nodiscard]] const JsonFault& fault() const { return fault_; }

    // The events of nlohmann::json's parser; false stops it.
    bool null() { return put(Json(nullptr)); }
    bool boolean(bool value) { return put(Json(value)); }
    bool number_integer(Json::number_integer_t value) { return put(Json(value)); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(Json(value)); }
    bool number_float(Json::number_float_t value, const Json::string_t&) { return put(Json(value)); }
    bool string(Json::string_t& value) { return fits(value) && put(Json(std::move(value))); }
    bool binary(Json::binary_t&) { return stop("binary values are no JSON: delete it"); }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(Json::string_t& name);
    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception&) {
        fault_ = explain_json_fault(text_, position);
        return false;
    }

private:
    struct Level {
        Json* value = nullptr;
        std::set<std::string> names{};  // filled only when the object is too large to be searched
    };
    static constexpr std::size_t kSearched = 16;

    bool put(Json value);
    bool open(Json value);
    bool close() {
        levels_.pop_back();
        return true;
    }
    bool fits(const std::string& value);
    bool counted();
    bool is_known(Level& level, const std::string& name) const;
    bool stop(std::string what, std::size_t offset);
    bool stop(std::string what) { return stop(std::move(what), consumed() == 0 ? 0 : consumed() - 1); }
    [[nodiscard]] std::size_t consumed() const { return static_cast<std::size_t>(seen_ - text_.data()); }
    [[nodiscard]] std::size_t string_start() const;

    std::string_view text_;
    const JsonLimits& limits_;
    const char* seen_;
    Json root_;
    std::vector<Level> levels_;
    Json* slot_ = nullptr;  // where the value of the name just read goes
    std::size_t values_ = 0;
    JsonFault fault_;
};

bool Builder::stop(std::string what, std::size_t offset) {
    fault_ = {offset, std::move(what)};
    return false;
}

// The opening quote of the string that was just read: the last quote before its closing one with no odd run of backslashes.
std::size_t Builder::string_start() const {
    std::size_t at = consumed() - 1;
    while (at > 0) {
        --at;
        if (text_[at] != '"') continue;
        std::size_t backslashes = 0;
        while (backslashes < at && text_[at - 1 - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 == 0) return at;
    }
    return 0;
}

bool Builder::counted() {
    if (++values_ <= limits_.values) return true;
    return stop("the file holds more than " + std::to_string(limits_.values) + " names and values: split it into several files");
}

bool Builder::fits(const std::string& value) {
    if (value.size() > limits_.string_bytes) {
        return stop("this text is longer than " + std::to_string(limits_.string_bytes) + " bytes: shorten it", string_start());
    }
    const bool clean =
        std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
    return clean || stop("this text holds a control character: delete the \\u00.. in it", string_start());
}

bool Builder::put(Json value) {
    if (!counted()) return false;
    if (levels_.empty()) {
        root_ = std::move(value);
    } else if (levels_.back().value->is_array()) {
        levels_.back().value->get_ref<Json::array_t&>().push_back(std::move(value));
    } else {
        *slot_ = std::move(value);
    }
    return true;
}

bool Builder::open(Json value) {
    if (levels_.size() >= limits_.depth) {
        return stop("brackets lie more than " + std::to_string(limits_.depth) + " deep in one another here: take some away");
    }
    const bool in_array = !levels_.empty() && levels_.back().value->is_array();
    if (!put(std::move(value))) return false;
    Json* opened = &root_;
    if (!levels_.empty()) opened = in_array ? &levels_.back().value->get_ref<Json::array_t&>().back() : slot_;
    levels_.push_back({opened});
    return true;
}

bool Builder::is_known(Level& level, const std::string& name) const {
    const auto& members = level.value->get_ref<const Json::object_t&>();
    if (members.size() < kSearched) {
        return std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.first == name; });
    }
    if (level.names.empty()) {
        for (const auto& member : members) level.names.insert(member.first);
    }
    return !level.names.insert(name).second;
}

bool Builder::key(Json::string_t& name) {
    if (!counted() || !fits(name)) return false;
    Level& level = levels_.back();
    auto& members = level.value->get_ref<Json::object_t&>();
    if (members.size() >= limits_.members) {
        return stop("this object holds more than " + std::to_string(limits_.members) + " names: split it", string_start());
    }
    if (is_known(level, name)) {
        return stop("the name " + in_quotes(name) + " stands twice in one object: delete one of the two", string_start());
    }
    // ordered_map::emplace would search all members again; the vector below it takes the name at once.
    using Members = std::vector<std::pair<const std::string, Json>>;
    static_cast<Members&>(members).emplace_back(std::move(name), nullptr);
    slot_ = &members.back().second;
    return true;
}

// What the parser would let pass or tell only by a byte's value.
std::optional<JsonFault> check_bytes(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        return JsonFault{0, "the file starts with an invisible byte order mark: save it as \"UTF-8\", not as \"UTF-8 with BOM\""};
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') {
                return JsonFault{at, "an invisible control character stands here: delete it, or save the file as UTF-8 if it was not"};
            }
            ++at;
            continue;
        }
        const std::size_t length = utf8::decode(text, at).length;
        if (length == 1) return JsonFault{at, "this character is not written in UTF-8: save the file with the encoding UTF-8"};
        at += length;
    }
    return std::nullopt;
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view file, const JsonLimits& limits) {
    if (text.size() > limits.bytes) {
        return Problem{std::string(file), "is larger than " + std::to_string(limits.bytes / 1024) + " kB: split it into several files"};
    }
    const auto problem = [&](const JsonFault& fault) {
        return Problem{std::string(file) + ":" + line_and_column(text, fault.offset), fault.what};
    };
    if (const auto fault = check_bytes(text)) return problem(*fault);
    Builder builder(text, limits);
    if (!Json::sax_parse(builder.begin(), builder.end(), &builder)) return problem(builder.fault());
    return builder.take();
}

}  // namespace sango::data
