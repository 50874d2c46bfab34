"""A made-up partnership's year, as a coordinator types it long after it ended.

Every sentence that must be read in the report has a mark of its own, such as "mark 2023-07", so
that a test can tell where each of them came out. No person, place or number in it is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from tests.years.typist import Typist, link, option

LABELLED = "Made up for a test"


class Year:
    """One year that is typed. ``marks`` are to be read in its report."""

    def __init__(self, typist: Typist, first: int, *, again: bool = False) -> None:
        self.typist, self.first, self.again = typist, first, again
        self.marks: list[str] = []
        self.values: dict[str, str] = {}
        self._numbers: Iterator[int] = count(1)
        self.desk = self.report = ""

    def mark(self, words: str) -> str:
        """The words with a mark, which the report must show."""
        mark = f"mark {self.first}-{next(self._numbers):03d}"
        self.marks.append(mark)
        return f"{words} ({mark})"

    def day(self, month: int, day: int = 0) -> str:
        """A day or a month of the year that begins in April."""
        year = self.first if month >= 4 else self.first + 1
        names = "January February March April May June July August September October November"
        name = [*names.split(), "December"][month - 1]
        return f"{day} {name} {year}" if day else f"{name} {year}"

    def typed(self) -> None:
        """Everything, in the order in which a coordinator would come to it."""
        self.arrangements()
        self.figures()
        self.meetings()
        self.decisions()
        self.audits()
        self.scrutiny()
        self.training()
        self.reviews()
        self.children()
        self.drafted()

    def arrangements(self) -> None:
        at, new = "work/arrangements", self.typist.on
        label, start, end = f"{LABELLED} {self.first}", self.day(4, 1), self.day(3, 31)
        new(at, "period", label=label, start=start, end=end, note="")
        if not self.again:
            for name in ("Neglect", "Exploitation", "Babies"):
                new(at, "priority", label=self.mark(name), adopted_on=self.day(4, 1))
            new(at, "role", role=self.mark("Chair"), holder="A chair", on=self.day(4))
            new(at, "group", name=self.mark("Learning group"), formed_on=self.day(5))
            new(at, "board", name=self.mark("Community board"), linked_on=self.day(5))
            new(at, "aim", label=self.mark("Ask every child"), begun_on=self.day(6))
            new(at, "outcome", label=self.mark("Children are heard"), adopted_on=self.day(4))
        for kind, status in (
            ("strategy", "in place"),
            ("campaign", "launched"),
            ("event", "as stated"),
            ("website", "revised"),
            ("programme", "under way"),
        ):
            name = self.mark(f"A {kind}")
            new(at, "work", kind=kind, name=name, status=status, detail="", on=self.day(9, 12))

    def figures(self) -> None:
        for value, unit, shown in (
            ("87", "%", "87%"),
            ("2.70", "%", "2.70%"),
            ("£96,450.50", "", "£96,450.50"),
            ("17 of 23", "visits", "17 of 23 visits"),
            ("fewer than 5", "complaints", "fewer than 5 complaints"),
            ("212 per 10,000", "children", "212 per 10,000 children"),
            ("-3", "places", "-3 places"),
            ("1,064", "places", "1,064 places"),
            ("about 40", "schools", "about 40 schools"),
            ("18 months", "", "18 months"),
        ):
            name = self.mark(f"Figure {value}")
            self.values[self.marks[-1]] = shown
            self.typist.new(
                "work/figures/new/figure",
                name=name,
                value=value,
                unit=unit,
                start=self.day(4, 1),
                end=self.day(3, 31),
                definition="As stated",
                counts="no",
            )

    def meetings(self) -> None:
        for month in (4, 6, 8, 10, 12, 2):
            rows = range(1, 4)
            self.typist.whole(
                "work/meetings/new/whole",
                body="Executive",
                held_on=self.day(month, 14),
                title=self.mark("A quarterly meeting"),
                place="Online",
                roles="\n".join(f"{self.mark(f'Role {row}')} | {row} | {row + 1}" for row in rows),
                items="\n".join(
                    f"Item {row} | {self.mark('It was discussed')}" for row in range(1, 11)
                ),
                resolutions="\n".join(f"{self.mark('We resolve')} | Health |" for _ in rows),
                actions="\n".join(f"{self.mark('Do it')} | Health | {self.day(3)}" for _ in rows),
            )

    def decisions(self) -> None:
        typist = self.typist
        for outcome in 2 * ("we will", "we did", "we could not"):
            at = typist.new(
                "work/decisions/new",
                title=self.mark("A second worker"),
                theme="",
                priority="",
                evidence="",
                proposed_on=self.day(5, 2),
            )
            typist.on(
                at,
                "make",
                outcome=outcome,
                decided=self.mark("Fund a second worker"),
                made_by="Executive",
                reason=self.mark("Because of the record"),
                child_reason="",
                made_on=_iso(self.first, 5, 20),
                effective_on="",
            )
            due = _iso(self.first, 9, 1)
            text = self.mark("Write to all")
            typist.on(at, "action", text=text, owner="Health", due=due, agreed_on=self.day(5, 20))
            action = option(typist, at, text)
            result = self.mark("All were written to")
            typist.on(at, "done", action=action, result=result, done_on=self.day(8))
            typist.on(
                at,
                "impact",
                impact=self.mark("More felt heard"),
                before="3 of 9",
                after="8 of 9",
                how_known="Asked twice",
                for_children="",
                observed_by="",
                seen_on=self.day(2),
            )

    def audits(self) -> None:
        for kind in 2 * ("multi-agency case audit", "line of sight"):
            self.typist.whole(
                "work/audits/whole",
                kind=kind,
                title=self.mark("An audit of ten files"),
                subject="",
                agencies="Health\nPolice",
                opened_on=self.day(6),
                reviewer="",
                ratings="\n".join(
                    f"{agency} | {self.mark('Notes are read')} | amber | {self.mark('Nine of ten')}"
                    for agency in ("Health", "Police")
                ),
                findings=(
                    f"good practice | {self.mark('They ask')}\n"
                    f"to improve | {self.mark('They are late')}"
                ),
                actions=f"{self.mark('Ask fathers too')} | Health | {self.day(3)}",
                found_on=self.day(7),
            )

    def scrutiny(self) -> None:
        typist = self.typist
        at = typist.new(
            "work/scrutiny/new",
            title=self.mark("A year of scrutiny"),
            year=str(self.first),
            themes="waiting",
            scrutineer="The scrutineer",
            planned_on=self.day(4),
        )
        typist.on(
            at,
            "activity",
            what=self.mark("Ten files were read"),
            theme="waiting",
            done_on=_iso(self.first, 6, 1),
            by="The scrutineer",
            young_people="",
        )
        typist.on(
            at,
            "find",
            kind="to improve",
            about="waiting",
            finding=self.mark("They wait too long"),
            points="",
            finding_on=self.day(7),
        )
        words = self.mark("Why so long?")
        typist.on(at, "ask", words=words, asked_on=self.day(7, 2), due=self.day(9))
        question = option(typist, at, words)
        typist.on(
            at,
            "reply/answer",
            question=question,
            answer=self.mark("Too few rooms"),
            answerer="The chair",
            answered_on=_iso(self.first, 8, 1),
        )
        typist.on(at, "conclude", conclusion=self.mark("It got better"), concluded_on=self.day(3))

    def training(self) -> None:
        typist = self.typist
        for name in ("Seeing neglect", "Hearing children", "Safer sleep"):
            typist.whole(
                "work/training/new/whole",
                title=self.mark(name),
                kind="multi-agency",
                provider=self.mark("A trainer"),
                audience="",
                offered_on=self.day(5),
                sessions=(
                    f"{self.day(10, 3)} | Library | 20 | Health | health | 8 | 7 | 1\n"
                    f"{self.day(10, 3)} | Library | 20 | Police | police | 5 | 5 | 0\n"
                    f"{self.day(1, 12)} | Online | 30 | Schools | education | 9 | 9 | 0"
                ),
                evaluations=f"reaction | 9 | {self.mark('They liked it')}",
            )
        new = "work/training/new"
        start, end = self.day(4, 1), self.day(3, 31)
        typist.on(
            new,
            "totals",
            name=self.mark("All courses"),
            courses="12",
            places="1064",
            no_shows="173",
            start=start,
            end=end,
            definition="",
        )
        typist.on(
            new,
            "fee",
            sector="health",
            fee=self.mark("£30 a place"),
            only_for="",
            made_by="",
            starts_on=self.day(4, 1),
        )

    def reviews(self) -> None:
        typist = self.typist
        typist.whole(
            "work/cases/whole",
            reference=f"Made up {self.first}/1",
            label="Child Safeguarding Practice Review",
            aware_on=_iso(self.first, 5, 2),
            notified_on=_iso(self.first, 5, 4),
            completed_on=_iso(self.first, 5, 22),
            outcome="a practice review",
            why="There is more to learn",
            commissioned_on=_iso(self.first, 6, 1),
            published_on=_iso(self.first + 1, 1, 15),
            where=self.mark_unseen("Our site"),
            recommendations=f"Share what is known | {self.day(1)}",
            impacts=f"{self.mark('Nurses are told')} | The board | {self.day(3)}",
        )
        at = typist.new(
            "work/cases/national/new",
            title=self.mark("A national review"),
            publisher="The Panel",
            about=self.mark("About babies"),
            received_on=self.day(6),
        )
        typist.on(
            at,
            "answer",
            response=self.mark("We train all nurses"),
            decided_by="Executive",
            answered_on=self.day(9),
        )

    def mark_unseen(self, words: str) -> str:
        """Words that a report does not show, such as where one review can be read."""
        return words

    def children(self) -> None:
        typist = self.typist
        for theme in ("waiting", "school", "home"):
            typist.new(
                "work/statements/new",
                words=self.mark("I want to be heard"),
                verbatim="yes",
                who="A young person",
                theme=theme,
                said_on=self.day(6, 3),
                where=self.mark("A workshop"),
            )
            at = typist.new(
                "work/engagement/new",
                kind="workshop",
                group="In Care Council",
                theme=self.mark(theme),
                question=self.mark("What must change?"),
                planned_on="",
                why="It may have changed",
            )
            typist.on(at, "held", held_on=self.day(9, 9), venue="", came="12")
            typist.on(
                at, "use", what=self.mark("The hours changed"), decision="", used_on=self.day(11)
            )

    def drafted(self) -> None:
        typist = self.typist
        period = option(typist, "work/reports/new/draft", f"{LABELLED} {self.first}")
        at = typist.new(
            "work/reports/new/draft",
            title=f"{LABELLED}: {self.first}",
            period=period,
            ruleset="Working Together 2023",
            group="",
        )
        self.desk, self.report = at, link(typist, at, "reports/[a-z0-9-]+")


def _iso(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02d}-{day:02d}"
