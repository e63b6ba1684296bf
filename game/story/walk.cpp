#include "game/story/walk.hpp"

#include "game/story/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sango::story {
namespace {

constexpr std::size_t kMostStates = 20'000;

/// A story state: a step and what conditions can know. `stays` marks a question asked again although its condition, because of a
/// flag that its own choice set, no longer holds.
struct Node {
    std::size_t scene = 0;
    std::size_t step = 0;
    std::vector<bool> flags;
    bool stays = false;
    [[nodiscard]] auto key() const { return std::tie(scene, step, flags, stays); }
    bool operator<(const Node& other) const { return key() < other.key(); }
};

struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;
    const Choice* choice = nullptr;  ///< the choice of a question that leads along, if one does
};

/// The graph of all that can happen, built breadth-first; knows for each node why the story stops there.
class Graph {
public:
    Graph(const Lesson& lesson, const std::string& where, Problems& problems) : lesson_(lesson), where_(where), problems_(problems) {
        for (std::size_t i = 0; i < lesson.scenes.size(); ++i) scene_index_.emplace(lesson.scenes[i].id, i);
        for (const Scene& scene : lesson.scenes) {
            for (const Step& step : scene.steps) read_flags_.insert(step.condition.when.begin(), step.condition.when.end());
            for (const Step& step : scene.steps) read_flags_.insert(step.condition.unless.begin(), step.condition.unless.end());
        }
    }

    /// False if there are too many states; the rest of the report would then be guesswork.
    bool explore() {
        const auto start = scene_index_.find(lesson_.start);
        if (start == scene_index_.end()) {
            report("/start", "there is no scene \"" + lesson_.start.value + "\"; name the scene in which the story starts");
            return true;
        }
        add({start->second, 0, std::vector<bool>(read_flags_.size()), false});
        for (std::size_t next = 0; next < nodes_.size(); ++next) {
            expand(next);
            if (nodes_.size() > kMostStates) {
                report("", "the story has more than 20000 states; use fewer flags in conditions, or fewer scenes");
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
    [[nodiscard]] const Scene& scene_of(std::size_t node) const { return lesson_.scenes[nodes_[node].scene]; }
    [[nodiscard]] bool is_end(std::size_t node) const { return is_end_[node]; }
    /// Whether a problem has already said why the story stops here.
    [[nodiscard]] bool is_named(std::size_t node) const { return is_named_[node]; }
    void name(std::size_t node) { is_named_[node] = true; }

    /// The step that is played at the node; nothing where it is passed over or the scene has run out.
    [[nodiscard]] const Step* played(std::size_t node) const {
        const Node& at = nodes_[node];
        const Scene& scene = lesson_.scenes[at.scene];
        if (at.step >= scene.steps.size()) return nullptr;
        const Step& step = scene.steps[at.step];
        return at.stays || holds(step.condition, set_flags(at)) ? &step : nullptr;
    }

    [[nodiscard]] std::string place_of(std::size_t node) const {
        const Scene& scene = scene_of(node);
        const std::string place = "/scenes/" + scene.id.value;
        const std::size_t step = nodes_[node].step;
        return step < scene.steps.size() ? place + "/steps/" + scene.steps[step].id.value : place;
    }

    /// One problem, said once however many states have it.
    void report(const std::string& place, const std::string& what) {
        Problem problem{where_ + "#" + place, what};
        if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) problems_.push_back(std::move(problem));
    }

private:
    [[nodiscard]] std::set<Flag> set_flags(const Node& node) const {
        std::set<Flag> flags;
        std::size_t index = 0;
        for (const Flag& flag : read_flags_) {
            if (node.flags[index++]) flags.insert(flag);
        }
        return flags;
    }

    std::size_t add(const Node& node) {
        const auto [found, is_new] = index_.emplace(node, nodes_.size());
        if (is_new) {
            nodes_.push_back(node);
            is_end_.push_back(false);
            is_named_.push_back(false);
        }
        return found->second;
    }

    void link(std::size_t from, const Node& to, const Choice* choice = nullptr) { edges_.push_back({from, add(to), choice}); }

    void link_next(std::size_t from, const Choice* choice = nullptr) {
        Node to = nodes_[from];
        ++to.step;
        to.stays = false;
        link(from, to, choice);
    }

    void stop(std::size_t node, const std::string& place, const std::string& what) {
        report(place, what);
        name(node);
    }

    void expand(std::size_t node) {
        const Scene& scene = scene_of(node);
        if (nodes_[node].step >= scene.steps.size()) {
            return stop(node, place_of(node),
                        "the steps run out here; close the scene with a goto, an end, or a question all of whose choices have \"next\"");
        }
        const Step* step = played(node);
        if (!step) return link_next(node);
        std::visit([&](const auto& action) { expand_action(node, action); }, step->action);
    }

    void expand_action(std::size_t node, const Say&) { link_next(node); }
    void expand_action(std::size_t node, const Rule&) { link_next(node); }
    void expand_action(std::size_t node, const Award&) { link_next(node); }
    void expand_action(std::size_t node, const End&) { is_end_[node] = true; }

    void expand_action(std::size_t node, const Goto& jump) {
        const auto target = scene_index_.find(jump.scene);
        if (target == scene_index_.end())
            return stop(node, place_of(node), "there is no scene \"" + jump.scene.value + "\"; name one that exists");
        link(node, {target->second, 0, nodes_[node].flags, false});
    }

    // Solved at once or after a wrong try, an activity goes on with the same step and flags: one edge stands for both.
    void expand_action(std::size_t node, const Activity& activity) {
        if (activities::can_be_solved(activity.model)) return link_next(node);
        stop(node, place_of(node), "this activity cannot be solved; give every part of it an answer that fits");
    }

    // Likewise a helper who is busy or doubts leads back to the same state, and one who listens to the next step.
    void expand_action(std::size_t node, const Tell& tell) {
        if (activities::can_be_solved(tell.model)) return link_next(node);
        stop(node, place_of(node), "nobody listens here; let a helper's reply be \"listens\", and give each row a piece");
    }

    void expand_action(std::size_t node, const Check& step) {
        const CheckQuestion* check = find_check(lesson_, step.question);
        if (!check) return stop(node, place_of(node), "there is no check question \"" + step.question.value + "\"; name one of \"checks\"");
        for (const Choice& choice : check->b.choices) {
            if (choice.because.empty())
                report("/checks/" + check->id.value + "/b/choices/" + choice.id.value,
                       "this choice has no feedback; say why in \"because\"");
        }
        if (has_good_choice(check->b)) return link_next(node);
        stop(node, "/checks/" + check->id.value + "/b", "no choice is good, so nobody can go on; mark one \"good\": true");
    }

    void expand_action(std::size_t node, const Ask& ask) {
        for (const Choice& choice : ask.choices) expand_choice(node, choice);
        if (ask.choices.empty()) stop(node, place_of(node), "this question has no choices; give it two to four");
    }

    void expand_choice(std::size_t node, const Choice& choice) {
        const std::string place = place_of(node) + "/choices/" + choice.id.value;
        if (choice.because.empty()) report(place, "this choice has no feedback; say why in \"because\"");
        Node to = nodes_[node];
        std::size_t index = 0;
        for (const Flag& flag : read_flags_) {
            if (std::find(choice.set.begin(), choice.set.end(), flag) != choice.set.end()) to.flags[index] = true;
            ++index;
        }
        if (!choice.next.empty()) {
            const auto target = scene_index_.find(choice.next);
            if (target == scene_index_.end())
                return stop(node, place + "/next", "there is no scene \"" + choice.next.value + "\"; name one that exists");
            to = {target->second, 0, to.flags, false};
        } else if (choice.good) {
            ++to.step;
            to.stays = false;
        } else {
            const Step& step = lesson_.scenes[to.scene].steps[to.step];
            to.stays = !holds(step.condition, set_flags(to));
        }
        link(node, to, &choice);
    }

    const Lesson& lesson_;
    const std::string& where_;
    Problems& problems_;
    std::map<SceneId, std::size_t> scene_index_;
    std::set<Flag> read_flags_;
    std::map<Node, std::size_t> index_;
    std::vector<Node> nodes_;
    std::vector<bool> is_end_;
    std::vector<bool> is_named_;
    std::vector<Edge> edges_;
};

/// Neighbours of each node, forwards or backwards, along the edges that `use` accepts.
template <class Use>
std::vector<std::vector<std::size_t>> neighbours(const Graph& graph, bool backwards, Use use) {
    std::vector<std::vector<std::size_t>> lists(graph.size());
    for (const Edge& edge : graph.edges()) {
        if (use(edge)) lists[backwards ? edge.to : edge.from].push_back(backwards ? edge.from : edge.to);
    }
    return lists;
}

struct Reached {
    std::vector<bool> nodes;
    std::vector<std::size_t> from;  ///< the node before, on a shortest way
};

Reached reach(const std::vector<std::vector<std::size_t>>& lists, std::vector<std::size_t> queue) {
    Reached reached{std::vector<bool>(lists.size()), std::vector<std::size_t>(lists.size())};
    for (const std::size_t node : queue) {
        reached.nodes[node] = true;
        reached.from[node] = node;
    }
    for (std::size_t next = 0; next < queue.size(); ++next) {
        for (const std::size_t node : lists[queue[next]]) {
            if (reached.nodes[node]) continue;
            reached.nodes[node] = true;
            reached.from[node] = queue[next];
            queue.push_back(node);
        }
    }
    return reached;
}

template <class Which>
std::vector<std::size_t> nodes_that(const Graph& graph, Which which) {
    std::vector<std::size_t> nodes;
    for (std::size_t node = 0; node < graph.size(); ++node) {
        if (which(node)) nodes.push_back(node);
    }
    return nodes;
}

/// Steps that show nothing and lead to one another for ever.
void find_circles(Graph& graph) {
    const auto is_silent = [&](std::size_t node) {
        const Step* step = graph.played(node);
        return !step || !shows_something(step->action);
    };
    std::map<std::size_t, std::size_t> next;
    for (const Edge& edge : graph.edges()) {
        if (is_silent(edge.from) && is_silent(edge.to)) next.emplace(edge.from, edge.to);
    }
    std::map<std::size_t, std::size_t> seen_from;
    for (const auto& entry : next) {
        std::size_t node = entry.first;
        for (auto step = next.find(node); step != next.end() && seen_from.emplace(node, entry.first).second; step = next.find(node))
            node = step->second;
        const auto met = seen_from.find(node);
        if (met == seen_from.end() || met->second != entry.first || graph.is_named(node)) continue;
        graph.report(graph.place_of(node), "from here the story goes round in a circle and shows nothing; let a goto lead out of it");
        for (std::size_t in_circle = node; !graph.is_named(in_circle); in_circle = next.at(in_circle)) graph.name(in_circle);
    }
}

void find_traps(Graph& graph) {
    const auto backwards = neighbours(graph, true, [](const Edge&) { return true; });
    const Reached can_end =
        reach(backwards, nodes_that(graph, [&](std::size_t node) { return graph.is_end(node) || graph.is_named(node); }));
    std::set<SceneId> told;
    for (std::size_t node = 0; node < graph.size(); ++node) {
        if (can_end.nodes[node] || !told.insert(graph.scene_of(node).id).second) continue;
        graph.report(graph.place_of(node), "from here no end can be reached; add a way on, a good choice or an end");
    }
}

/// Choices that are not good after which an end can be reached without any good choice. One that comes back to its question is
/// as sound as the other choices there.
void find_unmended(Graph& graph) {
    const auto backwards = neighbours(graph, true, [](const Edge& edge) { return !edge.choice || !edge.choice->good; });
    const Reached can_end = reach(backwards, nodes_that(graph, [&](std::size_t node) { return graph.is_end(node); }));
    for (const Edge& edge : graph.edges()) {
        if (!edge.choice || edge.choice->good || edge.choice->next.empty() || !can_end.nodes[edge.to]) continue;
        graph.report(graph.place_of(edge.from) + "/choices/" + edge.choice->id.value,
                     "after this choice the story can end without a good choice; ask a question that mends it before the end");
    }
}

std::string way_to(const Graph& graph, const Reached& reached, std::size_t node) {
    std::vector<std::string> scenes = {graph.scene_of(node).id.value};
    for (; reached.from[node] != node; node = reached.from[node]) {
        const std::string& scene = graph.scene_of(reached.from[node]).id.value;
        if (scenes.back() != scene) scenes.push_back(scene);
    }
    std::string way;
    for (auto scene = scenes.rbegin(); scene != scenes.rend(); ++scene) way += (way.empty() ? "" : " > ") + *scene;
    return way;
}

bool is_tell(const Action& action) {
    const auto* activity = std::get_if<Activity>(&action);
    return std::holds_alternative<Tell>(action) || (activity && std::holds_alternative<activities::Tell>(activity->model));
}

/// Reports the shortest way to an end that passes no step which `is_wanted` accepts.
template <class IsWanted>
void find_way_around(Graph& graph, const std::string& what, IsWanted is_wanted) {
    const auto passes = [&](std::size_t node) {
        const Step* step = graph.played(node);
        return step && is_wanted(step->action);
    };
    if (graph.size() == 0) return;
    const auto forwards = neighbours(graph, false, [&](const Edge& edge) { return !passes(edge.from); });
    const Reached reached = reach(forwards, {0});
    for (std::size_t node = 0; node < graph.size(); ++node) {
        if (!reached.nodes[node] || !graph.is_end(node)) continue;
        graph.report(graph.place_of(node),
                     "the way " + way_to(graph, reached, node) + " ends here without " + what + "; every way must pass one");
        return;
    }
}

}  // namespace

WalkReport walk(const Lesson& lesson, const std::string& where, Problems& problems) {
    Graph graph(lesson, where, problems);
    const bool whole = graph.explore();
    WalkReport report;
    report.states = graph.size();
    for (std::size_t node = 0; node < graph.size(); ++node) report.scenes.insert(graph.scene_of(node).id);
    if (!whole) return report;

    find_circles(graph);
    find_traps(graph);
    find_unmended(graph);
    find_way_around(graph, "a Tell beat", is_tell);
    find_way_around(graph, "the rule card", [](const Action& action) { return std::holds_alternative<Rule>(action); });
    find_way_around(graph, "lighting the lantern", [](const Action& action) { return std::holds_alternative<Award>(action); });
    for (const Scene& scene : lesson.scenes) {
        if (report.scenes.count(scene.id) == 0)
            graph.report("/scenes/" + scene.id.value, "this scene is never reached; lead to it or take it out");
    }
    return report;
}

}  // namespace sango::story
