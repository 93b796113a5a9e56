import { dayValues, type Fields, type FormValues, ticksOf } from '#modules/casework'
import type { Route } from '#platform/http'
import type { Uuid } from '#platform/ids'
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
import { codesOf, line, oneOfMany, text } from '../../child-form/choices.ts'
import { addParts, changePart, type PartWanted } from '../commands/writePaper.ts'
import { partsOfPaper } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import { pairsAsText, parsePairs } from '../rules/easyRead.ts'
import type { Audience, PaperPart, Recipient } from '../rules/paper.ts'
import { partSources } from '../rules/words.ts'
import { type AroundPaper, aboveMeeting, aroundPaper, paperParams, partParams, subjectsOf } from './frame.ts'
import { paperForm } from './longForm.ts'

type Context = {
  readonly around: AroundPaper
  readonly part: PaperPart | null
  /** Of the family, who may be asked to do something. */
  readonly people: readonly Recipient[]
}
const LONGEST = 100_000

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

const shared = {
  submit: 'Save part',
  order: ['heading', 'words', 'source', 'sourceWords', 'who', 'byWhen', 'easyRead'],
  targets: { byWhen: 'byWhen-day' },
  labels: { heading: 'Heading', words: 'Words' },
  fresh: ({ part }: Context): FormValues => (part === null ? { source: 'own_work' } : valuesOf(part)),
  fields,
  parse: (sent: Fields, context: Context, visit: { readonly sent: FormValues }) =>
    parsePart(sent, visit.sent, context),
}

/** `/papers/:paperId/parts/new` and `/papers/:paperId/parts/:partId`. */
export const partRoutes: readonly Route[] = [
  ...paperForm<{ paperId: Uuid }, Context, PartWanted>({
    ...shared,
    url: '/papers/:paperId/parts/new',
    params: paperParams,
    name: 'paper-part-new',
    title: 'Write a part',
    summary: { show: 'The form that writes a part of a paper', send: 'Adds a part to a paper' },
    path: ({ paperId }) => `/papers/${paperId}/parts/new`,
    cancel: ({ paperId }) => `/papers/${paperId}`,
    async open({ work, params: { paperId } }) {
      const around = await aroundPaper(work, paperId)
      if (!around?.mayWrite) return null
      return {
        context: { around, part: null, people: await recipientsOf(work, around.paper) },
        above: aboveMeeting(around),
        subjectIds: subjectsOf(around),
      }
    },
    async save(wanted, _, { work, params: { paperId } }) {
      await addParts(work, paperId, [wanted])
      return { outcome: 'saved', location: `/papers/${paperId}`, success: 'Part added' }
    },
  }),
  ...paperForm<{ paperId: Uuid; partId: Uuid }, Context, PartWanted>({
    ...shared,
    url: '/papers/:paperId/parts/:partId',
    params: partParams,
    name: 'paper-part',
    title: 'Change a part',
    summary: { show: 'The form that changes a part of a paper', send: 'Changes a part of a paper' },
    path: ({ paperId, partId }) => `/papers/${paperId}/parts/${partId}`,
    cancel: ({ paperId }) => `/papers/${paperId}`,
    async open({ work, params: { paperId, partId } }) {
      const around = await aroundPaper(work, paperId)
      const part = (await partsOfPaper(work, paperId)).find(({ id }) => id === partId)
      if (!around?.mayWrite || part === undefined) return null
      return {
        context: { around, part, people: await recipientsOf(work, around.paper) },
        above: aboveMeeting(around),
        subjectIds: subjectsOf(around),
      }
    },
    async save(wanted, { part }, { work, sent, params: { paperId } }) {
      if (part === null) return { outcome: 'not_found' }
      if (Number(sent['version']) !== part.version) return { outcome: 'stale' }
      return (await changePart(work, part, wanted))
        ? { outcome: 'saved', location: `/papers/${paperId}`, success: 'Part saved' }
        : { outcome: 'stale' }
    },
  }),
]

const valuesOf = (part: PaperPart): FormValues => ({
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

function parsePart(
  fields: Fields,
  sent: FormValues,
  { around: { paper }, part, people }: Context,
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

function fields({ around, part, people }: Context, values: FormValues, errors: FieldErrors): Html {
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
${line('heading', 'Heading', of)}
${text('words', 'Words', of, 'Whoever is given this part reads these very words', 10)}
${oneOfMany('source', 'From whom is this?', partSources, of)}
${line('sourceWords', 'Who is that? (optional)', of, 'For us: it stands in no copy')}
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
  html: html`${line('who', 'Who does it?', of)}${oneOfMany('askedOf', 'Of the family, who is that? (optional)', Object.fromEntries(people.flatMap(({ personId, name, standing }) => (personId === null ? [] : [[personId, `${name}, ${standing}`]]))), of)}${dateFields({ name: 'byWhen', legend: 'By when? (optional)', value: dateFieldsFrom(values, 'byWhen'), error: errors.of('byWhen') })}`,
})}
${details({
  summaryText: 'Easy Read: short sentences with a picture each',
  open: typeof values['easyRead'] === 'string' && values['easyRead'] !== '',
  html: text(
    'easyRead',
    'One sentence on each line, with the name of its picture first',
    of,
    'For example: visit: Rowan comes to see you each week. Pictures: talk, listen, meeting, home, school, doctor, worry, good, safe, plan, visit, calendar, telephone, letter, help, family',
    5,
  ),
})}`
}
