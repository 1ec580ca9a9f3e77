"""The views of a case, a method each.

Made from the program's list of views by `make docs`; not written by hand.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence, Union

if TYPE_CHECKING:
    from ._rows import Table

#: "2025-05-16", "May 2025", "2025", or a date.
Date = Union[str, "datetime.date", None]
#: One name, or several.
Names = Union[str, Sequence[str], None]
Number = Union[str, int, float, None]


class Views:
    """A method for each view. Every filter may be left out; names are the ids of the case."""

    def _table(
        self, command: str, options: Dict[str, Any], words: Sequence[str] = ()
    ) -> "Table":
        raise NotImplementedError

    def text(
        self, view: str, *words: str, format: str = "markdown", **options: Any
    ) -> str:
        raise NotImplementedError

    def data(self, view: str, *words: str, **options: Any) -> Any:
        raise NotImplementedError

    def brief(
        self,
        *,
        format: str = "markdown",
        as_of: Date = None,
        since: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> str:
        """The briefing paper to read before a round of talks.

        Who met, the parties' positions, what changed, how near the parties are, which steps
        depend on which and what would resolve a deadlock, which outcomes would be stable and
        which packages all could accept by an analyst's models, where accounts conflict, what
        was promised, legal limits, dates, and the sources with their grades. Each line names
        the statements it rests on. As HTML it is one file that prints on at most four pages.

        Parameters:
            format: How it is written: `markdown`, `text` or `html`.
            as_of: What had been said by this date; later reports of it are kept and marked.
            since: Only changes after this date.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "since": since,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self.text("brief", format=format, **options)

    def positions(
        self,
        *,
        as_of: Date = None,
        since: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Each party's position on each issue, with its sources.

        A matrix of issues by parties. With one issue, or in detail, every statement behind each
        cell is listed, with how it was read and what it was outweighed by.

        Columns: `issue`, `party`, `answer`, `title`, `stance`, `red_line`, `contested`,
        `divided`, `superseded`, `told_by_others_only`, `newest`, `requires`, `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            since: Only changes after this date.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "since": since,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("positions", options)

    def changes(
        self,
        *,
        as_of: Date = None,
        since: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Changes of position, with the statements before and after.

        Every change in what a party accepts, its red lines or its conditions, with the
        statements before and after. Changes that authors claim are shown beside them, or
        separately where no statement of the party supports them.

        Columns: `When`, `Who, on what`, `Kind`, `Before`, `After`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            since: Only changes after this date.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "since": since,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("changes", options)

    def convergence(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """How near the parties are to each other, issue by issue.

        Agreed, reported as agreed, within reach, conditional, apart, or without evidence; what
        stands in the way, and which single concession would close the gap.

        Columns: `issue`, `title`, `state`, `contested`, `line`, `party`, `answer`,
        `answer_title`, `newest`, `requirement`, `inferred_by`, `rejected_by`, `reported_by`,
        `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("convergence", options)

    def networks(
        self,
        *,
        mode: Optional[str] = None,
        actors: Optional[str] = None,
        normalisation: Optional[str] = None,
        share: Optional[str] = None,
        duplicates: Optional[str] = None,
        from_: Date = None,
        until: Date = None,
        kernel: Optional[str] = None,
        centre: Date = None,
        kernel_width: Optional[str] = None,
        windows: Optional[str] = None,
        backbone: bool = False,
        period: Optional[str] = None,
        least: Number = None,
        draws: Number = None,
        as_: Optional[str] = None,
        seed: Number = None,
        tie: Optional[str] = None,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Who says the same as whom, and since when.

        The discourse network of the case: actors joined by the answers on which both speak,
        with congruence and conflict side by side, so that two who agree on one answer and
        conflict on another are shown as ambivalent and not as strangers. Each tie opens into
        its statements. It says how far the actors fall into two camps, beside random networks
        of the same activity, which ties do not fit, and when the network changed. See
        docs/networks.md for the definitions.

        Columns: `first`, `second`, `relation`, `congruence`, `conflict`, `same_latest`,
        `opposite_latest`, `turned`, `turned_towards`, `turned_by`, `answers`, `statements`.

        Parameters:
            mode: What is joined with what: actors, or actors with answers (answers).
            actors: Who counts as the actor: principals (those spoken for), speakers, reporters
                or publishers.
            normalisation: Divide ties between actors: none, average, jaccard, cosine or angle
                (docs/networks.md).
            share: Divide ties between actors and answers: none, activity or prominence.
            duplicates: Count the same stance of the same actor once in each document, week,
                month, year or range; or keep.
            from_: Only what was said from this date on; --until or --as-of ends the window.
            until: Only what was said until this date; actors stay where --as-of alone would
                place them.
            kernel: Weigh statements by their distance from --centre: uniform, epanechnikov,
                triangular or gaussian.
            centre: The middle of the kernel (default: the last day).
            kernel_width: The width of the kernel in days (default: 365).
            windows: The network through time, in moving windows of a week, month, quarter or
                year; with --kernel smoothed.
            backbone: Put the answers in the order in which the network rests on them (nested
                backbone).
            period: The periods compared for changes: week, month, quarter or year (default: by
                the span).
            least: Leave out actors with fewer statements.
            draws: How many random networks to compare the polarisation with (default: up to
                200).
            as_: Compute as Discourse Network Analyzer does where it departs from its
                definitions: dna, or names of departures (docs/networks.md), separated by
                commas.
            seed: Seed of the random numbers; the same seed gives the same result.
            tie: Open the tie of two actors, as ID,ID.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "mode": mode,
            "actors": actors,
            "normalisation": normalisation,
            "share": share,
            "duplicates": duplicates,
            "from_": from_,
            "until": until,
            "kernel": kernel,
            "centre": centre,
            "kernel_width": kernel_width,
            "windows": windows,
            "backbone": backbone,
            "period": period,
            "least": least,
            "draws": draws,
            "as_": as_,
            "seed": seed,
            "tie": tie,
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("networks", options)

    def timeline(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Meetings, statements, commitments and acts in order of date.

        Dates less exact than a day are shown as spans. Statements are placed where they were
        made, not where they were reported.

        Columns: `date`, `earliest`, `latest`, `kind`, `id`, `title`, `actors`, `perhaps_later`,
        `told_later`, `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("timeline", options)

    def preconditions(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Which steps depend on which, and what would resolve a deadlock.

        Deadlocks first: conditions that depend on each other in a circle, which of them would
        have to be waived to resolve it, and in which order the steps could then be taken. Then
        exchanges, steps that wait for one that is rejected, threats and offers, and every
        condition with its state. Conditions that rest on an analyst's interpretation name the
        analyst.

        Columns: `edge`, `holder`, `kind`, `step`, `awaited`, `trigger_party`, `trigger_stance`,
        `state`, `known`, `known_by`, `said`, `implied`, `deadlock`, `sentence`, `statements`,
        `closed_by`, `dropped_by`, `set_off_by`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("preconditions", options)

    def contradictions(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Statements that cannot all be true, side by side.

        Conflicting accounts of what happened, conflicting reports of one speaker on one
        occasion, and speakers who contradict themselves, each with the analyst's verdict.
        Accounts that differ but are compatible are listed separately.

        Columns: `group`, `kind`, `issue`, `actor`, `answer`, `act`, `denied`, `statement`,
        `speakers`, `source`, `said`, `doubted`, `verdict`, `verdict_by`, `verdict_entered`,
        `reason`, `taken`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("contradictions", options)

    def constraints(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Legal acts that limit the talks, by interpretation, and what would breach them.

        Each act with its interpretations and who holds them, and every meeting, or offer of a
        meeting, that would breach one of them. It does not say which interpretation is right.

        Columns: `constraint`, `title`, `holder`, `issued`, `until`, `reading`, `reading_title`,
        `forbids`, `with`, `requires`, `allows`, `since`, `held_by`, `breach`, `date`, `words`,
        `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("constraints", options)

    def commitments(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """What was promised, and how far it has been carried out.

        Promises, agreements in principle and expectations are kept apart. The status is the one
        reported, on the scale of the Peace Accords Matrix; without a report it is unknown,
        never zero. With a date, overdue commitments are marked.

        Columns: `commitment`, `what`, `strength`, `debtors`, `creditors`, `owed`, `each`,
        `done`, `agreed`, `due`, `due_words`, `until`, `status`, `status_date`, `overdue`,
        `sources`, `statements`, `reports`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("commitments", options)

    def calendar(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """What falls due, and what has passed with or without a report.

        Deadlines, votes, planned meetings, promises, demands and conditions with a date, offers
        and truces with an end date, and the ends of roles and legal acts: past dates with their
        outcome, and those still to come. The dates can be exported to a calendar program
        (.ics).

        Columns: `date`, `earliest`, `latest`, `kind`, `state`, `settled`, `entry`, `id`,
        `number`, `title`, `actors`, `proposed`, `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("calendar", options)

    def offers(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Packages put forward as a whole, with each party's answer.

        A draft proposed as a whole, or several subjects offered together: by whom, until when
        it is open, and how each party answered in its own words.

        Columns: `offer`, `draft`, `date`, `until`, `by`, `state`, `parts`, `statements`,
        `party`, `body`, `answer`, `act`, `conditions`, `answered`, `answer_statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("offers", options)

    def drafts(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Texts under negotiation, clause by clause, with brackets by party.

        How far each clause is agreed and by whom, according to the record.

        Columns: `draft`, `date`, `state`, `clause`, `title`, `about`, `status`, `by`,
        `alternative`, `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("drafts", options)

    def delegations(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Delegations at each meeting, and changes between meetings.

        Meetings in order, planned and held; each delegation with its head, ranks, size and
        absences, compared with the same party's at the meeting before; and what is said of its
        authority.

        Columns: `meeting`, `status`, `planned`, `date`, `place`, `party`, `actor`, `name`,
        `rank`, `level`, `head`, `absent`, `statements`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("delegations", options)

    def settle(
        self,
        *,
        scenario: Optional[str] = None,
        package: Names = None,
        next: bool = False,
        single_text: bool = False,
        compare: Names = None,
        point: Names = None,
        set: Names = None,
        robust: Number = None,
        seed: Number = None,
        divide: bool = False,
        certificate: bool = False,
        tolerance: Number = None,
        list: Number = None,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Which packages all parties could accept, by an analyst's numbers.

        The zone of possible agreement, the efficient packages and the named points on the
        frontier of a scenario; what each party gains and concedes, which red lines bind, and
        how sensitive the result is to uncertain inputs. Where no package is acceptable to all
        it says what stands in the way. The arithmetic is exact; it shows what would have to be
        true, not what will happen. A scenario can also be a file of its own: see
        docs/bargaining.md; `dragoman scenario draft` makes one from the record. A package is
        named by its id in the scenario, or written issue=option,issue=option.

        Parameters:
            scenario: Which scenario of the case, if it has several.
            package: Explain this package; may be repeated.
            next: The smallest changes that make the first package acceptable, or better, and
                trades.
            single_text: Drafts from the first package to an efficient one, none worse for any
                party.
            compare: Set two packages side by side.
            point: Which named points: nash, nash-from-minimum, kalai-smorodinsky,
                kalai-smorodinsky-by-spread, egalitarian or utilitarian; may be repeated.
            set: Suppose another number: PARTY.weight.ISSUE=0.4 or =0.3..0.5,
                PARTY.value.ISSUE.OPTION=…, PARTY.reservation=…, or PARTY.redline.1=off,
                link.1=off; may be repeated.
            robust: How many times to draw the uncertain numbers (default: 200; 0 for none).
            seed: Seed of the random numbers; the same seed gives the same result.
            divide: Treat issues as things to divide: Adjusted Winner, and the largest product.
            certificate: Give the proof of each claim, so that it can be checked.
            tolerance: Accept an error of this share of each party's range, where the exact
                frontier is too large.
            list: How many efficient outcomes to list and draw.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "scenario": scenario,
            "package": package,
            "next": next,
            "single_text": single_text,
            "compare": compare,
            "point": point,
            "set": set,
            "robust": robust,
            "seed": seed,
            "divide": divide,
            "certificate": certificate,
            "tolerance": tolerance,
            "list": list,
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("settle", options)

    def simulate(
        self,
        *,
        scenario: Optional[str] = None,
        strategy: Names = None,
        tournament: bool = False,
        rounds: Number = None,
        discount: Number = None,
        seed: Number = None,
        trace: bool = False,
        set: Names = None,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Simulate bargaining over a scenario by rule: for teaching, never a forecast.

        Plays the stacked alternating offers protocol over an analyst's scenario: in turn each
        party accepts the offer on the table or makes another, until all accept or the deadline
        passes. Strategies are boulware (concedes late), linear, conceder (early), tit-for-tat,
        naive and hill-climbing; boulware:4 and conceder:2 set their strength. A tournament
        plays every assignment of the strategies to the parties. People do not bargain like
        this: it shows what such bargaining would do with these numbers.

        Parameters:
            scenario: Which scenario of the case, if it has several.
            strategy: The strategy of all parties, or PARTY=STRATEGY for one; in a tournament, a
                strategy that takes part; may be repeated.
            tournament: Play every assignment of the strategies to the parties.
            rounds: Rounds until the deadline.
            discount: Discount factor for each round of delay, above 0 and at most 1 (default:
                the parties' own discounts, per session).
            seed: Seed for strategies that choose at random.
            trace: Show every offer made.
            set: Suppose another number, as in `dragoman settle`; may be repeated.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "scenario": scenario,
            "strategy": strategy,
            "tournament": tournament,
            "rounds": rounds,
            "discount": discount,
            "seed": seed,
            "trace": trace,
            "set": set,
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("simulate", options)

    def stability(
        self,
        *,
        conflict: Optional[str] = None,
        concept: Names = None,
        unknown: Optional[str] = None,
        state: Names = None,
        why: bool = False,
        want: Optional[str] = None,
        what_if: Names = None,
        sample: Number = None,
        seed: Number = None,
        coalitions: bool = False,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """Which outcomes of a conflict would be stable once reached.

        Analyses an analyst's model of what each side can do and prefers, as the case holds it
        under `conflicts`, by the graph model for conflict resolution: the stable outcomes in
        words, then by solution concept, then how to get there from the status quo. It says what
        would have to be true, not what will happen. A model can also be a file of its own: YAML
        or JSON of one conflict, or a .gmcr file; see docs/graph-model.md. A state is named by
        its pattern, one sign per option (YNN), by the options taken (a,b, or none), or as
        status-quo. Concepts: Nash, GMR, SMR, SEQ and SSEQ unless others are named; SIM,
        SEQ+SIM, SMR+SIM, FH:X for X one of the first five, L2, L3 and so on, NM (non-myopic);
        all for those that apply.

        Parameters:
            conflict: Which conflict of the case, if it has several.
            concept: Decide by this concept, and with --why explain by it; may be repeated.
            unknown: How to treat unknown preferences: a, b, c or d (docs/graph-model.md).
            state: Show and explain this state; may be repeated.
            why: Explain the states asked about, or else the equilibria and the status quo.
            want: What would have to be true for this state to hold.
            what_if: Suppose a change: `MAKER: FORMULA` wanted above all, `MAKER: without 2`, or
                `never FORMULA`; may be repeated.
            sample: How many times to draw the uncertain preferences; 0 for none (default: up to
                1000 if there are any).
            seed: Seed of the random numbers; the same seed gives the same result.
            coalitions: Which groups would leave an equilibrium together, by each sequential
                concept.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "conflict": conflict,
            "concept": concept,
            "unknown": unknown,
            "state": state,
            "why": why,
            "want": want,
            "what_if": what_if,
            "sample": sample,
            "seed": seed,
            "coalitions": coalitions,
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("stability", options)

    def sources(
        self,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
        timeout: Number = None,
    ) -> "Table":
        """The documents, their grades, and what was taken from them.

        Where the text is present, every quote is checked against it; a withheld text is
        identified by its SHA-256 and its length.

        Columns: `source`, `publisher`, `authors`, `title`, `published`, `kind`, `reliability`,
        `text`, `sha256`, `bytes`, `statements`, `quotes`, `proved`.

        Parameters:
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
            timeout: Stop a computation after this many seconds; there is no partial result.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
            "timeout": timeout,
        }
        return self._table("sources", options)

    def search(
        self,
        *words: str,
        kind: Names = None,
        speaker: Names = None,
        from_: Date = None,
        to: Date = None,
        literal: bool = False,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
    ) -> "Table":
        """Find words in texts, gists, titles and names.

        In the texts present and in everything analysts wrote: every word must occur, matched
        from its beginning, in any order and in upper or lower case; words in quotation marks
        must stand together. Statements come first, then documents, then other entries, each
        kind ordered by relevance; results can be narrowed by speaker, party, issue, source and
        date. A statement is found by the name of its speaker and by its issue too. Names are
        found in Cyrillic and in the usual Latin spellings alike (Зеленський, Zelenskyy,
        Zelensky), with or without diacritics, and under every name the case gives an actor
        (Kiev and Kyiv); a literal search takes words only as they are spelt. A passage of a
        text shows which statements were coded from it.

        Parameters:
            words: The words to find, in any order; words in quotation marks must stand
                together.
            kind: Only results of this kind, such as statement or text; may be repeated.
            speaker: Only statements by this actor; may be repeated.
            from_: Only results dated on or after this day.
            to: Only results dated on or before this day.
            literal: Only this spelling: no other script, and no other name of an actor.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
        """
        options: Dict[str, Any] = {
            "kind": kind,
            "speaker": speaker,
            "from_": from_,
            "to": to,
            "literal": literal,
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
        }
        return self._table("search", options, [*words])

    def show(
        self,
        id: str,
        *,
        as_of: Date = None,
        known_at: Date = None,
        told_by: Date = None,
        party: Names = None,
        issue: Names = None,
        source: Names = None,
        credibility: Optional[str] = None,
        directness: Optional[str] = None,
    ) -> List[Dict[str, Any]]:
        """Any entry with its full provenance.

        For a statement: its words in context, the chain from the speaker to the reader, how its
        date was found, its grades, and its part in each position. For any entry: what it rests
        on, where it is used, and the notes on it.

        Parameters:
            id: The entry's id; if several entries have it, all are shown.
            as_of: What had been said by this date; later reports of it are kept and marked.
            known_at: What had been entered in the record by this date; for a .dragoman file,
                what its history contains up to then.
            told_by: What had been reported by this date.
            party: Only this party; may be repeated.
            issue: Only this issue; may be repeated.
            source: Only statements from this source; may be repeated.
            credibility: Only statements of these grades, as 1-3 or 2; ungraded ones are left
                out.
            directness: Only statements at least this direct: quoted, ascribed, ownSide, third,
                otherParty.
        """
        options: Dict[str, Any] = {
            "as_of": as_of,
            "known_at": known_at,
            "told_by": told_by,
            "party": party,
            "issue": issue,
            "source": source,
            "credibility": credibility,
            "directness": directness,
        }
        found: List[Dict[str, Any]] = self.data("show", id, **options)
        return found

#: The methods, in the order of the program's help.
VIEWS = (
    "brief",
    "positions",
    "changes",
    "convergence",
    "networks",
    "timeline",
    "preconditions",
    "contradictions",
    "constraints",
    "commitments",
    "calendar",
    "offers",
    "drafts",
    "delegations",
    "settle",
    "simulate",
    "stability",
    "sources",
    "search",
    "show",
)
