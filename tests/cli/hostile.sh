#!/usr/bin/env bash
# Bad input gets the answer that docs/limits.md promises; these cases need the
# real program: a full disk, a closed pipe, another user, a huge file.
# Usage: hostile.sh PROGRAM KIB   (of address space for the largest input, or unlimited)
set -uo pipefail
program=$(realpath "$1")
memory=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export XDG_CACHE_HOME=$work/cache
chmod 755 "$work"
failures=0
count=0

# expect STATUS 'PART OF STANDARD ERROR' COMMAND…: runs it, compares.
expect() {
  local status=$1 part=$2
  shift 2
  count=$((count + 1))
  timeout 120 "$@" >out 2>err </dev/null
  local got=$?
  if [ "$got" -ne "$status" ] || { [ -n "$part" ] && ! grep -qF -- "$part" err; }; then
    failures=$((failures + 1))
    echo "FAILED ($got, not $status; “$part”): $*"
    head -5 err
  fi
}

printf 'Hi Tom,\n\nYou should have read the terms.\n' >draft.txt

# A full disk is said; what reads the output and leaves is not.
expect 2 'standard output cannot be written: No space left on device' \
  bash -c "'$program' draft.txt >/dev/full"
for _ in $(seq 3000); do cat draft.txt; done >long.txt
expect 0 '' bash -c "'$program' --format line long.txt | head -1 >/dev/null; exit \${PIPESTATUS[0]}"

# Missing, unreadable, a folder without drafts.
expect 2 'nowhere.txt: cannot be read: No such file or directory' "$program" nowhere.txt
mkdir empty
expect 2 'empty: no draft in this folder' "$program" empty
cp draft.txt secret.txt
chmod 000 secret.txt
if [ "$(id -u)" -eq 0 ]; then
  expect 2 'secret.txt: cannot be read: Permission denied' \
    setpriv --reuid=65534 --regid=65534 --clear-groups "$program" secret.txt
  mkdir locked
  cp draft.txt locked/
  chmod 000 locked
  expect 2 'locked: cannot be read: Permission denied' \
    setpriv --reuid=65534 --regid=65534 --clear-groups "$program" locked
else
  expect 2 'secret.txt: cannot be read: Permission denied' "$program" secret.txt
fi

# Binary: refused by name, skipped in a folder, and the rest is linted.
printf '\x7fELF\0\0\0\1binary\0' >binary.txt
expect 2 'binary.txt: is binary' "$program" binary.txt
mkdir mixed
cp binary.txt draft.txt mixed/
expect 1 'mixed/binary.txt: skipped: binary' "$program" mixed

# Invalid UTF-8 is read as far as it can be, counted and linted.
printf 'Hi Tom,\n\nYou should have read \xff\xfe the terms.\n' >broken.txt
expect 1 'broken.txt:3:22: warning: ' "$program" broken.txt

# A line of 100 MB is cut, and that is said; time and memory are bounded.
head -c 100000000 /dev/zero | tr '\0' 'b' >line.txt
expect 0 'line.txt: longer than 16 MiB' "$program" line.txt
yes 'you should have read the terms' | head -c 100000000 | tr '\n' ' ' >words.txt
expect 1 'words.txt: longer than 16 MiB' \
  bash -c "ulimit -v $memory; '$program' --format line words.txt"

# Ten thousand nested multiparts, and a message that stops in its header.
python3 - <<'PY' >nested.eml
print("Subject: deep\nMIME-Version: 1.0")
for i in range(10000):
    print(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}')
print("Content-Type: text/plain\n\nYou should have read the terms.")
PY
expect 0 'nested.eml:' "$program" nested.eml
printf 'Subject: cut\nFrom: a@b.example\nContent-Type: text/pl' >cut.eml
expect 0 '' "$program" cut.eml

# HTML of nothing but tags that open, and of nothing that is a tag.
for part in '<div>' '<' '<p><table><td><b>' '<a b="' '<blockquote>x' '<code>x'; do
  yes "$part" | head -c 16000000 | tr -d '\n' >nested.html
  expect 0 '' bash -c "ulimit -v $memory; '$program' --channel unknown nested.html"
done
# A mailbox whose message never ends, and one whose lengths all lie.
separator='From a@b.example Tue May 19 10:00:00 2026'
{ printf '%s\nSubject: x\n\n' "$separator"; cat line.txt; } >endless.mbox
expect 0 'endless.mbox:1: longer than 16 MiB' \
  bash -c "ulimit -v $memory; '$program' zones endless.mbox"
yes "$(printf '%s\nSubject: x\nContent-Length: 16000000\n\nHi Tom,\n' "$separator")" |
  head -c 30000000 >lies.mbox
expect 0 '' "$program" zones lies.mbox
# Records: nesting, size and numbers are bounded; CSV is a stream.
head -c 100000 /dev/zero | tr '\0' '[' >deep.json
cp deep.json deep.yml
expect 2 'deep.json:1:201: nested deeper than 200 levels' "$program" deep.json
expect 2 'deep.yml:1:201: nested deeper than 200 levels' "$program" deep.yml
{ echo '['; yes '1,' | head -c 20000000; echo '1]'; } >long.json
expect 2 'long.json:1:1: longer than 16 MiB' "$program" long.json
{ echo '['; yes '1,' | head -c 6000000; echo '1]'; } >many.json
expect 2 'more than 1000000 values' bash -c "ulimit -v $memory; '$program' many.json"
{ echo 'id,reply'; yes '1,"Thank you,
we ship it today."' | head -c 3000000; } >rows.csv
{ cat rows.csv; head -c 70000000 /dev/zero | tr '\0' 'x'; } >row.csv
expect 2 'a row is longer than 64 MiB' \
  bash -c "ulimit -v $memory; '$program' --format line --select blame --text-field reply row.csv"

# A hostile expression gives up, says so, and the rest is linted.
mkdir -p hostile/blame
cat >hostile/blame/slow.yml <<'YML'
summary: An expression that never ends
why: A test.
severity: warning
dimension: respect
message: slow
match:
  - {regex: "(a+)+[$%]", literals: [aaaa]}
examples:
  bad: ["{aaaa$}"]
  good: [b]
YML
{ head -c 20000 /dev/zero | tr '\0' 'a'; echo '!'; cat draft.txt; } >slow.txt
expect 1 'blame/slow gave up' "$program" --rules hostile slow.txt

echo "$count checks, $failures failed"
exit $((failures > 0))
