# Completion of switchback for bash. Made by the build: do not edit.
_switchback() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --engine | --url | --direct-url | --schema | --history-table | --history-schema | --lock-timeout | --ddl-lock-timeout | --ddl-retries | --statement-timeout | --tx | --url-env | --url-file | --password-file | -d | --dir | -C | -c | --config | --profile | --env | --env-file | -o | --output | --color | --confirm) i=$((i + 1)) ;;
            -*) ;;
            *)
                verb=${COMP_WORDS[i]}
                break
                ;;
        esac
    done
    case $previous in
        --engine) mapfile -t COMPREPLY < <(compgen -W 'flyway liquibase' -- "$word") && return ;;
        -o | --output)
            mapfile -t COMPREPLY < <(compgen -W 'text json ndjson markdown github' -- "$word") && return
            ;;
        --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word") && return ;;
        -d | --dir | -C) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
        *-file | -c | --config | --plan | --out) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
    esac
    local global='--engine --url --direct-url --schema --history-table --history-schema --lock-timeout --ddl-lock-timeout --ddl-retries --statement-timeout --tx --wait --url-env --url-file --password-file --password-stdin -W --ask-password -d --dir -C -c --config --profile --env --env-file --no-env-file -o --output --json --color --no-color --ascii --local-time --no-progress -q --quiet -v --verbose -vv --debug -y --yes --confirm --no-input -h --help -V --version'
    case $verb in
        '') mapfile -t COMPREPLY < <(compgen -W "create init rebase check current diff doctor heads history inspect lock plan show status wait auto-upgrade downgrade upgrade repair stamp completion config engine engines export help version $global" -- "$word") ;;
        create) mapfile -t COMPREPLY < <(compgen -W "-m --message --version --format --no-down --repeatable --print --edit --autogenerate --from --against --rename --no-renames --allow-drops --allow-required --lossy-down --stamp $global" -- "$word") ;;
        init) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        rebase) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        check) mapfile -t COMPREPLY < <(compgen -W "--model --autogenerate --no-drift --offline --strict $global" -- "$word") ;;
        current) mapfile -t COMPREPLY < <(compgen -W "--check-heads $global" -- "$word") ;;
        diff) mapfile -t COMPREPLY < <(compgen -W "--sql live migrations model entities $global" -- "$word") ;;
        doctor) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        heads) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        history) mapfile -t COMPREPLY < <(compgen -W "-n -r --range --applied -i --indicate-current --oldest-first $global" -- "$word") ;;
        inspect) mapfile -t COMPREPLY < <(compgen -W "live migrations model entities $global" -- "$word") ;;
        lock) mapfile -t COMPREPLY < <(compgen -W "status release $global" -- "$word") ;;
        plan) mapfile -t COMPREPLY < <(compgen -W "--down --out --plan'. head $global" -- "$word") ;;
        show) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        status) mapfile -t COMPREPLY < <(compgen -W "--exit-code --pending-only $global" -- "$word") ;;
        wait) mapfile -t COMPREPLY < <(compgen -W "--for-head $global" -- "$word") ;;
        auto-upgrade) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        downgrade) mapfile -t COMPREPLY < <(compgen -W "--dry-run --sql --plan -1 base $global" -- "$word") ;;
        upgrade) mapfile -t COMPREPLY < <(compgen -W "--dry-run --sql --plan --max --allow-out-of-order head $global" -- "$word") ;;
        repair) mapfile -t COMPREPLY < <(compgen -W "--resume --from --mark-applied --mark-reverted --update-checksum --forget-missing $global" -- "$word") ;;
        stamp) mapfile -t COMPREPLY < <(compgen -W "--purge head $global" -- "$word") ;;
        completion) mapfile -t COMPREPLY < <(compgen -W "bash zsh fish $global" -- "$word") ;;
        config) mapfile -t COMPREPLY < <(compgen -W "--origin $global" -- "$word") ;;
        engine) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        engines) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
        export) mapfile -t COMPREPLY < <(compgen -W "--to --out $global" -- "$word") ;;
        help) mapfile -t COMPREPLY < <(compgen -W "create init rebase check current diff doctor heads history inspect lock plan show status wait auto-upgrade downgrade upgrade repair stamp completion config engine engines export help version $global" -- "$word") ;;
        version) mapfile -t COMPREPLY < <(compgen -W "$global" -- "$word") ;;
    esac
}
complete -F _switchback switchback
