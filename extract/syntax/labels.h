#ifndef ACTANT_EXTRACT_SYNTAX_LABELS_H_
#define ACTANT_EXTRACT_SYNTAX_LABELS_H_

#include <cstdint>
#include <string_view>

namespace actant {

// clang-format off: lists, whose rows it would indent further and further.
/// Universal parts of speech (universaldependencies.org/u/pos).
#define ACTANT_UPOS(T)                                                                                          \
  T(Adj, "ADJ") T(Adp, "ADP") T(Adv, "ADV") T(Aux, "AUX") T(Cconj, "CCONJ") T(Det, "DET") T(Intj, "INTJ")       \
  T(Noun, "NOUN") T(Num, "NUM") T(Part, "PART") T(Pron, "PRON") T(Propn, "PROPN") T(Punct, "PUNCT")             \
  T(Sconj, "SCONJ") T(Sym, "SYM") T(Verb, "VERB") T(X, "X")

/// Penn Treebank tags as the English UD treebanks use them.
#define ACTANT_XPOS(T)                                                                                          \
  T(Other, "_") T(NN, "NN") T(NNS, "NNS") T(NNP, "NNP") T(NNPS, "NNPS") T(IN, "IN") T(DT, "DT") T(JJ, "JJ")     \
  T(JJR, "JJR") T(JJS, "JJS") T(PRP, "PRP") T(PRPS, "PRP$") T(RB, "RB") T(RBR, "RBR") T(RBS, "RBS")             \
  T(VB, "VB") T(VBD, "VBD") T(VBG, "VBG") T(VBN, "VBN") T(VBP, "VBP") T(VBZ, "VBZ") T(CC, "CC") T(CD, "CD")     \
  T(TO, "TO") T(MD, "MD") T(UH, "UH") T(WDT, "WDT") T(WP, "WP") T(WPS, "WP$") T(WRB, "WRB") T(RP, "RP")         \
  T(POS, "POS") T(EX, "EX") T(PDT, "PDT") T(FW, "FW") T(LS, "LS") T(SYM, "SYM") T(HYPH, "HYPH") T(NFP, "NFP")   \
  T(GW, "GW") T(ADD, "ADD") T(AFX, "AFX") T(XX, "XX") T(Period, ".") T(Comma, ",") T(Colon, ":")                \
  T(OpenQuote, "``") T(CloseQuote, "''") T(LRB, "-LRB-") T(RRB, "-RRB-") T(Dollar, "$")

/// Dependency relations of the English UD treebanks, with subtypes.
#define ACTANT_DEPREL(T)                                                                                        \
  T(Dep, "dep") T(Root, "root") T(Punct, "punct") T(Case, "case") T(Det, "det") T(DetPredet, "det:predet")      \
  T(Nsubj, "nsubj") T(NsubjPass, "nsubj:pass") T(NsubjOuter, "nsubj:outer") T(Advmod, "advmod") T(Amod, "amod") \
  T(Obl, "obl") T(OblAgent, "obl:agent") T(OblUnmarked, "obl:unmarked") T(Obj, "obj") T(Iobj, "iobj")           \
  T(Conj, "conj") T(Cc, "cc") T(CcPreconj, "cc:preconj") T(Nmod, "nmod") T(NmodPoss, "nmod:poss")               \
  T(NmodUnmarked, "nmod:unmarked") T(NmodDesc, "nmod:desc") T(Compound, "compound")                             \
  T(CompoundPrt, "compound:prt") T(Mark, "mark") T(Aux, "aux") T(AuxPass, "aux:pass") T(Cop, "cop")             \
  T(Advcl, "advcl") T(AdvclRelcl, "advcl:relcl") T(Acl, "acl") T(AclRelcl, "acl:relcl") T(Xcomp, "xcomp")       \
  T(Ccomp, "ccomp") T(Csubj, "csubj") T(CsubjPass, "csubj:pass") T(CsubjOuter, "csubj:outer")                   \
  T(Parataxis, "parataxis") T(Nummod, "nummod") T(Appos, "appos") T(Flat, "flat") T(Fixed, "fixed")             \
  T(Discourse, "discourse") T(Expl, "expl") T(List, "list") T(Vocative, "vocative") T(Goeswith, "goeswith")     \
  T(Orphan, "orphan") T(Dislocated, "dislocated") T(Reparandum, "reparandum")
// clang-format on

#define ACTANT_ENUMERATOR(name, text) k##name,
enum class Upos : uint8_t { ACTANT_UPOS(ACTANT_ENUMERATOR) };
enum class Xpos : uint8_t { ACTANT_XPOS(ACTANT_ENUMERATOR) };
enum class Deprel : uint8_t { ACTANT_DEPREL(ACTANT_ENUMERATOR) };
#undef ACTANT_ENUMERATOR

std::string_view upos_name(Upos upos);
std::string_view xpos_name(Xpos xpos);
std::string_view deprel_name(Deprel deprel);

/// Inverse of the names; an unknown subtype falls back to its universal relation, anything else to X, `_` and `dep`.
Upos parse_upos(std::string_view name);
Xpos parse_xpos(std::string_view name);
Deprel parse_deprel(std::string_view name);

}  // namespace actant

#endif  // ACTANT_EXTRACT_SYNTAX_LABELS_H_
