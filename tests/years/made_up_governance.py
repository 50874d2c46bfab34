"""What a made-up partnership set out to do, counted, met about and decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.years.typist import iso, link, option

if TYPE_CHECKING:
    from tests.years.made_up_year import Year


def typed(year: Year) -> None:
    arrangements(year)
    partners(year)
    figures(year)
    disagreements(year)
    meetings(year)
    decisions(year)


def arrangements(year: Year) -> None:
    at, new = "work/arrangements", year.typist.on
    label, start, end = f"{year.LABELLED} {year.first}", year.day(4, 1), year.day(3, 31)
    new(at, "period", label=label, start=start, end=end, note="")
    if not year.again:
        for name in ("Neglect", "Exploitation", "Babies"):
            new(at, "priority", label=year.mark(name), adopted_on=year.day(4, 1))
        new(at, "role", role=year.mark("Chair"), holder="A chair", on=year.day(4))
        new(at, "group", name=year.mark("Learning group"), formed_on=year.day(5))
        new(at, "board", name=year.mark("Community board"), linked_on=year.day(5))
        new(at, "aim", label=year.mark("Ask every child"), begun_on=year.day(6))
        new(at, "outcome", label=year.mark("Children are heard"), adopted_on=year.day(4))
    for kind, status in (
        ("strategy", "in place"),
        ("campaign", "launched"),
        ("event", "as stated"),
        ("website", "revised"),
        ("programme", "under way"),
    ):
        name = year.mark(f"A {kind}")
        new(at, "work", kind=kind, name=name, status=status, detail="", on=year.day(9, 12))


def partners(year: Year) -> None:
    """The bodies once; what each gave and what it was spent on, in each year."""
    at, start, end = "work/partners", year.day(4, 1), year.day(3, 31)
    if not year.again:
        for name, part in (
            ("Fernshire Council", "council"),
            ("Fernshire ICB", "integrated care board"),
            ("Fernshire Police", "police"),
            ("Fernshire schools", "education"),
        ):
            year.typist.on(at, "join", name=name, part=part, place="", joined_on=start, until="")
    for name, amount in (("Fernshire Council", "£120,000.50"), ("Fernshire Police", "£40,000")):
        partner = option(year.typist, f"{at}/paid-in", name)
        spans = {"start": start, "end": end}
        year.typist.on(at, "paid-in", partner=partner, amount=amount, note="", **spans)
        did = year.mark("It led the work")
        year.typist.on(at, "contribution", partner=partner, did=did, **spans)
    use = year.mark("Training")
    year.values[year.marks[-1]] = "£150,000.25"
    year.typist.on(at, "spent", use=use, amount="£150,000.25", start=start, end=end, note="")
    for theme in ("children looked after", "data and information shared"):
        known = year.mark(f"What is known of {theme}")
        year.typist.on(
            at, "theme", theme=theme, known=known, done="", result="", start=start, end=end
        )


def figures(year: Year) -> None:
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
        name = year.mark(f"Figure {value}")
        year.values[year.marks[-1]] = shown
        year.typist.new(
            "work/figures/new/figure",
            name=name,
            value=value,
            unit=unit,
            start=year.day(4, 1),
            end=year.day(3, 31),
            definition="As stated",
            counts="no",
        )


def disagreements(year: Year) -> None:
    """Two statements that do not agree, and how that came about."""
    year.typist.new(
        "work/figures/new/discrepancy",
        about=year.mark("How many came"),
        one=year.mark("One says 12"),
        other=year.mark("The other says 21"),
        note="",
        noted_on=year.day(10),
    )
    at = link(year.typist, "work/figures/", "work/figures/[0-9a-f-]{36}")
    year.typist.on(at, "explain", how=year.mark("A slip"), explained_on=year.day(11))


def meetings(year: Year) -> None:
    for month in (4, 6, 8, 10, 12, 2):
        rows = range(1, 4)
        year.typist.whole(
            "work/meetings/new/whole",
            body="Executive",
            held_on=year.day(month, 14),
            title=year.mark("A quarterly meeting"),
            place="Online",
            roles="\n".join(f"{year.mark(f'Role {row}')} | {row} | {row + 1}" for row in rows),
            items="\n".join(
                f"Item {row} | {year.mark('It was discussed')}" for row in range(1, 11)
            ),
            resolutions="\n".join(f"{year.mark('We resolve')} | Health |" for _ in rows),
            actions="\n".join(f"{year.mark('Do it')} | Health | {year.day(3)}" for _ in rows),
        )


def decisions(year: Year) -> None:
    typist = year.typist
    for outcome in 2 * ("we will", "we did", "we could not"):
        at = typist.new(
            "work/decisions/new",
            title=year.mark("A second worker"),
            theme="",
            priority="",
            evidence="",
            proposed_on=year.day(5, 2),
        )
        typist.on(
            at,
            "make",
            outcome=outcome,
            decided=year.mark("Fund a second worker"),
            made_by="Executive",
            reason=year.mark("Because of the record"),
            child_reason="",
            made_on=iso(year.first, 5, 20),
            effective_on="",
        )
        due = iso(year.first, 9, 1)
        text = year.mark("Write to all")
        typist.on(at, "action", text=text, owner="Health", due=due, agreed_on=year.day(5, 20))
        action = option(typist, at, text)
        result = year.mark("All were written to")
        typist.on(at, "done", action=action, result=result, done_on=year.day(8))
        typist.on(
            at,
            "impact",
            impact=year.mark("More felt heard"),
            before="3 of 9",
            after="8 of 9",
            how_known="Asked twice",
            for_children="",
            observed_by="",
            seen_on=year.day(2),
        )
