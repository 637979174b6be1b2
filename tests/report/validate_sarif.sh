#!/usr/bin/env bash
# The SARIF multitool's own rules and those of GitHub's code scanning over what
# replylint prints. Usage: validate_sarif.sh PROJECT BINARY FOLDER_OF_PEERS
#
# The multitool comes from npm into the folder of peers (scripts/peers); without
# it the test is skipped, or fails where REPLYLINT_REQUIRE_PEERS is 1.
set -euo pipefail
project=$1 binary=$2 peers=$3

tool=$peers/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
if [ ! -x "$tool" ]; then
  echo "skipped: $tool is not there (scripts/peers installs it)"
  [ "${REPLYLINT_REQUIRE_PEERS:-}" = 1 ] && exit 1
  exit 77
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$project"
"$binary" check --format sarif examples/* >"$work/examples.sarif" || [ $? -eq 1 ]
cp tests/report/golden/report.sarif "$work/golden.sarif"
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
for log in examples golden; do
  # It ends with 0 whatever it finds: what it says is in its own log.
  "$tool" validate "$work/$log.sarif" --rule-kind "Sarif;Ghas" --output "$work/$log.report" \
    --level "Error;Warning;Note" >"$work/$log.out" 2>&1 || { cat "$work/$log.out"; exit 1; }
  python3 - "$work/$log.report" <<'PY'
import json, sys
# SARIF2005 asks for a web address of the tool; it has none of its own.
known = {"SARIF2005"}
results = json.load(open(sys.argv[1], encoding="utf-8-sig"))["runs"][0].get("results", [])
wrong = [r for r in results if r.get("level", "warning") != "note" and r["ruleId"] not in known]
for r in wrong:
    print(r.get("level", "warning"), r["ruleId"], r["message"].get("text") or r["message"].get("arguments"))
print(f"{len(results)} remarks, {len(wrong)} of them warnings or errors")
sys.exit(bool(wrong))
PY
done
