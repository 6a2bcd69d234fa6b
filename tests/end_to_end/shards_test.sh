#!/bin/bash
# A build in shards, one of which is killed and run again, is the build of one process.
# usage: shards_test.sh NORN PARALLEL_BUILD ARTICLE…
set -euo pipefail
norn=$1 build=$2
shift 2
work=$TEST_TMPDIR/shards
mkdir -p "$work/news"
cp "$@" "$work/news"

"$norn" build --graph "$work/whole" "$work/news" 2> /dev/null
"$norn" export --graph "$work/whole" --format jsonl > "$work/whole.jsonl"
same() {
  "$norn" check --graph "$1"
  "$norn" export --graph "$1" --format jsonl > "$1.jsonl"
  cmp "$work/whole.jsonl" "$1.jsonl"
}
for shards in 1 3; do
  # Killed in the midst; what it had read is in its cache.
  "$norn" extract --shard "1/$shards" --out "$work/parts$shards/1-of-$shards.shard" "$work/news" &
  sleep 1
  kill -KILL $! 2> /dev/null || true
  wait $! 2> /dev/null || true
  NORN=$norn NORN_JOBS=2 "$build" "$shards" "$work/graph$shards" "$work/parts$shards" "$work/news" 2> /dev/null
  same "$work/graph$shards"
done

# GNU parallel needs both, or it ends with 0 and has run nothing.
export SHELL=/bin/bash HOME=$work/home
mkdir -p "$HOME"
if parallel --version 2> /dev/null | grep --quiet "^GNU parallel"; then
  # Two places on this host, reached without ssh.
  printf '1/:\n1/:\n' > "$work/hosts"
  for shards in 1 2 3 7; do
    NORN=$norn NORN_HOSTS=$work/hosts \
      "$build" "$shards" "$work/parallel$shards" "$work/parts-parallel$shards" "$work/news" 2> /dev/null
    same "$work/parallel$shards"
  done
else
  echo "GNU parallel is not tried: it is not installed (tools/setup --cluster)"
fi

expect() {
  local code=$1 text=$2
  shift 2
  local got=0
  "$@" 2> "$work/messages" || got=$?
  if [[ $got != "$code" ]] || ! grep --quiet --fixed-strings "$text" "$work/messages"; then
    echo "ended with $got, not $code and '$text': $*"
    cat "$work/messages"
    exit 1
  fi
}
parts=("$work"/parts3/*.shard)
expect 65 "these are missing: 2" "$norn" resolve --graph "$work/none" "${parts[0]}" "${parts[2]}"
expect 65 "is there twice" "$norn" resolve --graph "$work/none" "${parts[@]}" "${parts[0]}"
expect 66 "cannot open" "$norn" resolve --graph "$work/none" "$work/nothing.shard"
expect 64 "it is I/N" "$norn" extract --shard 4/3 --out "$work/x.shard" "$work/news"
head -c 1000 "${parts[0]}" > "$work/cut.shard"
expect 65 "cut.shard is damaged or not whole" "$norn" resolve --graph "$work/none" "$work/cut.shard"
[[ ! -e $work/none ]]
