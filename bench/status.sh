#!/usr/bin/env bash
# `chatauth models status --json` with 100 profiles against a hello-world process, both ReadyToRun and framework-dependent:
# runs alternate A B A B, so that a busy machine slows both. Prints a Markdown table. Usage: bench/status.sh [rounds]
set -euo pipefail
umask 077

rounds=${1:-15}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CHATAUTH_STATE_DIR=$work/state
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

publish() { # project, folder
  dotnet publish "$1" -c Release -r "$(dotnet --info | awk '$1 == "RID:" { print $2; exit }')" --self-contained false \
    -p:PublishReadyToRun=true -o "$work/$2" -v quiet >&2
}

write_hello() {
  mkdir -p "$work/hello-source"
  cat > "$work/hello-source/hello.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
PROJECT
  echo 'System.Console.WriteLine("hello");' > "$work/hello-source/Program.cs"
}

write_profiles() {
  local store=$CHATAUTH_STATE_DIR/agents/main/agent
  mkdir -p "$store"
  {
    printf '{"version":1,"profiles":{'
    for i in $(seq 1 100); do
      printf '%s"anthropic:p%d":{"type":"api_key","provider":"anthropic","key":"sk-ant-api03-FAKE-%04d"}' "$([ "$i" -eq 1 ] || echo ,)" "$i" "$i"
    done
    printf '}}'
  } > "$store/auth-profiles.json"
}

# Runs a command; writes "<milliseconds> <peak KiB>" to a file. Peak memory is what the kernel counted (VmHWM), by GNU time.
measure() { # result file, command...
  local into=$1 began
  shift
  began=$(date +%s%N)
  if [ -x /usr/bin/time ]; then /usr/bin/time -f %M -o "$work/peak" "$@" > "$work/output"; else "$@" > "$work/output"; echo 0 > "$work/peak"; fi
  awk -v ns=$(($(date +%s%N) - began)) '{ printf "%.1f %d\n", ns / 1e6, $1 }' "$work/peak" >> "$into"
}

median() { # column, file
  awk -v c="$1" '{ print $c }' "$2" | sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

write_hello
write_profiles
publish "$work/hello-source/hello.csproj" hello
publish "$root/src/ChatAuth.Cli/ChatAuth.Cli.csproj" chatauth
hello=("$work/hello/hello")
status=("$work/chatauth/ChatAuth.Cli" models status --json)

for _ in 1 2; do "${hello[@]}" > /dev/null; "${status[@]}" > "$work/first"; done
[ "$(grep -c '"profileId": "anthropic:p' "$work/first")" -ge 100 ] || { echo "status does not show the 100 profiles" >&2; exit 1; }
for _ in $(seq "$rounds"); do
  measure "$work/a" "${hello[@]}"
  measure "$work/b" "${status[@]}"
done

a=$(median 1 "$work/a") b=$(median 1 "$work/b")
echo "| Process (median of $rounds, alternating) | Time | Peak memory | Ratio |"
echo "|---|---:|---:|---:|"
echo "| hello world | $a ms | $(median 2 "$work/a" | awk '{ printf "%.0f", $1 / 1024 }') MiB | 1.00 |"
echo "| chatauth models status --json, 100 profiles | $b ms | $(median 2 "$work/b" | awk '{ printf "%.0f", $1 / 1024 }') MiB | $(awk -v a="$a" -v b="$b" 'BEGIN { printf "%.2f", b / a }') |"
