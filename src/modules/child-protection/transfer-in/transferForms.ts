import { z } from 'zod'
import { childForm, lineField, oneOf, oneOfMany, personParams, uuidParam } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { isCode } from '#reference'
import { formatDate, html } from '#ui'
import { dayField } from '../plan/pages/planFields.ts'
import { categoryWords } from '../plan/pages/planForms.ts'
import { decideTransferIn, keepNotice, type TransferIn, transfersInOf } from './transferIn.ts'

type Params = { readonly personId: Uuid }
type Notice = Omit<Parameters<typeof keepNotice>[1], 'personId' | 'submission'>
const home = ({ personId }: Params): string => `/people/${personId}/plans`

const stays = { yes: 'For good', no: 'For a while: no conference follows' } as const

/** `/people/:personId/transfers-in/new`: another authority says in writing that a child with a plan is moving here. */
export const noticeForm = childForm<Params, true, Notice>({
  url: '/people/:personId/transfers-in/new',
  params: personParams,
  name: 'transfer-in',
  title: 'A plan of another authority - Record',
  heading: () => 'A child with another authority’s plan moves here',
  summary: {
    show: 'The form for another authority’s notice that a child with a plan moves here',
    send: 'Keeps another authority’s notice that a child with a plan moves here',
  },
  submit: 'Keep the notice',
  path: params => `/people/${params.personId}/transfers-in/new`,
  cancel: home,
  read: async () => true,
  fresh: () => ({ stays: 'yes' }),
  fields: (_, values, errors) =>
    html`<p class="govuk-body">That authority keeps responsibility, visits and core groups until the transfer-in conference here.</p>
${lineField('from', 'Which authority?', { values, errors })}
${lineField('contact', 'Whom to ask there (optional)', { values, errors })}
${dayField('told', 'On which day did it tell us in writing?', values, errors)}
${oneOf('stays', 'Is the child here for good?', stays, { values, errors })}
${dayField('since', 'Since when has the plan run there? (optional)', values, errors)}
${oneOfMany('category', 'Its category (optional)', categoryWords(2026), { values, errors })}
${lineField('plans', 'How many plans has the child had there, this one too? (optional)', { values, errors })}`,
  parse(fields, _, { work }) {
    const fromAuthority = fields.text('from', 200, 'Enter which authority')
    const toldOn = fields.date('told', 'Day', 'Enter the day on which it told us')
    if (toldOn && Temporal.PlainDate.compare(toldOn, work.today) > 0)
      fields.problem('told', 'The day must be today or in the past')
    const stay = fields.choice('stays', ['yes', 'no'] as const, 'Select whether the child is here for good')
    const plans = fields.typed('plans').trim()
    if (plans !== '' && !/^\d{1,2}$/.test(plans)) fields.problem('plans', 'Enter a number, or leave it empty')
    const category = fields.typed('category')
    const theirPlanSince = fields.date('since', 'Day')
    const fromContact = fields.text('contact', 300)
    if (fields.issues.length > 0 || !fromAuthority || !toldOn || !stay) return null
    return {
      fromAuthority,
      fromContact,
      toldOn,
      isPermanent: stay === 'yes',
      theirPlanSince,
      theirCategory: isCode('abuseCategory', category) ? category : null,
      theirPlans: plans === '' ? null : Number(plans),
    }
  },
  async save(notice, _, { work, params, submission }) {
    await keepNotice(work, { ...notice, ...params, submission })
    return { outcome: 'saved', location: home(params), success: 'Notice kept' }
  },
  order: ['from', 'contact', 'told', 'stays', 'since', 'category', 'plans'],
  targets: { told: 'told-day', since: 'since-day' },
})

const transferParams = z.object({ personId: uuidParam, transferId: uuidParam })
type TransferParams = z.infer<typeof transferParams>
type Decided = { readonly version: number; readonly decided: Parameters<typeof decideTransferIn>[3] }
const answers = {
  accept: 'We accept the move for good',
  end: 'It did not come about, or the child moved on',
} as const

/** `/people/:personId/transfers-in/:transferId`. */
export const transferForm = childForm<TransferParams, TransferIn, Decided>({
  url: '/people/:personId/transfers-in/:transferId',
  params: transferParams,
  name: 'transfer-in-decide',
  resource: 'transfer_in',
  title: 'A plan of another authority - Record',
  heading: ({ fromAuthority }) => `The plan of ${fromAuthority}`,
  summary: {
    show: 'The form that accepts a child with another authority’s plan',
    send: 'Accepts a child with another authority’s plan, or says that the move did not come about',
  },
  submit: 'Save',
  path: params => `/people/${params.personId}/transfers-in/${params.transferId}`,
  cancel: home,
  async read({ work, params }) {
    const found = (await transfersInOf(work, [params.personId])).find(({ id }) => id === params.transferId)
    return found && found.acceptedOn === null && found.endedOn === null ? found : null
  },
  fresh: ({ version }) => ({ version: `${version}` }),
  fields: ({ toldOn }, values, errors) =>
    html`<p class="govuk-body">Told in writing ${formatDate(toldOn)}. The transfer-in conference is held within 15 working days of accepting.</p>
${oneOf('answer', 'What is decided?', answers, { values, errors })}
${dayField('on', 'On which day?', values, errors)}
${lineField('because', 'Why, if it did not come about', { values, errors })}`,
  parse(fields, { toldOn }, { work }) {
    const answer = fields.choice('answer', ['accept', 'end'] as const, 'Select what is decided')
    const on = fields.date('on', 'Day', 'Enter the day')
    if (on && Temporal.PlainDate.compare(on, work.today) > 0)
      fields.problem('on', 'The day must be today or in the past')
    if (on && Temporal.PlainDate.compare(on, toldOn) < 0)
      fields.problem('on', 'The day must be on or after the day of the notice')
    const because = fields.text(
      'because',
      500,
      answer === 'end' ? 'Enter why it did not come about' : undefined,
    )
    const version = Number(fields.typed('version')) || 0
    if (answer === null || on === null || (answer === 'end' && because === null)) return null
    return {
      version,
      decided: answer === 'accept' ? { acceptedOn: on } : { endedOn: on, because: because ?? '' },
    }
  },
  async save({ version, decided }, transfer, { work, params }) {
    if ((await decideTransferIn(work, transfer, version, decided)) === 'stale') return { outcome: 'stale' }
    const success = 'acceptedOn' in decided ? 'Accepted. Plan the transfer-in conference' : 'Saved'
    return { outcome: 'saved', location: home(params), success }
  },
  order: ['answer', 'on', 'because'],
  targets: { on: 'on-day' },
  labels: { because: 'Why' },
})
