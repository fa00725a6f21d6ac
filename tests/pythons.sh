#!/usr/bin/env bash
# Installs the package as its users do, on every newer Python that this machine has, runs the demonstration and the
# tests that take little time. Says so where there is none.
set -euo pipefail
cd "$(dirname "$0")/.."
found=()
for minor in 12 13 14; do
  for python in "python3.$minor" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3."$minor".*/bin/python; do
    if "$python" -c 'import ensurepip' 2>/dev/null; then
      found+=("$python")
      break
    fi
  done
done
[ ${#found[@]} -gt 0 ] || echo "no Python newer than 3.11 is at hand: nothing to try"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for python in ${found[@]+"${found[@]}"}; do
  "$python" --version
  "$python" -m venv --clear "$place/venv"
  "$place/venv/bin/python" -m pip install --quiet --disable-pip-version-check '.[test]'
  "$place/venv/bin/intake" demo --folder "$place/demo" >/dev/null
  "$place/venv/bin/python" -m pytest -q -n 2 -p no:cacheprovider tests/fields tests/documents tests/record tests/mime \
    tests/test_golden.py tests/test_parse.py tests/test_api.py tests/test_cli.py
  rm -rf "$place/demo"
done
