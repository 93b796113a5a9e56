import { z } from 'zod'
import {
  Fields,
  familyChildren,
  personParams,
  recordReaders,
  recordWriters,
  uuidParam,
} from '#modules/casework'
import { yearsOld } from '#modules/people'
import { notFound, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { fieldErrors } from '#ui'
import { closeAccount, openAccount } from '../../commands/openAccount.ts'
import { accountsOf, mayHaveAccount } from '../../queries/accountsOf.ts'
import { channelRoutes } from './channelRoutes.ts'
import { keyRoutes } from './keyRoutes.ts'
import type { Candidate } from './page.ts'
import { candidatesOf, pageOf } from './showAccess.ts'

const base = '/people/:personId/family-access'
const accountParams = z.object({ personId: uuidParam, accountId: uuidParam })
const common = { purpose: 'family_access' } as const

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Who of a child’s family may sign in to the portal',
  params: personParams,
  handle: visit => pageOf({ ...visit, sent: {} }, fieldErrors([])),
})

const open = route({
  ...common,
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Opens an account of the family portal',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const candidates = await candidatesOf(work, params.personId)
    const children = (await familyChildren(work, params.personId)).filter(({ mayWrite }) => mayWrite)
    if (!children.some(({ id }) => id === params.personId)) return notFound
    const fields = new Fields(sent)
    const who = candidates.find(({ person }) => person.id === sent['who'])
    if (who === undefined) fields.problem('who', 'Select who signs in')
    const matter = children.filter(({ id }) => fields.isTicked('children', id)).map(({ id }) => id)
    if (matter.length === 0) fields.problem('children', 'Select at least one child')
    const decidedBecause = fields.text('decidedBecause', 2_000)
    if (
      who !== undefined &&
      matter.length > 0 &&
      decidedBecause === null &&
      !(await mayHaveAccount(work, who.person.id, matter))
    )
      fields.problem(
        'decidedBecause',
        'Enter the decision and its reason: this person has no parental responsibility for each of these children',
      )
    const refuse = (issues = fields.issues) =>
      pageOf(visit, fieldErrors(issues, ['who', 'children', 'decidedBecause']))
    if (who === undefined || fields.issues.length > 0) return refuse()
    const opened = await openAccount(work, {
      of: who.person.id,
      children: matter,
      decidedBecause,
      isCareful: fields.isTicked('careful', 'yes'),
      readsAs: readsAs(who, matter, work.today),
    })
    if (opened === 'has one')
      return refuse([{ path: ['who'], message: 'This person has an open account already' }])
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/family-access`,
      success: 'Account opened. Make an invitation next',
    }
  },
})

const YOUNG_PERSON = 12

/** Children read plain words; from 12 what a young person reads. Parents read as adults, whatever their age. */
function readsAs({ person }: Candidate, matter: readonly Uuid[], today: Temporal.PlainDate) {
  if (!matter.includes(person.id)) return 'adult'
  const years = yearsOld(person.dateOfBirth, today)
  return years !== null && years < YOUNG_PERSON ? 'child' : 'young_person'
}

const close = route({
  ...common,
  method: 'POST',
  url: `${base}/:accountId/close`,
  admits: recordWriters,
  summary: 'Closes an account of the family portal at once',
  params: accountParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const account = (await accountsOf(work, params.personId)).find(({ id }) => id === params.accountId)
    if (account === undefined) return notFound
    const fields = new Fields(sent)
    const name = `because-${params.accountId}`
    const because = fields.text(name, 500, 'Enter why it is closed')
    if (because === null) return pageOf(visit, fieldErrors(fields.issues))
    const version = parseUuid(String(sent['version'])) === null ? Number(sent['version']) : 0
    if (!(await closeAccount(work, { id: params.accountId, version, because })))
      return pageOf(
        visit,
        fieldErrors([
          {
            path: [name],
            message: `The account was changed since you opened the page, and stands as it is shown. You wrote: ${because}`,
          },
        ]),
        409,
      )
    return {
      kind: 'redirect',
      location: `/people/${params.personId}/family-access`,
      success: 'Account closed. Whoever was signed in is out',
    }
  },
})

export const accessRoutes = [show, open, ...keyRoutes, close, ...channelRoutes]
