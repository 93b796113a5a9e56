import { makeUuid } from '#platform/ids'
import type { County } from './shapes.ts'

export const nobody = makeUuid()

/** Addresses of single rows behind the wall, and forms that name one, beside the same with nobody's id. */
export function rowsBehind({ people, wall }: County) {
  const { personId, rowIds } = people.guarded
  const { addressIds, partId, saidId, wallId } = wall
  const both = (url: (id: string) => string, id: string, fields?: Readonly<Record<string, string>>) => ({
    url: url(id),
    twin: url(nobody),
    ...(fields === undefined ? {} : { fields }),
  })
  const addressOf = (whose: string) => (id: string) => `/people/${whose}/details/address/${id}`
  const part = (rest: string) => (id: string) => `/papers/${rowIds['paper']}/parts/${id}${rest}`
  const room = (id: string) => `/meetings/${rowIds['sharedMeeting']}/room?correct=${id}`
  const address = { kind: 'home', lines: '1 Invented Row', 'started_on-year': '2026' }
  const words = { heading: 'Invented', words: 'Other words', source: 'own_work', version: '1' }
  const translated = { lang: 'pl', heading: 'Invented', words: 'Invented', translator: 'Ada', version: '0' }
  return [
    both(addressOf(personId), addressIds.guarded),
    both(addressOf(personId), addressIds.guarded, address),
    both(addressOf(wall.mother), addressIds.mother),
    both(addressOf(wall.mother), addressIds.mother, address),
    both(part(''), partId),
    both(part(''), partId, words),
    both(part('/remove'), partId),
    both(part('/remove'), partId, { version: '1' }),
    both(part('/translation'), partId),
    both(part('/translation'), partId, translated),
    both(room, saidId),
    both(id => `/people/${id}/walls`, personId),
    both(id => `/people/${id}/walls`, wall.mother),
    both(id => `/people/${id}/walls`, personId, { before: wall.father, around: personId, reason: 'He asks' }),
    both(id => `/people/${personId}/walls/${id}/end`, wallId, { reason: 'He has moved abroad' }),
  ]
}
