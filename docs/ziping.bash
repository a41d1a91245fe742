# Completion of ziping's command line for bash: commands, options, formats, files, folders of datasets.
# Installed as share/bash-completion/completions/ziping; `source docs/ziping.bash` does without installing.

_ziping_options() {
  case $1 in
    extract)
      echo --from --output --to --bom --jobs --timeout --max-memory --max-pages --again --shard --quiet --log-json \
        --patterns --help ;;
    merge) echo --output --to --bom --jobs --help ;;
    audit) echo --all --help ;;
    export) echo --to --bom --jobs --help ;;
    review) echo --apply --sources --no-pictures --jobs --help ;;
    text) echo --plain --tables --draw --patterns --help ;;
    explain) echo --patterns --help ;;
    patterns) echo --help ;;
    "") echo --version --help ;;
  esac
}

# What is typed as the shell will see it: without quotes and backslashes, ~ for the home folder.
_ziping_plain() {
  local text=${1#[\"\']}
  text=${text//\\/}
  printf '%s' "${text/#\~\//$HOME/}"
}

_ziping_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

# Names of a kind (file, directory) that begin with what is typed.
_ziping_names() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -A "$1" -- "$(_ziping_plain "$cur")")
}

# Folders, and the files whose lower-case names a pattern fits; all files where none does.
_ziping_files() {
  local name fitting=()
  _ziping_names file
  for name in "${COMPREPLY[@]}"; do
    [[ -d $name || ${name,,} =~ $1 ]] && fitting+=("$name")
  done
  [[ ${#fitting[@]} -gt 0 ]] && COMPREPLY=("${fitting[@]}")
}

# Folders that hold a dataset, and those on the way to one; all folders where there is none.
_ziping_datasets() {
  local name inside fitting=()
  _ziping_names directory
  for name in "${COMPREPLY[@]}"; do
    inside=("$name"/*/dataset.sqlite)
    [[ -e $name/dataset.sqlite || -e ${inside[0]} ]] && fitting+=("$name")
  done
  [[ ${#fitting[@]} -gt 0 ]] && COMPREPLY=("${fitting[@]}")
}

# The last of some formats joined by commas; those before it are not offered again.
_ziping_formats() {
  local before= format
  [[ $cur == *,* ]] && before=${cur%,*},
  compopt -o nospace 2>/dev/null
  COMPREPLY=()
  for format in csv jsonl xlsx stata parquet; do
    [[ ,$before != *,$format,* && $before$format == "$cur"* ]] && COMPREPLY+=("$before$format")
  done
}

# The value of an option; fails for an option that has none.
_ziping_value() {
  case $1 in
    --to) _ziping_formats ;;
    -o | --output | --patterns | --sources | --draw) _ziping_names directory ;;
    --from) _ziping_names file ;;
    --apply) _ziping_files '\.csv$' ;;
    -j | --jobs | --timeout | --max-memory | --max-pages | --shard) COMPREPLY=() ;;
    *) return 1 ;;
  esac
  return 0
}

_ziping_argument() {
  local documents='pdf|txt|md' archives='zip|7z|rar|tar|tgz|tar\.gz|tbz2|tar\.bz2|txz|tar\.xz'
  case $command in
    extract) _ziping_files "\.($documents|$archives)\$" ;;
    text | explain) _ziping_files "\.($documents)\$" ;;
    merge | audit | export | review) _ziping_datasets ;;
    patterns) if [[ $arguments -eq 0 ]]; then _ziping_words check; else _ziping_names directory; fi ;;
    help) _ziping_words "$commands" ;;
  esac
}

_ziping() {
  local commands="extract merge audit export review text explain patterns help"
  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= options=yes arguments=0 i
  [[ $COMP_CWORD -gt 1 ]] && command=${COMP_WORDS[1]}
  for ((i = 2; i < COMP_CWORD; i++)); do
    [[ ${COMP_WORDS[i]} == -- ]] && options=
    [[ ${COMP_WORDS[i]} == -* ]] || ((++arguments))
  done
  # bash parts --to=csv into three words.
  [[ $cur == = ]] && cur=
  [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD - 2]}
  COMPREPLY=()
  if [[ -n $command && -n $options ]] && _ziping_value "$before"; then
    return
  elif [[ $cur == -* && -n $options ]]; then
    _ziping_words "$(_ziping_options "$command")"
  elif [[ -z $command ]]; then
    _ziping_words "$commands"
  else
    _ziping_argument
  fi
}

complete -F _ziping ziping
