#!/bin/sh
# Switchback from this checkout: ./migrate.sh status, ./migrate.sh upgrade, ./migrate.sh help
# Builds the distribution on first use, then becomes its launcher, in the caller's folder and with the same arguments.
set -eu

fail() {
    printf '%s\n' "Error: $1" 'State: nothing was changed.' "Next:  $2" >&2
    exit 11
}

self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname "$self")/$link ;;
    esac
done
root=$(CDPATH='' cd -- "$(dirname "$self")" && pwd -P)

# Leaves the launcher in $launcher, or nothing.
find_launcher() {
    launcher=
    for candidate in "$root"/adapter-cli/target/switchback-*/bin/switchback; do
        if [ -x "$candidate" ]; then
            launcher=$candidate
        fi
    done
}

find_launcher
if [ -z "$launcher" ]; then
    command -v mvn >/dev/null || fail 'Switchback is not built yet, and there is no mvn on the PATH' \
        'install Maven 3.8.7 or newer and Java 17 or newer'
    echo 'Building Switchback; this happens only on first use.' >&2
    (cd "$root" && mvn -q -DskipTests -pl adapter-cli -am package </dev/null >&2) ||
        fail 'Switchback cannot be built, see above' "look at it with: cd '$root' && mvn -pl adapter-cli -am package"
    find_launcher
    [ -n "$launcher" ] || fail 'the build made no distribution' "run: cd '$root' && mvn clean package"
fi
exec "$launcher" "$@"
