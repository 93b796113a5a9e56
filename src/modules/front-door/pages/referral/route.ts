import { z } from 'zod'
import { directsAll, Fields, type FormValues, recordFrame, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { codesOf } from '#reference'
import { type FieldErrors, fieldErrors } from '#ui'
import { correctReferral } from '../../commands/correctReferral.ts'
import { type ReferralItems, readReferral } from '../../queries/readReferral.ts'
import { referralPage, referralValues } from './page.ts'

type Params = { readonly personId: Uuid; readonly referralId: Uuid }
type ReferralVisit = Visit<Params, unknown, unknown>
type Opened = { readonly referral: ReferralItems; readonly mayDecide: boolean }

const ask: Reply = {
  kind: 'forbidden',
  ask: 'You may read this record but not write in it. Ask the worker or team that holds the case.',
}

async function opened({ work, params }: ReferralVisit): Promise<Opened | Reply> {
  const frame = await recordFrame(work, params.personId, null)
  const referral = frame && (await readReferral(work, params.personId, params.referralId))
  if (!frame || !referral) return notFound
  if (!frame.mayWrite) return ask
  return { referral, mayDecide: await directsAll(work, [params.personId]) }
}

async function reply(
  { work, form }: ReferralVisit,
  at: Opened,
  shown: { readonly values: FormValues; readonly errors?: FieldErrors; readonly isStale?: boolean },
): Promise<Reply> {
  const frame = await recordFrame(work, at.referral.personId, null)
  if (frame === null) return notFound
  const { values, errors = fieldErrors([]), isStale = false } = shown
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    title: 'Referral - Record',
    hasErrors,
    before: frame.before,
    content: referralPage({ ...at, values, errors, keys: form, isStale }),
    shown: { resource: 'referral', subjectIds: [at.referral.personId] },
  }
}

async function show(visit: ReferralVisit): Promise<Reply> {
  const at = await opened(visit)
  return 'kind' in at ? at : reply(visit, at, { values: referralValues(at.referral) })
}

async function send(visit: ReferralVisit): Promise<Reply> {
  const at = await opened(visit)
  if ('kind' in at) return at
  const { work, sent } = visit
  const fields = new Fields(sent)
  const corrected = parseReferral(fields, sent, at, work.today)
  if (fields.issues.length > 0) {
    const order = ['source', 'need', 'further', 'decided', 'told']
    const errors = fieldErrors(fields.issues, order, { decided: 'decided-day', told: 'told-day' })
    return reply(visit, at, { values: sent, errors })
  }
  const version = fields.typed('version')
  if (at.referral.version !== version || (await correctReferral(work, { ...corrected, version })) === 'stale')
    return reply(visit, at, { values: sent, isStale: true })
  const { personId } = at.referral
  return { kind: 'redirect', location: `/people/${personId}#referrals`, success: 'Referral saved' }
}

/** What the form says; what somebody may not decide stays as it is. */
function parseReferral(
  fields: Fields,
  sent: FormValues,
  { referral, mayDecide }: Opened,
  today: Temporal.PlainDate,
): ReferralItems {
  const dated = (name: string, label: string): Temporal.PlainDate | null => {
    const on = fields.date(name, label)
    if (on === null) return null
    if (Temporal.PlainDate.compare(on, today) > 0)
      fields.problem(name, `${label} must be today or in the past`)
    else if (Temporal.PlainDate.compare(on, referral.receivedOn) < 0)
      fields.problem(name, `${label} must be on or after the day of the referral`)
    return on
  }
  const answer = sent['further']
  const isNoFurtherAction = answer === 'no' ? true : answer === 'yes' ? false : null
  const decidedOn = mayDecide ? dated('decided', 'The day it was decided') : referral.decidedOn
  if (mayDecide && decidedOn !== null && isNoFurtherAction === null)
    fields.problem('further', 'Select whether it was taken further')
  return {
    ...referral,
    source: codesOf('referralSource').find(code => code === sent['source']) ?? null,
    primaryNeed: codesOf('primaryNeed').find(code => code === sent['need']) ?? null,
    isNoFurtherAction: mayDecide ? isNoFurtherAction : referral.isNoFurtherAction,
    decidedOn,
    feedbackSentOn: dated('told', 'The day the referrer was told'),
  }
}

const common = {
  url: '/people/:personId/referrals/:referralId',
  admits: recordWriters,
  purpose: 'casework',
  params: z.object({ personId: uuidParam, referralId: uuidParam }),
} as const

/** Completing a referral for the census. */
export const referralRoutes = [
  route({ ...common, method: 'GET', summary: 'The form of one referral', handle: show }),
  route({ ...common, method: 'POST', summary: 'Completes or corrects a referral', handle: send }),
]
