// Which faces exist, where their files are, and which of them a language tries in turn.
#pragma once

#include "engine/core/log.hpp"
#include "engine/text/typesetter.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sango::text {

/// A font file. A bold text uses `bold` where there is one, else the regular file.
struct Face {
    std::string id;  ///< "andika", "noto-arabic"
    std::filesystem::path regular;
    std::filesystem::path bold;  ///< may be empty
};

struct FontConfig {
    std::vector<Face> faces;
    std::map<std::string, std::vector<std::string>> chains;  ///< language tag → face ids, tried in turn
    std::vector<std::string> fallback;                       ///< tried after any chain, and for unknown languages
};

/// Index of a face file in `Run::face`: faces in order, regular at 2i and bold at 2i + 1.
[[nodiscard]] std::filesystem::path face_file(const FontConfig& config, std::uint16_t run_face);

/// The size at which a text is really set: whole pixels from 1 to 1024, because SDL_ttf rasterises no others. `Paragraph::style` holds it.
[[nodiscard]] float whole_size(float size_px);

/// The real typesetter: FriBidi for order, ICU for scripts and breaks, HarfBuzz for shapes. Faces are opened when first needed;
/// one that cannot be opened is logged and passed over. It keeps up to `cache_bytes` of paragraphs, the last used ones.
[[nodiscard]] std::unique_ptr<Typesetter> make_typesetter(FontConfig config, LogSink log, std::size_t cache_bytes = 4u << 20);

}  // namespace sango::text
