"""Writes a graph of PyPI's micrograd (0.1.0) as JSON that graphgrad draws:

    from micrograd_export import write
    write(loss, "graph.json", inputs={"a": a, "b": b}, parameters={"w": w})

    graphgrad render graph.json -o graph.svg
"""
import json


def write(root, path, inputs={}, parameters={}, name="L"):
    root.backward()
    names = {id(v): (n, r) for r, group in (("input", inputs), ("parameter", parameters))
             for n, v in group.items()}
    nodes, places = [], {}

    def add(value, operands=(), derivatives=()):
        title, role = names.get(id(value), (None, "intermediate" if operands else "constant"))
        operation = {"+": "add", "*": "multiply", "ReLU": "relu"}.get(value._op, "power")
        symbol = {"add": "+", "multiply": "×", "power": "^"}.get(operation, operation)
        nodes.append(dict(
            id=len(nodes), role=role, operation=operation if operands else role, name=title,
            symbol=symbol if operands else "", scope=[], data=float(value.data), operands=operands,
            gradient=None if role == "constant" else float(value.grad), derivatives=derivatives))
        return len(nodes) - 1

    stack = [root]
    while stack:  # operands before what uses them, without recursion
        value = stack[-1]
        if id(value) in places:
            stack.pop()
            continue
        # micrograd keeps operands as a set; the backward function knows their order and a * a.
        cells = dict(zip(value._backward.__code__.co_freevars, value._backward.__closure__ or ()))
        terms = [cells[key].cell_contents for key in ("self", "other") if key in cells and value._op]
        waiting = [term for term in terms if hasattr(term, "grad") and id(term) not in places]
        if waiting:
            stack += reversed(waiting)
            continue
        stack.pop()
        if value._op.startswith("**"):
            x, n = terms[0].data, terms[1]
            exponent = add(type(root)(n))
            places[id(value)] = add(value, [places[id(terms[0])], exponent], [n * x ** (n - 1), 0])
            continue
        slopes = {"+": [1, 1], "*": [t.data for t in reversed(terms)], "ReLU": [int(value.data > 0)]}
        places[id(value)] = add(value, [places[id(t)] for t in terms], slopes.get(value._op, []))
    nodes[-1].update(role="root", name=name)
    with open(path, "w") as file:
        json.dump(dict(format=1, name=name, root=len(nodes) - 1, nodes=nodes), file)
