#include "game/activities/common.hpp"

#include <algorithm>

namespace sango::activities {

bool is_permutation_of(std::vector<ItemId> shown, std::vector<ItemId> ids) {
    std::sort(shown.begin(), shown.end());
    std::sort(ids.begin(), ids.end());
    return shown == ids;
}

}  // namespace sango::activities
