"""What a made-up partnership audited, scrutinised, taught, reviewed and heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.years.typist import iso, option

if TYPE_CHECKING:
    from tests.years.made_up_year import Year


def typed(year: Year) -> None:
    audits(year)
    scrutiny(year)
    training(year)
    charges(year)
    reviews(year)
    children(year)
    newsletter(year)


def audits(year: Year) -> None:
    for kind in 2 * ("multi-agency case audit", "line of sight"):
        year.typist.whole(
            "work/audits/whole",
            kind=kind,
            title=year.mark("An audit of ten files"),
            subject="",
            agencies="Health\nPolice",
            opened_on=year.day(6),
            reviewer="",
            ratings="\n".join(
                f"{agency} | {year.mark('Notes are read')} | amber | {year.mark('Nine of ten')}"
                for agency in ("Health", "Police")
            ),
            findings=(
                f"good practice | {year.mark('They ask')}\n"
                f"to improve | {year.mark('They are late')}"
            ),
            actions=f"{year.mark('Ask fathers too')} | Health | {year.day(3)}",
            found_on=year.day(7),
        )


def scrutiny(year: Year) -> None:
    typist = year.typist
    at = typist.new(
        "work/scrutiny/new",
        title=year.mark("A year of scrutiny"),
        year=str(year.first),
        themes="waiting",
        scrutineer="The scrutineer",
        planned_on=year.day(4),
    )
    typist.on(
        at,
        "activity",
        what=year.mark("Ten files were read"),
        theme="waiting",
        done_on=iso(year.first, 6, 1),
        by="The scrutineer",
        young_people="",
    )
    typist.on(
        at,
        "find",
        kind="to improve",
        about="waiting",
        finding=year.mark("They wait too long"),
        points="",
        finding_on=year.day(7),
    )
    words = year.mark("Why so long?")
    typist.on(at, "ask", words=words, asked_on=year.day(7, 2), due=year.day(9))
    question = option(typist, at, words)
    typist.on(
        at,
        "reply/answer",
        question=question,
        answer=year.mark("Too few rooms"),
        answerer="The chair",
        answered_on=iso(year.first, 8, 1),
    )
    typist.on(at, "conclude", conclusion=year.mark("It got better"), concluded_on=year.day(3))


def training(year: Year) -> None:
    typist = year.typist
    for name in ("Seeing neglect", "Hearing children", "Safer sleep"):
        typist.whole(
            "work/training/new/whole",
            title=year.mark(name),
            kind="multi-agency",
            provider=year.mark("A trainer"),
            audience="",
            offered_on=year.day(5),
            sessions=(
                f"{year.day(10, 3)} | Library | 20 | Health | health | 8 | 7 | 1\n"
                f"{year.day(10, 3)} | Library | 20 | Police | police | 5 | 5 | 0\n"
                f"{year.day(1, 12)} | Online | 30 | Schools | education | 9 | 9 | 0"
            ),
            evaluations=f"reaction | 9 | {year.mark('They liked it')}",
        )
    new = "work/training/new"
    start, end = year.day(4, 1), year.day(3, 31)
    typist.on(
        new,
        "totals",
        name=year.mark("All courses"),
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
        fee=year.mark("£30 a place"),
        only_for="",
        made_by="",
        starts_on=year.day(4, 1),
    )


def charges(year: Year) -> None:
    """What courses cost, what they changed, and a provider that ends."""
    new, typist = "work/training/new", year.typist
    start, end = year.day(4, 1), year.day(3, 31)
    policy = year.mark("Members pay nothing")
    typist.on(new, "policy", policy=policy, made_by="Executive", made_on="", starts_on=start)
    typist.on(
        new,
        "impact",
        reaction="seen",
        learning="seen",
        behaviour="not yet",
        result="",
        statement=year.mark("They do it otherwise"),
        start=start,
        end=end,
    )
    provider = year.mark("An old trainer")
    typist.on(new, "provider", provider=provider, ends_on=year.day(12, 1), notice="")


def reviews(year: Year) -> None:
    typist = year.typist
    typist.whole(
        "work/cases/whole",
        reference=f"Made up {year.first}/1",
        label="Child Safeguarding Practice Review",
        aware_on=iso(year.first, 5, 2),
        notified_on=iso(year.first, 5, 4),
        completed_on=iso(year.first, 5, 22),
        outcome="a practice review",
        why="There is more to learn",
        commissioned_on=iso(year.first, 6, 1),
        published_on=iso(year.first + 1, 1, 15),
        where="Our site",
        recommendations=f"Share what is known | {year.day(1)}",
        impacts=f"{year.mark('Nurses are told')} | The board | {year.day(3)}",
    )
    at = typist.new(
        "work/cases/national/new",
        title=year.mark("A national review"),
        publisher="The Panel",
        about=year.mark("About babies"),
        received_on=year.day(6),
    )
    typist.on(
        at,
        "answer",
        response=year.mark("We train all nurses"),
        decided_by="Executive",
        answered_on=year.day(9),
    )


def children(year: Year) -> None:
    typist = year.typist
    for theme in ("waiting", "school", "home"):
        typist.new(
            "work/statements/new",
            words=year.mark("I want to be heard"),
            verbatim="yes",
            who="A young person",
            theme=theme,
            said_on=year.day(6, 3),
            where=year.mark("A workshop"),
        )
        at = typist.new(
            "work/engagement/new",
            kind="workshop",
            group="In Care Council",
            theme=year.mark(theme),
            question=year.mark("What must change?"),
            planned_on="",
            why="It may have changed",
        )
        typist.on(at, "held", held_on=year.day(9, 9), venue="", came="12")
        typist.on(at, "use", what=year.mark("The hours changed"), decision="", used_on=year.day(11))


def newsletter(year: Year) -> None:
    """It draws on the record of two months, and is published; no report tells of it."""
    at = year.typist.new(
        "work/newsletters/new",
        title=f"{year.LABELLED}: a letter of {year.day(9)}",
        since=iso(year.first, 7, 1),
        until=iso(year.first, 8, 31),
    )
    year.typist.on(
        at,
        "add",
        section="Work",
        words="What we did in the summer, made up for a test.",
    )
    year.typist.on(at, "publish", number=str(year.first - 2022), published_on=iso(year.first, 9, 5))
