/// One step of each workload with micrograd from PyPI.
///
/// Its engine has +, ·, power and ReLU; exp, log and tanh are added in its style. The garbage
/// collector is off while a step is timed and runs between the steps, which flatters micrograd.
enum MicrogradScript {
  /// The steps of the workloads.
  static let text = engine + networks + question
  /// The step of a character model.
  static let textModel = engine + transformer + question

  private static let engine = #"""
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

    """#

  private static let networks = #"""
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

    """#

  private static let transformer = #"""
    class Transformer:
        def __init__(self, work):
            rest = iter(work["parameters"])
            def matrix(rows, columns):
                return [[Value(next(rest)) for _ in range(columns)] for _ in range(rows)]
            width, hidden = work["width"], work["hidden"]
            size = width // work["heads"]
            self.tokens = matrix(width, work["tokens"])
            self.positions = matrix(width, work["context"])
            self.heads = [[matrix(size, width) for _ in range(3)] for _ in range(work["heads"])]
            self.output = matrix(width, width)
            self.up, self.down = matrix(hidden, width), matrix(width, hidden)
            self.logits = matrix(work["tokens"], width)
            parts = [self.tokens, self.positions, *(m for head in self.heads for m in head),
                     self.output, self.up, self.down, self.logits]
            self.all = [value for part in parts for row in part for value in row]

        def parameters(self):
            return self.all

        def zero_grad(self):
            for parameter in self.all:
                parameter.grad = 0

    def make_model(work):
        return Transformer(work)

    def product(matrix, x):
        return [sum((wi*xi for wi, xi in zip(row[1:], x[1:])), row[0]*x[0]) for row in matrix]

    def normalized(x):
        scale = (sum(xi*xi for xi in x) * (1 / len(x)) + 1e-5)**-0.5
        return [xi*scale for xi in x]

    def softmax(scores):
        powers = [score.exp() for score in scores]
        total = sum(powers)
        return [power / total for power in powers]

    def step(work, model):
        model.zero_grad()
        keys, values, losses = [], [], []
        for place, (token, following) in enumerate(zip(work["text"], work["next"])):
            units = range(work["width"])
            x = normalized([model.tokens[u][token] + model.positions[u][place] for u in units])
            read, mixed = normalized(x), []
            keys.append([product(k, read) for _, k, _ in model.heads])
            values.append([product(v, read) for _, _, v in model.heads])
            for number, (query, _, _) in enumerate(model.heads):
                q = product(query, read)
                scores = [sum(a*b for a, b in zip(q, k[number])) * len(q)**-0.5 for k in keys]
                shares = softmax(scores)
                mixed += [
                    sum(share*v[number][unit] for share, v in zip(shares, values))
                    for unit in range(len(q))]
            x = [a + b for a, b in zip(x, product(model.output, mixed))]
            hidden = [h.relu() for h in product(model.up, normalized(x))]
            x = [a + b for a, b in zip(x, product(model.down, hidden))]
            losses.append(-softmax(product(model.logits, x))[following].log())
        loss = sum(losses) * (1 / len(losses))
        loss.backward()
        return loss

    """#

  private static let question = #"""
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
