#include "extract/model_folder.h"

#include <system_error>

#include "graph/model/error.h"

namespace actant {
namespace {

bool is_there(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(path, ignored);
}

}  // namespace

ModelFolder::ModelFolder(const std::string& name) {
  if (name.empty() || name == "fast") {
    path_ = default_model_directory();
  } else if (name == "accurate") {
    path_ = std::filesystem::path(default_model_directory()) / "accurate";
  } else {
    path_ = name;
  }
}

std::string ModelFolder::find(std::string_view file) const {
  if (is_there(path_ / file)) return (path_ / file).string();
  const std::filesystem::path above = path_ / "..";
  const bool adds = is_there(path_ / "en.transformer.actm") && is_there(above / "en.actm");
  return adds && is_there(above / file) ? (above / file).lexically_normal().string() : "";
}

std::shared_ptr<const JointNetwork> load_joint_network(const std::string& name) {
  const ModelFolder folder(name);
  const std::string joint = folder.find("en.actm");
  if (joint.empty()) {
    throw IoError("model '" + name + "': there is no " + (folder.path() / "en.actm").string() +
                  "; a model is `fast`, `accurate` or a folder with that file");
  }
  const std::filesystem::path transformer = folder.path() / "en.transformer.actm";
  return JointNetwork::load(joint, best_kernels(), is_there(transformer) ? transformer.string() : "");
}

std::string default_model_directory() {
  std::error_code ignored;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  const std::filesystem::path installed = program.parent_path().parent_path() / "share" / "actant" / "model";
  if (!program.empty() && is_there(installed / "en.actm")) return installed.string();
  return ACTANT_MODEL_SOURCE_DIR;
}

}  // namespace actant
