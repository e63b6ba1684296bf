// What fallible work returns: a value, or problems that an author or a child's teacher can follow.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace sango {

/// Something the world did wrong: `where` is a path to follow ("a.json#/scenes/2"), `what` one plain sentence.
struct Problem {
    std::string where;
    std::string what;
    bool operator==(const Problem&) const = default;
};

/// All the problems of one piece of work, in the order in which they were found.
using Problems = std::vector<Problem>;

/// "where: what", the form in which every tool and screen shows a problem.
inline std::string to_string(const Problem& problem) { return problem.where + ": " + problem.what; }

/// A value or the problem that prevented it.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::move(value)) {}
    Result(Problem problem) : content_(std::move(problem)) {}

    explicit operator bool() const { return std::holds_alternative<T>(content_); }
    T& operator*() & { return checked(); }
    T&& operator*() && { return std::move(checked()); }
    const T& operator*() const& {
        assert(*this && "a Result was read without asking whether it holds a value");
        return std::get<T>(content_);
    }
    T* operator->() { return &checked(); }
    const T* operator->() const { return &**this; }
    const Problem& problem() const {
        assert(!*this && "the problem of a Result that holds a value");
        return std::get<Problem>(content_);
    }

private:
    T& checked() {
        assert(*this && "a Result was read without asking whether it holds a value");
        return std::get<T>(content_);
    }
    std::variant<T, Problem> content_;
};

/// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace sango
