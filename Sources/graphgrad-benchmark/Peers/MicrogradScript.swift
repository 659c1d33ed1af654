/// One step of each workload with micrograd from PyPI.
///
/// Its engine has +, ·, power and ReLU; exp, log and tanh are added in its style. The garbage
/// collector is off while a step is timed and runs between the steps, which flatters micrograd.
enum MicrogradScript {
  static let text = #"""
    import gc, json, math, platform, sys, time
    from importlib.metadata import version

    try:
        from micrograd.engine import Value
        from micrograd.nn import MLP, Neuron
    except ImportError:
        print(json.dumps({"reason": "not installed: pip install micrograd"}))
        sys.exit()

    def exp(self):
        out = Value(math.exp(self.data), (self,), 'exp')

        def _backward():
            self.grad += out.data * out.grad
        out._backward = _backward

        return out

    def log(self):
        out = Value(math.log(self.data), (self,), 'log')

        def _backward():
            self.grad += 1 / self.data * out.grad
        out._backward = _backward

        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,), 'tanh')

        def _backward():
            self.grad += (1 - out.data**2) * out.grad
        out._backward = _backward

        return out

    Value.exp, Value.log, Value.tanh = exp, log, tanh

    class TanhNeuron(Neuron):
        def __call__(self, x):
            act = sum((wi*xi for wi,xi in zip(self.w, x)), self.b)
            return act.tanh() if self.nonlin else act

    def make_model(work):
        model = MLP(len(work["inputs"][0]), work["layers"])
        for layer in model.layers:
            for neuron in layer.neurons:
                if work["activation"] == "tanh":
                    neuron.__class__ = TanhNeuron
        for parameter, number in zip(model.parameters(), work["parameters"]):
            parameter.data = number
        return model

    def example_loss(work, output, label):
        if work["objective"] == "hinge":
            return (1 + -(2*label - 1)*output).relu()
        powers = [logit.exp() for logit in output]
        return -(powers[label] / sum(powers)).log()

    def step(work, model):
        model.zero_grad()
        outputs = [model(list(map(Value, inputs))) for inputs in work["inputs"]]
        losses = [example_loss(work, o, label) for o, label in zip(outputs, work["labels"])]
        loss = sum(losses) * (1.0 / len(losses))
        if work["strength"] > 0:
            loss = loss + work["strength"] * sum((p*p for p in model.parameters()))
        loss.backward()
        return loss

    def count_nodes(root):
        seen, pending = {root}, [root]
        while pending:
            fresh = pending.pop()._prev - seen
            seen |= fresh
            pending += fresh
        return len(seen)

    def measure(work, repetitions):
        model = make_model(work)
        seconds = []
        for _ in range(repetitions + 1):
            loss = None
            gc.collect()
            start = time.perf_counter()
            loss = step(work, model)
            seconds.append(time.perf_counter() - start)
        gradient_sum = sum(p.grad for p in model.parameters())
        return {
            "title": work["title"], "seconds": seconds[1:], "nodes": count_nodes(loss),
            "outcome": {"loss": loss.data, "gradientSum": gradient_sum},
        }

    with open(sys.argv[1]) as file:
        question = json.load(file)
    sys.setrecursionlimit(10000)
    gc.disable()
    print(json.dumps({
        "version": f"micrograd {version('micrograd')}, CPython {platform.python_version()}, "
            "collector off",
        "steps": [measure(work, question["repetitions"]) for work in question["works"]],
    }))
    """#
}
