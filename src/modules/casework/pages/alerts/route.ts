import { z } from 'zod'
import { isAsOpened, notFound, type Reply, route } from '#platform/http'
import { fieldErrors, formatDate } from '#ui'
import { addAlert, endAlert, reviewAlert } from '../../commands/alerts.ts'
import { currentAlerts } from '../../queries/currentAlerts.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { Fields } from '../frame/fields.ts'
import { personParams, recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { alertKinds } from '../frame/recordWords.ts'
import { alertsPage, reviewedMeanwhile } from './page.ts'

const base = '/people/:personId/alerts'
const alertParams = z.object({ personId: uuidParam, alertId: uuidParam })
const common = { purpose: 'casework' } as const

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Alerts about one person',
  params: personParams,
  handle: visit => alertsPage(visit, fieldErrors([])),
})

const add = route({
  ...common,
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Adds an alert about a person',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const writable = await writableSubjects(work, [params.personId])
    if (writable.size === 0) return notFound
    const fields = new Fields(sent)
    const kind = fields.choice('kind', alertKinds, 'Select a kind of alert')
    const description = fields.text('description', 1_000, 'Enter what people should know')
    const reviewOn = fields.date('reviewOn', 'Review date')
    if (reviewOn && Temporal.PlainDate.compare(reviewOn, work.today) < 0)
      fields.problem('reviewOn', 'Review date must be today or in the future')
    if (kind === null || description === null || fields.issues.length > 0)
      return alertsPage(
        visit,
        fieldErrors(fields.issues, ['kind', 'description', 'reviewOn'], { reviewOn: 'reviewOn-day' }),
      )
    await addAlert(work, { personId: params.personId, kind, description, reviewOn })
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert added' }
  },
})

const review = route({
  ...common,
  method: 'POST',
  url: `${base}/:alertId/review`,
  admits: recordWriters,
  summary: 'Says that an alert still stands, and when to look again',
  params: alertParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const alert = (await currentAlerts(work, params.personId)).find(({ id }) => id === params.alertId)
    if (alert === undefined) return notFound
    const name = `review-${params.alertId}`
    const fields = new Fields(sent)
    const reviewOn = fields.date(name, 'Review date', 'Enter when to look at it again')
    if (reviewOn && Temporal.PlainDate.compare(reviewOn, work.today) < 0)
      fields.problem(name, 'Review date must be today or in the future')
    if (fields.issues.length > 0)
      return alertsPage(visit, fieldErrors(fields.issues, [], { [name]: `${name}-day` }))
    if (!isAsOpened(sent, [alert.description, alert.reviewOn]))
      return await reviewedMeanwhile(visit, alert, reviewOn ? formatDate(reviewOn) : 'No date')
    if (!(await reviewAlert(work, params, reviewOn))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert reviewed' }
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: `${base}/:alertId/end`,
  admits: recordWriters,
  summary: 'Ends an alert',
  params: alertParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const alert = (await currentAlerts(work, params.personId)).find(({ id }) => id === params.alertId)
    if (alert && !isAsOpened(sent, [alert.description, alert.reviewOn]))
      return await reviewedMeanwhile(visit, alert, 'Ended')
    if (!(await endAlert(work, params))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/alerts`, success: 'Alert ended' }
  },
})

export const alertRoutes = [show, add, review, end]
