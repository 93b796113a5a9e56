import type { CodeOf } from '#reference'
import type { Family, Trouble } from '../families/family.ts'
import type { Dice } from '../random/dice.ts'

/** Who refers, of a hundred: police 28, schools 21, health 14, council services, families themselves. */
const sources: readonly (readonly [CodeOf<'referralSource'>, number])[] = [
  ['6', 28],
  ['2A', 21],
  ['3A', 2.5],
  ['3B', 2],
  ['3C', 0.8],
  ['3D', 1.5],
  ['3E', 4],
  ['3F', 3.4],
  ['5A', 4],
  ['5B', 4],
  ['5C', 3.5],
  ['5D', 5],
  ['1A', 6],
  ['1B', 1.6],
  ['1C', 1],
  ['1D', 0.8],
  ['7', 3],
  ['8', 3.4],
  ['4', 1.5],
  ['9', 2],
  ['10', 0.6],
]

export function sourceOf(dice: Dice): string {
  return dice.weighted(sources)
}

/** Abuse, neglect and exploitation in rather more than half. */
export function primaryNeedOf(dice: Dice, { troubles }: Family): string {
  if (troubles[0] === 'disability') return 'N2'
  return dice.weighted<CodeOf<'primaryNeed'>>([
    ['N1', 60],
    ['N5', 14],
    ['N4', 9],
    ['N3', 4],
    ['N6', 4],
    ['N2', 4],
    ['N8', 3],
    ['N7', 1],
    ['N9', 0.6],
    ['N0', 0.4],
  ])
}

const factorsOf: Readonly<Record<Trouble, readonly (readonly [CodeOf<'assessmentFactor'>, number])[]>> = {
  domestic_abuse: [
    ['3B', 0.92],
    ['3A', 0.35],
  ],
  mental_health: [
    ['4B', 0.92],
    ['4A', 0.25],
  ],
  substances: [
    ['2B', 0.7],
    ['1B', 0.65],
  ],
  neglect: [
    ['16A', 0.95],
    ['17A', 0.2],
  ],
  harm_outside_home: [
    ['24A', 0.5],
    ['13A', 0.2],
    ['10A', 0.5],
    ['11A', 0.25],
    ['14A', 0.4],
  ],
  disability: [
    ['5A', 0.7],
    ['6A', 0.4],
  ],
}

/** The factors that an assessment of the family finds; 20 (other) where it finds none of those. */
export function assessmentFactors(dice: Dice, { troubles }: Family): string[] {
  const found = troubles.flatMap(trouble =>
    factorsOf[trouble].filter(([, chance]) => dice.chance(chance)).map(([code]) => code as string),
  )
  if (dice.chance(0.18)) found.push('17A')
  if (dice.chance(0.08)) found.push('18C')
  if (dice.chance(0.05)) found.push('7A')
  return found.length > 0 ? [...new Set(found)] : ['20']
}
