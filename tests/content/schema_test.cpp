#include "tests/content/bad_packs.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <algorithm>
#include <memory>

namespace sango::content_tests {
namespace {

using nlohmann::json;

/// One schema of docs/schemas, read by a library that has nothing in common with our readers.
class Schema {
public:
    explicit Schema(const std::string& name) {
        const auto text = data::read_file("docs/schemas/" + name + ".schema.json", 1u << 20);
        REQUIRE(text);
        document_ = json::parse(*text);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(valijson::adapters::NlohmannJsonAdapter(document_), schema_);
    }
    [[nodiscard]] bool accepts(const std::string& text) {
        const json parsed = json::parse(text, nullptr, false);
        if (parsed.is_discarded()) return true;  // no schema's business
        valijson::Validator validator;
        return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(parsed), nullptr);
    }

private:
    json document_;
    valijson::Schema schema_;
};

bool accepts(const std::string& schema, const std::string& text) {
    static std::map<std::string, std::unique_ptr<Schema>> schemas;
    auto& one = schemas[schema];
    if (!one) one = std::make_unique<Schema>(schema);
    return one->accepts(text);
}

/// The schema of a pack's file; empty for files that are no JSON of ours.
std::string schema_of(const std::string& path) {
    if (path == "pack.json") return "pack";
    if (path == "cast.json") return "cast";
    if (path == "places.json") return "places";
    if (path.rfind("lessons/", 0) == 0) return "lesson";
    if (path.rfind("locales/", 0) == 0) return "locale";
    return {};
}

TEST_CASE("every shipped file keeps to its schema") {
    std::vector<std::pair<std::string, std::string>> files = {{"assets/rigs.json", "rigs"},         {"assets/map.json", "map"},
                                                              {"assets/palette.json", "palette"},   {"locales/languages.json", "languages"},
                                                              {"locales/fonts.json", "fonts"}};
    for (const auto& [path, bytes] : load_files("content", "content").files) {
        const std::size_t in_pack = path.rfind("core/", 0) == 0 ? 5 : path.find('/', std::string("countries/").size()) + 1;
        if (const std::string schema = schema_of(path.substr(in_pack)); !schema.empty()) files.emplace_back("content/" + path, schema);
    }
    for (const auto& [path, bytes] : load_files("locales", "locales").files) {
        if (path.find('/') != std::string::npos) files.emplace_back("locales/" + path, "locale");
    }
    CHECK(files.size() > 20);
    for (const auto& [path, schema] : files) {
        const std::string& file = path;  // clang 14 lets no lambda use a structured binding
        CAPTURE(file);
        const auto text = data::read_file(path, 4u << 20);
        REQUIRE(text);
        CHECK(accepts(schema, *text));
    }
}

TEST_CASE("the independent validator and our reader agree on faults of form") {
    for (const BadPack& bad : kBadPacks) {
        CAPTURE(bad.name);
        for (const auto& [path, text] : bad_pack(bad).files) {
            const std::string& file = path;
            CAPTURE(file);
            const std::string schema = schema_of(path);
            if (!schema.empty()) CHECK(accepts(schema, text) == (path != bad.wrong_form));
        }
    }
    CHECK(std::count_if(kBadPacks.begin(), kBadPacks.end(), [](const BadPack& bad) { return !bad.wrong_form.empty(); }) >= 20);
}

TEST_CASE("a file of another kind, an added name and a wrong type are refused by each schema") {
    const std::map<std::string, std::string> sound = {{"rigs", "assets/rigs.json"},           {"map", "assets/map.json"},
                                                      {"palette", "assets/palette.json"},     {"languages", "locales/languages.json"},
                                                      {"fonts", "locales/fonts.json"},        {"lesson", "content/core/lessons/private-eye.json"},
                                                      {"pack", "content/core/pack.json"},     {"cast", "content/core/cast.json"},
                                                      {"places", "content/core/places.json"}, {"locale", "locales/en/ui.json"}};
    for (const auto& [schema, path] : sound) {
        const std::string& kind = schema;
        CAPTURE(kind);
        const auto text = data::read_file(path, 1u << 20);
        REQUIRE(text);
        json changed = json::parse(*text);
        changed["surprise"] = 1;
        CHECK_FALSE(accepts(schema, changed.dump()));
        CHECK_FALSE(accepts(schema, "[]"));
        CHECK_FALSE(accepts(schema, "{}"));
        for (const auto& [other, other_path] : sound) {
            const auto other_text = data::read_file(other_path, 1u << 20);
            REQUIRE(other_text);
            if (other != schema) CHECK_FALSE(accepts(schema, *other_text));
        }
    }
}

}  // namespace
}  // namespace sango::content_tests
