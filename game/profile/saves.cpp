#include "game/profile/saves.hpp"

#include <algorithm>

namespace sango::profile {
namespace {

constexpr const char* kMachineFile = "machine.json";

std::string file_of(const Companion& companion) { return "profiles/" + companion.animal + "-" + companion.colour + ".json"; }

/// Puts a file that cannot be used out of the way of later saves, and says so in one sentence.
void set_aside(data::Store& store, const std::string& file, Problem why, Loaded& loaded) {
    const auto kept = store.set_aside(file);
    why.what += kept ? "; the file is kept as " + *kept : "; the file cannot be kept apart: " + kept.problem().what;
    loaded.problems.push_back(std::move(why));
}

/// One file, read; nothing when it is unusable and was set aside.
template <class Thing, class Read>
std::optional<Thing> load(data::Store& store, const std::string& file, Loaded& loaded, Read read) {
    const auto bytes = store.read(file);
    if (!bytes) {
        set_aside(store, file, bytes.problem(), loaded);
        return std::nullopt;
    }
    Problems problems;
    std::optional<Thing> thing = read(*bytes, file, problems);
    if (!thing) set_aside(store, file, problems.front(), loaded);
    return thing;
}

/// Files that were set aside before are left alone: "profiles/fox-teal.damaged-1.json".
bool was_set_aside(const std::string& file) { return file.find(".damaged-") != std::string::npos; }

}  // namespace

Loaded load_all(data::Store& store, const Settings& defaults) {
    Loaded loaded;
    loaded.machine.settings = defaults;
    if (store.has(kMachineFile)) {
        if (auto machine = load<Machine>(store, kMachineFile, loaded, read_machine)) loaded.machine = std::move(*machine);
    }
    for (const std::string& file : store.list("profiles")) {
        if (was_set_aside(file)) continue;
        auto profile = load<Profile>(store, file, loaded, read_profile);
        if (!profile) continue;
        if (file_of(profile->companion) != file) {
            set_aside(store, file, {file, "belongs to the player of " + file_of(profile->companion)}, loaded);
            continue;
        }
        loaded.profiles.push_back(std::move(*profile));
    }
    std::sort(loaded.profiles.begin(), loaded.profiles.end(), [](const Profile& a, const Profile& b) { return a.companion < b.companion; });
    const auto is_last = [&](const Profile& one) { return one.companion == loaded.machine.last_player; };
    if (std::none_of(loaded.profiles.begin(), loaded.profiles.end(), is_last)) loaded.machine.last_player.reset();
    return loaded;
}

Status save(data::Store& store, const Profile& profile) { return store.replace(file_of(profile.companion), to_json(profile)); }

Status save(data::Store& store, const Machine& machine) { return store.replace(kMachineFile, to_json(machine)); }

Status erase(data::Store& store, const Companion& companion) {
    const std::string file = file_of(companion);
    if (!store.has(file)) return Done{};
    return store.remove(file);
}

std::vector<Companion> free_companions(const std::vector<Profile>& profiles) {
    std::vector<Companion> free;
    for (const char* animal : kAnimals) {
        for (const char* colour : kColours) {
            const Companion companion{animal, colour};
            const bool taken = std::any_of(profiles.begin(), profiles.end(), [&](const Profile& one) { return one.companion == companion; });
            if (!taken) free.push_back(companion);
        }
    }
    return free;
}

}  // namespace sango::profile
