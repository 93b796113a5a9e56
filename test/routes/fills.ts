import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, Filled, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

export type Texts = Readonly<Record<string, string | readonly string[]>>
export const today = () => Temporal.Now.plainDateISO('Europe/London')
export const dated = (name: string, date = today()): Texts => ({
  [`${name}-day`]: String(date.day),
  [`${name}-month`]: String(date.month),
  [`${name}-year`]: String(date.year),
})
export const letters = (): string =>
  [...makeUuid().replaceAll('-', '').slice(-12)]
    .map(one => String.fromCharCode(97 + Number.parseInt(one, 16)))
    .join('')
export const personPath = (id: Uuid, rest: string): string => `/people/${id}${rest}`

/** A form of one's own child that needs a row made first. */
export const onRow =
  (
    table: string,
    values: Fields | ((stage: Stage) => Fields),
    path: (person: Uuid, row: Uuid) => string,
    fields: (row: Uuid) => Fields,
  ) =>
  async (stage: Stage): Promise<Filled> => {
    const personId = await stage.child()
    const made = typeof values === 'function' ? values(stage) : values
    const row = await tell(stage.record, table, { person_id: personId, ...made })
    return { by: 'holder', url: path(personId, row), fields: fields(row) }
  }

export const onChild =
  (rest: string, fields: (personId: Uuid, stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => {
    const personId = await stage.child()
    return { by: 'holder', url: personPath(personId, rest), fields: fields(personId, stage) }
  }

export const asAdministrator =
  (url: string, fields: (stage: Stage) => Fields) =>
  async (stage: Stage): Promise<Filled> => ({ by: 'administrator', url, fields: fields(stage) })

/** A form that is refused when what it shows changed since it was opened: filled in as it opens now. */
export const asOpened =
  (page: string, fields: Fields, url = page, by: Filled['by'] = 'administrator'): SendRoute['fill'] =>
  async ({ visitors }) => {
    const { body } = await visitors[by].get(page)
    const [, version = ''] = /name="version" value="([^"]*)"/.exec(body) ?? []
    return { by, url, fields: { ...fields, version } }
  }

export const visit = (personId: Uuid, body = 'Everyone was well.'): Texts => ({
  ...dated('on', today().subtract({ days: 1 })),
  time: '10:30',
  kind: 'visit',
  outcome: 'held',
  purpose: 'cin_visit',
  [`child-${personId}`]: ['about', 'seen', 'alone'],
  body,
})
