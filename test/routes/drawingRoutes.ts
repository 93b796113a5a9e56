import { makeUuid, type Uuid } from '#platform/ids'
import type { SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()

/** Pages of a chronology for court: nobody's id answers like anybody's hidden one. */
export const courtReadPaths: Readonly<Record<string, string>> = {
  '/court-chronologies/:chronologyId': `/court-chronologies/${nobody}`,
  '/court-chronologies/:chronologyId/lines/new': `/court-chronologies/${nobody}/lines/new`,
  '/court-chronologies/:chronologyId/lines/:lineId': `/court-chronologies/${nobody}/lines/${nobody}`,
}

const day = (name: string, year: string) => ({
  [`${name}-day`]: '1',
  [`${name}-month`]: '1',
  [`${name}-year`]: year,
})

/** A chronology for court of one child of the holder's, with one line. */
async function courtOf({ record, child }: Stage): Promise<{ readonly path: string; readonly lineId: Uuid }> {
  const personId = await child()
  const of = { person_ids: [personId] }
  const id = await tell(record, 'court_chronology', {
    ...of,
    from_on: '2024-01-01',
    until_on: '2025-01-01',
    made_on: '2026-01-01',
  })
  await tell(record, 'court_chronology_person', { chronology_id: id, person_id: personId })
  const line = { ...of, chronology_id: id, happened_on: '2024-05-05', event: 'A visit', source: 'Visit' }
  return { path: `/court-chronologies/${id}`, lineId: await tell(record, 'court_chronology_line', line) }
}

const worded = { event: 'A visit to the home', source: 'Visit' }

/** Forms of ecomaps and chronologies for court. */
export const drawingSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/ecomap': {
    fill: async ({ child }) => ({
      by: 'holder',
      url: `/people/${await child()}/ecomap`,
      fields: { tie: '', label: 'Riverside football', kind: 'place', strength: 'strong', direction: 'both' },
    }),
    address: one => `/people/${one.personId}/ecomap`,
  },
  '/people/:personId/ecomap/:linkId/end': {
    fill: async ({ record, child }) => {
      const personId = await child()
      const tie = {
        person_id: personId,
        kind: 'place',
        label: 'Mosque',
        strength: 'strong',
        noted_on: '2026-01-01',
      }
      const linkId = await tell(record, 'ecomap_link', tie)
      return { by: 'holder', url: `/people/${personId}/ecomap/${linkId}/end`, fields: {} }
    },
    address: one => `/people/${one.personId}/ecomap/${nobody}/end`,
  },
  '/people/:personId/court-chronologies': {
    fill: async ({ child }) => {
      const personId = await child()
      const fields = {
        child: personId,
        ...day('from', '2024'),
        ...day('until', '2026'),
        entries: 'significant',
      }
      return { by: 'holder', url: `/people/${personId}/court-chronologies`, fields }
    },
    address: one => `/people/${one.personId}/court-chronologies`,
  },
  '/court-chronologies/:chronologyId/issue': {
    fill: async stage => ({
      by: 'holder',
      url: `${(await courtOf(stage)).path}/issue`,
      fields: { version: '1' },
    }),
  },
  '/court-chronologies/:chronologyId/lines/new': {
    fill: async stage => ({
      by: 'holder',
      url: `${(await courtOf(stage)).path}/lines/new`,
      fields: { ...worded, ...day('on', '2024') },
    }),
  },
  '/court-chronologies/:chronologyId/lines/:lineId': {
    fill: async stage => {
      const { path, lineId } = await courtOf(stage)
      return { by: 'holder', url: `${path}/lines/${lineId}`, fields: { ...worded, version: '1' } }
    },
  },
}
