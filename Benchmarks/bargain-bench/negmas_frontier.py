"""NegMAS' frontier of a scenario, timed; or its alternating offers, counted.

Arguments: a JSON file with `weights` and `values` (per party and issue, numbers as text), how often
to run, and `frontier` or `offers`. Prints one line of JSON.
"""

import json
import sys
import time


def peak():
    try:
        with open("/proc/self/status") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None


def main():
    path, runs, what = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    try:
        import negmas
        from negmas import make_issue, make_os
        from negmas.preferences import LinearAdditiveUtilityFunction, ops
        from negmas.preferences.value_fun import TableFun
    except ImportError as error:
        print(json.dumps({"missing": str(error)}))
        return
    with open(path) as file:
        data = json.load(file)
    counts = [len(options) for options in data["values"][0]]
    issues = [make_issue(list(range(count)), f"i{index}") for index, count in enumerate(counts)]
    space = make_os(issues)
    functions = [
        LinearAdditiveUtilityFunction(
            values=[
                TableFun({option: float(value) for option, value in enumerate(options)})
                for options in values
            ],
            weights=[float(weight) for weight in weights],
            outcome_space=space,
        )
        for weights, values in zip(data["weights"], data["values"])
    ]
    processor, found = [], {"version": negmas.__version__}
    for _ in range(runs):
        began = time.process_time()
        if what == "offers":
            found["offers"] = offers(space, functions)
        else:
            points, _ = ops.pareto_frontier(functions, issues=issues)
        processor.append(time.process_time() - began)
        if what == "frontier":
            found["points"] = len(points)
            if len(points) <= 20000:
                found["utilities"] = [[float(value) for value in point] for point in points]
    print(json.dumps({**found, "processor": processor, "peak": peak()}))


def offers(space, functions):
    """Two that concede late, for so many steps; how many offers were made."""
    from negmas.sao import BoulwareTBNegotiator, SAOMechanism

    mechanism = SAOMechanism(outcome_space=space, n_steps=1000, time_limit=None)
    for function in functions:
        function.reserved_value = 0.9 * float(function.max())
        mechanism.add(BoulwareTBNegotiator(ufun=function))
    mechanism.run()
    return mechanism.state.step * len(functions)


main()
