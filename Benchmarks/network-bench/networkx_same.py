"""The same networks as network-bench makes, with networkx: seconds and a sum that must agree.

usage: networkx_same.py STATEMENTS.csv SMALL.csv
"""

import csv
import json
import sys
import time
from collections import Counter

import networkx
import numpy
from networkx.algorithms import bipartite


def read(path):
    with open(path, newline="") as file:
        return [(actor, concept, int(level), int(day), document)
                for actor, concept, level, day, document in csv.reader(file)]


def two_mode(statements):
    counts = Counter((actor, (concept, level)) for actor, concept, level, _, _ in statements)
    graph = networkx.Graph()
    graph.add_weighted_edges_from((a, c, n) for (a, c), n in counts.items())
    return graph, {actor for actor, *_ in statements}


def congruence(statements):
    graph, actors = two_mode(statements)

    def shared(graph, one, other):
        mine, theirs = graph[one], graph[other]
        return sum(mine[c]["weight"] * theirs[c]["weight"] for c in mine if c in theirs)

    return bipartite.generic_weighted_projected_graph(graph, actors, weight_function=shared)


def distinct(statements):
    seen, kept = set(), []
    for statement in sorted(statements, key=lambda s: s[3]):
        key = statement[0], statement[1], statement[2], statement[4]
        if key not in seen:
            seen.add(key)
            kept.append(statement)
    return kept


def total(graph):
    return sum(weight for _, _, weight in graph.edges(data="weight"))


def months(statements):
    # The day numbers of 120 months, as Python's calendar has them.
    by_month = {}
    for statement in statements:
        date = numpy.datetime64(statement[3], "D").astype("datetime64[M]")
        by_month.setdefault(date, []).append(statement)
    return sum(total(congruence(distinct(by_month[m]))) for m in sorted(by_month)[:120])


def spectrum(matrix):
    graph = networkx.from_numpy_array(matrix)
    values = numpy.sort(networkx.laplacian_spectrum(graph))
    return values / values.sum() if values.sum() else values


def backbone(statements):
    actors = sorted({s[0] for s in statements})
    concepts = sorted({s[1] for s in statements})
    place = {a: i for i, a in enumerate(actors)}
    counts = {c: numpy.zeros((len(actors), 2)) for c in concepts}
    for actor, concept, level, _, _ in statements:
        counts[concept][place[actor], level] += 1
    parts = {c: x @ x.T for c, x in counts.items()}

    def network(left):
        matrix = sum((parts[c] for c in left), numpy.zeros((len(actors), len(actors))))
        numpy.fill_diagonal(matrix, 0)
        return matrix

    whole = spectrum(network(concepts))
    left, removals = list(concepts), []
    while left:
        loss, concept = min(
            (numpy.abs(spectrum(network([d for d in left if d != c])) - whole).sum(), c)
            for c in left)
        left.remove(concept)
        removals.append((concept, loss))
    return removals


def timed(name, body, value, results):
    start = time.perf_counter()
    made = body()
    results[name] = {"seconds": time.perf_counter() - start, "value": value(made)}


usual, small = read(sys.argv[1]), read(sys.argv[2])
results = {"version": networkx.__version__}
timed("two-mode", lambda: two_mode(usual)[0], total, results)
timed("one-mode", lambda: congruence(usual), total, results)
timed("document", lambda: congruence(distinct(usual)), total, results)
timed("months", lambda: months(usual), float, results)
timed("backbone", lambda: backbone(small), lambda made: sum(loss for _, loss in made), results)
print(json.dumps(results))
