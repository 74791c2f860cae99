#include "extract/relation/polarity.h"

#include <algorithm>

#include "extract/relation/syntax_walk.h"

namespace actant {
namespace {

constexpr int kMaxDepth = 8;

// Nouns for what others say happened, and verbs that call it untrue.
bool is_claim(std::string_view lemma) {
  return is_one_of(lemma, {"accusation", "allegation", "assertion", "charge", "claim", "insinuation", "notion",
                           "report", "rumor", "rumour", "speculation", "suggestion"});
}

bool calls_untrue(std::string_view lemma) {
  return is_one_of(lemma, {"deny", "reject", "dismiss", "refute", "dispute", "rebut", "repudiate", "contradict"});
}

// What one has a share in: `denied any role in attacking X`.
bool is_share(std::string_view lemma) {
  return is_one_of(lemma, {"involvement", "role", "part", "hand", "complicity", "participation"});
}

// What one does by whatever one does for it: `gathered to protest X`.
bool is_expressive(std::string_view lemma) {
  return is_one_of(lemma, {"protest", "denounce", "condemn", "honor", "honour", "thank", "express", "voice", "mourn"});
}

class PolarityWalk {
 public:
  PolarityWalk(const Document& document, const Lexicon& lexicon, const ClauseReader& clauses)
      : document_(document), tokens_(document.tokens), lexicon_(lexicon), clauses_(clauses) {}

  Polarity run(uint32_t predicate) {
    own(predicate, true);
    if (is_still_open(predicate)) polarity_.negated = !polarity_.negated;
    uint32_t at = predicate;
    for (int depth = 0; depth < kMaxDepth && at != kNone; ++depth) {
      if (is_asked_whether(document_, at)) raise(Modality::kPossible);
      path_ = at;
      at = climb(at);
    }
    return polarity_;
  }

 private:
  // The least actual reading wins: may plan to attack is possible, urged to plan is requested.
  void raise(Modality modality) {
    if (static_cast<int>(modality) > static_cast<int>(polarity_.modality)) polarity_.modality = modality;
  }

  void apply(Outlook outlook, uint32_t governor) {
    switch (outlook) {
      case Outlook::kPlain: return;
      case Outlook::kPlanned: return raise(Modality::kPlanned);
      case Outlook::kPossible: return raise(Modality::kPossible);
      case Outlook::kRequested: return raise(Modality::kRequested);
      case Outlook::kNegated:
      case Outlook::kDenied: polarity_.negated = !polarity_.negated; return;
      case Outlook::kPromised:
      case Outlook::kThreatened: raise(Modality::kPlanned); break;
      case Outlook::kRefused: polarity_.negated = !polarity_.negated; break;
    }
    if (polarity_.governor == kNone) {
      polarity_.governor = governor;
      polarity_.governor_outlook = outlook;
    }
  }

  void auxiliary(uint32_t token, const Token& verb) {
    const std::string_view lemma = tokens_[token].lemma, norm = tokens_[token].norm;
    if (norm == "will" || norm == "'ll" || norm == "wo" || norm == "shall" || lemma == "will") {
      raise(norm == "would" || norm == "'d" ? would(verb) : Modality::kPlanned);
    } else if (norm == "would" || lemma == "would") {
      raise(would(verb));
    } else if (norm == "may" || norm == "might" || norm == "could" || norm == "can" || norm == "ca") {
      raise(Modality::kPossible);
    } else if (norm == "must" || norm == "should" || norm == "ought") {
      raise(Modality::kRequested);
    }
  }

  // `said it would attack` is the future seen from the past; elsewhere `would` is a condition.
  Modality would(const Token& verb) const {
    return verb.deprel == Deprel::kCcomp || verb.deprel == Deprel::kConj ? Modality::kPlanned : Modality::kPossible;
  }

  bool is_negation(const Token& token) const {
    return token.lemma == "not" || token.norm == "n't" || token.norm == "never" || token.norm == "not" ||
           token.norm == "longer" || token.norm == "neither" || token.norm == "nor";
  }

  // `not only condemned`, `but not before they shot X`
  bool is_no_denial(uint32_t negation) const {
    return negation + 1 < tokens_.size() && tokens_[negation].norm == "not" &&
           is_one_of(tokens_[negation + 1].norm, {"only", "just", "merely", "simply", "before", "until"});
  }

  // What the word itself carries: negation, auxiliaries, `if`, adverbs, adjectives (`possible talks`).
  void own(uint32_t at, bool with_marks) {
    const Token& word = tokens_[at];
    for (uint32_t c : clauses_.children(at)) {
      const Token& token = tokens_[c];
      switch (token.deprel) {
        case Deprel::kAdvmod:
          if (is_negation(token) && is_no_denial(c)) break;
          if (is_negation(token)) {
            polarity_.negated = !polarity_.negated;
          } else {
            apply(lexicon_.outlook(clauses_.word(c)), c);
          }
          break;
        case Deprel::kDet:
          if (token.norm == "no" || token.norm == "neither") polarity_.negated = !polarity_.negated;
          break;
        case Deprel::kAux: auxiliary(c, word); break;
        case Deprel::kAmod:
          if (c < at) apply(lexicon_.outlook(clauses_.word(c)), c);
          break;
        case Deprel::kNsubj:
        case Deprel::kNsubjPass:
        case Deprel::kObj:
          if (c != path_ && has_no(c)) polarity_.negated = !polarity_.negated;
          break;
        case Deprel::kMark:
          if (!with_marks) break;
          if (token.norm == "if" || token.norm == "unless" || token.norm == "whether") raise(Modality::kPossible);
          if (token.norm == "without") polarity_.negated = !polarity_.negated;
          break;
        case Deprel::kCase:
          if (token.norm == "without") polarity_.negated = !polarity_.negated;
          break;
        default: break;
      }
    }
  }

  // `no soldier was killed`, `nobody attacked`
  bool has_no(uint32_t noun) const {
    const std::string_view norm = tokens_[noun].norm;
    if (norm == "nobody" || norm == "none" || norm == "nothing") return true;
    return std::ranges::any_of(clauses_.children(noun), [&](uint32_t c) {
      return tokens_[c].deprel == Deprel::kDet && tokens_[c].norm == "no";
    });
  }

  // `has yet to condemn`, `is yet to condemn`, `stopped short of condemning`
  bool is_still_open(uint32_t at) const {
    if (at < 3) return false;
    const bool yet = tokens_[at - 1].norm == "to" && tokens_[at - 2].norm == "yet" &&
                     is_one_of(tokens_[at - 3].lemma, {"have", "be"});
    return yet || (tokens_[at - 1].norm == "of" && tokens_[at - 2].norm == "short" &&
                   is_one_of(tokens_[at - 3].lemma, {"stop", "fall"}));
  }

  // Takes what is said of the claim `noun` whose content the walk came from: `rejected claims that P`, `no evidence
  // that P`.
  void judge_claim(uint32_t noun) {
    if (denier_of_claim(noun) != kNone) {
      polarity_.negated = !polarity_.negated;
    } else if (is_one_of(tokens_[noun].lemma, {"evidence", "proof", "indication", "sign"}) && has_no(noun)) {
      raise(Modality::kPossible);
    }
  }

  uint32_t denier_of_claim(uint32_t noun) const {
    const uint32_t verb = tokens_[noun].head;
    const bool object = tokens_[noun].deprel == Deprel::kObj || tokens_[noun].deprel == Deprel::kNsubjPass;
    if (!object || verb == kNone || !is_claim(tokens_[noun].lemma)) return kNone;
    return calls_untrue(tokens_[verb].lemma) ? verb : kNone;
  }

  Outlook outlook(uint32_t token) const { return lexicon_.outlook(clauses_.predicate_word(token)); }

  bool infinitive(uint32_t token) const { return tokens_[token].xpos == Xpos::kVB; }

  // Takes what the governor of `at` says of it. Returns the governor to go on from, or kNone.
  uint32_t climb(uint32_t at) {
    const uint32_t head = tokens_[at].head;
    if (head == kNone) return kNone;
    switch (tokens_[at].deprel) {
      case Deprel::kConj: return conjunct(at, head);
      case Deprel::kXcomp:
        if (is_still_open(at)) return kNone;
        // `have to leave` obliges, `have begun leaving` does not.
        if (tokens_[head].lemma == "have" && !infinitive(at)) return kNone;
        if (is_performed(at, head)) return kNone;
        // `wants X to leave`, `wants X banned`: asked of X.
        if (tokens_[head].lemma == "want" || tokens_[head].lemma == "need") {
          const uint32_t object = clauses_.child(head, Deprel::kObj);
          if (object != kNone && object < at) raise(Modality::kRequested);
        }
        return complement(head);
      case Deprel::kAclRelcl: return is_that_clause(at) ? noun_clause(head) : kNone;
      case Deprel::kAcl:
        if (is_that_clause(at)) return noun_clause(head);
        // `rejected accusations of supporting X`, `denied any role in attacking X`
        if (tokens_[at].xpos == Xpos::kVBG && is_claim(tokens_[head].lemma)) {
          judge_claim(head);
          return kNone;
        }
        if (tokens_[at].xpos == Xpos::kVBG && is_share(tokens_[head].lemma)) return head;
        if (!infinitive(at)) return kNone;
        if (outlook(head) == Outlook::kPlain && is_expressive(tokens_[at].lemma)) return head;
        if (outlook(head) == Outlook::kPlain) raise(Modality::kPlanned);
        return complement(head);
      case Deprel::kCcomp:
        return is_nominal(tokens_[head]) && clauses_.child(head, Deprel::kCop) == kNone ? noun_clause(head)
                                                                                        : clause(at, head);
      case Deprel::kCsubj:
        // `it is false that P`
        if (is_one_of(tokens_[head].lemma, {"false", "untrue", "wrong", "incorrect", "baseless"})) {
          polarity_.negated = !polarity_.negated;
          own(head, false);
        }
        return kNone;
      case Deprel::kAdvcl: return adverbial(at, head);
      case Deprel::kObj:
      case Deprel::kNsubjPass:
      case Deprel::kNsubj:
      case Deprel::kObl:
      case Deprel::kNmod:
      case Deprel::kCompound: return noun(at, head);
      default: return kNone;
    }
  }

  uint32_t complement(uint32_t head) {
    apply(outlook(head), head);
    own(head, true);
    return head;
  }

  // `I want to thank X`, `I would like to congratulate X`: said so, it is done.
  bool is_performed(uint32_t at, uint32_t head) const {
    if (!is_one_of(tokens_[head].lemma, {"want", "like", "wish"})) return false;
    const uint32_t subject = clauses_.child(head, Deprel::kNsubj);
    if (subject == kNone || !is_one_of(tokens_[subject].norm, {"i", "we"})) return false;
    return is_one_of(tokens_[at].lemma, {"thank", "congratulate", "welcome", "commend", "applaud", "praise", "condemn",
                                         "express", "offer", "recognize", "salute", "acknowledge", "give", "extend"});
  }

  uint32_t clause(uint32_t at, uint32_t head) {
    const Outlook kind = outlook(head);
    // `told them that X has left`, `insists X is doing P`
    if (kind == Outlook::kRequested && is_indicative(document_, at)) return kNone;
    if (kind == Outlook::kPlain || kind == Outlook::kRefused || kind == Outlook::kNegated) return kNone;
    apply(kind, head);
    if (kind == Outlook::kDenied) own(head, false);  // `did not deny that`
    return kNone;
  }

  // `its demand that X leave`, no relative clause.
  bool is_that_clause(uint32_t at) const {
    const uint32_t mark = clauses_.child(at, Deprel::kMark);
    return mark != kNone && tokens_[mark].norm == "that";
  }

  uint32_t noun_clause(uint32_t head) {
    judge_claim(head);
    const Outlook kind = outlook(head);
    if (kind != Outlook::kPromised && kind != Outlook::kRefused) apply(kind, head);
    return kNone;
  }

  uint32_t adverbial(uint32_t at, uint32_t head) {
    const Outlook kind = outlook(head);
    // `looks forward to meeting X`
    if (tokens_[at].xpos == Xpos::kVBG && at > head && kind == Outlook::kPlanned) return complement(head);
    if (!infinitive(at)) return kNone;
    if (kind == Outlook::kRequested) {
      apply(kind, head);
    } else if (is_expressive(tokens_[at].lemma)) {
      return complement(head);  // `will march to protest X`
    } else {
      raise(Modality::kPlanned);  // a purpose is not yet a deed
    }
    return kNone;
  }

  uint32_t conjunct(uint32_t at, uint32_t head) {
    const bool independent = std::ranges::any_of(clauses_.children(at), [&](uint32_t c) {
      const Deprel deprel = tokens_[c].deprel;
      return deprel == Deprel::kAux || deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass;
    });
    // `did not meet, but praised`; `has met and will praise`
    const bool same_form = tokens_[at].xpos == tokens_[head].xpos;
    if (!independent && same_form) own(head, true);
    return independent && tokens_[head].deprel != Deprel::kXcomp && tokens_[head].deprel != Deprel::kCcomp ? kNone
                                                                                                           : head;
  }

  uint32_t noun(uint32_t at, uint32_t head) {
    const Deprel deprel = tokens_[at].deprel;
    Outlook kind = outlook(head);
    if (deprel != Deprel::kObl && lexicon_.is(clauses_.word(head), WordClass::kClausal)) kind = Outlook::kPlain;
    const Carrier carrier = lexicon_.carrier(clauses_.predicate_word(head));
    if (deprel == Deprel::kNsubj && carrier == Carrier::kNothing) return kNone;
    // `plans for talks`, `looks forward to a visit`
    if (deprel == Deprel::kObl && carrier == Carrier::kNothing && kind != Outlook::kRequested &&
        kind != Outlook::kPromised && kind != Outlook::kPlanned)
      return kNone;
    // `called for an end to the attacks`: what is to end is going on.
    if (lexicon_.is(clauses_.word(head), WordClass::kCessation)) return kNone;
    if (deprel == Deprel::kNmod && kind == Outlook::kPlain) {
      return lexicon_.is(clauses_.word(head), WordClass::kTransparent) ? head : kNone;
    }
    if (kind != Outlook::kPlain) {
      apply(kind, head);
      if (clauses_.is_clause(head)) own(head, true);
      return head;
    }
    if (carrier == Carrier::kNothing) return kNone;
    own(head, true);
    return head;
  }

  const Document& document_;
  const std::vector<Token>& tokens_;
  const Lexicon& lexicon_;
  const ClauseReader& clauses_;
  Polarity polarity_;
  uint32_t path_ = kNone;  // the dependent the walk came from: has been asked already
};

}  // namespace

Polarity judge_polarity(const Document& document, const Lexicon& lexicon, const ClauseReader& clauses,
                        uint32_t predicate) {
  return PolarityWalk(document, lexicon, clauses).run(predicate);
}

}  // namespace actant
