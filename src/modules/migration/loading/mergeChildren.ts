import { type CensusChild, type Reading, valueIn } from '../census/index.ts'

type AnyReading = Reading<string | number | boolean | Temporal.PlainDate>

/** A value of a child that stands again elsewhere in its file; the earlier one was taken. */
export type SpareReading = { readonly reading: AnyReading; readonly taken: AnyReading }

/** A child put together from the places where it stands in its file. */
export type MergedChild = { readonly child: CensusChild; readonly spare: readonly SpareReading[] }

/**
 * Adds another place of a child's file: its episodes and disabilities, and of who the child is what was not said yet.
 * @param place which place it is, from 2: its elements are called `Child[2]/...`
 * @returns null when it is another child: another day of birth and another pupil number
 */
export function mergeChildren(
  { child, spare }: MergedChild,
  more: CensusChild,
  place: number,
): MergedChild | null {
  if (isOther(child, more)) return null
  const added = placed(more, `Child[${place}]/`)
  const id = added.laChildId // the same, in capitals or not
  const spares: SpareReading[] = [...spare, { reading: id, taken: id }]
  const either = <T extends string | Temporal.PlainDate>(
    taken: Reading<T>,
    other: Reading<T>,
  ): Reading<T> => {
    if (valueIn(taken) === undefined && valueIn(other) !== undefined) return other
    if (valueIn(other) !== undefined) spares.push({ reading: other, taken })
    return taken
  }
  const { identifiers: one, characteristics } = child
  const { identifiers: other } = added
  const identifiers = {
    upn: either(one.upn, other.upn),
    formerUpn: either(one.formerUpn, other.formerUpn),
    upnUnknown: either(one.upnUnknown, other.upnUnknown),
    birthOn: either(one.birthOn, other.birthOn),
    expectedBirthOn: either(one.expectedBirthOn, other.expectedBirthOn),
    sex: either(one.sex, other.sex),
    deathOn: either(one.deathOn, other.deathOn),
  }
  const ethnicity = either(characteristics.ethnicity, added.characteristics.ethnicity)
  const disabilities = [...characteristics.disabilities, ...added.characteristics.disabilities]
  const merged = {
    ...child,
    identifiers,
    characteristics: { ethnicity, disabilities },
    episodes: [...child.episodes, ...added.episodes],
    counts: sumOf(child.counts, added.counts),
    leftovers: [...child.leftovers, ...added.leftovers],
    findings: [...child.findings, ...added.findings],
  }
  return { child: merged, spare: spares }
}

function isOther({ identifiers: one }: CensusChild, { identifiers: other }: CensusChild): boolean {
  const differ = (first: AnyReading, second: AnyReading) =>
    valueIn(first) !== undefined &&
    valueIn(second) !== undefined &&
    String(valueIn(first)) !== String(valueIn(second))
  return differ(one.birthOn, other.birthOn) && differ(one.upn, other.upn)
}

/** The same, with every element named by its place. */
function placed<T>(part: T, place: string): T {
  if (typeof part !== 'object' || part === null) return part
  if (part instanceof Temporal.PlainDate || part instanceof Map) return part
  const move = (inside: unknown): unknown => placed(inside, place)
  if (Array.isArray(part)) return part.map(move) as T // the same parts
  const moved = Object.entries(part).map(([name, inside]) => [
    name,
    name === 'element' ? `${place}${inside}` : move(inside),
  ])
  return Object.fromEntries(moved) as T // the same names
}

type Counts = CensusChild['counts']

function sumOf(one: Counts, other: Counts): Counts {
  const counts = new Map(one)
  for (const [name, more] of other) {
    const before = counts.get(name)
    if (before === undefined) counts.set(name, more)
    else
      counts.set(name, {
        read: before.read + more.read,
        stored: before.stored + more.stored,
        doubted: before.doubted + more.doubted,
        refused: before.refused + more.refused,
        empty: before.empty + more.empty,
        unknown: before.unknown + more.unknown,
      })
  }
  return counts
}
