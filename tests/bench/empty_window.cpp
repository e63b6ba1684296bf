// What any window costs: SDL opens one, fills it once and waits. The bench measures the game beside it.
// It is no part of the game, and the one place outside engine/platform that sees SDL.
#include <SDL.h>

int main(int, char**) {
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
    SDL_Window* window = SDL_CreateWindow("Empty", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 720, SDL_WINDOW_SHOWN);
    SDL_Renderer* renderer = window ? SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE) : nullptr;
    if (!renderer) return 1;
    SDL_Event event{};
    do {
        SDL_SetRenderDrawColor(renderer, 0x2b, 0x50, 0x70, 0xff);
        SDL_RenderClear(renderer);
        SDL_RenderPresent(renderer);
    } while (SDL_WaitEvent(&event) == 1 && event.type != SDL_QUIT);
    SDL_DestroyRenderer(renderer);
    SDL_DestroyWindow(window);
    SDL_Quit();
    return 0;
}
