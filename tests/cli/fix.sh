#!/usr/bin/env bash
# --fix on a real file system: links, permissions, a full disk, a folder that
# takes no file. Usage: fix.sh REPLYLINT
set -u
program=$1
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
failures=0

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

draft='Hi Ana,

We utilise the blue van.

Best,
Tom'
fixed=${draft/utilise/use}

# A link stays a link, permissions stay, nothing is left beside the file.
mkdir real
printf '%s\n' "$draft" >real/a.txt
chmod 640 real/a.txt
ln -s real/a.txt link.txt
"$program" --fix --quiet link.txt || fail "a link: status $?"
[ -L link.txt ] || fail "the link is gone"
[ "$(cat real/a.txt)" = "$fixed" ] || fail "the target of the link is not fixed"
[ "$(stat -c %a real/a.txt)" = 640 ] || fail "permissions changed"
[ "$(ls -A real)" = a.txt ] || fail "something is left in the folder: $(ls -A real)"

# A second time nothing is written.
before=$(stat -c '%i %y' real/a.txt)
"$program" --fix --quiet link.txt || fail "a second time: status $?"
[ "$(stat -c '%i %y' real/a.txt)" = "$before" ] || fail "a second time the file was written"

# A limit on the size of files, as a full disk: the file is as it was.
mkdir full
printf '%s\n' "$draft" >full/a.txt
(trap '' XFSZ; ulimit -f 0; "$program" --fix --quiet full/a.txt) >out 2>err
status=$?
[ $status -eq 2 ] || fail "a full disk: status $status"
[ "$(cat full/a.txt)" = "$draft" ] || fail "a full disk: the file changed"
[ "$(ls -A full)" = a.txt ] || fail "a full disk: something is left: $(ls -A full)"

# A folder and a file that cannot be written. Root can write them all.
run=()
[ "$(id -u)" -eq 0 ] && run=(setpriv --reuid=65534 --regid=65534 --clear-groups)
mkdir shut
printf '%s\n' "$draft" >shut/a.txt
chmod 666 shut/a.txt
chmod 755 "$folder" shut
"${run[@]}" "$program" --fix --quiet shut/a.txt >out 2>err
status=$?
if [ "$(id -u)" -ne 0 ]; then
  chmod 555 shut
  "$program" --fix --quiet shut/a.txt >out 2>err
  status=$?
fi
[ $status -eq 2 ] || fail "a shut folder: status $status"
grep -q 'shut/a.txt: cannot be written' err || fail "a shut folder: $(cat err)"
[ "$(cat shut/a.txt)" = "$draft" ] || fail "a shut folder: the file changed"

mkdir -m 777 open
printf '%s\n' "$draft" >open/a.txt
chmod 444 open/a.txt
"${run[@]}" "$program" --fix --quiet open/a.txt >out 2>err
status=$?
[ $status -eq 2 ] || fail "a file that is read-only: status $status"
[ "$(cat open/a.txt)" = "$draft" ] || fail "a file that is read-only: it changed"

# What is no file is not replaced.
mkfifo pipe
printf '%s\n' "$draft" >pipe &
"$program" --fix --quiet pipe >out 2>err
status=$?
wait
[ $status -eq 2 ] || fail "a pipe: status $status"
[ -p pipe ] || fail "the pipe is gone"

# patch makes of the old file and the diff what --fix makes.
printf 'one\n%s\n\nWe utilise it, and utilise it!!' "$draft" >old.txt
cp old.txt new.txt
"$program" --diff old.txt >change.diff
"$program" --fix --quiet new.txt >out 2>err
patch --quiet old.txt change.diff || fail "patch does not take the diff"
cmp -s old.txt new.txt || fail "patch and --fix differ"

[ $failures -eq 0 ] && echo "all as wanted"
exit $((failures > 0))
