/// One step of each workload with JAX: the same mathematics on whole arrays, compiled by XLA, in
/// double precision.
///
/// A hundred steps are one compiled loop, which moves the parameters a little in each, so that
/// calling from Python costs next to nothing.
enum JAXScript {
  static let text = #"""
    import json, platform, sys, time
    from importlib.metadata import version

    try:
        import jax
        import jax.numpy as jnp
    except ImportError:
        print(json.dumps({"reason": "not installed: pip install jax"}))
        sys.exit()

    jax.config.update("jax_platforms", "cpu")
    jax.config.update("jax_enable_x64", True)
    STEPS = 100

    def loss_of(work):
        inputs = jnp.array(work["inputs"])
        labels = jnp.array(work["labels"])
        sizes = [len(work["inputs"][0])] + work["layers"]

        def outputs(parameters):
            values, start = inputs, 0
            for index, (n, m) in enumerate(zip(sizes, sizes[1:])):
                block = parameters[start:start + (n + 1) * m].reshape(m, n + 1)
                start += (n + 1) * m
                values = values @ block[:, :n].T + block[:, n]
                if index + 1 < len(work["layers"]):
                    values = jnp.tanh(values) if work["activation"] == "tanh" else jax.nn.relu(values)
            return values

        def loss(parameters):
            found = outputs(parameters)
            if work["objective"] == "hinge":
                data = jnp.mean(jax.nn.relu(1 - (2 * labels - 1) * found[:, 0]))
            else:
                powers = jnp.exp(found)
                chosen = jnp.take_along_axis(powers, labels[:, None], 1)[:, 0]
                data = -jnp.mean(jnp.log(chosen / powers.sum(axis=1)))
            return data + work["strength"] * jnp.sum(parameters * parameters)

        return loss

    def measure(work, repetitions):
        gradient = jax.value_and_grad(loss_of(work))
        parameters = jnp.array(work["parameters"])
        value, slopes = jax.jit(gradient)(parameters)

        @jax.jit
        def train(parameters):
            def step(parameters, _):
                value, slopes = gradient(parameters)
                return parameters - 1e-9 * slopes, value
            return jax.lax.scan(step, parameters, None, length=STEPS)

        train(parameters)[0].block_until_ready()
        seconds = []
        for _ in range(repetitions):
            start = time.perf_counter()
            train(parameters)[0].block_until_ready()
            seconds.append((time.perf_counter() - start) / STEPS)
        return {
            "title": work["title"], "seconds": seconds,
            "outcome": {"loss": float(value), "gradientSum": float(slopes.sum())},
        }

    with open(sys.argv[1]) as file:
        question = json.load(file)
    print(json.dumps({
        "version": f"JAX {version('jax')} on the processor, double precision, 100 steps in one loop",
        "steps": [measure(work, question["repetitions"]) for work in question["works"]],
    }))
    """#
}
