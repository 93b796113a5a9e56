import type { Uuid } from '#platform/ids'
import type { KnownRow } from './knownRow.ts'
import { peopleAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'

/**
 * @returns of some children a network and two places each, and what ties them to these, to another child, to an adult of the record and
 * to one who has none. Whom a network or place is about is who is tied to it.
 */
export function harmRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  const owners = peopleAt(sketch, sketch.owners[3] ?? sketch.owners[0] ?? [])
  const shared = owners.map(personId => ({
    personId,
    network: { table: 'harm_network', id: next(), personIds: [personId] },
    park: { table: 'harm_place', id: next(), personIds: [personId] },
    flat: { table: 'harm_place', id: next(), personIds: [personId], isConfidential: true },
  }))
  const links = shared.flatMap(({ personId, network, park, flat }, place) => {
    const link = (role: string) => ({ table: 'harm_link', id: next(), personIds: [personId], role })
    const other = owners.at(place - 1)
    const peers =
      other === undefined || other === personId
        ? []
        : [
            { ...link('peer'), personIds: [personId, other] },
            { ...link('adult'), aboutId: other },
          ]
    return [
      { ...link('network'), paperId: network.id },
      { ...link('place'), paperId: park.id },
      { ...link('place'), paperId: flat.id },
      link('adult'),
      ...peers,
    ]
  })
  return [
    ...shared.map(({ network }) => network),
    ...shared.flatMap(({ park, flat }) => [park, flat]),
    ...links,
  ]
}
