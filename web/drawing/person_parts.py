"""The parts of a person: hair, head-dresses, mouths, clothes and aids.

Each is drawn around a face with its centre at 60, 62. ``{skin}`` and ``{top}`` are filled in.
"""

from __future__ import annotations

INK = "#221a3f"
SKIN = {"a": "#ffd7b8", "b": "#f0b98d", "c": "#c98a5b", "d": "#9a5f38", "e": "#6b3f25"}
BEHIND = {
    "long": '<path d="M26 62c-2-30 16-44 34-44s36 14 34 44l4 50H22z"/>',
    "afro": '<circle cx="60" cy="46" r="42"/>',
    "bun": '<circle cx="60" cy="16" r="15"/>',
    "puffs": '<circle cx="26" cy="34" r="19"/><circle cx="94" cy="34" r="19"/>',
    "fringe": '<path d="M29 64c-3-32 13-46 31-46s34 14 31 46l2 22H27z"/>',
    "waves": '<path d="M26 58c0-28 14-42 34-42s34 14 34 42c5 8-2 14 3 22s-5 16 1 30H22c6-14-4-22'
    ' 1-30s-2-14 3-22z"/>',
    "locs": '<path d="M25 44v52M34 36v66M86 36v66M95 44v52M29 40v30M91 40v30" stroke="{hair}"'
    ' stroke-width="9"/>',
    "tail": '<path d="M80 26c28-6 34 22 24 48-3 8-11 7-10-1 2-16-2-27-16-30z"/>',
    "plaits": '<path d="M30 58c-12 14-8 32-11 50M90 58c12 14 8 32 11 50" fill="none"'
    ' stroke="{hair}" stroke-width="13"/>',
    "hijab": '<path d="M24 60c0-28 16-44 36-44s36 16 36 44c0 20 6 40 10 62H14c4-22 10-42 10-62z"/>',
}
BEFORE = {
    "none": "",
    "long": '<path d="M31 58c0-24 14-32 30-32s28 10 28 32c-12-2-22-8-28-18-6 10-16 16-30 18z"/>',
    "afro": '<path d="M32 52c2-18 14-26 28-26s26 8 28 26c-18-10-38-10-56 0z"/>',
    "bun": '<path d="M31 56c0-22 14-32 29-32s29 10 29 32c-16-16-42-16-58 0z"/>',
    "puffs": '<path d="M31 56c0-22 14-32 29-32s29 10 29 32c-8-10-18-14-29-14s-21 4-29 14z"/>',
    "short": '<path d="M30 58c-2-26 14-36 30-36s33 8 30 36c-4-8-6-12-8-16-14 4-32 2-42-2'
    '-4 4-8 10-10 18z"/>',
    "curl": '<circle cx="36" cy="42" r="12"/><circle cx="50" cy="31" r="13"/>'
    '<circle cx="68" cy="30" r="13"/><circle cx="83" cy="41" r="12"/>',
    "waves": '<path d="M30 62c-1-28 13-39 30-39s31 11 30 39c-15-4-25-14-30-27-5 13-15 23-30 27z"/>',
    "locs": '<path d="M29 56c0-24 15-35 31-35s31 11 31 35c-5-6-9-10-13-12l-7 9-5-11-6 11-6-11'
    '-5 11-7-9c-4 2-8 6-13 12z"/>',
    "rows": '<path d="M31 54c0-24 14-34 29-34s29 10 29 34c-8-10-18-14-29-14s-21 4-29 14z"/>'
    '<path d="M43 25l-4 21M51 22l-2 19M60 21v19M69 22l2 19M77 25l4 21" stroke="{skin}"'
    ' stroke-width="2"/>',
    "quiff": '<path d="M30 58c-2-18 3-28 9-31 1-12 24-19 40-9 12 7 13 24 11 40-3-8-5-12-8-16'
    '-14 4-30 2-42-4-5 5-8 11-10 20z"/>',
    "tail": '<path d="M31 56c0-24 14-33 29-33s29 9 29 33c-13-14-30-19-46-14-5 3-9 8-12 14z"/>',
    "plaits": '<path d="M31 60c0-26 14-37 29-37s29 11 29 37c-12-4-23-13-29-24-6 11-17 20-29 24z"/>',
    "fringe": '<path d="M31 62c-2-26 12-38 29-38s31 12 29 38c-2-8-4-12-6-14H37c-2 2-4 6-6 14z"/>',
    "patka": '<path d="M29 56c-2-28 14-40 31-40s33 12 31 40c-20-12-42-12-62 0z"/>'
    '<circle cx="60" cy="14" r="9"/>',
    "dastar": '<path d="M27 56c-8-36 10-52 33-52s41 16 33 52c-3-11-13-19-33-25-20 6-30 14-33 25z"/>'
    f'<path d="M29 42q20-14 31-34M91 42q-20-14-31-34M37 22q14-4 23-14" fill="none" stroke="{INK}"'
    ' stroke-opacity=".3" stroke-width="2.5"/>',
    "wrap": '<path d="M28 56c-6-30 10-46 32-46s38 16 32 46c-9-13-19-18-32-18s-23 5-32 18z"/>'
    '<path d="M60 16c-16-16-30-6-20 3s14 6 20 2c6 4 10 7 20-2s-4-19-20-3z"/>'
    '<path d="M36 36q24-16 48 0M42 26q18-9 36 0" fill="none" stroke="#fff" stroke-opacity=".6"'
    ' stroke-width="3" stroke-dasharray="1 7"/>',
    "hijab": '<path d="M30 62c0-24 12-38 30-38s30 14 30 38c-2-16-12-26-30-26s-28 10-30 26zM34 78'
    'c6 14 16 20 26 20s20-6 26-20c4 12 6 20 4 30-10 8-50 8-60 0-2-10 0-18 4-30z"/>',
}
MOUTH = {
    "smile": f'<path d="M50 78q10 9 20 0" fill="none" stroke="{INK}" stroke-width="3"/>',
    "laugh": f'<path d="M48 76h24a12 12 0 0 1-24 0z" fill="{INK}"/>',
    "calm": f'<path d="M52 80q8 4 16 0" fill="none" stroke="{INK}" stroke-width="3"/>',
}
WEARS = {
    "glasses": f'<g fill="none" stroke="{INK}" stroke-width="2.6"><circle cx="48" cy="64" r="9.5"/>'
    '<circle cx="72" cy="64" r="9.5"/><path d="M57.5 63q2.5-2 5 0M38.5 62l-8-2M81.5 62l8-2"/></g>',
    "aid": '<path d="M91 60c6-3 9 4 5 9s-5 8-7 8" fill="none" stroke="#0a6e73" stroke-width="4"/>',
    "implant": '<path d="M92 60q9-4 4-19" fill="none" stroke="#0a6e73" stroke-width="3"/>'
    '<circle cx="93" cy="40" r="6" fill="#0a6e73"/><circle cx="93" cy="40" r="2.5" fill="#fff"/>',
    "freckles": '<g fill="#b8693f"><circle cx="42" cy="72" r="1.3"/>'
    '<circle cx="46" cy="74" r="1.3"/><circle cx="74" cy="74" r="1.3"/>'
    '<circle cx="78" cy="72" r="1.3"/></g>',
    "patches": '<g fill="#f0b98d"><path d="M70 74c6-6 15-6 18-2q-2 8-8 14-8-3-10-12zM36 52q3-8 10-8'
    ' 2 6-3 9-5 3-7-1z"/></g>',
    "plaster": '<rect x="70" y="48" width="15" height="6" rx="3" fill="#7db8ff"'
    ' transform="rotate(25 77 51)"/>',
    "kippah": '<path d="M42 28q2-10 18-10t18 10q-18-7-36 0z" fill="#0a6e73"/>',
    "defenders": f'<path d="M29 60c-4-54 66-54 62 0" fill="none" stroke="{INK}" stroke-width="5"/>'
    '<rect x="19" y="52" width="15" height="26" rx="7" fill="#ff7c66"/>'
    '<rect x="86" y="52" width="15" height="26" rx="7" fill="#ff7c66"/>',
}
# What is used or seen beside the body, drawn over it; "limb" ends at the elbow, "hand" is made.
_ARM = (
    '<path d="M19 160L13 136" stroke="{top}" stroke-width="21"/><path d="M11 128L6 104"'
    ' stroke="{skin}" stroke-width="12"/><path d="M6 95v0" stroke="{skin}" stroke-width="19"/>'
)
BESIDE = {
    "cane": '<path d="M113 84v90" stroke="#fff" stroke-width="6"/>'
    f'<path d="M113 84v20" stroke="{INK}" stroke-width="8"/>',
    "chair": f'<g fill="none" stroke="{INK}" stroke-width="6"><ellipse cx="4" cy="134" rx="9"'
    ' ry="30"/><ellipse cx="116" cy="134" rx="9" ry="30"/></g>'
    f'<path d="M14 132h20M106 132H86" stroke="{INK}" stroke-width="9"/>',
    "limb": f'{_ARM}<path d="M108 134L111 117" stroke="{{skin}}" stroke-width="16"/>'
    '<path d="M101 160L107 136" stroke="{top}" stroke-width="21"/>',
    "hand": f'<path d="M109 130L115 108" stroke="{INK}" stroke-width="8"/><path d="M116 99v0"'
    ' stroke="#0a6e73" stroke-width="19"/><path d="M109 130L112 119" stroke="#0a6e73"'
    ' stroke-width="13"/><path d="M101 160L108 137" stroke="{top}" stroke-width="21"/>',
}
