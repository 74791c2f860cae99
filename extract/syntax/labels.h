#ifndef ACTANT_EXTRACT_SYNTAX_LABELS_H_
#define ACTANT_EXTRACT_SYNTAX_LABELS_H_

#include <cstdint>
#include <string_view>

namespace actant {

/// Universal parts of speech (universaldependencies.org/u/pos).
#define ACTANT_UPOS(X)                                                                                          \
  X(Adj, "ADJ") X(Adp, "ADP") X(Adv, "ADV") X(Aux, "AUX") X(Cconj, "CCONJ") X(Det, "DET") X(Intj, "INTJ")       \
  X(Noun, "NOUN") X(Num, "NUM") X(Part, "PART") X(Pron, "PRON") X(Propn, "PROPN") X(Punct, "PUNCT")             \
  X(Sconj, "SCONJ") X(Sym, "SYM") X(Verb, "VERB") X(X, "X")

/// Penn Treebank tags as the English UD treebanks use them.
#define ACTANT_XPOS(X)                                                                                          \
  X(Other, "_") X(NN, "NN") X(NNS, "NNS") X(NNP, "NNP") X(NNPS, "NNPS") X(IN, "IN") X(DT, "DT") X(JJ, "JJ")     \
  X(JJR, "JJR") X(JJS, "JJS") X(PRP, "PRP") X(PRPS, "PRP$") X(RB, "RB") X(RBR, "RBR") X(RBS, "RBS")             \
  X(VB, "VB") X(VBD, "VBD") X(VBG, "VBG") X(VBN, "VBN") X(VBP, "VBP") X(VBZ, "VBZ") X(CC, "CC") X(CD, "CD")     \
  X(TO, "TO") X(MD, "MD") X(UH, "UH") X(WDT, "WDT") X(WP, "WP") X(WPS, "WP$") X(WRB, "WRB") X(RP, "RP")         \
  X(POS, "POS") X(EX, "EX") X(PDT, "PDT") X(FW, "FW") X(LS, "LS") X(SYM, "SYM") X(HYPH, "HYPH") X(NFP, "NFP")   \
  X(GW, "GW") X(ADD, "ADD") X(AFX, "AFX") X(XX, "XX") X(Period, ".") X(Comma, ",") X(Colon, ":")                \
  X(OpenQuote, "``") X(CloseQuote, "''") X(LRB, "-LRB-") X(RRB, "-RRB-") X(Dollar, "$")

/// Dependency relations of the English UD treebanks, with subtypes.
#define ACTANT_DEPREL(X)                                                                                        \
  X(Dep, "dep") X(Root, "root") X(Punct, "punct") X(Case, "case") X(Det, "det") X(DetPredet, "det:predet")      \
  X(Nsubj, "nsubj") X(NsubjPass, "nsubj:pass") X(NsubjOuter, "nsubj:outer") X(Advmod, "advmod") X(Amod, "amod") \
  X(Obl, "obl") X(OblAgent, "obl:agent") X(OblUnmarked, "obl:unmarked") X(Obj, "obj") X(Iobj, "iobj")           \
  X(Conj, "conj") X(Cc, "cc") X(CcPreconj, "cc:preconj") X(Nmod, "nmod") X(NmodPoss, "nmod:poss")               \
  X(NmodUnmarked, "nmod:unmarked") X(NmodDesc, "nmod:desc") X(Compound, "compound")                             \
  X(CompoundPrt, "compound:prt") X(Mark, "mark") X(Aux, "aux") X(AuxPass, "aux:pass") X(Cop, "cop")             \
  X(Advcl, "advcl") X(AdvclRelcl, "advcl:relcl") X(Acl, "acl") X(AclRelcl, "acl:relcl") X(Xcomp, "xcomp")       \
  X(Ccomp, "ccomp") X(Csubj, "csubj") X(CsubjPass, "csubj:pass") X(CsubjOuter, "csubj:outer")                   \
  X(Parataxis, "parataxis") X(Nummod, "nummod") X(Appos, "appos") X(Flat, "flat") X(Fixed, "fixed")             \
  X(Discourse, "discourse") X(Expl, "expl") X(List, "list") X(Vocative, "vocative") X(Goeswith, "goeswith")     \
  X(Orphan, "orphan") X(Dislocated, "dislocated") X(Reparandum, "reparandum")

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
