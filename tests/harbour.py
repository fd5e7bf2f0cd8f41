"""A small invented accord with invented reports, for tests of the case and of the command line."""

AGREEMENT = """\
agreement: harbour-accord
title: Harbour Accord between North and South
starts: 2031-05-10
words: [harbour accord, accord]

parties:
  north: {name: North, adjectives: [Northern], aliases: [the Northern government]}
  south: {name: South, adjectives: [Southern], aliases: [the Southern government]}
mediators:
  lakeland: {name: Lakeland, adjectives: [Lakelander]}

people:
  envoy-adler: {name: Ida Adler, of: lakeland, office: special envoy, aliases: [Adler]}
  speaker-hale: {name: Peter Hale, of: north, office: spokesman, aliases: [Hale]}

anchors:
  truce:
    title: The truce enters into force
    on: 2031-05-10
    words: [truce began, ceasefire began]
    source: accord

phases:
  one: {title: First phase, words: [first phase], source: accord}

provisions:
  ceasefire:
    title: No fire across the strait
    phase: one
    duty: {by: [north, south], do: cease fire, continuing: true}
    due: at truce
    words: [truce, ceasefire, cease-fire]
    source: accord
  crews:
    title: Return of the detained crews
    phase: one
    duty: {by: north, to: south, do: release, count: 48, of: crew members}
    due: 72 hours after truce
    words: [crew, sailor]
    source: accord
  barges:
    title: Barges with grain
    phase: one
    duty: {by: south, do: admit, rate: 60 a day, of: barges}
    words: [barge, grain]
    source: accord

measures:
  killed:
    title: People killed since the truce began
    accrual: cumulative
    unit: people
    of: [people, person, civilian, islander]
    effect: killed
    since: truce
  crews-returned:
    title: Crew members returned
    accrual: cumulative
    unit: crew members
    of: [crew member, sailor]
    effect: returned
    provision: crews

other_negotiations:
  winter-truce:
    title: The winter truce of 2030
    words: [winter truce]
    since: 2030-12-01
    before: 2031-02-01
    prehistory: true
    source: accord

sources:
  accord: {title: Harbour Accord}
"""

SETTINGS = 'title = "Harbour Accord"\nagreement = "agreement.yaml"\nas_of = 2031-05-20\n'

REPORTS = {
    "crews.txt": """\
Crews return to the South

All but two of the 48 crew members have been released under the accord, the Southern government
said on Monday.

“The crews are on their way home,” special envoy Ida Adler told reporters. She
said the first phase was going well.

At least 12 people have been killed since the truce began, according to Peter Hale, a Northern spokesman.
""",
    "barges.txt": """\
Grain reaches the islands

The South has let 35 barges pass since the truce began, the Northern government said on Sunday.

“We counted every barge,” Peter Hale said. “Sixty a day were agreed in the accord.”
""",
    "winter.txt": """\
The winter truce that failed

The winter truce collapsed after two weeks. Some 70 people were killed during the winter truce, the Southern
government said in January 2031.
""",
}

MANIFEST = """\
file,outlet,url,published,agency,kind,rests_on
crews.txt,Strait Gazette,https://example.org/crews,2031-05-19,,report,
barges.txt,Harbour Post,,2031-05-18,,report,
"""
