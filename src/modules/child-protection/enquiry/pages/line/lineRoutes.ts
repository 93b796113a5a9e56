import {
  childForm,
  dayValues,
  type Fields,
  type FormValues,
  lineField,
  textField,
  uuidParam,
} from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html } from '#ui'
import { addLine, changeLine, type LineChange } from '../../commands/addToEnquiry.ts'
import type { LineWanted } from '../../commands/enquiryRows.ts'
import { type EnquiryLine, linesOf, twinsOf } from '../../queries/enquiryParts.ts'
import {
  chosen,
  type EnquiryContext,
  type EnquiryParams,
  ended,
  enquiryParams,
  enquiryPath,
  readContext,
  siblingTicks,
} from '../frame/enquiryFrame.ts'

const planned = (values: FormValues, errors: FieldErrors): Html => {
  const of = { values, errors }
  return html`${textField('question', 'What has to be found out?', of, undefined, 2)}
${lineField('who', 'Who finds it out', of, 'Name, role or agency')}
${dateFields({ name: 'due', legend: 'By when (optional)', value: dateFieldsFrom(values, 'due'), error: errors.of('due') })}`
}

function parsePlanned(fields: Fields): LineWanted | null {
  const question = fields.text('question', 2000, 'Enter what has to be found out')
  const who = fields.text('who', 200, 'Enter who finds it out')
  const dueOn = fields.date('due', 'By when')
  return question === null || who === null || fields.issues.length > 0 ? null : { question, who, dueOn }
}

const add = childForm<EnquiryParams, EnquiryContext, LineWanted>({
  url: '/people/:personId/enquiries/:enquiryId/lines/new',
  params: enquiryParams,
  name: 'enquiry-line',
  title: 'Line of enquiry - Section 47 enquiry',
  heading: () => 'Add a line of enquiry',
  summary: {
    show: 'The form for a line of an enquiry',
    send: 'Adds a line to the enquiries of the children ticked',
  },
  submit: 'Add the line',
  path: params => `${enquiryPath(params)}/lines/new`,
  cancel: enquiryPath,
  read: visit => readContext(visit),
  fresh: ({ siblings }) => ({ also: siblings.map(({ enquiry }) => enquiry.id) }),
  fields: ({ siblings }, values, errors) =>
    html`${siblingTicks(siblings, 'For these children too?', values)}${planned(values, errors)}`,
  parse: fields => parsePlanned(fields),
  async save(line, context, { work, params, sent }) {
    if (!context.enquiry.isOpen) return ended
    await addLine(work, chosen(context, sent), line)
    return { outcome: 'saved', location: enquiryPath(params), success: 'Line added' }
  },
  order: ['ended', 'question', 'who', 'due'],
  targets: { due: 'due-day', ended: 'main-content' },
})

type LineParams = EnquiryParams & { readonly lineId: Uuid }
type LineContext = EnquiryContext & { readonly line: EnquiryLine; readonly twins: readonly EnquiryLine[] }

const change = childForm<LineParams, LineContext, LineChange>({
  url: '/people/:personId/enquiries/:enquiryId/lines/:lineId',
  params: enquiryParams.extend({ lineId: uuidParam }),
  name: 'enquiry-answer',
  title: 'Line of enquiry - Section 47 enquiry',
  heading: () => 'What was found out',
  summary: {
    show: 'The form that answers or changes a line of an enquiry',
    send: 'Answers or changes a line of an enquiry, for the children ticked',
  },
  submit: 'Save',
  path: params => `${enquiryPath(params)}/lines/${params.lineId}`,
  cancel: enquiryPath,
  async read(visit) {
    const context = await readContext(visit)
    const line =
      context && (await linesOf(visit.work, context.enquiry.id)).find(({ id }) => id === visit.params.lineId)
    if (context === null || !line) return null
    const twins = await twinsOf(visit.work, line)
    const siblings = context.siblings.filter(({ enquiry }) => twins.some(one => one.enquiryId === enquiry.id))
    return { ...context, siblings, line, twins }
  },
  fresh: ({ line, siblings, twins }) => ({
    version: `${line.version}`,
    question: line.question,
    who: line.who,
    ...dayValues('due', line.dueOn),
    answer: line.answer ?? '',
    also: siblings
      .filter(({ enquiry }) => twins.some(one => one.enquiryId === enquiry.id && one.answer === line.answer))
      .map(({ enquiry }) => enquiry.id),
  }),
  fields: ({ siblings }, values, errors) => html`${planned(values, errors)}
${textField('answer', 'What was found out', { values, errors }, 'From whom, and what it means for the child', 5)}
${siblingTicks(siblings, 'The same for these children?', values)}`,
  parse(fields) {
    const line = parsePlanned(fields)
    const answer = fields.text('answer', 20_000)
    return line === null || fields.issues.length > 0 ? null : { ...line, answer }
  },
  async save(wanted, context, { work, params, sent }) {
    if (!context.enquiry.isOpen) return ended
    const ids = chosen(context, sent).map(({ id }) => id)
    const twins = context.twins.filter(({ enquiryId }) => ids.includes(enquiryId))
    const line = { ...context.line, version: Number(sent['version']) || 0 }
    if ((await changeLine(work, line, twins, wanted)) === 'stale') return { outcome: 'stale' }
    return { outcome: 'saved', location: enquiryPath(params), success: 'Line saved' }
  },
  order: ['ended', 'question', 'who', 'due', 'answer'],
  targets: { due: 'due-day', ended: 'main-content' },
  labels: { question: 'What has to be found out', who: 'Who finds it out', answer: 'What was found out' },
})

/** The plan of an enquiry, line by line. */
export const lineRoutes = [...add, ...change]
