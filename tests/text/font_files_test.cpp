#include "tests/text/game_fonts.hpp"

#include <doctest/doctest.h>
#include <hb-ot.h>
#include <hb.h>

#include <fstream>

namespace {

using namespace sango::text;

/// An entry of a font's name table, in English.
std::string name_of(const std::filesystem::path& file, int name) {
    hb_blob_t* const blob = hb_blob_create_from_file(file.string().c_str());
    hb_face_t* const face = hb_face_create(blob, 0);
    char text[2048] = {};
    unsigned size = sizeof text;
    hb_ot_name_get_utf8(face, static_cast<hb_ot_name_id_t>(name), hb_language_from_string("en", -1), &size, text);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return text;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0u);
    return value;
}

}  // namespace

TEST_CASE("Andika's reserved name is not the name of our subset, and its authors are still named") {
    const FontConfig config = game_fonts();
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
        const std::filesystem::path file = face_file(config, face_index(config, "andika", weight));
        for (const int name : {HB_OT_NAME_ID_FONT_FAMILY, HB_OT_NAME_ID_FULL_NAME, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_OT_NAME_ID_UNIQUE_ID,
                               HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY}) {
            CHECK(name_of(file, name).find("Andika") == std::string::npos);
            CHECK(name_of(file, name).find("SIL") == std::string::npos);
        }
        CHECK(name_of(file, HB_OT_NAME_ID_FONT_FAMILY) == "Sango Reader");
        CHECK(name_of(file, HB_OT_NAME_ID_COPYRIGHT).find("SIL International") != std::string::npos);
        CHECK(name_of(file, HB_OT_NAME_ID_LICENSE).find("Open Font License") != std::string::npos);
    }
}

TEST_CASE("Every font file is there, is whole, and has its licence beside it") {
    const FontConfig config = game_fonts();
    std::uintmax_t bytes = 0;
    for (const Face& face : config.faces) {
        for (const std::filesystem::path& file : {face.regular, face.bold}) {
            if (file.empty()) continue;
            CAPTURE(file);
            REQUIRE(std::filesystem::exists(file));
            std::ifstream stream(file, std::ios::binary);
            const std::string font((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
            bytes += font.size();
            std::uint32_t sum = 0;
            for (std::size_t at = 0; at < font.size(); at += 4) sum += big_endian(font, at);
            CHECK(sum == 0xB1B0AFBA);  // OpenType's checksum of a whole font
        }
    }
    CHECK(bytes < 8u << 20);
    const nlohmann::json fonts = read_json("locales/fonts.json");
    for (const auto& face : fonts.at("faces")) {
        const std::string licence = "LICENCE-" + face.at("package").get<std::string>() + ".txt";
        CHECK(std::filesystem::file_size(std::filesystem::path(SANGO_SHARE) / "fonts" / licence) > 1000);
    }
}
