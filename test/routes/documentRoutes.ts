import { sql } from 'kysely'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

const personPath = (id: Uuid, rest: string): string => `/people/${id}${rest}`

const onChild =
  (rest: string, fields: (personId: Uuid) => Fields): SendRoute['fill'] =>
  async ({ child }) => {
    const personId = await child()
    return { by: 'holder', url: personPath(personId, rest), fields: fields(personId) }
  }

const pdf = (): Uint8Array => Buffer.from(`%PDF-1.7\n% ${makeUuid()}\ntrailer\n<<>>\n%%EOF\n`)
const upload = (personId: Uuid): Fields => ({
  file: { fileName: 'report.pdf', bytes: pdf() },
  children: personId,
  kind: 'report',
  source: 'health',
})

/** A document of a child of their own. @returns its address */
async function added({ child, visitors }: Stage): Promise<string> {
  const personId = await child()
  const answer = await visitors.holder.post(personPath(personId, '/documents/new'), upload(personId))
  return String(answer.headers.location)
}

/** A document of a text that the scanner has passed. @returns its address */
export async function addScanned(stage: Stage, personId: Uuid, text: string): Promise<string> {
  const file = { fileName: 'note.txt', bytes: Buffer.from(`${text} ${makeUuid()}`) }
  const answer = await stage.visitors.holder.post(personPath(personId, '/documents/new'), {
    ...upload(personId),
    file,
  })
  const url = String(answer.headers.location)
  await stage.record.as(serviceActor('courier'), work =>
    sql`update document set scan = 'clean', scanned_at = now() where id = ${url.split('/').at(-1)}`.execute(
      work.db(),
    ),
  )
  return url
}

/** A document of a text that the scanner has passed, and its one part. @returns where the part's forms are sent */
async function scanned(stage: Stage, text: string): Promise<string> {
  const personId = await stage.child()
  await kinWithProtectedAddress(stage, personId)
  const url = await addScanned(stage, personId, text)
  const part = /\/parts\/([0-9a-f-]{36})/.exec((await stage.visitors.holder.get(url)).body)?.[1]
  return `${url}/parts/${part}`
}

async function kinWithProtectedAddress({ record }: Stage, personId: Uuid): Promise<void> {
  const aunt = await record.makers.person()
  await tell(record, 'relationship', { person_id: aunt, other_id: personId, kind: 'aunt_or_uncle' })
  await tell(record, 'person_address', { person_id: aunt, lines: '2 Thistlewick Way', is_confidential: true })
}

type LetterState = 'draft' | 'ready' | 'held' | 'stopped'

/** A letter of a child of their own, to that child, as far as it is wanted. @returns its address and version */
async function written(stage: Stage, state: LetterState) {
  const { child, visitors, record } = stage
  const personId = await child()
  await tell(record, 'person_address', {
    person_id: personId,
    lines: '1 Pennant Road',
    started_on: '2024-01-01',
  })
  await kinWithProtectedAddress(stage, personId)
  const begun = await visitors.holder.post(personPath(personId, '/letters/new'), {
    recipient: `person:${personId}`,
    template: 'appointment',
  })
  const url = String(begun.headers.location)
  const shown = async (name: string): Promise<string> =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec((await visitors.holder.get(url)).body)?.[1] ?? ''
  const text = state === 'held' ? 'At 2 Thistlewick Way.' : 'Come on Monday.'
  if (state === 'ready' || state === 'held')
    await visitors.holder.post(url, { subject: 'Us', text, version: await shown('version'), step: 'ready' })
  if (state === 'stopped') await visitors.holder.post(`${url}/stop`, { stop_reason: 'Not needed' })
  return { url, version: await shown('version'), hash: await shown('hash') }
}

const onDocument =
  (rest: string, fields: Fields): SendRoute['fill'] =>
  async stage => ({ by: 'holder', url: `${await added(stage)}${rest}`, fields })

const onLetter =
  (
    state: LetterState,
    rest: string,
    fields: (letter: { readonly version: string; readonly hash: string }) => Fields,
  ): SendRoute['fill'] =>
  async stage => {
    const letter = await written(stage, state)
    return { by: 'holder', url: `${letter.url}${rest}`, fields: fields(letter) }
  }

const ofDocument = (one: Told, rest: string): string =>
  personPath(one.personId, `/documents/${one.rowIds['document'] ?? one.personId}${rest}`)
const ofLetter = (one: Told, rest: string): string =>
  personPath(one.personId, `/letters/${one.rowIds['letter'] ?? one.personId}${rest}`)

/** The forms of documents and letters. */
export const documentSendRoutes: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/documents/new': {
    fill: onChild('/documents/new', personId => upload(personId)),
    address: one => personPath(one.personId, '/documents/new'),
  },
  '/people/:personId/documents/:documentId/withdraw': {
    fill: onDocument('/withdraw', { reason: 'Of another child' }),
    address: one => ofDocument(one, '/withdraw'),
  },
  '/people/:personId/documents/:documentId/parts': {
    fill: onDocument('/parts', { label: 'Last page', source: 'police' }),
    address: one => ofDocument(one, '/parts'),
  },
  '/people/:personId/documents/:documentId/parts/:partId': {
    fill: async stage => {
      const url = await scanned(stage, 'Well and growing.')
      return { by: 'holder', url, fields: { version: '1', shown_to: 'mother' } }
    },
    address: one => ofDocument(one, `/parts/${one.personId}`),
  },
  '/people/:personId/documents/:documentId/parts/:partId/release': {
    fill: async stage => {
      const url = await scanned(stage, 'Seen at 2 Thistlewick Way.')
      await stage.visitors.holder.post(url, { version: '1', shown_to: 'mother' })
      const fields = { version: '2', release_reason: 'She lives there herself' }
      return { by: 'holder', url: `${url}/release`, fields }
    },
    address: one => ofDocument(one, `/parts/${one.personId}/release`),
  },
  '/people/:personId/letters/new': {
    fill: onChild('/letters/new', personId => ({ recipient: `person:${personId}`, template: 'appointment' })),
    address: one => personPath(one.personId, '/letters/new'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/letters/new'),
      fields: { recipient: `person:${personId}`, template: 'appointment' },
    }),
  },
  '/people/:personId/letters/:letterId': {
    fill: onLetter('draft', '', ({ version }) => ({
      subject: 'Us',
      text: 'Come on Monday.',
      version,
      step: 'save',
    })),
    address: one => ofLetter(one, ''),
  },
  '/people/:personId/letters/:letterId/release': {
    fill: onLetter('held', '/release', ({ hash }) => ({ hash, release_reason: 'They know each other' })),
    address: one => ofLetter(one, '/release'),
  },
  '/people/:personId/letters/:letterId/send': {
    fill: onLetter('ready', '/send', ({ version }) => ({ version, how: 'post' })),
    address: one => ofLetter(one, '/send'),
  },
  '/people/:personId/letters/:letterId/stop': {
    fill: onLetter('draft', '/stop', () => ({ stop_reason: 'Not needed' })),
    address: one => ofLetter(one, '/stop'),
  },
  '/people/:personId/letters/:letterId/again': {
    fill: onLetter('stopped', '/again', () => ({})),
    address: one => ofLetter(one, '/again'),
  },
}
