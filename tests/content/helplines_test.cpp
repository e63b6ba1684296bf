#include "game/content/library.hpp"
#include "game/content/readers.hpp"

#include <doctest/doctest.h>

namespace sango::content {
namespace {

Helpline checked(const char* date, Confidence confidence) {
    Helpline helpline;
    helpline.checked = date;
    helpline.confidence = confidence;
    return helpline;
}

TEST_CASE("a helpline is fresh for 24 months after its check") {
    for (const Confidence confidence : {Confidence::Medium, Confidence::High}) {
        CHECK(helpline_age(checked("2026-11-21", confidence), "2026-11-21") == HelplineAge::Fresh);
        CHECK(helpline_age(checked("2026-11-21", confidence), "2028-11-21") == HelplineAge::Fresh);
        CHECK(helpline_age(checked("2026-11-21", confidence), "2020-01-01") == HelplineAge::Fresh);
    }
}

TEST_CASE("past 24 months one of high confidence asks for an adult, one of medium confidence is not shown") {
    CHECK(helpline_age(checked("2026-11-21", Confidence::High), "2028-11-22") == HelplineAge::AskAnAdultFirst);
    CHECK(helpline_age(checked("2026-11-21", Confidence::Medium), "2028-11-22") == HelplineAge::DoNotShow);
    CHECK(helpline_age(checked("2024-02-29", Confidence::High), "2026-02-28") == HelplineAge::Fresh);
    CHECK(helpline_age(checked("2024-02-29", Confidence::High), "2026-03-01") == HelplineAge::AskAnAdultFirst);
}

TEST_CASE("low confidence is never shown") {
    CHECK(helpline_age(checked("2026-11-21", Confidence::Low), "2026-11-21") == HelplineAge::DoNotShow);
    CHECK(helpline_age(checked("2026-11-21", Confidence::Low), "2030-01-01") == HelplineAge::DoNotShow);
}

TEST_CASE("a date that is none makes the entry old") {
    CHECK(helpline_age(checked("", Confidence::High), "2026-11-21") == HelplineAge::AskAnAdultFirst);
    CHECK(helpline_age(checked("soon", Confidence::Medium), "2026-11-21") == HelplineAge::DoNotShow);
    CHECK(helpline_age(checked("2026-11-21", Confidence::Medium), "") == HelplineAge::DoNotShow);
}

TEST_CASE("authors are asked for a new check after 12 months") {
    CHECK_FALSE(is_check_due(checked("2026-11-21", Confidence::High), "2027-11-21"));
    CHECK(is_check_due(checked("2026-11-21", Confidence::High), "2027-11-22"));
}

TEST_CASE("only days of the calendar are dates") {
    for (const char* date : {"2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01"}) CHECK_MESSAGE(is_date(date), date);
    for (const char* date : {"2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "2026/11/21", "2026-11-21 ", "", "20a6-11-21"}) {
        CHECK_MESSAGE(!is_date(date), date);
    }
}

TEST_CASE("language tags are written with letters, digits and single dashes") {
    for (const char* tag : {"en", "ar", "pt-BR", "zh-Hans", "sr-Latn-RS", "ca-valencia"}) CHECK_MESSAGE(is_language_tag(tag), tag);
    for (const char* tag : {"", "e", "-en", "en-", "en--GB", "français", "e1", "en_GB", "en-toolongpart", "../en"}) CHECK_MESSAGE(!is_language_tag(tag), tag);
}

}  // namespace
}  // namespace sango::content
