#include "game/content/library.hpp"
#include "game/content/readers.hpp"

#include <array>

namespace sango::content {
namespace {

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

/// The same day some years later. 29 February becomes 1 March, in the same form, so that texts compare as days do.
std::string years_later(std::string_view date, int years) {
    std::string later = std::to_string(number(date.substr(0, 4)) + years);
    later.insert(0, 4 - std::min<std::size_t>(4, later.size()), '0');
    later += date.substr(4);
    return later;
}

bool is_past(const std::string& checked, int years, const std::string& today) {
    if (!is_date(checked) || !is_date(today)) return true;  // what cannot be dated is not trusted
    return today > years_later(checked, years);
}

}  // namespace

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9')) return false;
    }
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    if (month < 1 || month > 12 || day < 1) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

HelplineAge helpline_age(const Helpline& helpline, const std::string& today) {
    if (helpline.confidence == Confidence::Low) return HelplineAge::DoNotShow;
    if (!is_past(helpline.checked, 2, today)) return HelplineAge::Fresh;
    return helpline.confidence == Confidence::High ? HelplineAge::AskAnAdultFirst : HelplineAge::DoNotShow;
}

bool is_check_due(const Helpline& helpline, const std::string& today) { return is_past(helpline.checked, 1, today); }

}  // namespace sango::content
