#ifndef ACTANT_EXTRACT_MODEL_FOLDER_H_
#define ACTANT_EXTRACT_MODEL_FOLDER_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "extract/nn/joint_network.h"

namespace actant {

/// Where the files of a model lie. A model is a directory, or one of the names `fast` and `accurate`: the directory of
/// the models that come with the program, and `accurate` within it. A file that a directory lacks is taken from the one
/// above it, as long as that holds a model too: so `accurate` holds what it adds.
class ModelFolder {
 public:
  /// `name`: empty for `fast`.
  explicit ModelFolder(const std::string& name);

  /// Path of a file of the model, or "" when there is none.
  std::string find(std::string_view file) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The joint network of a model: `en.actm`, together with `en.transformer.actm` where the directory itself holds one.
/// \throws IoError, CorruptData, UnsupportedVersion naming the file; IoError that says what a model is where there is
/// none
std::shared_ptr<const JointNetwork> load_joint_network(const std::string& name);

/// Next to the program (`../share/actant/model`), else in the source tree. $ACTANT_MODEL_DIR is not read here: the
/// program passes it.
std::string default_model_directory();

}  // namespace actant

#endif  // ACTANT_EXTRACT_MODEL_FOLDER_H_
