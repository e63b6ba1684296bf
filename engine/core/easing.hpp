// How things come to rest: curves from 0 to 1 over a share of time from 0 to 1.
#pragma once

namespace sango {

using Seconds = double;

/// Slow, fast, slow.
[[nodiscard]] float ease_in_out(float t);
/// Fast at first, then coming to rest.
[[nodiscard]] float ease_out(float t);
/// Coming to rest after going a little too far.
[[nodiscard]] float ease_out_back(float t);

}  // namespace sango
