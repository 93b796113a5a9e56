import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { formBody } from '#test/signIn.ts'
import type { FrontDoorTables } from '../../tables.ts'
import { doorStage } from '../../testing/doorStage.ts'

const { server, record, member } = await doorStage()
const form = 'application/x-www-form-urlencoded'

/** The form as a browser without a session opens it. */
async function opened() {
  const page = await server.inject('/refer')
  const [cookie = ''] = String(page.headers['set-cookie']).split(';')
  return {
    page,
    cookie,
    csrf: /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
    key: /name="_key" value="([^"]+)"/.exec(page.body)?.[1] ?? '',
  }
}

type Fields = Readonly<Record<string, string>>
type Opened = Awaited<ReturnType<typeof opened>>
const send = ({ cookie, csrf, key }: Opened, fields: Fields, headers: Fields = {}) =>
  server.inject({
    method: 'POST',
    url: '/refer',
    headers: { 'content-type': form, cookie, ...headers },
    payload: formBody({ _csrf: csrf, _key: key, worries: 'A baby cries all night', source: '1B', ...fields }),
  })

const contacts = () =>
  record.as(serviceActor('verifier'), work =>
    work
      .db<FrontDoorTables>()
      .selectFrom('contact')
      .select(['id', 'reference', 'channel', 'worries', 'created_by', 'source', 'is_danger'])
      .orderBy('received_at')
      .execute(),
  )

test('anyone may send it, and gets a receipt with a reference and what happens next', async () => {
  const visitor = await opened()
  expect(visitor.page.statusCode).toBe(200)
  const answer = await send(visitor, {
    'person-0-role': 'child',
    'person-0-given': 'Ünal 👶',
    'person-0-family': 'مثال',
  })
  expect(answer.statusCode).toBe(303)
  const receipt = await server.inject({
    url: String(answer.headers.location),
    headers: { cookie: visitor.cookie },
  })
  const reference = /KF-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(receipt.body)?.[0]
  expect(receipt.body).toContain('by the end of')
  expect(receipt.body).toContain('call 999')
  expect(await contacts()).toMatchObject([
    { reference, channel: 'public_form', created_by: null, source: '1B' },
  ])
})

test('a receipt opens in the browser that sent the form alone', async () => {
  const answer = await send(await opened(), {})
  const elsewhere = await server.inject(String(answer.headers.location))
  expect(elsewhere.body).toContain('This receipt cannot be shown here')
  expect(elsewhere.body).not.toContain('KF-')
})

test('sent twice it is one contact with one reference', async () => {
  const visitor = await opened()
  const before = (await contacts()).length
  const [one, two] = await Promise.all([send(visitor, {}), send(visitor, {})])
  const reference = (location: unknown) =>
    new URLSearchParams(String(location).split('?')[1]).get('reference')
  expect(reference(one.headers.location)).toBe(reference(two.headers.location))
  expect(await contacts()).toHaveLength(before + 1)
})

describe('a form that is not ours', () => {
  test.each([
    ['without the token', { _csrf: '' }, {}],
    ['by another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['without the cookie', {}, { cookie: '' }],
  ] as const)('%s is refused with what was typed', async (_what, fields, headers) => {
    const before = (await contacts()).length
    const answer = await send(await opened(), { worries: 'My long text', ...fields }, headers)
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toContain('My long text')
    expect(await contacts()).toHaveLength(before)
  })
})

test.each([
  ['nothing said', { worries: ' ' }, 'Enter what worries you'],
  ['more than it takes', { worries: 'x'.repeat(20_001) }, '20,000 characters or fewer'],
  ['a program', { website: 'https://shop.example' }, 'Leave this box empty'],
  ['danger without what', { danger_now: 'yes' }, 'Enter what the danger is'],
] as const)('refuses %s and shows what was typed', async (_what, fields, message) => {
  const answer = await send(await opened(), {
    'person-0-role': 'child',
    'person-0-given': 'Wilfred',
    ...fields,
  })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(message)
  expect(answer.body).toContain('Wilfred')
})

test('rows are added and removed without a script, keeping what was typed', async () => {
  const visitor = await opened()
  const more = await send(visitor, {
    'person-0-role': 'child',
    'person-0-given': 'Ottilie',
    rows: 'add-unborn',
  })
  expect(more.body).toContain('Unborn child, person 2')
  expect(more.body).toContain('Ottilie')
  const less = await send(visitor, {
    'person-0-role': 'child',
    'person-1-role': 'adult',
    'person-1-given': 'Nell',
    rows: 'remove-0',
  })
  expect(less.body).toContain('name="person-0-given"')
  expect(less.body).toContain('value="Nell"')
  expect(less.body).not.toContain('person-1-given')
})

test('danger tells the managers of the front door at once', async () => {
  const manager = await member('duty_manager')
  await send(await opened(), { danger_now: 'yes', danger: 'He has a knife', _key: makeUuid() })
  const kinds = await record.as(manager.worker, work =>
    work
      .db<{ 'app.notice': { kind: string; worker_id: string } }>()
      .selectFrom('app.notice')
      .select('kind')
      .where('worker_id', '=', manager.worker.id)
      .execute(),
  )
  expect(kinds).toEqual([{ kind: 'contact_in_danger' }])
})

test('whoever sends very many is asked to wait', async () => {
  const visitor = await opened()
  const statuses: number[] = []
  for (let count = 0; count < 22; count += 1) statuses.push((await send(visitor, { worries: '' })).statusCode)
  expect(statuses.at(-1)).toBe(429)
})
