# Bash completion of actant, made by `actant help --bash-completion`.
_actant() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} flags=
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'build extract load query show why source stats export merge remove check compact backup restore path neighbors timeline top communities bridges why-same same different rename decisions resolve explain help version' -- "$current"))
    return
  fi
  case ${COMP_WORDS[1]}:$previous in
    build:--language) COMPREPLY=($(compgen -W 'en any' -- "$current")); return ;;
    build:--date-order) COMPREPLY=($(compgen -W 'dmy mdy' -- "$current")); return ;;
    extract:--language) COMPREPLY=($(compgen -W 'en any' -- "$current")); return ;;
    extract:--date-order) COMPREPLY=($(compgen -W 'dmy mdy' -- "$current")); return ;;
    query:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    query:--modality) COMPREPLY=($(compgen -W 'actual planned possible requested' -- "$current")); return ;;
    why:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    why:--modality) COMPREPLY=($(compgen -W 'actual planned possible requested' -- "$current")); return ;;
    export:--to) COMPREPLY=($(compgen -W 'graphml gexf html jsonld nquads turtle trig gephi-csv neo4j-csv graphrag graphology cytoscape ftm dot' -- "$current")); return ;;
    export:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    export:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    export:--color) COMPREPLY=($(compgen -W 'type community' -- "$current")); return ;;
    export:--gexf-version) COMPREPLY=($(compgen -W '1.2 1.3' -- "$current")); return ;;
    export:--time) COMPREPLY=($(compgen -W 'timestamp interval spells' -- "$current")); return ;;
    export:--provenance) COMPREPLY=($(compgen -W 'reified graphs' -- "$current")); return ;;
    path:--by) COMPREPLY=($(compgen -W 'hops strength' -- "$current")); return ;;
    path:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    path:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    neighbors:--direction) COMPREPLY=($(compgen -W 'out in both' -- "$current")); return ;;
    neighbors:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    neighbors:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    timeline:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    timeline:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    top:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    top:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    top:--by) COMPREPLY=($(compgen -W 'degree strength pagerank betweenness coreness' -- "$current")); return ;;
    communities:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    communities:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    bridges:--relation) COMPREPLY=($(compgen -W 'stated met-with visited agreed-with supports cooperated-with aided yielded-to requested accused rejected threatened protested mobilized sanctioned coerced attacked appointed removed defeated acquired holds-position member-of citizen-of located-in part-of related-to also-known-as events facts open' -- "$current")); return ;;
    bridges:--type) COMPREPLY=($(compgen -W 'person organization place group event topic statement' -- "$current")); return ;;
    explain:--language) COMPREPLY=($(compgen -W 'en any' -- "$current")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    build) flags='--jobs -j --model --min-confidence --language --field --encoding --date --date-order --keep-duplicates --errors --keep-going-quietly --graph -g --records --force -f --count-duplicates --entities --decisions --open --json --help -h' ;;
    extract) flags='--jobs -j --model --min-confidence --language --field --encoding --date --date-order --keep-duplicates --errors --keep-going-quietly --output -o --force -f --open --chains --no-text --help -h' ;;
    load) flags='--graph -g --bulk --step --count-duplicates --entities --decisions --json --help -h' ;;
    query) flags='--all --since --from --until --source --type --min-articles --min-weight --min-confidence --negated --affirmed --modality --limit -n --json --csv --explain --help -h' ;;
    show) flags='--limit -n --json --help -h' ;;
    why) flags='--all --since --from --until --source --type --min-articles --min-weight --min-confidence --negated --affirmed --modality --edges --limit -n --places --json --help -h' ;;
    source) flags='--text --page --archive --field --encoding --force --help -h' ;;
    stats) flags='--top --json --help -h' ;;
    export) flags='--to --output -o --force -f --since --from --until --source --type --min-articles --min-weight --min-confidence --relation -r --top --around --ego --hops --with-statements --open --layout --color --strict --gexf-version --time --dynamic-weights --base --provenance --split --excel --help -h' ;;
    merge) flags='--count-duplicates --json --help -h' ;;
    remove) flags='--source --before --dry-run --json --help -h' ;;
    check) flags='--json --help -h' ;;
    compact) flags='--help -h' ;;
    backup) flags='--keep --help -h' ;;
    restore) flags='--help -h' ;;
    path) flags='--by --paths -k --max-hops --directed --relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --max-edges --json --help -h' ;;
    neighbors) flags='--hops --direction --relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --max-edges --limit -n --json --csv --help -h' ;;
    timeline) flags='--reverse --sentences --relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --limit -n --json --csv --help -h' ;;
    top) flags='--relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --limit -n --json --csv --by --sample --help -h' ;;
    communities) flags='--relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --limit -n --json --csv --resolution --members --min-size --help -h' ;;
    bridges) flags='--relation -r --since --from --until --source --type --min-articles --min-weight --min-confidence --any --limit -n --json --csv --nodes --min-size --help -h' ;;
    why-same) flags='--json --help -h' ;;
    same) flags='--note --undo --help -h' ;;
    different) flags='--note --undo --help -h' ;;
    rename) flags='--note --undo --help -h' ;;
    decisions) flags='--help -h' ;;
    resolve) flags='--entities --decisions --forget-entities --help -h' ;;
    explain) flags='--id --sentence -s --tokens -t --open --model --language --json --help -h' ;;
    help) flags='build extract load query show why source stats export merge remove check compact backup restore path neighbors timeline top communities bridges why-same same different rename decisions resolve explain' ;;
  esac
  if [[ $current == -* || ${COMP_WORDS[1]} == help ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _actant actant
