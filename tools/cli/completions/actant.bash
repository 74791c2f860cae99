# Bash completion of actant, made by `actant help --bash-completion`.
_actant() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} flags=
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'build extract load query show why stats export merge remove check compact backup restore help version' -- "$current"))
    return
  fi
  case ${COMP_WORDS[1]}:$previous in
    build:--language) COMPREPLY=($(compgen -W 'en any' -- "$current")); return ;;
    extract:--language) COMPREPLY=($(compgen -W 'en any' -- "$current")); return ;;
    query:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    query:--modality) COMPREPLY=($(compgen -W 'actual planned possible requested' -- "$current")); return ;;
    why:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    why:--modality) COMPREPLY=($(compgen -W 'actual planned possible requested' -- "$current")); return ;;
    export:--to) COMPREPLY=($(compgen -W 'graphml gexf html jsonld nquads turtle gephi-csv neo4j-csv graphrag graphology cytoscape ftm dot' -- "$current")); return ;;
    export:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    export:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    export:--color) COMPREPLY=($(compgen -W 'type community' -- "$current")); return ;;
    export:--gexf-version) COMPREPLY=($(compgen -W '1.2 1.3' -- "$current")); return ;;
    export:--time) COMPREPLY=($(compgen -W 'timestamp interval' -- "$current")); return ;;
    export:--provenance) COMPREPLY=($(compgen -W 'reified graphs' -- "$current")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    build) flags='--jobs -j --model --min-confidence --language --graph -g --records --force -f --count-duplicates --json --help -h' ;;
    extract) flags='--jobs -j --model --min-confidence --language --output -o --force -f --no-text --help -h' ;;
    load) flags='--graph -g --bulk --count-duplicates --json --help -h' ;;
    query) flags='--all --since --from --until --source --type --min-articles --min-weight --min-confidence --negated --affirmed --modality --limit -n --json --csv --help -h' ;;
    show) flags='--limit -n --json --help -h' ;;
    why) flags='--all --since --from --until --source --type --min-articles --min-weight --min-confidence --negated --affirmed --modality --edges --limit -n --json --help -h' ;;
    stats) flags='--top --json --help -h' ;;
    export) flags='--to --output -o --force -f --since --from --until --source --type --min-articles --min-weight --min-confidence --relation -r --top --around --ego --hops --with-statements --open --layout --color --strict --gexf-version --time --base --provenance --excel --help -h' ;;
    merge) flags='--count-duplicates --json --help -h' ;;
    remove) flags='--source --before --dry-run --json --help -h' ;;
    check) flags='--json --help -h' ;;
    compact) flags='--help -h' ;;
    backup) flags='--keep --help -h' ;;
    restore) flags='--help -h' ;;
    help) flags='build extract load query show why stats export merge remove check compact backup restore' ;;
  esac
  if [[ $current == -* || ${COMP_WORDS[1]} == help ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _actant actant
