import { z } from 'zod'
import { formFields, notFound, type Route, route, type ServiceModule, type Visit } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { html } from '#ui'

interface SampleTables {
  person: { id: Uuid }
  'app.notice': { id: Uuid; worker_id: Uuid; kind: string; path: string }
}

const id = z.object({ personId: z.uuid() })

const list = route({
  method: 'GET',
  url: '/samples',
  admits: 'signed_in',
  summary: 'A page with links, a filter and a form',
  purpose: 'sample',
  query: z.object({ page: z.coerce.number().int().positive().default(1), person: z.uuid().optional() }),
  async handle({ work, me, form, path, query }) {
    const notices = await noticesOf(work, me.id)
    return {
      kind: 'page',
      title: 'Samples',
      current: '/samples',
      shown: 'nothing',
      content: html`<h1>Samples</h1><p>${notices} notices, page ${query.page}, as of ${String(work.today)}</p>
<a href="/samples/${me.id}?a=1&b=2#part">one</a> <a href="https://example.org/">elsewhere</a>
<form method="get" action="/samples"><input name="page"></form>
<form method="post" action="${path}">${formFields(form)}<textarea name="text"></textarea></form>`,
    }
  },
})

const save = route({
  method: 'POST',
  url: '/samples',
  admits: 'signed_in',
  summary: 'Writes a notice to oneself',
  purpose: 'sample',
  async handle({ work, me, sent, path, form }) {
    if (sent['text'] === '')
      return {
        kind: 'page',
        status: 400,
        title: 'Samples',
        hasErrors: true,
        shown: 'nothing',
        content: html`<form method="post" action="${path}">${formFields(form)}Enter a text</form>`,
      }
    await work
      .db<SampleTables>()
      .insertInto('app.notice')
      .values({ id: makeUuid(), worker_id: me.id, kind: 'work_given', path: '/samples' })
      .execute()
    return { kind: 'redirect', location: '/samples?page=2', success: 'The sample is saved' }
  },
})

const one = route({
  method: 'GET',
  url: '/samples/:personId',
  admits: 'signed_in',
  summary: 'One person, if visible',
  purpose: 'sample',
  params: id,
  async handle({ work, params }) {
    const person = await work
      .db<SampleTables>()
      .selectFrom('person')
      .select('id')
      .where('id', '=', params.personId as Uuid)
      .executeTakeFirst()
    if (person === undefined) return notFound
    const shown = { resource: 'person', subjectIds: [person.id] }
    return { kind: 'page', title: 'A person', content: html`<h1>A person</h1>`, shown }
  },
})

const simple = (url: string, handle: Route['handle'], admits: Route['admits'] = 'signed_in'): Route =>
  route({ method: 'GET', url, admits, summary: 'For tests', purpose: 'sample', handle })

const SELF = (visit: Visit<unknown, unknown, unknown>) => [visit.me.id]

/** Routes of every kind, for tests of the server. The effect of a form is a notice to whoever sent it. */
export const sampleModule: ServiceModule = {
  name: 'samples',
  routes: [
    list,
    save,
    one,
    simple('/sample-list.csv', async visit => ({
      kind: 'csv',
      fileName: 'Sample List.csv',
      header: ['text', 'count'],
      rows: [
        ['=1+1', 2],
        ['plain, "quoted"', -3],
      ],
      shown: { resource: 'sample', subjectIds: SELF(visit), action: 'export' },
    })),
    simple('/sample.json', async () => ({ kind: 'json', body: { fine: true }, shown: 'nothing' })),
    simple('/directors-only', async () => ({ kind: 'json', body: {}, shown: 'nothing' }), ['director']),
    simple('/samples-that-break', async () => {
      throw new Error('Inventley was here')
    }),
    route({
      method: 'POST',
      url: '/sample.json',
      admits: 'signed_in',
      summary: 'Takes JSON',
      purpose: 'sample',
      body: z.object({ text: z.string().max(100_000) }),
      handle: async ({ body }) => ({
        kind: 'json',
        status: 201,
        body: { length: body.text.length },
        shown: 'nothing',
      }),
    }),
  ],
  navigation: [
    { text: 'Directors', href: '/directors-only', order: 1, classes: ['director'] },
    { text: 'Samples', href: '/samples', order: 2, classes: ['practitioner', 'director'] },
  ],
}

/** How many notices a person has: how often the sample form had its effect. */
export async function noticesOf(
  work: Visit<unknown, unknown, unknown>['work'],
  workerId: Uuid,
): Promise<number> {
  const rows = await work
    .db<SampleTables>()
    .selectFrom('app.notice')
    .select('id')
    .where('worker_id', '=', workerId)
    .execute()
  return rows.length
}
