#ifndef ACTANT_GRAPH_MERGE_RECORD_IDENTITY_H_
#define ACTANT_GRAPH_MERGE_RECORD_IDENTITY_H_

#include <string>
#include <vector>

#include "graph/model/ids.h"
#include "graph/model/record.h"

namespace actant {

/// The node of layer 1 that an entity of a record is.
struct RecordIdentity {
  NodeId node;
  bool linked = false;  ///< its node is that of a fuller name in the same record
};

/// Decides on the layer-1 nodes of all entities of one record, in their order, from the record alone, so that the order
/// of articles cannot matter. `names` are the entities' names as they are stored.
///
/// A name that is only part of one fuller name in the same record is that one: a surname ("Araghchi" beside "Abbas
/// Araghchi"), initials ("J. Smith"), the acronym of an organization; not when two fuller names fit, their countries
/// differ, or a relation of the record stands between the two.
///
/// A surname that no fuller name explains is kept apart by what the record says of its bearer: the country or, when
/// that is not known, the country that the record is most about, and the office. So two ministers of one surname are
/// two nodes, and the resolver has a context to decide by. Full names are kept apart by the line of work outside public
/// life (occupation_of()): a footballer is not the minister of the same name until more speaks for it.
std::vector<RecordIdentity> identify_entities(const Record& record, const std::vector<std::string>& names);

}  // namespace actant

#endif  // ACTANT_GRAPH_MERGE_RECORD_IDENTITY_H_
