// The pictures of the program and of packs as one source; read when first asked for, checked before anything decodes them.
#pragma once

#include "engine/data/files.hpp"
#include "engine/scene/pictures.hpp"

#include <functional>
#include <map>
#include <vector>

namespace sango::content {

class PictureFiles final : public scene::PictureSource {
public:
    /// `report` hears once of each picture that is there but cannot be shown.
    explicit PictureFiles(std::function<void(const Problem&)> report) : report_(std::move(report)) {}

    [[nodiscard]] std::optional<Rect> box(std::string_view name) const override;
    [[nodiscard]] Result<std::string> bytes(std::string_view name) const override;

    /// Whether there is a file for the name, sound or not.
    [[nodiscard]] bool has(std::string_view name) const;
    /// Adds the folder `pictures/` of a view, which must outlive this; names that are there already stay as they are.
    void add(const data::FileView& files);
    void forget_all();

private:
    struct Entry {
        const data::FileView* files = nullptr;
        std::string path;
        mutable bool known = false;
        mutable std::optional<Rect> box;
        mutable std::size_t sound_hash = 0;  ///< of the bytes that were found sound
    };
    [[nodiscard]] Result<std::string> load(const Entry& entry) const;

    std::function<void(const Problem&)> report_;
    std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace sango::content
