import {
  codesOf,
  dayValues,
  type Fields,
  type FormValues,
  lineField,
  oneOfMany,
  textField,
  ticksOf,
} from '#modules/casework'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  details,
  type FieldErrors,
  type Html,
  html,
  nothing,
} from '#ui'
import type { PartWanted } from '../commands/writePaper.ts'
import { pairsAsText, parsePairs } from '../rules/easyRead.ts'
import type { Audience, PaperPart, Recipient } from '../rules/paper.ts'
import { partSources } from '../rules/words.ts'
import type { AroundPaper } from './frame.ts'

/** What the form of a part shows. */
export type PartContext = {
  readonly around: AroundPaper
  readonly part: PaperPart | null
  /** Of the family, who may be asked to do something. */
  readonly people: readonly Recipient[]
}
const LONGEST = 100_000

/** To whom an author would show a part. */
export const audienceWords: Readonly<Record<Audience, string>> = {
  mother: 'Mother',
  father: 'Father',
  child: 'Child',
  carer: 'Carer',
  school: 'School',
  health: 'Health',
  police: 'Police',
  other: 'Other agencies',
}

/** A part as the values of its fields. */
export const partValues = (part: PaperPart): FormValues => ({
  heading: part.heading,
  words: part.words,
  source: part.source,
  sourceWords: part.sourceWords ?? '',
  thirdParty: part.isThirdParty ? 'yes' : '',
  safety: part.dataClass === 'C3' ? 'yes' : '',
  about: [...part.personIds],
  offer: [...part.offeredTo],
  who: part.line?.who ?? '',
  askedOf: part.line?.personId ?? '',
  ...dayValues('byWhen', part.line?.byWhen ?? null),
  easyRead: pairsAsText(part.pairs),
  version: `${part.version}`,
})

/** What was typed of a part; null with the problems noted. */
export function parsePart(
  fields: Fields,
  sent: FormValues,
  { around: { paper }, part, people }: PartContext,
): PartWanted | null {
  const heading = fields.text('heading', 300, 'Enter a heading')
  const words = fields.text('words', LONGEST, 'Enter the words of this part')
  const source = fields.choice('source', codesOf(partSources), 'Select from whom this is')
  const sourceWords = fields.text('sourceWords', 300)
  const who = fields.text('who', 200)
  const byWhen = fields.date('byWhen', 'By when')
  const pairs = parsePairs(fields.typed('easyRead'))
  if ('wrong' in pairs)
    return fields.problem(
      'easyRead',
      `Begin each line with the name of a picture and a colon: “${pairs.wrong.slice(0, 60)}” does not`,
    )
  if (who === null && (byWhen !== null || fields.typed('askedOf') !== ''))
    return fields.problem('who', 'Enter who does it, or remove the day')
  if (fields.issues.length > 0 || heading === null || words === null || source === null) return null
  return {
    heading,
    words,
    source,
    sourceWords,
    isThirdParty: fields.isTicked('thirdParty', 'yes') || source === 'member_of_public',
    dataClass: fields.isTicked('safety', 'yes') ? 'C3' : 'B3',
    personIds: paper.personIds.filter(id => ticksOf(sent, 'about').includes(id)),
    offeredTo: codesOf(audienceWords).filter(one => ticksOf(sent, 'offer').includes(one)),
    line:
      who === null
        ? null
        : {
            who,
            personId: people.find(({ personId }) => personId === fields.typed('askedOf'))?.personId ?? null,
            byWhen,
          },
    origin: part?.origin ?? null,
    pairs: pairs.pairs,
  }
}

/** What is asked of a part. */
export function partFields(
  { around, part, people }: PartContext,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const of = { values, errors }
  const ticks = (
    name: string,
    legend: string,
    items: readonly { value: string; text: string }[],
    hint?: string,
  ) =>
    checkboxes({
      name,
      idPrefix: name,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
      ...(hint === undefined ? {} : { hint: { text: hint } }),
      items: [...items],
      values: ticksOf(values, name),
    })
  return html`${part?.origin?.words && part.origin.words !== part.words ? details({ summaryText: 'As it stood where it was taken from', html: html`<p class="govuk-body kith-typed">${part.origin.words}</p>` }) : nothing}
${lineField('heading', 'Heading', of)}
${textField('words', 'Words', of, 'Whoever is given this part reads these very words', 10)}
${oneOfMany('source', 'From whom is this?', partSources, of)}
${lineField('sourceWords', 'Who is that? (optional)', of, 'For us: it stands in no copy')}
${ticks('thirdParty', 'Third party', [{ value: 'yes', text: 'Somebody outside the family told this, and may be known by it' }])}
${ticks(
  'about',
  'Whose matters are these?',
  around.children.map(({ id, name }) => ({ value: id, text: name })),
  'Leave empty when it is about all the children',
)}
${ticks(
  'offer',
  'To whom would you show it?',
  Object.entries(audienceWords).map(([value, word]) => ({ value, text: word })),
  'A proposal: nothing is shown until it is decided for each person',
)}
${ticks('safety', 'Safety', [{ value: 'yes', text: 'Safety data: stands in nobody’s copy, the victim’s own included' }])}
${details({
  summaryText: 'This is a line of a plan: somebody does something',
  open: typeof values['who'] === 'string' && values['who'] !== '',
  html: html`${lineField('who', 'Who does it?', of)}${oneOfMany('askedOf', 'Of the family, who is that? (optional)', Object.fromEntries(people.flatMap(({ personId, name, standing }) => (personId === null ? [] : [[personId, `${name}, ${standing}`]]))), of)}${dateFields({ name: 'byWhen', legend: 'By when? (optional)', value: dateFieldsFrom(values, 'byWhen'), error: errors.of('byWhen') })}`,
})}
${details({
  summaryText: 'Easy Read: short sentences with a picture each',
  open: typeof values['easyRead'] === 'string' && values['easyRead'] !== '',
  html: textField(
    'easyRead',
    'One sentence on each line, with the name of its picture first',
    of,
    'For example: visit: Rowan comes to see you each week. Pictures: talk, listen, meeting, home, school, doctor, worry, good, safe, plan, visit, calendar, telephone, letter, help, family',
    5,
  ),
})}`
}
