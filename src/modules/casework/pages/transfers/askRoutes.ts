import { z } from 'zod'
import { teams } from '#modules/agencies'
import type { Work } from '#platform/db'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, notFound, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  fieldErrors,
  html,
  input,
  radios,
  select,
  textarea,
} from '#ui'
import { directsAll } from '../../approvals/directsAll.ts'
import { type FamilyChild, familyChildren } from '../../queries/familyChildren.ts'
import { askForTransfer, handoverWords, type NewTransfer } from '../../transfers/index.ts'
import { Fields } from '../frame/fields.ts'
import {
  dayValues,
  type LongForm,
  type LongFormKey,
  longFormHtml,
  openLongForm,
  refusedLongForm,
  ticksOf,
  typedOf,
} from '../frame/longForm.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordWriters } from '../frame/recordParams.ts'

const url = '/people/:personId/transfers/new'
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
const askManager: Reply = {
  kind: 'forbidden',
  ask: 'Ask the manager of the team that holds the case to transfer it.',
}
const keyOf = (personId: Uuid): LongFormKey => ({
  form: 'transfer',
  recordKey: personId,
  path: `/people/${personId}/transfers/new`,
})

/** Children of the family whose case the actor manages; empty when the person is not one of them. */
async function movable(work: Work, personId: Uuid): Promise<readonly FamilyChild[]> {
  const found: FamilyChild[] = []
  for (const child of await familyChildren(work, personId))
    if (child.mayWrite && (await directsAll(work, [child.id]))) found.push(child)
  return found.some(({ id }) => id === personId) ? found : []
}

async function page(
  work: Work,
  personId: Uuid,
  children: readonly FamilyChild[],
  form: LongForm,
  keys: FormKeys,
): Promise<Reply> {
  const frame = await recordFrame(work, personId, null)
  if (frame === null) return notFound
  const { values, errors } = form
  const teamItems = (await teams(work)).map(({ id, name }) => ({ value: id, text: name }))
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    hasErrors,
    title: 'Transfer - Record',
    before: frame.before,
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Ask for a transfer</h1>
<p class="govuk-body">Your team stays responsible until it is accepted.</p>
${longFormHtml(form, {
  keys,
  now: work.now,
  submit: 'Ask for the transfer',
  cancel: `/people/${personId}`,
  fields: html`${checkboxes({
    name: 'child',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Which children move?', classes: 'govuk-fieldset__legend--s' } },
    items: children.map(({ id, displayName, age }) => ({ value: id, text: `${displayName}, ${age}` })),
    values: ticksOf(values, 'child'),
    errorMessage: errors.of('child'),
  })}
${radios({
  name: 'to',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'To whom?', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'team', text: 'Another team of this authority' },
    { value: 'authority', text: 'Another local authority' },
  ],
  value: typedOf(values, 'to'),
  errorMessage: errors.of('to'),
})}
${select({ name: 'team', label: { text: 'Team', classes: 'govuk-label--s' }, items: [{ value: '', text: 'Choose' }, ...teamItems], value: typedOf(values, 'team'), errorMessage: errors.of('team') })}
${input({ name: 'authority', label: { text: 'Number of the other authority', classes: 'govuk-label--s' }, hint: { text: 'Three digits, as the Department for Education gives it' }, classes: 'govuk-input--width-4', value: typedOf(values, 'authority'), errorMessage: errors.of('authority') })}
${input({ name: 'contact', label: { text: 'Who answers there?', classes: 'govuk-label--s' }, hint: { text: 'Name, telephone or email' }, value: typedOf(values, 'contact'), errorMessage: errors.of('contact') })}
${dateFields({ name: 'moves', legend: 'From which day?', value: dateFieldsFrom(values, 'moves'), error: errors.of('moves') })}
${textarea({ name: 'handover', rows: 14, label: { text: 'What the next worker must know', classes: 'govuk-label--s' }, hint: { text: 'Begun from the record: risks, next dates, what the family wants. Write on' }, value: typedOf(values, 'handover'), errorMessage: errors.of('handover') })}`,
})}`,
    shown: { resource: 'transfer_form', subjectIds: children.map(({ id }) => id) },
  }
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form that asks for children to be taken over',
  purpose: 'casework',
  params: personParams,
  query,
  async handle({ work, params, query: asked, form }): Promise<Reply> {
    if ((await recordFrame(work, params.personId, null)) === null) return notFound
    const children = await movable(work, params.personId)
    if (children.length === 0) return askManager
    const fresh = {
      child: [params.personId],
      ...dayValues('moves', work.today),
      handover: await handoverWords(work, params.personId),
    }
    const opened = await openLongForm(work, keyOf(params.personId), asked.draft === 'open', fresh)
    return page(work, params.personId, children, opened, form)
  },
})

function parse(
  fields: Fields,
  ticked: readonly string[],
  children: readonly FamilyChild[],
  today: Temporal.PlainDate,
): NewTransfer | null {
  const personIds = children.map(({ id }) => id).filter(id => ticked.includes(id))
  if (personIds.length === 0) fields.problem('child', 'Select at least one child')
  const kind = fields.choice('to', ['team', 'authority'], 'Select to whom')
  const teamId = parseUuid(fields.typed('team'))
  if (kind === 'team' && teamId === null) fields.problem('team', 'Select the team')
  const number = fields.typed('authority').trim()
  if (kind === 'authority' && !/^\d{3}$/.test(number))
    fields.problem('authority', 'Enter a number of three digits')
  const contact = fields.text('contact', 300, kind === 'authority' ? 'Enter who answers there' : undefined)
  const movesOn = fields.date('moves', 'Date', 'Enter from which day')
  if (movesOn && Temporal.PlainDate.compare(movesOn, today) < 0)
    fields.problem('moves', 'Date must be today or in the future')
  const handover = fields.text('handover', 20_000, 'Enter what the next worker must know')
  if (fields.issues.length > 0 || kind === null || movesOn === null || handover === null) return null
  if (kind === 'team') return teamId && { personIds, to: { kind, teamId }, handover, movesOn }
  return { personIds, to: { kind, number, contact: contact ?? '' }, handover, movesOn }
}

const refusals = {
  not_manager: ['child', 'Only a manager of the case asks for a transfer'],
  waiting: ['child', 'A transfer of one of these children waits for its answer already'],
  nobody_holds: ['child', 'Nobody holds one of these children. Allocate the child first'],
  same_team: ['team', 'This team holds the child already'],
  no_manager: ['team', 'This team has no manager who could answer. Choose another team'],
} as const

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Asks another team or authority to take children over',
  purpose: 'casework',
  params: personParams,
  query,
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form } = visit
    if ((await recordFrame(work, params.personId, null)) === null) return notFound
    const children = await movable(work, params.personId)
    if (children.length === 0) return askManager
    const key = keyOf(params.personId)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
    const fields = new Fields(sent)
    const wanted = parse(fields, ticksOf(sent, 'child'), children, work.today)
    const asked = wanted ? await askForTransfer(work, wanted) : null
    if (asked?.outcome === 'asked') {
      await dropDraft(work, key.form, key.recordKey)
      return {
        kind: 'redirect',
        location: `/transfers/${asked.transferId}`,
        success: 'The transfer has been asked for',
      }
    }
    if (asked !== null) fields.problem(refusals[asked.refusal][0], refusals[asked.refusal][1])
    const order = ['child', 'to', 'team', 'authority', 'contact', 'moves', 'handover']
    const errors = fieldErrors(fields.issues, order, { moves: 'moves-day' })
    return page(work, params.personId, children, await refusedLongForm(work, key, sent, errors), form)
  },
})

export const askTransferRoutes = [show, send]
