import type { PersonDetails } from '../../queries/personDetails.ts'

const folded = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase()
const nameText = (row: { given: string | null; family: string | null }) =>
  folded(`${row.given ?? ''} ${row.family ?? ''}`)

/** @returns in words, what two records have in common */
export function whySame(one: PersonDetails, other: PersonDetails): readonly string[] {
  const why: string[] = []
  const names = new Set(one.names.map(nameText))
  if (other.names.some(row => names.has(nameText(row)))) why.push('Same name')
  else if (
    folded(one.summary.name?.family) !== '' &&
    folded(one.summary.name?.family) === folded(other.summary.name?.family)
  )
    why.push('Same family name')
  const { dateOfBirth: born } = one.summary
  if (born !== null && other.summary.dateOfBirth?.equals(born)) why.push('Same date of birth')
  for (const row of one.identifiers)
    if (other.identifiers.some(({ kind, value }) => kind === row.kind && folded(value) === folded(row.value)))
      why.push(`Same number: ${row.kind.replaceAll('_', ' ')}`)
  const lived = new Set(one.addresses.map(({ lines }) => folded(lines)))
  if (other.addresses.some(({ lines }) => lived.has(folded(lines)))) why.push('Same address')
  return why.length > 0 ? why : ['Similar name']
}
