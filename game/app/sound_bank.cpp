#include "game/app/sound_bank.hpp"

#include "engine/data/files.hpp"
#include "engine/data/json.hpp"

namespace sango::app {

platform::SoundBank read_sound_bank(const std::filesystem::path& assets, Problems& problems) {
    platform::SoundBank bank;
    const std::filesystem::path folder = assets / "sound";
    const auto text = data::read_file(folder / "sounds.json", 1u << 18);
    if (!text) return problems.push_back(text.problem()), bank;
    const auto json = data::parse_json(*text, "sounds.json");
    if (!json) return problems.push_back(json.problem()), bank;
    data::ObjectReader in(*json, "sounds.json#", problems);
    if (const data::Json* music = in.raw("music")) {
        data::ObjectReader themes(*music, in.place("music"), problems);
        for (const std::string& name : themes.keys()) bank.music[name] = folder / themes.string(name);
    }
    if (const data::Json* effects = in.raw("effects")) {
        data::ObjectReader all(*effects, in.place("effects"), problems);
        for (const std::string& name : all.keys()) {
            data::ObjectReader one(*all.raw(name), all.place(name), problems);
            platform::SoundBank::Effect effect;
            effect.file = folder / one.string("file");
            effect.gain = static_cast<float>(one.number("gain", 0, 1));
            if (const data::Json* caption = one.raw("caption"); caption && caption->is_string()) effect.caption = caption->get<std::string>();
            one.finish();
            bank.effects[name] = effect;
        }
    }
    return bank;
}

}  // namespace sango::app
