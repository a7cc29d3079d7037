#!/usr/bin/env bash
# Runs the two commands of the README as on a new machine: a fresh clone in a folder with a space in its path, an empty home
# folder and NuGet cache, and no pwsh on the PATH. With --quick, the second command runs one test class of each kind.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# The commands are read from the README, so that this script tests the same ones.
command_of() { sed -n "s/^    \($1[^#]*\).*/\1/p" "$root/README.md" | head -n 1; }
demo=$(command_of 'dotnet tool exec')
tests=$(command_of 'dotnet test')
if [ "${1:-}" = --quick ]; then
  tests="$tests --filter FullyQualifiedName~Pester.CallAgent.|FullyQualifiedName~Pester.Package.|FullyQualifiedName~VersionTests|FullyQualifiedName~RequestFormTests"
fi

mkdir "$place/home" "$place/bin"
git clone --quiet --no-hardlinks "$root" "$place/a clone"
cd "$place/a clone"

# A filter that names a class that is gone would test nothing.
for class in $(grep -o 'FullyQualifiedName~[A-Za-z.]*' <<<"$tests" | sed 's/.*~//; s/^Pester\.//; s/\.$//'); do
  grep -q "/$class\(\.Tests\.ps1\|\.cs\)$" <<<"$(git ls-files)" || { echo "The test class $class is not in the repository." >&2; exit 1; }
done

# The PATH keeps the system's folders and dotnet, without the folders that have a pwsh.
path=
IFS=: read -ra folders <<<"$PATH"
for folder in "${folders[@]}"; do
  [ -x "$folder/pwsh" ] || path=${path:+$path:}$folder
done

run() {
  printf '\n> %s\n' "$*"
  local start=$SECONDS
  env -u NUGET_PACKAGES -u DOTNET_CLI_HOME -u PSModulePath -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u XDG_CACHE_HOME \
    HOME="$place/home" PATH="$path" DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 "$@" </dev/null
  printf '> done in %d s\n' $((SECONDS - start))
}

read -ra words <<<"$demo"
run "${words[@]}"
read -ra words <<<"$tests"
run "${words[@]}"
