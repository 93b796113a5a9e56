import { childForm, textField } from '#modules/casework'
import { formatDate, html } from '#ui'
import { withdrawPeriod } from '../commands/changePeriod.ts'
import { legalStatuses } from '../rules/words.ts'
import { type OpenPeriod, openPeriod } from './openPeriod.ts'
import { carePath, type PeriodParams, periodParams, periodPath } from './periodParams.ts'

type Parsed = { readonly reason: string; readonly version: number }

/** `/people/:personId/care/:periodId/withdraw`. */
export const withdrawRoutes = childForm<PeriodParams, OpenPeriod, Parsed>({
  url: '/people/:personId/care/:periodId/withdraw',
  params: periodParams,
  name: 'care-withdraw',
  title: 'Withdraw a period in care - Record',
  heading: () => 'Withdraw a period in care',
  summary: {
    show: 'The form that withdraws a period in care that was recorded in error',
    send: 'Withdraws a period in care that was recorded in error',
  },
  submit: 'Withdraw',
  path: params => periodPath(params, 'withdraw'),
  cancel: ({ personId }) => carePath(personId),
  read: ({ work, params }) => openPeriod(work, params),
  fresh: ({ period }) => ({ version: `${period.version}` }),
  fields: (
    { period },
    values,
    errors,
  ) => html`<p class="govuk-body">Looked after from ${formatDate(period.startedOn)}${period.ended === null ? ' on' : ` until ${formatDate(period.ended.on)}`}: ${legalStatuses[period.beganUnder]}. It never was: the NHS is told so, and it counts nowhere. What was recorded is kept with your reason.</p>
${textField('reason', 'Why was it recorded in error?', { values, errors })}`,
  parse(fields) {
    const reason = fields.text('reason', 1_000, 'Enter why it was recorded in error')
    return reason === null ? null : { reason, version: Number(fields.typed('version')) || 0 }
  },
  async save({ reason, version }, { period }, { work, params }) {
    if ((await withdrawPeriod(work, period, version, reason)) === 'stale') return { outcome: 'stale' }
    return {
      outcome: 'saved',
      location: carePath(params.personId),
      success: 'Withdrawn. The NHS is told with the next file',
    }
  },
  order: ['reason'],
  labels: { reason: 'Reason' },
})
