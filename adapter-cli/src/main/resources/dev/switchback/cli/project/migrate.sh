#!/bin/sh
# The migrations of this project: ./migrate.sh status, ./migrate.sh upgrade, ./migrate.sh help
# Works on the folder that this file is in, wherever it is called from. Takes Switchback from SWITCHBACK_HOME, the folder
# of an unpacked distribution, or from the PATH. Made by 'switchback init'; yours to change.
set -eu

self=$0
while [ -h "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname "$self")/$link ;;
    esac
done
root=$(CDPATH='' cd -- "$(dirname "$self")" && pwd -P)

if [ -n "${SWITCHBACK_HOME:-}" ]; then
    launcher=$SWITCHBACK_HOME/bin/switchback
else
    launcher=$(command -v switchback || :)
fi
if [ ! -x "$launcher" ]; then
    printf '%s\n' 'Error: Switchback is not installed here' 'State: nothing was changed.' \
        'Next:  unpack its distribution, and put its bin folder on the PATH or set SWITCHBACK_HOME' >&2
    exit 11
fi
exec "$launcher" -C "$root" "$@"
