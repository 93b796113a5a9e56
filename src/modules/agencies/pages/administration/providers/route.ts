import { z } from 'zod'
import type { Sealer } from '#platform/files'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import { makeUuid, parseUuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import {
  changeProvider,
  nameProvider,
  releaseIdentity,
  withdrawProvider,
} from '../../../commands/keepProvider.ts'
import {
  boundWorkers,
  isDemonstration,
  organisationProviders,
  organisationsWithoutProvider,
} from '../../../queries/organisationProviders.ts'
import { typed } from '../access-ending/parseLastDay.ts'
import { providerPage, providersPage } from './page.ts'
import { parseProvider } from './parseProvider.ts'

const url = '/administration/providers'
const params = z.object({ providerId: z.string().transform(text => parseUuid(text)) })
const common = { admits: ['administrator'], purpose: 'administration' } as const

type OfAll = Visit<unknown, unknown, unknown>
type OfOne = Visit<z.infer<typeof params>, unknown, unknown>

async function list({ work, form, sent }: OfAll, issues: readonly FormIssue[] = []): Promise<Reply> {
  const content = providersPage({
    providers: await organisationProviders(work),
    organisations: await organisationsWithoutProvider(work),
    sent,
    errors: fieldErrors(issues, ['organisation', 'issuer', 'client', 'secret', 'last'], { last: 'last-day' }),
    keys: form,
  })
  return pageOf('Organisations’ own sign-in', content, issues, '/administration')
}

const pageOf = (
  title: string,
  content: ReturnType<typeof providersPage>,
  issues: readonly FormIssue[],
  back: string,
): Reply => ({
  kind: 'page',
  title,
  current: '/administration',
  back,
  status: issues.length > 0 ? 422 : 200,
  hasErrors: issues.length > 0,
  isWide: true,
  content,
  shown: 'nothing',
})

async function name(visit: OfAll): Promise<Reply> {
  const { work, sent } = visit
  const organisations = await organisationsWithoutProvider(work)
  const mayBeInside = await isDemonstration(work)
  const parsed = parseProvider(sent, { today: work.today, mayBeInside, organisations })
  if (!parsed.ok) return await list(visit, parsed.issues)
  const id = await nameProvider(work, sealerOf(visit), parsed.value)
  if (id === null)
    return await list(visit, [
      { path: ['organisation'], message: 'This organisation has a provider already' },
    ])
  return { kind: 'redirect', location: `${url}/${id}`, success: 'The provider is named' }
}

async function one(visit: OfOne, issues: readonly FormIssue[] = []): Promise<Reply> {
  const { work, form, sent, origin } = visit
  const provider = await providerOf(visit)
  if (provider === undefined) return notFound
  const content = providerPage({
    provider,
    bound: await boundWorkers(work, provider.id),
    origin: origin ?? '',
    sent,
    errors: fieldErrors(issues),
    keys: () => ({ ...form, submission: makeUuid() }), // several forms on one page
  })
  return pageOf('Sign-in of an organisation', content, issues, url)
}

const providerOf = async ({ work, params: { providerId } }: OfOne) =>
  (await organisationProviders(work)).find(({ id }) => id === providerId)

async function change(visit: OfOne): Promise<Reply> {
  const { work, sent } = visit
  const provider = await providerOf(visit)
  if (provider === undefined) return notFound
  const clientId = typed(sent, 'client')
  if (clientId === '') return await one(visit, [{ path: ['client'], message: 'Enter the client id' }])
  const changed = { id: provider.id, clientId, clientSecret: typed(sent, 'secret') }
  if (!(await changeProvider(work, sealerOf(visit), changed))) return notFound
  return { kind: 'redirect', location: `${url}/${provider.id}`, success: 'The client is changed' }
}

async function withdraw({ work, params: { providerId } }: OfOne): Promise<Reply> {
  if (providerId === null || !(await withdrawProvider(work, providerId))) return notFound
  return { kind: 'redirect', location: url, success: 'Everybody who came in by it is signed out' }
}

async function release({ work, params: { providerId }, sent }: OfOne): Promise<Reply> {
  const workerId = parseUuid(typed(sent, 'worker'))
  if (providerId === null || workerId === null || !(await releaseIdentity(work, providerId, workerId)))
    return notFound
  return {
    kind: 'redirect',
    location: `${url}/${providerId}`,
    success: 'Their next sign-in is known by their e-mail address again',
  }
}

function sealerOf({ files }: Pick<OfAll, 'files'>): Sealer {
  if (files === undefined) throw new Error('A secret needs the key of the authority’s files')
  return files.sealer
}

/** `/administration/providers`. */
export const providerRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    url,
    summary: 'Organisations with a sign-in of their own',
    handle: visit => list(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url,
    summary: 'Names an organisation’s identity provider',
    handle: name,
  }),
  route({
    ...common,
    method: 'GET',
    url: `${url}/:providerId`,
    params,
    summary: 'One identity provider',
    handle: visit => one(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/:providerId`,
    params,
    summary: 'Changes its client',
    handle: change,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/:providerId/withdraw`,
    params,
    summary: 'Withdraws an identity provider',
    handle: withdraw,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/:providerId/release`,
    params,
    summary: 'Lets a worker sign in by another account',
    handle: release,
  }),
]
