/// Pictures by graphviz from PyPI, which runs the `dot` or `neato` command for each.
enum GraphvizScript {
  static let text = #"""
    import json, sys, time

    try:
        import graphviz
    except ImportError:
        print(json.dumps({"reason": "not installed: pip install graphviz"}))
        sys.exit()

    def render(picture):
        if picture["isPlaced"]:
            source = graphviz.Source(picture["dot"], engine="neato")
            return source.pipe(picture["format"], neato_no_op=2, quiet=True)
        return graphviz.Source(picture["dot"]).pipe(picture["format"], quiet=True)

    def measure(picture, repetitions):
        seconds = []
        for _ in range(repetitions + 1):
            start = time.perf_counter()
            render(picture)
            seconds.append(time.perf_counter() - start)
        return seconds[1:]

    with open(sys.argv[1]) as file:
        question = json.load(file)
    try:
        command = ".".join(map(str, graphviz.version()))
        pictures = question["pictures"]
        seconds = [measure(picture, question["repetitions"]) for picture in pictures]
        print(json.dumps({
            "version": graphviz.__version__, "command": command, "seconds": seconds}))
    except graphviz.ExecutableNotFound:
        print(json.dumps({"reason": "not installed: the dot command"}))
    """#
}
