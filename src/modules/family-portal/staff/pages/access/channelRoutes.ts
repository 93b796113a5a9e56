import type { z } from 'zod'
import { Fields, personParams, recordReaders, recordWriters, uuidParam } from '#modules/casework'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { endChannel, keepChannel } from '../../commands/keepChannel.ts'
import { type Account, accountsOf } from '../../queries/accountsOf.ts'
import { channelPage } from './channelPage.ts'

const url = '/people/:personId/family-access/:accountId/channel'
const params = personParams.extend({ accountId: uuidParam })
type Params = z.infer<typeof params>
const kinds = ['email', 'text'] as const
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/

async function openAccountOf({
  work,
  params: { personId, accountId },
}: Pick<Visit<Params, unknown, unknown>, 'work' | 'params'>) {
  const account = (await accountsOf(work, personId)).find(({ id }) => id === accountId)
  return account === undefined || account.closedAt !== null ? null : account
}

const shown = (
  of: Pick<Visit<Params, unknown, unknown>, 'params' | 'form' | 'work'>,
  account: Account,
  sent: Readonly<Record<string, unknown>>,
  issues: readonly FormIssue[],
): Reply => ({
  kind: 'page',
  status: issues.length > 0 ? 422 : 200,
  hasErrors: issues.length > 0,
  title: 'A safe channel - Record',
  content: channelPage({
    childId: of.params.personId,
    account,
    mayWrite: of.work.knownAt === null,
    sent,
    errors: fieldErrors(issues, ['kind', 'address', 'agreedWith', 'agreedOn', 'because']),
    keys: of.form,
  }),
  shown: { resource: 'family_channel', subjectIds: [of.params.personId, account.of] },
})

const show = route({
  method: 'GET',
  url,
  admits: recordReaders,
  purpose: 'family_access',
  summary: 'Where somebody chose to be told that there is something to read',
  params,
  async handle(visit): Promise<Reply> {
    const account = await openAccountOf(visit)
    return account === null ? notFound : shown(visit, account, {}, [])
  },
})

const keep = route({
  method: 'POST',
  url,
  admits: recordWriters,
  purpose: 'family_access',
  summary: 'Keeps the channel that somebody chose, or ends it',
  params,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const account = await openAccountOf(visit)
    if (account === null) return notFound
    const fields = new Fields(sent)
    const of = { accountId: account.id, seen: parseUuid(fields.typed('seen')) }
    if (sent['end'] === 'yes') {
      const because = fields.text('because', 500, 'Enter why nothing is to be sent there any more')
      if (because === null) return shown(visit, account, sent, fields.issues)
      return (await endChannel(work, of, because))
        ? done(params.personId, 'Nothing is sent to them from now on')
        : stale(visit)
    }
    const channel = readChannel(fields, sent, work.today)
    if (channel === null) return shown(visit, account, sent, fields.issues)
    return (await keepChannel(work, of, channel))
      ? done(params.personId, 'Kept. They are told there when there is something new to read')
      : stale(visit)
  },
})

function readChannel(fields: Fields, sent: Readonly<Record<string, unknown>>, today: Temporal.PlainDate) {
  const kind = kinds.find(one => one === sent['kind'])
  if (kind === undefined) fields.problem('kind', 'Select e-mail or text')
  const address = fields.text('address', 254, 'Enter the e-mail address or mobile number')
  if (address !== null && kind === 'email' && !EMAIL.test(address))
    fields.problem('address', 'Enter an e-mail address like name@example.org')
  const digits = address?.replace(/[\s()-]/g, '') ?? ''
  if (address !== null && kind === 'text' && !/^(\+44|0)7\d{9}$/.test(digits))
    fields.problem('address', 'Enter a mobile number like 07700 900123')
  const agreedWith = fields.text('agreedWith', 500, 'Enter who agreed it, and how')
  const agreedOn = fields.date('agreedOn', 'The day it was agreed', 'Enter the day it was agreed')
  if (agreedOn !== null && Temporal.PlainDate.compare(agreedOn, today) > 0)
    fields.problem('agreedOn', 'The day it was agreed must be today or in the past')
  if (
    kind === undefined ||
    address === null ||
    agreedWith === null ||
    agreedOn === null ||
    fields.issues.length > 0
  )
    return null
  return { kind, address: kind === 'text' ? digits : address, agreedWith, agreedOn }
}

/** Another channel was kept meanwhile: it is shown, with what was typed. */
async function stale(visit: Visit<Params, unknown, unknown>): Promise<Reply> {
  const account = await openAccountOf(visit)
  if (account === null) return notFound
  const message =
    'Somebody else changed the channel while this page was open. What stands now is shown; what you typed is below'
  return { ...shown(visit, account, visit.sent, [{ path: ['kind'], message }]), status: 409 } as Reply
}

const done = (personId: Uuid, success: string): Reply => ({
  kind: 'redirect',
  location: `/people/${personId}/family-access`,
  success,
})

/** A safe channel of one account: recorded with who agreed and when, changed by agreeing another. */
export const channelRoutes: readonly Route[] = [show, keep]
