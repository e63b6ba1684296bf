#include "engine/data/svg_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sango::data {
namespace {

constexpr double kLargest = 100000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Walks along one attribute's value.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const { return at_ == text_.size(); }
    [[nodiscard]] std::size_t offset() const { return at_; }
    [[nodiscard]] char peek() const { return done() ? '\0' : text_[at_]; }
    void skip_spaces() {
        while (!done() && is_space(text_[at_])) ++at_;
    }
    /// Spaces with at most one comma among them.
    void skip_separator() {
        skip_spaces();
        if (take(',')) skip_spaces();
    }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }
    std::optional<double> number();
    /// 0 or 1 that stands alone: our rasteriser misreads flags written without a gap.
    std::optional<bool> flag() {
        const char c = peek();
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        if ((c != '0' && c != '1') || !(is_space(next) || next == ',')) return std::nullopt;
        ++at_;
        return c == '1';
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<double> Scanner::number() {
    constexpr std::size_t kLongest = 32;  // our rasteriser cuts numbers off at 64 characters
    const std::size_t start = at_;
    const bool negative = take('-');
    if (!negative) take('+');
    double value = 0;
    bool has_digits = false;
    int exponent = 0;
    for (; is_digit(peek()); ++at_, has_digits = true) value = value * 10 + (peek() - '0');
    if (take('.')) {
        for (; is_digit(peek()); ++at_, --exponent, has_digits = true) value = value * 10 + (peek() - '0');
    }
    if (has_digits && (peek() == 'e' || peek() == 'E')) {
        ++at_;
        const bool down = take('-');
        if (!down) take('+');
        if (!is_digit(peek())) has_digits = false;
        int power = 0;
        for (; is_digit(peek()) && power < 1000; ++at_) power = power * 10 + (peek() - '0');
        exponent += down ? -power : power;
    }
    value *= std::pow(10.0, exponent);
    if (!has_digits || at_ - start > kLongest || !(value <= kLargest)) {
        at_ = start;
        return std::nullopt;
    }
    return negative ? -value : value;
}

constexpr double kDegree = 3.14159265358979323846 / 180;

std::optional<Matrix> one_transform(std::string_view name, const std::vector<double>& n) {
    const std::size_t count = n.size();
    if (name == "matrix" && count == 6) return Matrix{n[0], n[1], n[2], n[3], n[4], n[5]};
    if (name == "translate" && (count == 1 || count == 2)) return Matrix{1, 0, 0, 1, n[0], count == 2 ? n[1] : 0};
    if (name == "scale" && (count == 1 || count == 2)) return Matrix{n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
    if (name == "skewX" && count == 1) return Matrix{1, 0, std::tan(n[0] * kDegree), 1, 0, 0};
    if (name == "skewY" && count == 1) return Matrix{1, std::tan(n[0] * kDegree), 0, 1, 0, 0};
    if (name == "rotate" && (count == 1 || count == 3)) {
        const double sine = std::sin(n[0] * kDegree), cosine = std::cos(n[0] * kDegree);
        const Matrix turn{cosine, sine, -sine, cosine, 0, 0};
        if (count == 1) return turn;
        return combined(combined({1, 0, 0, 1, n[1], n[2]}, turn), {1, 0, 0, 1, -n[1], -n[2]});
    }
    return std::nullopt;
}

// The state of a path while it is read.
class PathReader {
public:
    PathReader(std::string_view data, const std::function<void(Spot)>& visit, const std::function<void(double, ArcSide)>& arc)
        : scanner_(data), visit_(visit), arc_(arc) {}

    std::optional<PathFault> read();

private:
    bool segment(char command);
    bool points(std::size_t count, bool relative);
    bool arc(bool relative);
    bool line_along(bool horizontal, bool relative);
    bool starts_number() const {
        const char c = scanner_.peek();
        return is_digit(c) || c == '-' || c == '+' || c == '.';
    }

    Scanner scanner_;
    const std::function<void(Spot)>& visit_;
    const std::function<void(double, ArcSide)>& arc_;
    Spot current_;
    Spot start_;
};

bool PathReader::points(std::size_t count, bool relative) {
    Spot point;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) scanner_.skip_separator();
        const auto x = scanner_.number();
        if (!x) return false;
        scanner_.skip_separator();
        const auto y = scanner_.number();
        if (!y) return false;
        point = {*x + (relative ? current_.x : 0), *y + (relative ? current_.y : 0)};
        visit_(point);
    }
    current_ = point;
    return true;
}

bool PathReader::line_along(bool horizontal, bool relative) {
    const auto value = scanner_.number();
    if (!value) return false;
    double& moving = horizontal ? current_.x : current_.y;
    moving = *value + (relative ? moving : 0);
    visit_(current_);
    return true;
}

bool PathReader::arc(bool relative) {
    double radius = 0;
    for (int i = 0; i < 3; ++i) {
        const auto value = scanner_.number();
        if (!value) return false;
        if (i < 2) radius = std::max(radius, std::abs(*value));
        scanner_.skip_separator();
    }
    const auto is_long = scanner_.flag();
    if (!is_long) return false;
    scanner_.skip_separator();
    if (!scanner_.flag()) return false;
    scanner_.skip_separator();
    arc_(radius, *is_long ? ArcSide::Long : ArcSide::Short);
    return points(1, relative);
}

// One repetition of a command.
bool PathReader::segment(char command) {
    const bool relative = command >= 'a';
    switch (relative ? static_cast<char>(command - 'a' + 'A') : command) {
        case 'M':
        case 'L':
        case 'T':
            return points(1, relative);
        case 'H':
            return line_along(true, relative);
        case 'V':
            return line_along(false, relative);
        case 'S':
        case 'Q':
            return points(2, relative);
        case 'C':
            return points(3, relative);
        case 'A':
            return arc(relative);
        default:
            return false;
    }
}

std::optional<PathFault> PathReader::read() {
    scanner_.skip_spaces();
    if (scanner_.peek() != 'M' && scanner_.peek() != 'm') return PathFault{scanner_.offset()};
    while (!scanner_.done()) {
        const std::size_t begin = scanner_.offset();
        char command = scanner_.peek();
        if (std::string_view("MmLlHhVvCcSsQqTtAaZz").find(command) == std::string_view::npos) return PathFault{begin};
        scanner_.take(command);
        scanner_.skip_spaces();
        if (command == 'Z' || command == 'z') {
            current_ = start_;
            continue;
        }
        do {
            const std::size_t at = scanner_.offset();
            if (!segment(command)) return PathFault{at == scanner_.offset() ? begin : at};
            if (command == 'M' || command == 'm') {
                start_ = current_;
                command = command == 'M' ? 'L' : 'l';  // further pairs after a move are lines
            }
            scanner_.skip_separator();
        } while (starts_number());
    }
    return std::nullopt;
}

}  // namespace

Matrix combined(const Matrix& o, const Matrix& i) {
    return {o.a * i.a + o.c * i.b, o.b * i.a + o.d * i.b,       o.a * i.c + o.c * i.d,
            o.b * i.c + o.d * i.d, o.a * i.e + o.c * i.f + o.e, o.b * i.e + o.d * i.f + o.f};
}

Spot moved(const Matrix& m, Spot spot) {
    return {m.a * spot.x + m.c * spot.y + m.e, m.b * spot.x + m.d * spot.y + m.f};
}

double largest_stretch(const Matrix& m) {
    return std::sqrt(m.a * m.a + m.b * m.b + m.c * m.c + m.d * m.d);
}

std::optional<double> svg_number(std::string_view text) {
    Scanner scanner(text);
    const auto value = scanner.number();
    return scanner.done() ? value : std::nullopt;
}

std::optional<std::vector<double>> svg_numbers(std::string_view text) {
    Scanner scanner(text);
    std::vector<double> numbers;
    for (scanner.skip_spaces(); !scanner.done(); scanner.skip_separator()) {
        const auto value = scanner.number();
        if (!value) return std::nullopt;
        numbers.push_back(*value);
    }
    return numbers;
}

std::optional<Matrix> svg_transform(std::string_view text) {
    static constexpr std::array<std::string_view, 6> kNames{"matrix", "translate", "scale", "rotate", "skewX", "skewY"};
    Scanner scanner(text);
    Matrix whole;
    for (scanner.skip_spaces(); !scanner.done(); scanner.skip_separator()) {
        std::string_view name;
        for (const std::string_view known : kNames) {
            if (name.empty() && scanner.take(known)) name = known;
        }
        if (name.empty() || !scanner.take('(')) return std::nullopt;
        std::vector<double> numbers;
        for (scanner.skip_spaces(); !scanner.take(')'); scanner.skip_separator()) {
            const auto value = scanner.number();
            if (!value || numbers.size() == 6) return std::nullopt;
            numbers.push_back(*value);
        }
        const auto one = one_transform(name, numbers);
        if (!one) return std::nullopt;
        whole = combined(whole, *one);
    }
    return whole;
}

std::optional<PathFault> read_svg_path(std::string_view data, const std::function<void(Spot)>& visit,
                                       const std::function<void(double, ArcSide)>& arc) {
    return PathReader(data, visit, arc).read();
}

}  // namespace sango::data
