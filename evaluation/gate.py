"""Runs every task, prints one table and fails below evaluation/floors.json.

    make evaluate
    python evaluation/gate.py [--only statements] [--errors 20] [--shared DIR]

A floor with `most` is a count that may not rise. What cannot be measured here is listed.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import attributions
import copies
import event_scores
import gold
import own_figures
import own_positions
import own_statements
import own_stories
import pairs
import perturb
import seeds
import stories
import tolls
from annotated import read_tree
from places import FLOORS, MISSING, add_shared_option, skip
from printing import format_misses, format_table
from scores import Score


@dataclass(frozen=True)
class Measured:
    """One number of the table; ``note`` is what stands beside it (an interval, a total)."""

    task: str
    measure: str
    value: float
    note: str = ""


@dataclass(frozen=True)
class Options:
    """Where the material is, and how many misses are printed."""

    shared: Path
    errors: int


#: Ends the name of a task that could be measured on some of its texts only: its floors are for all.
IN_PART = ", in part"

Result = tuple[list[Measured], str]
Floors = dict[str, dict[str, object]]


def measure_statements(options: Options) -> Result:
    """Attributions of political news, by the scorer that came with them."""
    folder = options.shared / "evaluation" / "polnear"
    if not folder.exists():
        skip("statements", folder)
        return [], ""
    scorer = attributions.load_scorer(folder / "evalq.py")
    lines = [line for line in attributions.read_lines(folder / "dev.jsonl") if line["annotations"]]
    answers, failed = attributions.predict_lines("statements", lines)
    rates = attributions.score_attributions(scorer, lines, answers)
    wrong = attributions.find_wrong(scorer, lines, answers) if options.errors else []
    shown = ("cue.exact", "source.exact", "content.exact", "content.overlap", "joint.exact")
    measured = [
        Measured("statements", name, rates[name]["F1"], f"P {rates[name]['P']} R {rates[name]['R']}")
        for name in shown
    ]
    measured.append(_failures("statements", failed))
    return measured, attributions.format_wrong(wrong, options.errors) if wrong else ""


def measure_figures(options: Options) -> Result:
    """Tolls of the three test parts, pooled."""
    return _measure_tolls(options, ("tst1", "tst2", "tst3"), "figures")


def measure_figures_dev(options: Options) -> Result:
    """Tolls of the part for tuning."""
    return _measure_tolls(options, ("dev",), "figures-dev")


def _measure_tolls(options: Options, parts: Sequence[str], task: str) -> Result:
    folder = options.shared / "evaluation" / "muc4"
    if not folder.exists():
        skip(task, folder)
        return [], ""
    scorer = attributions.load_scorer(folder / "score_figures.py")
    lines = [line for part in parts for line in attributions.read_lines(folder / f"{part}.jsonl")]
    answers, failed = attributions.predict_lines("figures", lines)
    rates = tolls.score_tolls(scorer, lines, answers)
    low, high = tolls.compute_interval(scorer, lines, answers)
    notes = {"number F1": f"95 %: {low:.1f} to {high:.1f}"}
    measured = [Measured(task, f"toll {name}", value, notes.get(name, "")) for name, value in rates.items()]
    measured.append(_failures(task, failed))
    return measured, tolls.format_tolls(scorer, lines, answers, options.errors) if options.errors else ""


def _failures(task: str, failed: Sequence[str]) -> Measured:
    return Measured(task, "texts not read", float(len(failed)), " ".join(failed[:3]))


def measure_seeds(options: Options) -> Result:
    """The five articles."""
    documents = seeds.find_seeds(options.shared, "seeds")
    if not documents:
        return [], ""
    scores = seeds.score_documents(documents, seeds.load_sample())
    scores += seeds.score_together(read_tree(seeds.find_gold(options.shared)), documents)
    return _measure_scores("seeds", scores, options)


def measure_gold(options: Options) -> Result:
    """Our own gold."""
    documents = gold.find_documents()
    return _measure_scores("gold", gold.score_own(documents), options) if documents else ([], "")


def measure_own(options: Options) -> Result:
    """Who says what: the open texts of our own gold."""
    return _measure_own(options, own_statements, "open", "own")


def measure_own_sealed(options: Options) -> Result:
    """The sealed ones; their misses are never printed."""
    return _measure_own(options, own_statements, "sealed", "own-sealed")


def measure_own_figures(options: Options) -> Result:
    """Figures: the open texts of our own gold."""
    return _measure_own(options, own_figures, "open", "own-figures")


def measure_own_figures_sealed(options: Options) -> Result:
    """The sealed ones; their misses are never printed."""
    return _measure_own(options, own_figures, "sealed", "own-figures-sealed")


def measure_events(options: Options) -> Result:
    """Events of news sentences between two parties, by the scorer that came with them: the open rows."""
    return _measure_events(options, "events", sealed=False)


def measure_events_sealed(options: Options) -> Result:
    """The sealed rows."""
    return _measure_events(options, "events-sealed", sealed=True)


def _measure_events(options: Options, task: str, *, sealed: bool) -> Result:
    folder = options.shared / "evaluation" / "plover"
    if not folder.exists():
        skip(task, folder)
        return [], ""
    scorer = attributions.load_scorer(folder / "score_events.py")
    rows = event_scores.read_rows(folder / "PLV_train.tsv", sealed)
    rates = event_scores.score_rows(scorer, rows)
    return [Measured(task, name, value, f"{len(rows)} rows") for name, value in rates.items()], ""


def measure_own_positions(options: Options) -> Result:
    """Positions, conditions, promises, readings, steps and links: the open reports of our own gold."""
    counts, lines = own_positions.score_gold("open")
    measured = [Measured("own-positions", *rate) for rate in own_positions.compute_rates(counts)]
    return measured, "\n".join(lines[: options.errors])


def measure_own_positions_sealed(options: Options) -> Result:
    """The sealed ones; their misses are never printed."""
    counts, _ = own_positions.score_gold("sealed")
    return [Measured("own-positions-sealed", *rate) for rate in own_positions.compute_rates(counts)], ""


def measure_own_stories(options: Options) -> Result:
    """Reports side by side: the river accord and the invented reports of our own gold."""
    counts, lines = own_stories.score_gold(own_stories.read_gold())
    measured = [Measured("own-stories", *rate) for rate in own_stories.compute_rates(counts)]
    return measured, "\n".join(lines[: options.errors])


def measure_pairs(options: Options) -> Result:
    """How an act stands by one sentence: done, declared, planned, denied, conditional."""
    judged = pairs.judge_sentences(pairs.read_pairs())
    if not judged:
        return [], ""
    measured = [Measured("pairs", *rate) for rate in pairs.compute_rates(judged)]
    return measured, pairs.format_misses(judged, options.errors) if options.errors else ""


def _measure_own(options: Options, scorer: ModuleType, folder: str, task: str) -> Result:
    counts, lines = scorer.score_folder(scorer.FOLDER / folder, options.shared)
    absent = counts.pop(MISSING, 0)
    if not counts:
        return [], ""
    if absent:
        print(f"SKIPPED the floors of {task}: {absent} of its texts are not here", file=sys.stderr)
        task += IN_PART
    measured = [Measured(task, name, value, note) for name, value, note in scorer.compute_rates(counts)]
    return measured, "\n".join(lines[: options.errors]) if folder == "open" else ""


def _measure_scores(task: str, scores: Sequence[Score], options: Options) -> Result:
    measured = [Measured(task, score.measure, score.value, _note(score)) for score in scores]
    return measured, format_misses(scores, options.errors) if options.errors else ""


def _note(score: Score) -> str:
    return "" if score.total is None else f"{score.right} of {score.total}"


def measure_stories(options: Options) -> Result:
    """Documents grouped into stories: three sets, one setting."""
    scorer = stories.find_scorer(options.shared)
    measured = []
    for name, file, part in stories.SETS:
        lines = stories.read_set(options.shared, file, part)
        if lines and scorer is not None:
            (rates,) = stories.score_set(scorer, lines, (stories.CLOSE,))
            note = f"pair F1 {rates['pair_F']} ARI {rates['ARI']}"
            measured.append(Measured("stories", f"{name} B3", rates["B3_F"], note))
    return measured, ""


def measure_copies(options: Options) -> Result:
    """Passages shared by documents of one story, and those that cross stories."""
    lines = copies.read_stories(options.shared)
    if not lines:
        return [], ""
    result = copies.score_copies(lines)
    found, long = result.runs - len(result.missed), len(result.long)
    measured = [
        Measured("copies", "runs found", result.recall, f"{found} of {result.runs}"),
        _crossing("crossing stories", result.crossing, long),
        _crossing("crossing, not alike", result.unlike, long),
    ]
    return measured, copies.format_passages(result, lines, options.errors) if options.errors else ""


def _crossing(measure: str, found: Sequence[object], long: int) -> Measured:
    """In a thousand passages, so that one decimal is fine enough."""
    return Measured("copies", measure, 1000 * len(found) / max(1, long), f"{len(found)} of {long}, in 1,000")


def measure_perturbed(options: Options) -> Result:
    """The largest drop of any score on swapped texts, in points."""
    documents = seeds.find_seeds(options.shared, "perturbed")
    if not documents:
        return [], ""
    drops = perturb.find_drops(options.shared, perturb.SEEDS)
    worst = max(drops, key=lambda drop: drop.points)
    text = "\n".join(str(drop) for drop in drops if drop.points > 0) if options.errors else ""
    return [Measured("perturbed", "largest drop", worst.points, str(worst) if worst.points else "")], text


TASKS: dict[str, Callable[[Options], Result]] = {
    "statements": measure_statements,
    "figures": measure_figures,
    "seeds": measure_seeds,
    "perturbed": measure_perturbed,
    "gold": measure_gold,
    "own": measure_own,
    "own-figures": measure_own_figures,
    "events": measure_events,
    "own-stories": measure_own_stories,
    "own-positions": measure_own_positions,
    "pairs": measure_pairs,
    "stories": measure_stories,
    "copies": measure_copies,
}
#: Run only by name: for tuning, or sealed until a closing measurement.
MORE_TASKS: dict[str, Callable[[Options], Result]] = {
    "figures-dev": measure_figures_dev,
    "own-sealed": measure_own_sealed,
    "own-figures-sealed": measure_own_figures_sealed,
    "events-sealed": measure_events_sealed,
    "own-positions-sealed": measure_own_positions_sealed,
}


def judge(measured: Measured, floors: Floors) -> tuple[str, str]:
    """The floor as text, and the verdict: ok, BELOW, ABOVE or no floor."""
    floor = floors.get(measured.task, {}).get(measured.measure)
    match floor:
        case {"most": int() | float() as most}:
            return f"at most {most:g}", "ok" if measured.value <= most else "ABOVE"
        case int() | float():
            return f"{floor:g}", "ok" if measured.value >= floor else "BELOW"
    return "", "no floor"


def check_names(floors: Floors, measured: Sequence[Measured]) -> None:
    """A floor for a measure that no longer exists would hold for ever: stop and name it."""
    names = {(one.task, one.measure) for one in measured}
    tasks = {task for task, _ in names}
    unknown = [f"{t}: {m}" for t in floors for m in floors[t] if t in tasks and (t, m) not in names]
    if unknown:
        raise SystemExit(f"floors.json names measures that do not exist: {', '.join(unknown)}")


def print_table(measured: Sequence[Measured], floors: Floors) -> bool:
    """One line per measure, and the tasks that have no floor yet; true where every floor holds."""
    verdicts = [(one, *judge(one, floors)) for one in measured]
    rows = [(m.task, m.measure, f"{m.value:.1f}", floor, verdict, m.note) for m, floor, verdict in verdicts]
    print(format_table(("task", "measure", "value", "floor", "verdict", ""), rows))
    whole = (one.task for one in measured if not one.task.endswith(IN_PART))
    without = [task for task in dict.fromkeys(whole) if not floors.get(task)]
    print(
        "\n".join(f"NO FLOOR YET for {task}: nothing can fail there" for task in without),
        end="\n" * bool(without),
    )
    return all(verdict in ("ok", "no floor") for _, _, verdict in verdicts)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument(
        "--only", choices=[*TASKS, *MORE_TASKS], metavar="TASK", help=", ".join([*TASKS, *MORE_TASKS])
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N misses of each kind")
    given = parser.parse_args(arguments)
    options = Options(given.shared, given.errors)
    chosen = {given.only: (TASKS | MORE_TASKS)[given.only]} if given.only else TASKS
    results = [measure(options) for measure in chosen.values()]
    for _, misses in results:
        print(misses, end="\n\n" if misses else "")
    measured = [one for found, _ in results for one in found]
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    check_names(floors, measured)
    holds = print_table(measured, floors)
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
