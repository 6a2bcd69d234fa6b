#!/bin/bash
# A build by Slurm on two nodes of this host, of which one shard is killed and run again, is the build
# of one process. Where Slurm is not there or does not start, it says why, and passes.
# usage: slurm_test.sh NORN SLURM_BUILD ARTICLE…
set -euo pipefail
norn=$(realpath "$1") build=$(realpath "$2")
shift 2
work=$(mktemp -d /tmp/norn-slurm.XXXXXX) # short: sockets' paths are
mkdir -p "$work"/{news,state,log,parts}
cp "$@" "$work/news"

pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2> /dev/null || true; done
  rm -rf "$work"
}
trap stop EXIT

skip() {
  echo "not run: $*"
  tail --lines=5 "$work"/log/* 2> /dev/null || true
  exit 0
}

for program in munged slurmctld slurmd sbatch scontrol; do
  PATH=$PATH:/usr/sbin type "$program" > /dev/null 2>&1 ||
    skip "$program is not installed (apt-get install slurmctld slurmd slurm-client munge)"
done
export PATH=$PATH:/usr/sbin
grep --quiet cgroup /proc/self/mounts || skip "no cgroup file system is mounted, and slurmd asks for one"
[[ $(id --user) == 0 ]] || skip "slurmd starts jobs for others, and asks for root"

# Commands that wait for a server answer in time, or it is not there.
soon() { timeout 10 "$@"; }

head --bytes=1024 /dev/urandom > "$work/munge.key"
chmod 700 "$work" && chmod 600 "$work/munge.key"
munged --foreground --force --key-file="$work/munge.key" --socket="$work/munge" \
  --pid-file="$work/munge.pid" --seed-file="$work/munge.seed" > "$work/log/munge" 2>&1 &
pids+=($!)
host=$(hostname)
cat > "$work/slurm.conf" << END
ClusterName=norn
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=27816
AuthType=auth/munge
AuthInfo=socket=$work/munge
CryptoType=crypto/munge
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/state/%n
SlurmctldPidFile=$work/ctld.pid
SlurmdPidFile=$work/%n.pid
SlurmctldLogFile=$work/log/ctld
SlurmdLogFile=$work/log/%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
NodeName=one NodeHostname=$host NodeAddr=127.0.0.1 Port=27817 CPUs=2 RealMemory=20000
NodeName=two NodeHostname=$host NodeAddr=127.0.0.1 Port=27818 CPUs=2 RealMemory=20000
PartitionName=all Nodes=ALL Default=YES State=UP
END
printf 'CgroupAutomount=no\nIgnoreSystemd=yes\n' > "$work/cgroup.conf"
export SLURM_CONF=$work/slurm.conf
for _ in {1..50}; do [[ -S $work/munge ]] && break || sleep 0.2; done
[[ -S $work/munge ]] || skip "munged does not start"
slurmctld -D > /dev/null 2>&1 &
pids+=($!)
for node in one two; do
  slurmd -D -N "$node" > /dev/null 2>&1 &
  pids+=($!)
done
up() { [[ $(soon sinfo --noheader --Node --states=idle --format=%N 2> /dev/null | sort --unique | wc --lines) == 2 ]]; }
end=$((SECONDS + 60))
until up; do
  kill -0 "${pids[1]}" 2> /dev/null || skip "slurmctld does not start"
  ((SECONDS < end)) || skip "the two nodes do not come up"
  sleep 0.5
done

# The second shard is killed in the midst, once.
cat > "$work/norn" << END
#!/bin/bash
if [[ \$1 == extract && \$3 == 2/* && ! -e $work/killed ]]; then
  touch $work/killed
  "$norn" "\$@" &
  sleep 0.3
  kill -KILL \$!
  wait \$!
fi
exec "$norn" "\$@"
END
chmod +x "$work/norn"
sed --in-place '/^  wait/a\  exit 137' "$work/norn"
export NORN=$work/norn

wait_for() { # JOB: until it has gone from the queue
  for _ in {1..600}; do
    [[ -z $(soon squeue --noheader --jobs="$1" 2> /dev/null) ]] && return
    sleep 0.5
  done
  echo "job $1 does not end"
  tail --lines=20 "$work"/log/*
  exit 1
}
cd "$work"
said=$("$build" 3 "$work/graph" "$work/parts" "$work/news")
echo "$said"
array=$(sed --quiet 's/array \([0-9]*\), reduce.*/\1/p' <<< "$said")
reduce=$(sed --quiet 's/.*reduce \([0-9]*\)$/\1/p' <<< "$said")
wait_for "$array"
wait_for "$reduce"
[[ -e $work/killed ]]
[[ ! -e $work/graph ]] || { echo "the reduce ran though a shard had failed"; exit 1; }
[[ ! -e $work/parts/2-of-3.shard ]]
[[ -e $work/parts/1-of-3.shard && -e $work/parts/3-of-3.shard ]]

# The line that it printed, with the shard's number; then the reduce.
again=$(sed --quiet 's/^again, one shard: //p' <<< "$said")
job=$(eval "${again/--array=NUMBER/--parsable --array=2}")
wait_for "${job%%_*}"
[[ -e $work/parts/2-of-3.shard ]]
export NORN_SHARDS=3 NORN_WORK=$work/parts
job=$(sbatch --parsable --export=ALL "$(dirname "$build")/resolve.sbatch" "$work/graph")
wait_for "$job"

"$norn" build --graph "$work/whole" "$work/news" 2> /dev/null
"$norn" check --graph "$work/graph"
cmp <("$norn" export --graph "$work/whole" --format jsonl) <("$norn" export --graph "$work/graph" --format jsonl)
echo "Slurm's graph, with a shard that was killed and run again, is that of one process"
