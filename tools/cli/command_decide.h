#ifndef ACTANT_TOOLS_CLI_COMMAND_DECIDE_H_
#define ACTANT_TOOLS_CLI_COMMAND_DECIDE_H_

#include <string>

#include "graph/store/store.h"
#include "tools/cli/command.h"

namespace actant {

/// What the commands that decide who is who have in common.
class DecideCommand : public Command {
 public:
  int run(Console& console) override;

 protected:
  void declare_common(OptionTable& table);
  /// The decisions that the arguments stand for; empty, with the problem told, when they name nothing.
  virtual std::vector<Decision> decisions(const Store& store, Messages& messages) const = 0;
  /// Tells what came of it.
  virtual void report(const Store& store, const Decision& first, Output& out) const = 0;

  std::string graph_, a_, b_, note_;
  bool undo_ = false;
};

/// `actant same DIR A B`: two nodes are one thing.
class SameCommand : public DecideCommand {
 public:
  std::string_view name() const override { return "same"; }
  std::string_view summary() const override { return "decide that two nodes are one"; }
  void declare(OptionTable& table) override;

 protected:
  std::vector<Decision> decisions(const Store& store, Messages& messages) const override;
  void report(const Store& store, const Decision& first, Output& out) const override;
};

/// `actant different DIR A B`: two names are two things.
class DifferentCommand : public DecideCommand {
 public:
  std::string_view name() const override { return "different"; }
  std::string_view summary() const override { return "decide that two names are two nodes"; }
  void declare(OptionTable& table) override;

 protected:
  std::vector<Decision> decisions(const Store& store, Messages& messages) const override;
  void report(const Store& store, const Decision& first, Output& out) const override;
};

/// `actant rename DIR NODE NAME`: what a node is called.
class RenameCommand : public DecideCommand {
 public:
  std::string_view name() const override { return "rename"; }
  std::string_view summary() const override { return "decide what a node is called"; }
  void declare(OptionTable& table) override;

 protected:
  void validate() override;
  std::vector<Decision> decisions(const Store& store, Messages& messages) const override;
  void report(const Store& store, const Decision& first, Output& out) const override;
};

}  // namespace actant

#endif  // ACTANT_TOOLS_CLI_COMMAND_DECIDE_H_
