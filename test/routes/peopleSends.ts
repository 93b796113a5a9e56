import { dated, letters, onChild, personPath } from './fills.ts'
import { groupOf } from './gates.ts'
import type { SendRoute } from './shapes.ts'
import { tell } from './tell.ts'

/** The forms of drafts, the search, people and families. */
export const peopleSends: Readonly<Record<string, SendRoute>> = {
  '/drafts/:form/:recordKey': {
    repeats: 'autosave: each save takes the place of the one before',
    fill: async ({ child }) => ({
      by: 'holder',
      url: `/drafts/visit/${await child()}`,
      fields: { body: 'As far as I got' },
    }),
  },
  '/drafts/:form/:recordKey/discard': {
    repeats: 'what is gone stays gone',
    fill: async ({ child, visitors }) => {
      const draft = `/drafts/visit/${await child()}`
      await visitors.holder.post(draft, { body: 'As far as I got' })
      return { by: 'holder', url: `${draft}/discard`, fields: {} }
    },
  },
  '/people': {
    repeats: 'a search changes nothing of the record',
    fill: async () => ({ by: 'holder', url: '/people', fields: { text: 'Nobody Likethis' } }),
  },
  '/people/possible-duplicates': {
    repeats: 'a search changes nothing of the record',
    fill: async () => ({
      by: 'holder',
      url: '/people/possible-duplicates',
      fields: { family: 'Nobodylikethis' },
    }),
  },
  '/people/new': {
    fill: async () => ({
      by: 'holder',
      url: '/people/new',
      fields: {
        given: 'Childe',
        family: letters(),
        sex: 'F',
        none_is_same: 'yes',
        ...dated('date_of_birth'),
      },
    }),
    address: one => `/people/new?family=${one.familyId}`,
    gate: groupOf,
  },
  '/people/:personId/details/:part': {
    fill: onChild('/details/contact', () => ({ kind: 'mobile', value: '07700 900123', is_safe: 'yes' })),
    address: one => personPath(one.personId, '/details/contact'),
    naming: (personId, { people }) => ({
      url: personPath(people.own.personId, '/details/relationship'),
      fields: { kind: 'sibling', other_id: personId },
    }),
  },
  '/people/:personId/details/:part/:rowId': {
    fill: async stage => {
      const personId = await stage.child()
      const row = await tell(stage.record, 'person_contact', {
        person_id: personId,
        kind: 'mobile',
        value: '07700 900000',
      })
      const url = personPath(personId, `/details/contact/${row}`)
      const shown = await stage.visitors.holder.get(url)
      const recordedFrom = /name="recorded_from" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
      const fields = { kind: 'mobile', value: '07700 900111', recorded_from: recordedFrom }
      return { by: 'holder', url, fields }
    },
    address: one => personPath(one.personId, `/details/contact/${one.rowIds['contact'] ?? one.personId}`),
  },
  '/families/new': {
    fill: async stage => {
      const { record, county } = stage
      const personId = await record.makers.person()
      const { north } = county.staff.teams
      await record.makers.allocation({ personId, teamId: north, workerId: county.staff.workers.holder })
      return { by: 'holder', url: `/families/new?person=${personId}`, fields: { role: 'child' } }
    },
    address: one => `/families/new?person=${one.personId}`,
  },
  '/families/:familyId/households': {
    fill: async ({ county }) => ({
      by: 'holder',
      url: `/families/${county.people.own.familyId}/households`,
      fields: { label: 'A home', person: county.people.own.personId },
    }),
    address: one => `/families/${one.familyId}/households`,
    gate: groupOf,
    naming: (personId, { people }) => ({
      url: `/families/${people.own.familyId}/households`,
      fields: { label: 'A home', person: personId },
    }),
  },
  '/families/:familyId/members/new': {
    fill: async stage => {
      const { record, county } = stage
      const personId = await record.makers.person()
      const { north } = county.staff.teams
      await record.makers.allocation({ personId, teamId: north, workerId: county.staff.workers.holder })
      const url = `/families/${county.people.own.familyId}/members/new`
      return {
        by: 'holder',
        url,
        fields: { text: 'Nobody', step: 'choose', person: personId, role: 'child' },
      }
    },
    address: one => `/families/${one.familyId}/members/new`,
    gate: groupOf,
    naming: (personId, { people }) => ({
      url: `/families/${people.own.familyId}/members/new`,
      fields: { text: 'Nobody', step: 'choose', person: personId, role: 'child' },
    }),
  },
}
