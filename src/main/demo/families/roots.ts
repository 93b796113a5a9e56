import type { Dice } from '../random/dice.ts'
import { homeLanguages, type NameStock, peoples } from '../words/peoples.ts'
import { familyName } from './names.ts'

/** What the members of one family share. */
export type Roots = {
  readonly stock: NameStock
  readonly otherStock: NameStock
  readonly ethnicity: string
  readonly language: string | null
  readonly interpreterNeeded: boolean
  readonly familyName: string
}

/** Throws who a family is: one in eight speaks another language than English at home. */
export function takeRoots(dice: Dice): Roots {
  const { code, stocks } = dice.weighted(peoples)
  const stock = dice.pick(stocks)
  const language = dice.chance(0.5) ? (homeLanguages[stock]?.[dice.int(0, 2)] ?? null) : null
  return {
    stock,
    otherStock: dice.pick(stocks),
    ethnicity: code,
    language,
    interpreterNeeded: language !== null && dice.chance(0.35),
    familyName: familyName(dice, stock),
  }
}
