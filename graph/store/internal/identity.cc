// decisions:  d p node node -> u8 kind, string name of a, string name of b, string text, string note
//             d r node node -> the same; the second node is zero
//             k id          -> u8 type, strings names, strings countries, strings same_as
// joins:      s node node   -> varint reasons; for each u8 code, signed weight/100, varint count, node
//             m node node   -> nothing
//             l             -> nothing
//             w node        -> id
#include "graph/store/internal/identity.h"

#include <cmath>

#include "graph/model/error.h"
#include "graph/store/internal/coding.h"
#include "graph/store/internal/keys.h"

namespace actant::internal {
namespace {

constexpr const char* kWriting = "cannot keep who is who";

// A thing that has a name but no id yet stands under a hash of the name, which is no node id: rank 0.
uint64_t key_of(const DecisionNode& node) {
  return node.id || node.name.empty() ? node.id.value : stable_hash(node.name) >> 4;
}

NodeId node_of(uint64_t value) { return NodeId{value >> 60 == 0 ? 0 : value}; }

void put_strings(std::string& out, const std::vector<std::string>& list) {
  put_varint(out, list.size());
  for (const std::string& text : list) put_string(out, text);
}

std::vector<std::string> read_strings(Decoder& in) {
  std::vector<std::string> list;
  for (uint64_t left = in.varint(); left > 0 && in.ok(); --left) list.emplace_back(in.string());
  return list;
}

void check_decoded(const Decoder& in, const char* what) {
  if (!in.ok() || !in.done()) throw CorruptData(std::string("a value of ") + what + " cannot be read");
}

}  // namespace

std::string decision_key(const Decision& decision) {
  std::string key = decision.kind == Decision::Kind::kRename ? "dr" : "dp";
  put_u64(key, key_of(decision.a));
  put_u64(key, key_of(decision.b));
  return key;
}

std::string encode_decision(const Decision& decision) {
  std::string out;
  put_u8(out, static_cast<uint8_t>(decision.kind));
  for (const std::string* text : {&decision.a.name, &decision.b.name, &decision.text, &decision.note}) {
    put_string(out, *text);
  }
  return out;
}

Decision parse_decision_entry(std::string_view key, std::string_view value) {
  if (key.size() != 18) throw CorruptData("a key of decisions cannot be read");
  Decoder ids(key.substr(2));
  Decoder in(value);
  Decision decision;
  decision.a.id = node_of(ids.u64());
  decision.b.id = node_of(ids.u64());
  decision.kind = static_cast<Decision::Kind>(in.u8());
  for (std::string* text : {&decision.a.name, &decision.b.name, &decision.text, &decision.note}) *text = in.string();
  check_decoded(in, "decisions");
  return decision;
}

std::string known_key(std::string_view id) { return "k" + std::string(id); }

std::string encode_known(const KnownEntity& entity) {
  std::string out;
  put_u8(out, static_cast<uint8_t>(entity.type));
  for (const auto* list : {&entity.names, &entity.countries, &entity.same_as}) put_strings(out, *list);
  return out;
}

KnownEntity parse_known_entry(std::string_view key, std::string_view value) {
  Decoder in(value);
  KnownEntity entity;
  entity.id = key.substr(1);
  entity.type = static_cast<EntityType>(in.u8());
  for (auto* list : {&entity.names, &entity.countries, &entity.same_as}) *list = read_strings(in);
  check_decoded(in, "decisions");
  return entity;
}

std::string step_key(NodeId a, NodeId b) {
  std::string key = "s";
  put_u64(key, a.value);
  put_u64(key, b.value);
  return key;
}

std::string encode_step(const MergeStep& step) {
  std::string out;
  put_varint(out, step.reasons.size());
  for (const MergeReason& reason : step.reasons) {
    put_u8(out, static_cast<uint8_t>(reason.code));
    put_signed(out, std::lround(reason.weight * 100));
    put_varint(out, reason.count);
    put_u64(out, reason.node.value);
  }
  return out;
}

MergeStep parse_step_entry(std::string_view key, std::string_view value) {
  if (key.size() != 17) throw CorruptData("a key of joins cannot be read");
  Decoder ids(key.substr(1));
  Decoder in(value);
  MergeStep step;
  step.a.value = ids.u64();
  step.b.value = ids.u64();
  for (uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    MergeReason reason;
    reason.code = static_cast<MergeReason::Code>(in.u8());
    reason.weight = static_cast<float>(in.signed_varint()) / 100;
    reason.count = static_cast<uint32_t>(in.varint());
    reason.node.value = in.u64();
    step.reasons.push_back(reason);
  }
  check_decoded(in, "joins");
  return step;
}

std::string member_prefix(NodeId representative) {
  std::string key = "m";
  put_u64(key, representative.value);
  return key;
}

std::string member_key(NodeId representative, NodeId member) {
  std::string key = member_prefix(representative);
  put_u64(key, member.value);
  return key;
}

bool has_members(const Database& database) { return database.get(Family::kJoins, kHasMembers).has_value(); }

std::string link_key(NodeId node) {
  std::string key = "w";
  put_u64(key, node.value);
  return key;
}

std::vector<Decision> read_decisions(const Database& database, const Database::Snapshot* snapshot) {
  std::vector<Decision> decisions;
  database.scan(
      Family::kDecisions, "d",
      [&](std::string_view key, std::string_view value) {
        decisions.push_back(parse_decision_entry(key, value));
        return true;
      },
      snapshot);
  return decisions;
}

void for_each_known(const Database& database, const std::function<bool(KnownEntity)>& visit) {
  database.scan(Family::kDecisions, "k",
                [&](std::string_view key, std::string_view value) { return visit(parse_known_entry(key, value)); });
}

std::optional<KnownEntity> read_known(const Database& database, std::string_view id,
                                      const Database::Snapshot* snapshot) {
  const std::string key = known_key(id);
  const auto value = database.get(Family::kDecisions, key, snapshot);
  if (!value) return std::nullopt;
  return parse_known_entry(key, *value);
}

std::vector<MergeStep> read_steps(const Database& database, const std::vector<NodeId>& members) {
  std::vector<MergeStep> steps;
  for (const NodeId member : members) {
    const std::string prefix = link_key(member).replace(0, 1, "s");
    database.scan(Family::kJoins, prefix, [&](std::string_view key, std::string_view value) {
      steps.push_back(parse_step_entry(key, value));
      return true;
    });
  }
  return steps;
}

StepWriter::StepWriter(Database& database) : database_(database) {
  check(batch_.DeleteRange(database.handle(Family::kJoins), slice("s"), slice("t")), kWriting);
}

void StepWriter::add(const MergeStep& step) {
  constexpr size_t kBatchBytes = 4u << 20;
  check(batch_.Put(database_.handle(Family::kJoins), step_key(step.a, step.b), encode_step(step)), kWriting);
  if (batch_.GetDataSize() >= kBatchBytes) finish();
}

void StepWriter::finish() {
  database_.write(batch_);
  batch_.Clear();
}

void write_links(Database& database, const std::vector<std::pair<NodeId, std::string>>& known,
                 rocksdb::WriteBatch& batch) {
  auto* family = database.handle(Family::kJoins);
  check(batch.DeleteRange(family, slice("w"), slice("x")), kWriting);
  for (const auto& [node, id] : known) check(batch.Put(family, link_key(node), id), kWriting);
}

}  // namespace actant::internal
