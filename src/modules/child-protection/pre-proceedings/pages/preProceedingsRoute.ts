import { readClockSettings } from '#modules/agencies'
import {
  familyChildren,
  type LetterRecipient,
  letterRecipients,
  personParams,
  recordFrame,
  recordReaders,
  storedClocks,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { clockVersionOn } from '#reference'
import { preProceedingsOf } from '../queries/readPreProceedings.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import { preProceedingsPage } from './preProceedingsPage.ts'

/** Everything about pre-proceedings of one child, the newest first, and what may be done now. */
export const preProceedingsRoute = route({
  method: 'GET',
  url: '/people/:personId/pre-proceedings',
  admits: recordReaders,
  purpose: 'casework',
  params: personParams,
  summary: 'Pre-proceedings of a child',
  async handle({ work, params: { personId } }): Promise<Reply> {
    const frame = await recordFrame(work, personId, 'plans')
    if (frame === null) return notFound
    const cases = await preProceedingsOf(work, [personId])
    const recipients = cases.length > 0 ? await letterRecipients(work, personId) : []
    const beside = frame.readsRecord ? await namesBeside(work, personId, cases) : nobodyBeside
    const settings = await readClockSettings(work)
    return {
      kind: 'page',
      title: 'Pre-proceedings - Record',
      before: frame.before,
      content: preProceedingsPage({
        personId,
        cases,
        beside: beside.names,
        names: new Map(recipients.map(({ id, name }) => [id, name])),
        withResponsibility: recipients.filter(({ relation }) => relation.includes('parental responsibility')),
        clocks: await storedClocks(work, [personId]),
        today: work.today,
        mayWrite: frame.mayWrite && work.knownAt === null,
        readsRecord: frame.readsRecord,
        mayAdvise: frame.mayWrite && work.knownAt === null && work.actor.class === 'practitioner',
        isOfferInForce: clockVersionOn('FGDM_OFFER', work.today, settings).ok,
      }),
      shown: {
        resource: 'pre_proceedings',
        subjectIds: [personId, ...beside.ids, ...namedAdults(cases, recipients, personId)],
      },
    }
  },
})

type Beside = { readonly names: ReadonlyMap<Uuid, string>; readonly ids: readonly Uuid[] }
const nobodyBeside: Beside = { names: new Map(), ids: [] }

/** Adults whom the page names: to whom a meeting was offered, and whoever has parental responsibility. */
const namedAdults = (
  cases: readonly PreProceedings[],
  recipients: readonly LetterRecipient[],
  personId: Uuid,
): readonly Uuid[] =>
  recipients
    .filter(({ kind, id }) => kind === 'person' && id !== personId)
    .filter(
      ({ id, relation }) =>
        relation.includes('parental responsibility') ||
        cases.some(({ offers }) => offers.some(({ recipientId }) => recipientId === id)),
    )
    .map(({ id }) => id)

/** Brothers and sisters who were decided on with the child, as far as the reader sees them, by what they share. */
async function namesBeside(work: Work, personId: Uuid, cases: readonly PreProceedings[]): Promise<Beside> {
  const siblings = (await familyChildren(work, personId)).filter(({ id }) => id !== personId)
  const all = await preProceedingsOf(
    work,
    siblings.map(({ id }) => id),
  )
  const shared = all.filter(
    ({ togetherId }) => togetherId !== null && cases.some(one => one.togetherId === togetherId),
  )
  const nameOf = (id: Uuid) => siblings.find(one => one.id === id)?.displayName ?? ''
  const names = Map.groupBy(shared, ({ togetherId }) => togetherId ?? personId)
  return {
    names: new Map([...names].map(([id, group]) => [id, group.map(of => nameOf(of.personId)).join(', ')])),
    ids: [...new Set(shared.map(of => of.personId))],
  }
}
