import { formatDate, formatDateTime, type Html, html, summaryList } from '#ui'
import { type Told, toldOf } from '../../told/kinds.ts'
import { nameOf, type ToldPerson } from '../../told/toldPerson.ts'

type Row = readonly [label: string, value: string]
const yesNo = { yes: 'Yes', no: 'No', not_known: 'Not known' } as const
const gradings = { standard: 'Standard', medium: 'Medium', high: 'High' } as const
const when = (instant: string): string => formatDateTime(Temporal.Instant.from(instant))

/** What a notice says, as its sender said it. */
export function toldHtml(kind: Told['kind'], told: unknown): Html {
  const rows = rowsOf(toldOf(kind, told)).filter(([, value]) => value !== '')
  return html`${summaryList({ rows: rows.map(([label, value]) => ({ key: { text: label }, value: { text: value } })) })}`
}

function rowsOf(one: Told): readonly Row[] {
  switch (one.kind) {
    case 'encompass':
      return [
        ['Child', whoLine(one.told.child)],
        ['When', when(one.told.happenedAt)],
        ['Where', one.told.place],
        ['Was the child there?', yesNo[one.told.wasPresent]],
        ['What happened', one.told.circumstances],
        ['What the child said', one.told.childsVoice ?? ''],
      ]
    case 'police_notification':
      return [
        ['Grading', gradings[one.told.grading]],
        ['In danger now', yesNo[one.told.isDanger]],
        ['When', when(one.told.happenedAt)],
        ['Where', one.told.place],
        ['Children', one.told.children.map(whoLine).join('; ')],
        ['Adults', one.told.adults.map(whoLine).join('; ')],
        ['What happened', one.told.whatHappened],
      ]
    case 'marac':
      return [
        ['Who is harmed', whoLine(one.told.victim)],
        ['Who harms', whoLine(one.told.perpetrator)],
        ['Children', one.told.children.map(whoLine).join('; ')],
        ['Score of the risk checklist', `${one.told.dashScore} of 24`],
        ['Why it is referred', one.told.why],
        ['What is known from before', one.told.history ?? ''],
      ]
    case 'school_concern':
      return [
        ['Children', one.told.children.map(whoLine).join('; ')],
        ['Worries', one.told.worries],
        ['What goes well', one.told.strengths ?? ''],
        ['What the school asks for', one.told.wanted ?? ''],
        ['Does the family know?', yesNo[one.told.familyKnows]],
        ['In danger now', yesNo[one.told.isDanger]],
        ['Raised by', [one.told.raisedBy, one.told.role, one.told.telephone].filter(Boolean).join(', ')],
      ]
  }
}

/** Name, day of birth, what they are to the child: as told. */
export const whoLine = (person: ToldPerson): string =>
  [
    nameOf(person),
    person.born === null ? null : `born ${formatDate(Temporal.PlainDate.from(person.born))}`,
    person.relation,
    person.postcode,
  ]
    .filter(Boolean)
    .join(', ')
