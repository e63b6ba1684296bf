// SDL's handles with owners, and the one place where SDL's headers come in.
#pragma once

#ifndef SDL_MAIN_HANDLED
#define SDL_MAIN_HANDLED  // our main is our own; SDL is told so by SDL_SetMainReady
#endif
#include <SDL.h>
#include <SDL_mixer.h>
#include <SDL_ttf.h>

#include <memory>

namespace sango::platform {

struct SdlDeleter {
    void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
    void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    void operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }
    void operator()(SDL_Surface* surface) const { SDL_FreeSurface(surface); }
    void operator()(SDL_GameController* controller) const { SDL_GameControllerClose(controller); }
    void operator()(TTF_Font* font) const { TTF_CloseFont(font); }
    void operator()(Mix_Music* music) const { Mix_FreeMusic(music); }
    void operator()(Mix_Chunk* chunk) const { Mix_FreeChunk(chunk); }
};

/// An SDL handle that closes itself.
template <class T>
using Ptr = std::unique_ptr<T, SdlDeleter>;

}  // namespace sango::platform
