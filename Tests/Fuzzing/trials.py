"""The kinds of input: how each is made, and which commands read it."""
import json
import os
import re
import shutil
from dataclasses import dataclass, field

from . import files, mutation


@dataclass
class Command:
    arguments: list
    # What should be there after exit 0: files, or folders (names without a dot).
    outputs: list = field(default_factory=list)
    # Whether nothing may be there after a failure.
    is_single: bool = True
    text: bytes = b""


EXPRESSIONS = [
    "y = 1/0", "y = log(-1)", "y = sqrt(0)", "y = max(sqrt(0), 1)", "y = 0^0", "y = (-1)^0.5", "y = x",
    "y = 49/49", "a = 1\nb = a\na = 2\nL = a*b", "y = exp(1000)", "y = -(-(-1))", "= 1", "y =", "1",
    "y = 1e-400 * 1e400", "α = 1\nβ = α * 2", "y = relu(0)", "y = abs(0) + max(1,1) + min(2,2)",
    "x = " + " + ".join(["1"] * 200), "\n".join(f"x{i} = x{i - 1} * 1.01" if i else "x0 = 1" for i in range(150)),
    "y = " + "tanh(" * 60 + "1" + ")" * 60, "a = 1; b = a*a; c = b*b; d = c*c; L = d*d",
]
TABLES = [
    "x,y,class\n", "", "x,y,class\n1,2,a", "x,x,class\n1,2,a\n2,3,b\n", "x;y;class\n1,5;2,5;a\n",
    "x,y,class\n1,2,\n2,1,b\n", "x,y,class\n\"1\",\"2\",\"a,b\"\n3,4,\"c\n\"\n", "x,y,class\r1,2,a\r2,3,b\r",
    "x\ty\tclass\n1\t2\ta\n", "class,x,y\na,1,2\nb,nan,inf\n",
]
EXPERIMENTS = [
    "data: {kind: blobs, count: 12}\nmodel: {layers: [3, 2]}\nloss: crossEntropy\n"
    "optimizer: {kind: sgd, learningRate: 0.1}\nsteps: 4\n",
    "data: {kind: xor}\nmodel: {layers: [2, 1], activation: tanh}\nloss: hinge\n"
    "optimizer: {kind: momentum, learningRate: {1: 0.1, 3: 0.2}, momentum: 0.5}\nbatch: 3\nsteps: 5\n",
    "data: {kind: encoder, size: 4}\nmodel: {layers: [2, 4], outputActivation: sigmoid}\n"
    "loss: squaredError\noptimizer: {learningRate: 1}\nsteps: 3\nview: {kind: scalar, example: 2}\n",
    "data: {kind: digits, count: 10}\nmodel: {kind: cnn, layers: [{convolution: {filters: 2, size: 3}}, "
    "{maxPool: 3}, {dense: 10}]}\nloss: crossEntropy\noptimizer: {kind: adam, learningRate: 0.1}\nsteps: 2\n",
    "data: {kind: diffusion, points: moons, count: 20, levels: 21}\nmodel: {layers: [4, 2]}\n"
    "loss: meanSquaredError\noptimizer: {kind: adamw, learningRate: 0.1}\nl2: 0.01\nsteps: 2\n",
    "data: {text: names.txt}\nmodel: {kind: gpt, width: 4, heads: 1, hidden: 4}\n"
    "optimizer: {kind: adam, learningRate: 0.1}\nbatch: 2\nsteps: 2\n",
]
NAMES = "ada\nbo\ncy\nabba\n"


class Corpus:
    """What is mutated: the samples, what the tool makes of them, and inputs made by hand."""

    def __init__(self, top, tool):
        folder = os.path.join(top, "Samples")
        self.expressions = EXPRESSIONS + self.read(folder, ".grad")
        self.tables = TABLES + [text[:3_000] for text in self.read(folder, ".csv")]
        # Those that train for long are there with fewer steps.
        self.experiments = EXPERIMENTS + [
            re.sub(r"(?m)^steps: .*", "steps: 5", text) for text in self.read(folder, ".yaml")]
        self.weights = [json.loads(text) for text in self.read(folder, ".json")]
        self.tensors = [self.bytes(folder, "points.safetensors")]
        self.documents = [self.text(top, "README.md"), DOCUMENT]
        self.graphs, self.recordings = [], []
        self.make(tool)

    def make(self, tool):
        import tempfile
        with tempfile.TemporaryDirectory() as scratch:
            write(scratch, "names.txt", NAMES)
            for text in EXPRESSIONS[10:14] + self.expressions[-3:]:
                write(scratch, "a.grad", text)
                if tool.run(["render", "a.grad", "-o", "g.json"], scratch).code == 0:
                    self.graphs.append(json.loads(self.bytes(scratch, "g.json")))
            for number, text in enumerate(EXPERIMENTS):
                write(scratch, "a.yaml", text)
                outcome = tool.run(
                    ["train", "a.yaml", "--frames", "none", "--quiet", "--record", "r.gradrec"], scratch)
                if outcome.code != 0:
                    raise SystemExit(f"fuzz: an experiment of the corpus is refused: {outcome.errors}")
                self.recordings.append(self.bytes(scratch, "r.gradrec"))
                if number < 3 and tool.run(["render", "a.yaml", "-o", "g.json"], scratch).code == 0:
                    self.graphs.append(json.loads(self.bytes(scratch, "g.json")))

    @staticmethod
    def bytes(folder, name):
        with open(os.path.join(folder, name), "rb") as file:
            return file.read()

    @classmethod
    def text(cls, folder, name):
        return cls.bytes(folder, name).decode("utf-8")

    @classmethod
    def read(cls, folder, ending):
        return [cls.text(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(ending)]


DOCUMENT = """# A document

<!-- graphgrad render a.grad -o a.svg -->
<!-- /graphgrad -->

```graphgrad --set a=3
a = 2; b = -3; L = tanh(a*b + 1)
```

<!-- graphgrad animate a.grad -->
<!-- /graphgrad -->
"""


def write(folder, name, content):
    if isinstance(content, str):
        content = content.encode("utf-8", "surrogatepass")
    with open(os.path.join(folder, name), "wb") as file:
        file.write(content)


def expression(choice, corpus, folder):
    write(folder, "a.grad", mutation.text(choice, choice.choice(corpus.expressions), corpus.expressions))
    picture = choice.choice(["o.svg", "o.svg", "o.json", "o.png", "o.pdf"])
    commands = [Command(["render", "a.grad", "-o", picture], [picture]), Command(["gradcheck", "a.grad"])]
    other = choice.choice([
        Command(["render", "a.grad", "--json"]), Command(["animate", "a.grad", "-o", "m.svg"], ["m.svg"]),
        Command(["frames", "a.grad", "-o", "frames"], ["frames"], False),
        Command(["sweep", "a.grad", "--over", choice.choice(["a=-1..1", "x=0..1", "y=1..1"]), "--csv", "s.csv"],
                ["s.csv"])])
    return commands + ([other] if choice.random() < 0.5 else [])


def calm(choice, text):
    """Whole numbers of a size that is trained in a moment: a hang is what no input asked for."""
    most = 2 if choice.random() < 0.97 else 3
    text = re.sub(r"[0-9_]{%d,}" % (most + 1), lambda found: found.group()[:most], text)
    return re.sub(r"[eE]\+?[0-9]+", "e2", text)


def experiment(choice, corpus, folder):
    source = choice.choice(corpus.experiments)
    write(folder, "a.yaml", calm(choice, mutation.text(choice, source, corpus.experiments)))
    write(folder, "names.txt", mutation.text(choice, NAMES) if choice.random() < 0.2 else NAMES)
    write(folder, "points.csv", corpus.tables[-1])
    return choice.sample([
        Command(["render", "a.yaml", "--step", "1", "-o", "o.svg"], ["o.svg"]),
        Command(["train", "a.yaml", "--set", "steps=2", "--frames", "none", "--record", "r.gradrec",
                 "--losses", "l.csv"], ["r.gradrec", "l.csv"], False),
        Command(["train", "a.yaml", "--set", "steps=2", "-o", "frames"], ["frames"], False),
        Command(["neurons", "a.yaml", "--step", "1", "--format", choice.choice(["json", "csv", "table"])]),
        Command(["timeline", "a.yaml", "--set", "steps=2", "-o", "t.svg"], ["t.svg"]),
        Command(["plot", "a.yaml", "--set", "steps=2", "--kind", choice.choice(PLOTS), "-o", "p.svg"], ["p.svg"]),
        Command(["seeds", "a.yaml", "--set", "steps=2", "--count", "2", "-o", "s.txt"], ["s.txt"]),
        Command(["gradcheck", "a.yaml"]),
        Command(["generate", "a.yaml", "--set", "steps=2", "--count", "3", "--csv", "n.csv"], ["n.csv"]),
    ], 2)


PLOTS = ["loss", "boundary", "activations", "weights", "units", "kernels", "examples", "firing", "path",
         "optimizer", "timeline"]


def table(choice, corpus, folder):
    source = choice.choice(corpus.tables)
    changed = mutation.text(choice, source, corpus.tables)
    write(folder, "d.csv", changed.encode("utf-8", "surrogatepass") if choice.random() < 0.8
          else mutation.raw(choice, changed.encode("utf-8", "surrogatepass")))
    answer = choice.choice(["label: class", "target: y", "targets: [x, y]", "label: class, name: name"])
    write(folder, "a.yaml", f"data: {{csv: d.csv, inputs: [x], {answer}}}\nmodel: {{layers: [2]}}\n"
          f"loss: {choice.choice(['crossEntropy', 'squaredError', 'meanSquaredError'])}\n"
          "optimizer: {learningRate: 0.1}\nsteps: 2\n")
    write(folder, "w.safetensors", corpus.tensors[0])
    return [
        Command(["train", "a.yaml", "--frames", "none", "--record", "r.gradrec"], ["r.gradrec"], False),
        Command(["render", "a.yaml", "-o", "o.svg"], ["o.svg"]),
        Command(["neurons", "--weights", "w.safetensors", "--data", "d.csv", "--format", "json"]),
    ]


def weights(choice, corpus, folder):
    if choice.random() < 0.5:
        name = "w.json"
        write(folder, name, mutation.json_text(choice, choice.choice(corpus.weights)))
    else:
        name = "w.safetensors"
        write(folder, name, files.safetensors(choice, choice.choice(corpus.tensors)))
    write(folder, "d.csv", corpus.tables[-1])
    write(folder, "a.yaml", f"data: {{kind: moons, count: 8}}\nmodel: {{weights: {name}}}\n")
    return [
        Command(["neurons", "--weights", name, "--data", "d.csv"]),
        Command(["render", "a.yaml", "-o", "o.svg"], ["o.svg"]),
        Command(["prune", "a.yaml", "-o", "pruned"], ["pruned"], False),
    ]


def graph(choice, corpus, folder):
    write(folder, "g.json", mutation.json_text(choice, choice.choice(corpus.graphs)))
    picture = choice.choice(["o.svg", "o.svg", "o.json", "o.dot", "o.png"])
    return [Command(["render", "g.json", "-o", picture], [picture])]


def recording(choice, corpus, folder):
    write(folder, "r.gradrec", files.recording(choice, choice.choice(corpus.recordings)))
    shutil.copy(os.path.join(folder, "r.gradrec"), os.path.join(folder, "again.gradrec"))
    write(folder, "names.txt", NAMES)
    return [Command(["info", "r.gradrec"])] + choice.sample([
        Command(["info", "r.gradrec", "--json"]),
        Command(["render", "r.gradrec", "-o", "o.svg"], ["o.svg"]),
        Command(["render", "r.gradrec", "--view", "scalar", "--step", "2", "-o", "o.svg"], ["o.svg"]),
        Command(["neurons", "r.gradrec", "--format", "json"]),
        Command(["frames", "r.gradrec", "-o", "frames"], ["frames"], False),
        Command(["frames", "r.gradrec", "--inside", "2", "-o", "inside"], ["inside"], False),
        Command(["page", "r.gradrec", "-o", "p.html"], ["p.html"]),
        Command(["animate", "r.gradrec", "-o", "m.svg"], ["m.svg"]),
        Command(["timeline", "r.gradrec", "-o", "t.svg", "--csv", "t.csv"], ["t.svg"], False),
        Command(["plot", "r.gradrec", "--kind", choice.choice(PLOTS), "-o", "p.svg"], ["p.svg"]),
        Command(["prune", "r.gradrec", "-o", "pruned"], ["pruned"], False),
        Command(["generate", "r.gradrec", "--count", "3", "--csv", "n.csv"], ["n.csv"]),
        Command(["train", "--resume", "again.gradrec", "--frames", "none", "--losses", "l.csv"], ["l.csv"], False),
    ], 4)


def document(choice, corpus, folder):
    write(folder, "a.grad", "x = 2\ny = x*x\n")
    for name in ["points.csv"]:
        write(folder, name, corpus.tables[-1])
    source = choice.choice([DOCUMENT, DOCUMENT, DOCUMENT] + corpus.documents[:1])
    write(folder, "d.md", mutation.text(choice, source, corpus.documents))
    return [Command(["embed", "d.md"]), Command(["embed", "--check", "d.md"])]


KINDS = {
    "expression": expression, "experiment": experiment, "table": table, "weights": weights,
    "graph": graph, "recording": recording, "document": document,
}
