import type { Gate } from './shapes.ts'

/** Those who may read the family: whoever sees one of its members. */
export const groupOf: Gate = (one, county) => {
  const members = Object.values(county.people)
    .filter(({ familyId }) => familyId === one.familyId)
    .map(({ personId }) => personId)
  // Who works with the father sees the family through him, and nobody else of it.
  const adults = one === county.people.guarded ? [county.wall.mother, county.wall.father] : []
  return [{ table: 'family', familyId: one.familyId, personIds: [...members, ...adults] }]
}

/** The note of `besideSealed` is about the sealed child too, that of `own` about the sibling. */
export const noteOf: Gate = (one, { people, staff }) => {
  const also = { [people.own.personId]: people.sibling, [people.besideSealed.personId]: people.sealed }
  const beside = also[one.personId]
  const authors = {
    [people.other.personId]: staff.workers.otherHolder,
    [people.ended.personId]: staff.workers.formerHolder,
    [people.guarded.personId]: staff.workers.eastHolder,
  }
  const authorId = authors[one.personId] ?? staff.workers.holder
  const personIds = [one.personId, ...(beside ? [beside.personId] : [])]
  return [{ table: 'note', personIds, authorId }]
}

/** Those who may read the assessment of the person, and of whoever is assessed with them. */
export const assessed: Gate = (one, county) => {
  const { own, sibling, besideSealed, sealed } = county.people
  const beside = one === own ? [sibling] : one === besideSealed ? [sealed] : []
  return [one, ...beside].map(({ personId }) => ({ table: 'assessment', personIds: [personId] }))
}
