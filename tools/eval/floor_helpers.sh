# What the scripts of floors share; to be sourced with `shared` set. `work` is a folder that goes away at the end.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
check() {  # TITLE COMMAND...
  echo "-- $1"
  shift
  "$@" || failed=1
}
unpack() { zstd -dcq "$1" > "$2"; }

# Scores of the model in the folder $model, built in $build, on the data of $shared.
trees() {  # TITLE FILE [FLOOR...] : gold tokens
  unpack "$shared/data/treebank/en_$2.conllu.zst" "$work/gold.conllu"
  "$build/tools/analyze_conllu" --model "$model" "$work/gold.conllu" > "$work/system.conllu"
  check "$1, gold tokens" python3 tools/eval/score_conllu.py --gold-tokens "${@:3}" "$work/gold.conllu" "$work/system.conllu"
}
raw() {  # TITLE FILE [FLOOR...]
  unpack "$shared/data/treebank/en_$2.conllu.zst" "$work/gold.conllu"
  python3 tools/eval/raw_text.py "$work/gold.conllu" > "$work/text.txt"
  "$build/tools/analyze_conllu" --model "$model" --raw "$work/text.txt" > "$work/system.conllu"
  check "$1, raw text" python3 tools/eval/score_conllu.py "${@:3}" "$work/gold.conllu" "$work/system.conllu"
}
names() {  # TITLE FILE [OPTION...]
  unpack "$shared/data/ner/$2.iob2.zst" "$work/names.iob2"
  "$build/tools/analyze_conllu" --model "$model" --iob2 "$work/names.iob2" > "$work/names.out"
  check "$1, names of the program" python3 tools/eval/score_ner.py --types PER,ORG,LOC "${@:3}" "$work/names.iob2" "$work/names.out"
}
nationalities() {  # the two other types that entities have: reported, GMB is silver
  names "GUM-derived dev, nationalities and events" gum_derived.dev --types NORP,EVENT
  names "GMB dev (machine-made), nationalities and events" gmb.dev --types NORP,EVENT
}
chains() {  # TITLE SPLIT [FLOOR...] : coreference of all noun phrases, gold tokens and sentences
  python3 tools/eval/coref_tokens.py gum "$shared/data/treebank/en_gum-ud-$2.conllu.zst" "$shared/data/coref/ontogum.$2.conll.zst" > "$work/gold.tokens"
  "$build/tools/analyze_coref" --model "$model" "$work/gold.tokens" > "$work/system.tokens"
  check "coreference of all noun phrases, $1" python3 tools/eval/score_coref.py "${@:3}" "$work/gold.tokens" "$work/system.tokens"
}
attribution() {  # TITLE GOLD_FILE FLOOR [OPTION...]
  python3 tools/eval/score_attribution.py articles "$2" > "$work/attribution.jsonl"
  "$build/tools/analyze_attribution" --model "$model" "$work/attribution.jsonl" > "$work/attribution.out"
  check "attribution, $1" python3 tools/eval/score_attribution.py score "$2" "$work/attribution.out" --floor "F1=$3" "${@:4}"
}
attributions() {  # SET=FLOOR...
  local set floor
  for set in "$@"; do
    floor=${set#*=}
    case ${set%%=*} in
      EWT) attribution "EWT dev" "$shared/data/attribution/ewt_attributions.dev.jsonl.zst" "$floor" ;;
      GUM) attribution "GUM dev, clauses" "$shared/data/attribution/gum_attributions.dev.jsonl.zst" "$floor" --clauses ;;
      PolNeAR) attribution "PolNeAR dev, outermost" "$shared/data/attribution/polnear.dev.jsonl.zst" "$floor" --outermost ;;
      PolNeAR-plain) attribution "PolNeAR dev, also inside others" "$shared/data/attribution/polnear.dev.jsonl.zst" "$floor" ;;
      own)
        python3 tools/eval/own_attributions.py --shared "$shared" > "$work/own_attributions.jsonl"
        attribution "our own, outermost" "$work/own_attributions.jsonl" "$floor" --outermost ;;
    esac
  done
}
