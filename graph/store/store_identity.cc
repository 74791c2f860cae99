// What Store offers on who is who.
#include <algorithm>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/identity.h"
#include "graph/store/internal/name_reader.h"
#include "graph/store/internal/node_reader.h"
#include "graph/store/internal/resolve.h"
#include "graph/store/internal/store_impl.h"

namespace actant {

using internal::Family;

namespace {

constexpr const char* kWriting = "cannot keep a decision";

// The next resolve() has something to do.
void count_change(internal::Database& database, rocksdb::WriteBatch& batch) {
  std::string one;
  internal::put_u64(one, 1);
  internal::check(batch.Merge(database.handle(Family::kMeta), internal::kGeneration, one), kWriting);
}

}  // namespace

void Store::decide(Decision decision) {
  impl_->check_writable();
  decision.normalize();
  const bool pair = decision.kind != Decision::Kind::kRename;
  if (!decision.a.id && decision.a.name.empty()) throw InvalidArgument("a decision names no node");
  if (pair && !decision.b.id && decision.b.name.empty())
    throw InvalidArgument("a decision names one node, expected two");
  if (pair && decision.a.id && decision.b.id && decision.a.id.type() != decision.b.id.type() &&
      decision.kind == Decision::Kind::kSame) {
    throw InvalidArgument("a " + std::string(entity_type_name(decision.a.id.type())) + " and a " +
                          std::string(entity_type_name(decision.b.id.type())) + " cannot be one node");
  }
  rocksdb::WriteBatch batch;
  internal::check(batch.Put(impl_->database.handle(Family::kDecisions), internal::decision_key(decision),
                            internal::encode_decision(decision)),
                  kWriting);
  count_change(impl_->database, batch);
  impl_->database.write(batch);
}

bool Store::undecide(const Decision& decision) {
  impl_->check_writable();
  Decision normal = decision;
  normal.normalize();
  const std::string key = internal::decision_key(normal);
  if (!impl_->database.get(Family::kDecisions, key)) return false;
  rocksdb::WriteBatch batch;
  internal::check(batch.Delete(impl_->database.handle(Family::kDecisions), key), kWriting);
  count_change(impl_->database, batch);
  impl_->database.write(batch);
  return true;
}

std::vector<Decision> Store::decisions() const { return internal::read_decisions(impl_->database); }

void Store::add_known(const KnownEntity& entity) {
  impl_->check_writable();
  if (entity.id.empty() || entity.names.empty())
    throw InvalidArgument("an entity of a watch list needs an id and a name");
  const std::string key = internal::known_key(entity.id), value = internal::encode_known(entity);
  if (impl_->database.get(Family::kDecisions, key) == value) return;
  rocksdb::WriteBatch batch;
  internal::check(batch.Put(impl_->database.handle(Family::kDecisions), key, value), kWriting);
  count_change(impl_->database, batch);
  impl_->database.write(batch);
}

void Store::clear_known() {
  impl_->check_writable();
  rocksdb::WriteBatch batch;
  internal::check(batch.DeleteRange(impl_->database.handle(Family::kDecisions), "k", "l"), kWriting);
  count_change(impl_->database, batch);
  impl_->database.write(batch);
}

void Store::for_each_known(const std::function<bool(const KnownEntity&)>& visit) const {
  internal::for_each_known(impl_->database, [&](const KnownEntity& entity) { return visit(entity); });
}

uint64_t Store::linked_entities() const { return impl_->view().resolution->known_count(); }

std::vector<NodeId> Store::members(NodeId node) const {
  const auto view = impl_->view();
  return view.resolution->members(view.representative(node));
}

std::optional<Node> Store::member(NodeId node) const {
  const auto view = impl_->view();
  return internal::NodeReader(view).read_member(node);
}

std::vector<MergeStep> Store::merge_steps(NodeId node) const {
  return internal::read_steps(impl_->database, members(node));
}

MergeStep Store::compare(NodeId a, NodeId b) const { return internal::compare_raw_nodes(impl_->database, a, b); }

std::vector<NodeId> Store::find_members(std::string_view name) const {
  const auto view = impl_->view();
  return internal::NameReader(view).find_members(name);
}

}  // namespace actant
