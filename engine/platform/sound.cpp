#include "engine/platform/sound.hpp"

#include "engine/platform/sdl_ptr.hpp"
#include "engine/platform/stopwatch.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace sango::platform {

namespace {

constexpr int kRate_hz = 44100;
constexpr int kBuffer_samples = 1024;  // 23 ms: soon enough for a press, rare enough to cost nothing
constexpr int kChannels = 8;
constexpr int kFadeIn_ms = 900;
constexpr int kFadeOut_ms = 500;
constexpr float kDucked = 0.3f;
constexpr float kDuckPerSecond = 2.5f;
constexpr double kSilenceBeforeClose_s = 4;
constexpr double kRetry_s = 30;  // headphones may come later

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

int mixer_volume(float volume) { return static_cast<int>(std::lround(std::clamp(volume, 0.0f, 1.0f) * MIX_MAX_VOLUME)); }

class MixerSound final : public Sound {
public:
    MixerSound(SoundBank bank, LogSink log) : bank_(std::move(bank)), log_(std::move(log)) {}
    ~MixerSound() override { close(); }
    MixerSound(const MixerSound&) = delete;
    MixerSound& operator=(const MixerSound&) = delete;

    void effect(std::string_view name) override;
    void music(std::string_view name) override;
    void set_volumes(Volumes volumes) override;
    void set_ducked(bool ducked) override { ducked_ = ducked; }
    void update() override;
    bool has_device() const override { return open_; }

private:
    bool open();
    void close();
    void start_wanted_music();
    Mix_Chunk* chunk(const std::string& name, const SoundBank::Effect& effect);
    void complain_once(const std::string& about, const std::string& line);
    [[nodiscard]] bool is_music_audible() const { return !wanted_.empty() && mixer_volume(volumes_.music) > 0; }

    SoundBank bank_;
    LogSink log_;
    Volumes volumes_;
    std::string wanted_;   // the theme that should be heard
    std::string playing_;  // the one that is, perhaps fading
    bool ducked_ = false;
    float duck_ = 1;
    bool open_ = false;
    std::optional<Stopwatch> failed_;
    Stopwatch heard_;
    Stopwatch updated_;
    Ptr<Mix_Music> music_;
    std::map<std::string, Ptr<Mix_Chunk>, std::less<>> chunks_;
    std::set<std::string, std::less<>> complained_;
};

void MixerSound::complain_once(const std::string& about, const std::string& line) {
    if (complained_.insert(about).second) log(log_, "sound: " + line);
}

bool MixerSound::open() {
    if (open_) return true;
    if (failed_ && failed_->seconds() < kRetry_s) return false;
    const bool started = SDL_InitSubSystem(SDL_INIT_AUDIO) == 0;
    if (started && Mix_OpenAudioDevice(kRate_hz, AUDIO_S16SYS, 2, kBuffer_samples, nullptr, 0) == 0) {
        Mix_AllocateChannels(kChannels);
        failed_.reset();
        heard_ = {};
        return open_ = true;
    }
    complain_once("", std::string("there is no device, so nothing is heard: ") + SDL_GetError());
    if (started) SDL_QuitSubSystem(SDL_INIT_AUDIO);
    failed_.emplace();
    return false;
}

void MixerSound::close() {
    if (!open_) return;
    Mix_HaltChannel(-1);
    Mix_HaltMusic();
    music_.reset();
    chunks_.clear();
    playing_.clear();
    Mix_CloseAudio();
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    open_ = false;
}

Mix_Chunk* MixerSound::chunk(const std::string& name, const SoundBank::Effect& effect) {
    const auto known = chunks_.find(name);
    if (known != chunks_.end()) return known->second.get();
    Ptr<Mix_Chunk> loaded(Mix_LoadWAV(utf8(effect.file).c_str()));
    if (!loaded)
        complain_once(name, "the effect " + name + " cannot be played: " + utf8(effect.file.filename()) + ": " + SDL_GetError());
    return chunks_.emplace(name, std::move(loaded)).first->second.get();
}

void MixerSound::effect(std::string_view name) {
    const auto found = bank_.effects.find(name);
    if (found == bank_.effects.end()) return complain_once(std::string(name), "there is no effect " + std::string(name));
    const int volume = mixer_volume(volumes_.effects * found->second.gain);
    if (volume == 0 || !open()) return;
    heard_ = {};
    Mix_Chunk* sound = chunk(found->first, found->second);
    if (sound == nullptr) return;
    // Full channels: what is new matters more than the end of something old, but no effect is worth cutting another off.
    const int channel = Mix_PlayChannel(-1, sound, 0);
    if (channel >= 0) Mix_Volume(channel, volume);
}

void MixerSound::music(std::string_view name) {
    if (!name.empty() && bank_.music.find(name) == bank_.music.end()) {
        complain_once(std::string(name), "there is no theme " + std::string(name));
        name = {};
    }
    wanted_ = name;
    update();
}

void MixerSound::set_volumes(Volumes volumes) {
    volumes_ = volumes;
    update();
}

void MixerSound::update() {
    const float step = static_cast<float>(updated_.seconds()) * kDuckPerSecond;
    updated_ = {};
    const float goal = ducked_ ? kDucked : 1.0f;
    duck_ = duck_ < goal ? std::min(goal, duck_ + step) : std::max(goal, duck_ - step);

    if (!open_ && !is_music_audible()) return;
    if (!open()) return;
    Mix_VolumeMusic(mixer_volume(volumes_.music * duck_));
    const std::string audible = is_music_audible() ? wanted_ : std::string();
    if (Mix_PlayingMusic() == 0) playing_.clear();
    // SDL_mixer waits inside a fade-in for a fade-out to end, so the next theme starts in a later call.
    if (!playing_.empty() && (playing_ != audible)) {
        if (Mix_FadingMusic() != MIX_FADING_OUT) Mix_FadeOutMusic(kFadeOut_ms);
    } else if (playing_.empty() && !audible.empty()) {
        start_wanted_music();
    }
    if (Mix_PlayingMusic() != 0 || Mix_Playing(-1) != 0) heard_ = {};
    if (heard_.seconds() > kSilenceBeforeClose_s) close();
}

void MixerSound::start_wanted_music() {
    music_.reset(Mix_LoadMUS(utf8(bank_.music.find(wanted_)->second).c_str()));
    if (music_ && Mix_FadeInMusic(music_.get(), -1, kFadeIn_ms) == 0) {
        playing_ = wanted_;
        return;
    }
    complain_once(wanted_, "the theme " + wanted_ + " cannot be played: " + SDL_GetError());
    bank_.music.erase(wanted_);  // not tried again at every frame
    wanted_.clear();
}

class LoggingSound final : public Sound {
public:
    explicit LoggingSound(LogSink log) : log_(std::move(log)) {}
    void effect(std::string_view name) override { log(log_, "effect " + std::string(name)); }
    void music(std::string_view name) override {
        if (name == playing_) return;
        playing_ = name;
        log(log_, "music " + playing_);
    }
    void set_volumes(Volumes) override {}
    void set_ducked(bool ducked) override {
        if (ducked != ducked_) log(log_, ducked ? "music lower" : "music louder");
        ducked_ = ducked;
    }
    void update() override {}
    bool has_device() const override { return false; }

private:
    LogSink log_;
    std::string playing_;
    bool ducked_ = false;
};

}  // namespace

std::unique_ptr<Sound> open_sound(SoundBank bank, LogSink log) { return std::make_unique<MixerSound>(std::move(bank), std::move(log)); }

std::unique_ptr<Sound> make_logging_sound(LogSink log) { return std::make_unique<LoggingSound>(std::move(log)); }

}  // namespace sango::platform
