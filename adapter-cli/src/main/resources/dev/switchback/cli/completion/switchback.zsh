#compdef switchback
# Completion of switchback for zsh. Made by the build: do not edit.
_switchback() {
    local -a verbs global own
    verbs=(
        'create:Creates the files of a migration.'
        'init:Makes the files of a new project.'
        'rebase:Moves migrations behind all others.'
        'check:Compares files and history, for CI.'
        'current:Prints the version in effect.'
        'diff:Shows what differs between two schemas.'
        'doctor:Looks for what could go wrong.'
        'heads:Prints the newest migration file.'
        'history:Lists what is applied and pending.'
        'inspect:Prints a schema as SQL.'
        'lock:Says who holds the migration lock.'
        'plan:Prints the SQL that would run.'
        'show:Shows one migration with its SQL.'
        'status:Shows what is applied, pending and wrong.'
        'wait:Waits until the database answers.'
        'auto-upgrade:Upgrades if something is pending.'
        'downgrade:Reverts migrations.'
        'upgrade:Applies pending migrations.'
        'repair:Puts the record of a migration right.'
        'stamp:Records a version, runs nothing.'
        'completion:Prints a completion script.'
        'config:Shows the settings in force.'
        'engine:Runs a command of the engine itself.'
        'engines:Lists the installed engines and drivers.'
        'export:Writes a changelog for plain Liquibase.'
        'help:Explains a command, or lists all.'
        'version:Prints the version.'
    )
    global=(
        '--engine=[The engine - flyway or liquibase.]:value:(flyway liquibase)'
        '--url=[The database. Also DATABASE_URL.]:value: '
        '--direct-url=[The same without a pooler in between.]:value: '
        '--schema=[The schema to migrate.]:value: '
        '--history-table=[The name of the history table.]:value: '
        '--history-schema=[The schema of that table.]:value: '
        '--lock-timeout=[How long to wait for another run.]:value: '
        '--ddl-lock-timeout=[]:value: '
        '--ddl-retries=[Tries again after a table lock.]:value: '
        '--statement-timeout=[]:value: '
        '--tx=[auto, per-migration, all or none.]:value: '
        '--wait=[Wait for a database that starts; 60s.]:value: '
        '--url-env=[The variable that holds the URL.]:value: '
        '--url-file=[The file that holds the URL.]:value:_files'
        '--password-file=[The file that holds the password.]:value:_files'
        '--password-stdin[Read the password from standard input.]'
        '-W[Ask for the password.]' '--ask-password[Ask for the password.]'
        '-d=[Folder with the migrations. Can be repeated.]:value:_files -/' '--dir=[Folder with the migrations. Can be repeated.]:value:_files -/'
        '-C=[Act as if started in DIR.]:value:_files -/'
        '-c=[Instead of switchback.properties.]:value: ' '--config=[Instead of switchback.properties.]:value:_files'
        '--profile=[Also read switchback-NAME.properties.]:value: ' '--env=[Also read switchback-NAME.properties.]:value: '
        '--env-file=[Instead of .env. Can be repeated.]:value:_files'
        '--no-env-file[Read no .env.]'
        '-o=[text, json, ndjson, markdown or github.]:value:(text json ndjson markdown github)' '--output=[text, json, ndjson, markdown or github.]:value:(text json ndjson markdown github)'
        '--json[The same as --output json.]'
        '--color=[auto, always or never.]:value:(auto always never)'
        '--no-color[The same as --color never.]'
        '--ascii[No signs outside ASCII.]'
        '--local-time[Times in text in the local zone, not UTC.]'
        '--no-progress[No line that is updated in place.]'
        '-q[No progress, no warnings.]' '--quiet[No progress, no warnings.]'
        '-v[Tell more.]' '--verbose[Tell more.]' '-vv[Tell more.]'
        '--debug[Show stack traces.]'
        '-y[Do not ask for confirmation.]' '--yes[Do not ask for confirmation.]'
        '--confirm=[With --yes - the database, for '\''base'\''.]:value: '
        '--no-input[Never ask; refuse instead.]'
        '-h[Show help.]' '--help[Show help.]'
        '-V[Show the version.]' '--version[Show the version.]'
    )
    local verb=${words[(r)(create|init|rebase|check|current|diff|doctor|heads|history|inspect|lock|plan|show|status|wait|auto-upgrade|downgrade|upgrade|repair|stamp|completion|config|engine|engines|export|help|version)]}
    case $verb in
        create) own=( '-m=[The same as NAME.]:value: ' '--message=[The same as NAME.]:value: ' '--version=[Instead of the time now, in UTC.]:value: ' '--format=[sql; or a changelog of Liquibase, for that engine -]:value: ' '--no-down[No down script - it cannot be reverted.]' '--repeatable[Run again whenever its file changes.]' '--print[Show the files, and write none.]' '--edit[Open the script in VISUAL or EDITOR.]' '--autogenerate[Write the SQL - what differs from the model.]' '--from=[With --autogenerate, which it implies - the schema to]:value: ' '--against=[The schema to begin with - migrations unless given, or]:value: ' '--rename=[What was renamed - a table, or TABLE.OLD -NEW. Can be]:value: ' '--no-renames[Nothing else was renamed.]' '--allow-drops[Drop what has rows, instead of keeping it.]' '--allow-required[Add columns that need a value to tables that are]' '--lossy-down[A down script even if it cannot bring back all rows.]' '--stamp[Record it as applied - the database has it.]' ) ;;
        init) own=( ) ;;
        rebase) own=( ) ;;
        check) own=( '--model[]' '--autogenerate[]' '--no-drift[Do not look for what somebody changed without a migration.]' '--offline[Look at the files only, at no database.]' '--strict[Exit with 4 for warnings too.]' ) ;;
        current) own=( '--check-heads[Exit with 3 if it is not the newest one.]' ) ;;
        diff) own=( '--sql=[The SQL that leads from A to B, on standard output or in]:value: ' '*:value:(live migrations model entities)' ) ;;
        doctor) own=( ) ;;
        heads) own=( ) ;;
        history) own=( '-n=[Only the first N lines.]:value: ' '-r=[Only versions in that range; either may be left out.]:value: ' '--range=[Only versions in that range; either may be left out.]:value: ' '--applied[Only what is applied.]' '-i[Mark the version in effect.]' '--indicate-current[Mark the version in effect.]' '--oldest-first[In the order of application.]' ) ;;
        inspect) own=( '*:value:(live migrations model entities)' ) ;;
        lock) own=( '*:value:(status release)' ) ;;
        plan) own=( '--down[Plan a downgrade, also for a version.]' '--out=[Also write it to FILE, for '\''upgrade --plan'\'' or '\''downgrade]:value: ' '--plan'\''.[]' '*:value:(head)' ) ;;
        show) own=( ) ;;
        status) own=( '--exit-code[Exit with 3 if something is pending, 4 if it is wrong.]' '--pending-only[List only what is pending.]' ) ;;
        wait) own=( '--for-head[Wait until nothing is pending.]' ) ;;
        auto-upgrade) own=( ) ;;
        downgrade) own=( '--dry-run[Show the SQL that would run, and run nothing.]' '--sql=[The same as a script, on standard output or in FILE.]:value: ' '--plan=[Run the plan that '\''plan --out FILE'\'' wrote, or nothing.]:value:_files' '*:value:(-1 base)' ) ;;
        upgrade) own=( '--dry-run[Show the SQL that would run, and run nothing.]' '--sql=[The same as a script, on standard output or in]:value: ' '--plan=[Run the plan that '\''plan --out FILE'\'' wrote, or]:value:_files' '--max=[At most N versioned migrations.]:value: ' '--allow-out-of-order[Apply migrations older than the current version]' '*:value:(head)' ) ;;
        repair) own=( '--resume=[It failed half-way - run the rest of it. What is done]:value: ' '--from=[With --resume - go on with statement N; those before it]:value: ' '--mark-applied=[]:value: ' '--mark-reverted=[]:value: ' '--update-checksum=[]:value: ' '--forget-missing=[]:value: ' ) ;;
        stamp) own=( '--purge[Forget the whole history first, whatever is wrong with it. Asks]' '*:value:(head)' ) ;;
        completion) own=( '*:value:(bash zsh fish)' ) ;;
        config) own=( '--origin[Say where each one comes from.]' ) ;;
        engine) own=( ) ;;
        engines) own=( ) ;;
        export) own=( '--to=[liquibase.]:value: ' '--out=[The file to write; changelog.xml unless given.]:value: ' ) ;;
        help) own=( '*:value:(create init rebase check current diff doctor heads history inspect lock plan show status wait auto-upgrade downgrade upgrade repair stamp completion config engine engines export help version)' ) ;;
        version) own=( ) ;;
        *) own=('1:command:{_describe command verbs}' '*::') ;;
    esac
    _arguments -s $global $own
}
if [ "$funcstack[1]" = _switchback ]; then
    _switchback "$@"
else
    compdef _switchback switchback
fi
